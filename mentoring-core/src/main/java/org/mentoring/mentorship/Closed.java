package org.mentoring.mentorship;

/**
 * The relationship has ended; what follows has not begun. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Closed(Particulars particulars) implements Mentorship {
  /** Refuses a record that is no legal history of this state. */
  public Closed {
    LegalHistory.refuseUnless(MentorshipState.CLOSED, particulars);
  }

  /** It is followed up from now on; only where it counts as completed. */
  public InFollowUp beginFollowUp(Act act) {
    return new InFollowUp(Draft.of(particulars, act).to(MentorshipState.IN_FOLLOW_UP, null).done());
  }

  /** Nothing more is due. */
  public Ended end(Act act) {
    return new Ended(Draft.of(particulars, act).to(MentorshipState.ENDED, null).done());
  }

  /**
   * Records that a step of the definition's path was taken.
   *
   * @param step the step's id, taken once
   */
  public Closed takeStep(String step, Act act) {
    return new Closed(Draft.of(particulars, act).step(step).done());
  }
}
