package org.mentoring.journal;

import org.mentoring.failure.Invariants;

/**
 * How far the chain was sealed at a time. Kept elsewhere, it shows a chain that was cut or
 * rewritten from within.
 *
 * @param number of the last sealed entry; 0 where there was none
 * @param hash of that entry
 */
public record Checkpoint(long number, String hash) {
  /** Refuses a negative number. */
  public Checkpoint {
    Invariants.present("Checkpoint", hash);
    Invariants.range("journal.number", number, 0, Long.MAX_VALUE);
  }
}
