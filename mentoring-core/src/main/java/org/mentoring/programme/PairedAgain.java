package org.mentoring.programme;

/** Whether a mentor and a mentee whom an early ending has parted may be paired again. */
public enum PairedAgain {
  /** Not as long as the programme runs, whatever reason is given. */
  NEVER,
  /** As if they had never been a pair. */
  FREELY
}
