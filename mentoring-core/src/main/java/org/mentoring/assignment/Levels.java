package org.mentoring.assignment;

import java.util.Map;
import org.mentoring.failure.MentoringException;

/**
 * What a pair, a kept pair and a rank of waiting are worth in one part, so that each outweighs
 * everything below it.
 *
 * @param pair what each pair is worth
 * @param keep what a kept pair is worth beside
 * @param waiting what each rank of the mentee's waiting is worth beside
 */
record Levels(long pair, long keep, long waiting) {
  /** Prices and distances stay within so many times the value of a pair, even guessed ones. */
  private static final long HEADROOM = 32;

  /**
   * The least values that do.
   *
   * @param mostPairs how many pairs the part can have at most
   * @param mostScore the greatest score of an edge
   * @param mostKept how many of the edges are better kept
   * @param allRanks the sum of the mentees' ranks
   */
  static Levels of(long mostPairs, int mostScore, long mostKept, long allRanks) {
    try {
      long below = Math.multiplyExact(mostPairs, (long) mostScore);
      long waiting = 0;
      if (allRanks > 0) {
        waiting = below + 1;
        below = Math.addExact(below, Math.multiplyExact(waiting, allRanks));
      }
      long keep = 0;
      if (mostKept > 0) {
        keep = below + 1;
        below = Math.addExact(below, Math.multiplyExact(keep, Math.min(mostKept, mostPairs)));
      }
      Math.multiplyExact(below + 1, HEADROOM);
      return new Levels(below + 1, keep, waiting);
    } catch (ArithmeticException tooLarge) {
      throw new MentoringException(
          "match.too-large",
          Map.of(
              "pairs", Long.toString(mostPairs),
              "score", Integer.toString(mostScore),
              "kept", Long.toString(mostKept),
              "ranks", Long.toString(allRanks)),
          "Match fewer at once, use smaller scores or ranks, or ask for fewer levels.");
    }
  }
}
