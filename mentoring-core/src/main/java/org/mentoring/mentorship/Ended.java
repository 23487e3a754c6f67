package org.mentoring.mentorship;

/**
 * Nothing more is due; there is no command left. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Ended(Particulars particulars) implements Mentorship {
  /** Refuses a record that is no legal history of this state. */
  public Ended {
    LegalHistory.refuseUnless(MentorshipState.ENDED, particulars);
  }
}
