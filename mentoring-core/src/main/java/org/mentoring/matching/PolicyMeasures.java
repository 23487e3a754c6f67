package org.mentoring.matching;

import java.util.OptionalInt;

/**
 * What the answer of a policy is like, so that the price of each policy is seen. Locked pairs count
 * in all figures but the blocking pairs, because nobody could leave them.
 *
 * @param pairs how many
 * @param kept how many of the pairs existed before
 * @param totalScore the sum of the scores
 * @param leastScore the least score of a pair; -1 where there is no pair
 * @param blockingPairs how many possible pairs would both rather have each other; -1 where bounds
 *     on groups or teams leave that without a meaning
 */
public record PolicyMeasures(
    int pairs, int kept, long totalScore, int leastScore, int blockingPairs) {
  /** The least score of a pair, if there is one. */
  public OptionalInt worstScore() {
    return leastScore < 0 ? OptionalInt.empty() : OptionalInt.of(leastScore);
  }
}
