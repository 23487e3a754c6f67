package org.mentoring.mentorship;

/**
 * The relationship has ended; what follows has not begun. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Closed(Particulars particulars) implements Mentorship.Stepping, Mentorship.Endable {
  /** Refuses a record that is no legal history of this state. */
  public Closed {
    LegalHistory.refuseUnless(MentorshipState.CLOSED, particulars);
  }

  /** It is followed up from now on; only where it counts as completed. */
  public InFollowUp beginFollowUp(Act act) {
    return new InFollowUp(Draft.of(particulars, act).to(MentorshipState.IN_FOLLOW_UP, null).done());
  }

  @Override
  public Ended end(Act act) {
    return new Ended(Draft.of(particulars, act).to(MentorshipState.ENDED, null).done());
  }

  @Override
  public Closed takeStep(String step, Act act) {
    return new Closed(Draft.of(particulars, act).step(step).done());
  }
}
