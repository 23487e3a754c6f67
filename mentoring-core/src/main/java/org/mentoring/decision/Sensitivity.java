package org.mentoring.decision;

/** Who may read a parameter of a finding. */
public enum Sensitivity {
  /** It stands in the definition: everybody who may read the finding. */
  TERMS,
  /** It tells something about the party: the party itself and coordinators. */
  ABOUT_PARTY,
  /** It tells something that the party itself need not read: coordinators only. */
  STAFF_ONLY
}
