package org.mentoring.testkit.invariant;

/** Something that must hold in every programme, whatever its definition asks. */
public enum Invariant {
  /**
   * On the day of its assignment each party of a mentorship met what the definition and its packs
   * ask on that day, as was known then, in the version that it was pinned to; and one that began
   * did so not before its assignment, and all who are asked had agreed by then.
   */
  PARTIES_MAY_TAKE_PART,
  /**
   * On no day of an assignment a mentor has more mentees than the definition allows and than the
   * mentor is ready for, and no mentee has two mentorships of one practice.
   */
  WITHIN_CAPACITY,
  /** Where a practice forbids circles, no mentorship of it closed one when it was assigned. */
  NO_CIRCLE,
  /**
   * Every decision that is not a yes has a finding, with a source, that is told in Russian and
   * English.
   */
  REASONED,
  /** Who has one thing less of what speaks for him is never admitted sooner. */
  MONOTONE,
  /** It does not matter in which order things became known. */
  ORDER_OF_FACTS,
  /** It does not matter in which time zone and language the machine runs. */
  ZONE_AND_LOCALE,
  /** What nothing asks about changes nothing. */
  IRRELEVANT_FACTS,
  /** The journal is whole, and the records are those that it tells of. */
  JOURNAL,
  /**
   * No person, family or group stands in what is for the public: by id, key of another system, name
   * or day of birth, however it is spelt. Inflected names are not found, nor is a given name alone.
   */
  NOTHING_PERSONAL_IN_PUBLIC
}
