package org.mentoring.matching;

import java.util.Arrays;

/** Bit sets that lie one after the other, of the same number of words each. */
final class BitRows {
  private BitRows() {}

  /**
   * How many bits one set shares with each set of a row. Walking the row word by word keeps the
   * loop long and tight, and passes over the words in which the one set has nothing.
   *
   * @param shared filled in as far as the row goes
   */
  static void count(
      long[] bits, int one, long[] others, int words, int[] row, int count, int[] shared) {
    Arrays.fill(shared, 0, count, 0);
    for (int w = 0; w < words; w++) {
      long mine = bits[one * words + w];
      if (mine != 0) {
        for (int k = 0; k < count; k++) {
          shared[k] += Long.bitCount(mine & others[row[k] * words + w]);
        }
      }
    }
  }
}
