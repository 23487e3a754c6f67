package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;

/**
 * The parties sum up. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Closing(Particulars particulars) implements Mentorship {
  /** Refuses a record that is no legal history of this state. */
  public Closing {
    LegalHistory.refuseUnless(MentorshipState.CLOSING, particulars);
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
   * Records that a step of the definition's path was taken.
   *
   * @param step the step's id, taken once
   */
  public Closing takeStep(String step, Act act) {
    return new Closing(Draft.of(particulars, act).step(step).done());
  }
}
