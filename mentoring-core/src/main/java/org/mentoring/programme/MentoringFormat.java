package org.mentoring.programme;

/** The format of a practice. */
public enum MentoringFormat {
  /** An experienced person and one who is new. */
  TRADITIONAL,
  /** Equals of about the same age. */
  PEER,
  /** Older and younger. */
  INTERGENERATIONAL,
  /** A school and a family. */
  SCHOOL_FAMILY,
  /** The younger or shorter in service teaches what he knows better. */
  REVERSE,
  /** Both give and take. */
  PARTNERSHIP
}
