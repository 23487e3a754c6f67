package org.mentoring.matching;

import java.util.List;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;

/**
 * How a pair does on one criterion.
 *
 * @param criterion which
 * @param holds whether its term holds
 * @param points what it adds to the score; 0 for a hard criterion
 * @param leaves the simple terms inside, in their order, each with what was measured
 */
public record CriterionScore(Criterion criterion, boolean holds, int points, List<Leaf> leaves) {
  /** Copies. */
  public CriterionScore {
    leaves = List.copyOf(leaves);
  }

  /**
   * A simple term and what was measured: for sets the number of common or answered values out of
   * those asked, for a gap in age or service the years, for a scale the steps, for free time the
   * minutes, for a distance the kilometres, for neighbours the borders in between (2 for more than
   * one), else 1 or 0.
   *
   * @param term the simple term
   * @param holds whether it holds
   * @param measured the figure
   * @param outOf the whole that the figure is a part of; 0 where there is none
   * @param known whether both parties have what the term looks at
   */
  public record Leaf(Term term, boolean holds, long measured, long outOf, boolean known) {}
}
