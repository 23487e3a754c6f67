package org.mentoring.participant;

/** What kind of party a participant is. */
public enum ParticipantKind {
  /** One person. */
  PERSON,
  /** A family taken as one party. */
  FAMILY,
  /** An organisation taken as one party, as a school's teachers. */
  ORGANISATION,
  /** A group or team taken as one party. */
  GROUP
}
