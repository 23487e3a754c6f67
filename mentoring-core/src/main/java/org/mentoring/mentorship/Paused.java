package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;

/**
 * Mentoring rests; the clock of obligations stands still. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Paused(Particulars particulars) implements Mentorship {
  /** Refuses a record that is no legal history of this state. */
  public Paused {
    LegalHistory.refuseUnless(MentorshipState.PAUSED, particulars);
  }

  /**
   * Mentoring goes on.
   *
   * @param reason 1 to 500 characters
   */
  public Active resume(String reason, Act act) {
    return new Active(
        Draft.of(particulars, act)
            .pauseOver(reason, act.by())
            .to(MentorshipState.ACTIVE, reason)
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
            .pauseOver(null, null)
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
            .pauseOver(null, null)
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
}
