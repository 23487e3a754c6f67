package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;

/**
 * Mentoring runs. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Active(Particulars particulars) implements Mentorship {
  /** Refuses a record that is no legal history of this state. */
  public Active {
    LegalHistory.refuseUnless(MentorshipState.ACTIVE, particulars);
  }

  /**
   * Mentoring rests.
   *
   * @param reason 1 to 500 characters
   */
  public Paused pause(String reason, Act act) {
    return new Paused(
        Draft.of(particulars, act).paused(reason).to(MentorshipState.PAUSED, reason).done());
  }

  /**
   * Takes a rung of the ladder of escalation.
   *
   * @param rung the rung's id
   * @param reason 1 to 500 characters
   */
  public Active escalate(String rung, String reason, Act act) {
    return new Active(Draft.of(particulars, act).rung(rung, reason).done());
  }

  /** The parties begin to sum up. */
  public Closing beginClosing(Act act) {
    return new Closing(Draft.of(particulars, act).to(MentorshipState.CLOSING, null).done());
  }

  /**
   * Ends it before its completion.
   *
   * @param reason the definition's reason
   * @param askedBy the capacity of the party that asked for it; null where nobody had to ask
   * @param why 1 to 500 characters
   * @param asCompleted whether it counts as completed
   */
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

  /**
   * Ends it for another mentorship to take over from it.
   *
   * @param askedBy the capacity of the party that asked for it
   * @param why 1 to 500 characters
   */
  public Closed handOver(Code askedBy, String why, Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .closed(
                new Closure(
                    Closure.Kind.HANDED_OVER,
                    null,
                    askedBy,
                    why,
                    false,
                    act.on(),
                    act.by(),
                    act.decision()))
            .done());
  }

  /**
   * Records that a step of the definition's path was taken.
   *
   * @param step the step's id, taken once
   */
  public Active takeStep(String step, Act act) {
    return new Active(Draft.of(particulars, act).step(step).done());
  }
}
