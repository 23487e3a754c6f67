package org.mentoring.conformance;

/** How it stands with a benchmark in one case. */
public enum CaseState {
  /** It is met, and what is on record shows it. */
  MET,
  /** Not met, but an authority waived what the programme asks for it. */
  WAIVED,
  /** Its time has not come. */
  NOT_YET,
  /** The programme does not ask for it, and nothing is on record of it. */
  NOT_RECORDED,
  /**
   * What was on record cannot be told: the data of a party were erased, or the version that judges
   * the mentorship is not known. The case's findings say which.
   */
  NOT_KNOWN,
  /** The programme asks for it or has something on record, and that falls short. */
  NOT_MET
}
