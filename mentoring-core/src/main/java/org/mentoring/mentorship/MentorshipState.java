package org.mentoring.mentorship;

/** The state of a mentorship. */
public enum MentorshipState {
  /** The parties were brought together; not all have agreed. */
  PROPOSED,
  /** All parties have agreed; mentoring has not begun. */
  AGREED,
  /** Mentoring runs. */
  ACTIVE,
  /** Mentoring rests; the clock of obligations stands still. */
  PAUSED,
  /** The parties sum up. */
  CLOSING,
  /** The relationship has ended; what follows has not begun. */
  CLOSED,
  /** Followed up after the completion. */
  IN_FOLLOW_UP,
  /** Nothing more is due. */
  ENDED;

  /** Whether the mentorship uses a place of the mentor and keeps its mentee out of matching. */
  public boolean open() {
    return this == PROPOSED
        || this == AGREED
        || this == ACTIVE
        || this == PAUSED
        || this == CLOSING;
  }
}
