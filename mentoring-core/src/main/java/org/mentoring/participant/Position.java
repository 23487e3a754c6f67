package org.mentoring.participant;

/**
 * What a participant is in a programme. One person may hold several over time, and at once in
 * different mentorships.
 */
public enum Position {
  /** Accompanied by a mentor. */
  MENTEE,
  /** Has completed the programme as a mentee. */
  ALUMNUS,
  /** Accompanies mentees. */
  MENTOR,
  /** Guides individual routes. */
  TUTOR,
  /** Organises the programme or a centre's part of it. */
  COORDINATOR,
  /** A specialist of a partner, as a psychologist. */
  SPECIALIST,
  /** A parent or other legal representative of a mentee. */
  GUARDIAN,
  /** The head or a member of staff of a centre who is trained to organise. */
  ORGANISER,
  /** An organisation that uses what the programme makes. */
  CONSUMER,
  /** A mentoring centre, taken as one party. */
  CENTRE,
  /** An organisation that is a centre's partner. */
  PARTNER,
  /** A child of a family that takes part as one party. */
  CHILD,
  /** Teaches, and takes part for a school that is one party. */
  TEACHER
}
