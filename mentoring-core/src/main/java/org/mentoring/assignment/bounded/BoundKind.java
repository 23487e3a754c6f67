package org.mentoring.assignment.bounded;

/** The kinds of bounds that an engine can honour or not. */
public enum BoundKind {
  /** How many mentors a mentee has, at least and at most. */
  MENTEE,
  /** How many mentees a mentor has, at least and at most. */
  MENTOR,
  /** A mentee has at least so many mentors, or none. */
  MENTEE_OR_NONE,
  /** A mentor has at least so many mentees, or none: the group takes place or is closed. */
  MENTOR_OR_NONE,
  /** How many pairs a set of mentees has in sum; the sets nest. */
  QUOTA_OF_MENTEES,
  /** How many pairs a set of mentors has in sum; the sets nest. */
  QUOTA_OF_MENTORS,
  /** A quota whose set overlaps another's in part, so that no flow can express it. */
  CROSSING_QUOTA,
  /** How many mentees of a set have a mentor at all, where they may have several. */
  SHARE,
  /** Mentees that go to the same mentors, or all to none. */
  TOGETHER
}
