package org.mentoring.assignment;

/**
 * Which side asks, while the other waits and keeps the best offers. For strict rankings every
 * member of the asking side gets the best partner that it has in any stable matching, and every
 * member of the other side the worst (Gale and Shapley 1962).
 */
public enum Proposing {
  /** The mentees ask: best for them. */
  MENTEES,
  /** The mentors ask: best for them. */
  MENTORS;

  Proposing other() {
    return this == MENTEES ? MENTORS : MENTEES;
  }
}
