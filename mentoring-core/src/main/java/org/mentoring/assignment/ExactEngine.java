package org.mentoring.assignment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;

/**
 * Finds the best answer to an {@link AssignmentProblem}, exactly, with its proof. The same problem
 * always has the same answer. Stateless and thread-safe.
 *
 * <p>Each connected part is solved by itself: from good starting prices, which rows find by bidding
 * (augmenting row reduction: Jonker and Volgenant, Computing 38, 1987; where many would fight over
 * few, an auction with ever finer increments: Bertsekas, Annals of Operations Research 14, 1988),
 * shortest augmenting paths lead to the optimum. "Unmatched" has a price, so that more pairs come
 * before everything else; the levels between pairs and score are part of what an edge is worth, and
 * the best worst score is found by halving. The final prices are the {@link Certificate}.
 */
public final class ExactEngine {
  private ExactEngine() {}

  /**
   * The best answer.
   *
   * @param listener hears one step for each mentee of the problem, and may stop the engine
   * @throws MentoringException {@code match.too-large} where the levels of a connected part are
   *     together beyond the range of whole numbers: without kept edges and waiting never; with
   *     both, some ten thousand mentees in one part, scores up to 1,000 and ranks up to 20 still
   *     fit
   */
  public static Assignment solve(AssignmentProblem problem, StepListener listener) {
    return problem.isWorstScoreFirst()
        ? bestWorstScore(problem, listener)
        : PartSolver.solve(problem, listener);
  }

  /**
   * The greatest threshold at which pairs, kept pairs and waiting are what they are without one.
   * Fewer edges never give a better answer, so it is found by halving.
   */
  private static Assignment bestWorstScore(AssignmentProblem problem, StepListener listener) {
    AssignmentProblem plain = problem.totalScoreOnly();
    StepListener silent = steps -> listener.advanced(0);
    Assignment anyScore = PartSolver.solve(plain, silent);
    if (anyScore.pairs() == 0) {
      listener.advanced(problem.edges().mentees());
      return anyScore;
    }
    int[] scores = distinctScores(problem, anyScore.worstScore());
    int reached = 0;
    int missed = scores.length;
    Assignment best = anyScore;
    @Nullable Assignment above = null;
    while (missed - reached > 1) {
      int middle = (reached + missed) >>> 1;
      Assignment tried = PartSolver.solve(plain.fromScore(scores[middle]), silent);
      if (sameBeforeScores(tried, anyScore)) {
        reached = middle;
        best = tried;
      } else {
        missed = middle;
        above = tried;
      }
    }
    if (above == null) {
      above = PartSolver.solve(plain.fromScore(scores[reached] + 1L), silent);
    }
    listener.advanced(problem.edges().mentees());
    return best.with(
        best.certificate().with(new Certificate.WorstScoreProof(scores[reached], anyScore, above)));
  }

  private static boolean sameBeforeScores(Assignment left, Assignment right) {
    return left.pairs() == right.pairs()
        && left.kept() == right.kept()
        && left.waited() == right.waited();
  }

  /** The scores of usable edges from the least given on, ascending. */
  private static int[] distinctScores(AssignmentProblem problem, int least) {
    Edges edges = problem.edges();
    int[] scores = new int[edges.size()];
    int count = 0;
    for (int e = 0; e < edges.size(); e++) {
      if (problem.usable(e) && edges.scoreOf(e) >= least) {
        scores[count++] = edges.scoreOf(e);
      }
    }
    return Arrays.stream(scores, 0, count).sorted().distinct().toArray();
  }
}
