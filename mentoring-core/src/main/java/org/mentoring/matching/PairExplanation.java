package org.mentoring.matching;

import java.util.List;

/**
 * Why two parties can or cannot be a pair.
 *
 * @param pair which
 * @param possible whether every hard criterion holds
 * @param score the sum of the points
 * @param criteria by id
 */
public record PairExplanation(
    PairKey pair, boolean possible, long score, List<CriterionScore> criteria) {
  /** Copies. */
  public PairExplanation {
    criteria = List.copyOf(criteria);
  }
}
