package org.mentoring.indicator;

/** How a figure stands against what was expected. */
public enum Standing {
  /** As much as was expected, within the tolerance. */
  REACHED,
  /** More than the tolerance above "about so many". */
  ABOVE,
  /** Less so far, and there is time left. */
  RUNNING,
  /** Less, and the time is over. */
  MISSED,
  /** The programme keeps nothing on record that could be counted for it. */
  NOT_COUNTED
}
