package org.mentoring.programme;

/** How many take part in one mentorship; independent of the format. */
public enum Arrangement {
  /** One mentor, one mentee. */
  INDIVIDUAL,
  /** One mentor, several mentees. */
  GROUP,
  /** Several mentors. */
  TEAM
}
