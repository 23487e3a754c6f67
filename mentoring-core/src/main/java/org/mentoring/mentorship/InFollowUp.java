package org.mentoring.mentorship;

/**
 * Followed up after the completion. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record InFollowUp(Particulars particulars)
    implements Mentorship.Stepping, Mentorship.Endable {
  /** Refuses a record that is no legal history of this state. */
  public InFollowUp {
    LegalHistory.refuseUnless(MentorshipState.IN_FOLLOW_UP, particulars);
  }

  @Override
  public Ended end(Act act) {
    return new Ended(Draft.of(particulars, act).to(MentorshipState.ENDED, null).done());
  }

  @Override
  public InFollowUp takeStep(String step, Act act) {
    return new InFollowUp(Draft.of(particulars, act).step(step).done());
  }
}
