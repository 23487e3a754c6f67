package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * All parties have agreed; mentoring has not begun. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Agreed(Particulars particulars) implements Mentorship.NotBegun, Mentorship.Stepping {
  /** Refuses a record that is no legal history of this state. */
  public Agreed {
    LegalHistory.refuseUnless(MentorshipState.AGREED, particulars);
  }

  /** A party agrees that has to since all others did, as where a law has come meanwhile. */
  @Override
  public Agreed agree(Code party, ParticipantId forWhom, Act act) {
    return new Agreed(
        Draft.of(particulars, act)
            .agreement(new Agreement(party, forWhom, act.on(), act.by()))
            .done());
  }

  /** Mentoring begins. */
  public Active start(Act act) {
    return new Active(Draft.of(particulars, act).started().to(MentorshipState.ACTIVE, null).done());
  }

  @Override
  public Closed withdraw(String why, Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .closed(
                new Closure(
                    Closure.Kind.WITHDRAWN, null, why, false, act.on(), act.by(), act.decision()))
            .done());
  }

  @Override
  public Agreed takeStep(String step, Act act) {
    return new Agreed(Draft.of(particulars, act).step(step).done());
  }

  @Override
  public Agreed leave(
      ParticipantId who,
      Code reason,
      @Nullable Code askedBy,
      String why,
      boolean asCompleted,
      Act act) {
    return new Agreed(
        Draft.of(particulars, act).left(who, reason, askedBy, why, asCompleted).done());
  }
}
