package org.mentoring.json.document;

import org.mentoring.failure.Invariants;

/**
 * How much a document may hold, so that a hostile one cannot exhaust the memory.
 *
 * @param bytes size of the document, 1 to 1,000,000,000
 * @param depth how deep lists and objects may be nested, 1 to 500
 * @param digits characters of a number, 1 to 1,000
 */
public record ReadLimits(int bytes, int depth, int digits) {
  /** 5 MB, 64 levels, numbers of 20 characters. */
  public static final ReadLimits USUAL = new ReadLimits(5_000_000, 64, 20);

  /** Refuses limits out of range. */
  public ReadLimits {
    Invariants.range("bytes", bytes, 1, 1_000_000_000);
    Invariants.range("depth", depth, 1, 500);
    Invariants.range("digits", digits, 1, 1_000);
  }
}
