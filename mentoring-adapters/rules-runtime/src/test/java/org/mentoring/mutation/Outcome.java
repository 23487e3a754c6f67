package org.mentoring.mutation;

/** What became of a mutant. */
enum Outcome {
  /** A test failed. */
  KILLED,
  /** The rules went on for ever, or ate all memory. */
  STOPPED,
  /** Every test passed. */
  SURVIVED,
  /** It is no rule: nobody could write it. */
  NOT_COMPILED
}
