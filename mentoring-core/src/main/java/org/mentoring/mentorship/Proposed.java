package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * The parties were brought together; not all have agreed. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Proposed(Particulars particulars)
    implements Mentorship.NotBegun, Mentorship.Stepping {
  /** Refuses a record that is no legal history of this state. */
  public Proposed {
    LegalHistory.refuseUnless(MentorshipState.PROPOSED, particulars);
  }

  @Override
  public Proposed agree(Code party, ParticipantId forWhom, Act act) {
    return new Proposed(
        Draft.of(particulars, act)
            .agreement(new Agreement(party, forWhom, act.on(), act.by()))
            .done());
  }

  /** All who had to agree did. */
  public Agreed allAgreed(Act act) {
    return new Agreed(Draft.of(particulars, act).to(MentorshipState.AGREED, null).done());
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
  public Proposed takeStep(String step, Act act) {
    return new Proposed(Draft.of(particulars, act).step(step).done());
  }

  @Override
  public Proposed leave(
      ParticipantId who,
      Code reason,
      @Nullable Code askedBy,
      String why,
      boolean asCompleted,
      Act act) {
    return new Proposed(
        Draft.of(particulars, act).left(who, reason, askedBy, why, asCompleted).done());
  }
}
