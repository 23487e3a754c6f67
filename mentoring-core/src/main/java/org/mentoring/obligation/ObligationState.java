package org.mentoring.obligation;

/** How it stands with something that is due. */
public enum ObligationState {
  /** Its period has not begun. */
  UPCOMING,
  /** Its period runs, or the grace after it. */
  DUE,
  /** Done in time. */
  MET,
  /** Done, but after the grace. */
  MET_LATE,
  /** Not done, and the grace has passed. */
  OVERDUE,
  /** Waived by an authority. */
  WAIVED
}
