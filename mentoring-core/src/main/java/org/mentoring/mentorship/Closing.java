package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * The parties sum up. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Closing(Particulars particulars)
    implements Mentorship.Underway, Mentorship.Pausable, Mentorship.Stepping {
  /** Refuses a record that is no legal history of this state. */
  public Closing {
    LegalHistory.refuseUnless(MentorshipState.CLOSING, particulars);
  }

  @Override
  public Paused pause(String reason, Act act) {
    return new Paused(
        Draft.of(particulars, act).paused(reason).to(MentorshipState.PAUSED, reason).done());
  }

  /** The rules of completion are met. */
  public Closed complete(Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .closed(
                new Closure(
                    Closure.Kind.COMPLETED, null, null, true, act.on(), act.by(), act.decision()))
            .done());
  }

  @Override
  public Closed endEarly(
      Code reason, @Nullable Code askedBy, String why, boolean asCompleted, Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .closed(
                new Closure(
                    Closure.Kind.EARLY,
                    reason,
                    askedBy,
                    why,
                    asCompleted,
                    act.on(),
                    act.by(),
                    act.decision()))
            .done());
  }

  @Override
  public Closing takeStep(String step, Act act) {
    return new Closing(Draft.of(particulars, act).step(step).done());
  }

  @Override
  public Closing leave(
      ParticipantId who,
      Code reason,
      @Nullable Code askedBy,
      String why,
      boolean asCompleted,
      Act act) {
    return new Closing(
        Draft.of(particulars, act).left(who, reason, askedBy, why, asCompleted).done());
  }
}
