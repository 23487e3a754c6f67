package org.mentoring.conformance;

/** Why no case of a benchmark is judged. */
public enum Unjudged {
  /** No record of a programme tells it: a person has to look. */
  BY_PEOPLE,
  /** A rule that says nothing of what one party, mentorship or practice has to bring. */
  OF_NO_CASE
}
