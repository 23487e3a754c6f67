package org.mentoring.assignment;

import java.util.SplittableRandom;

/**
 * Finds stable matchings: nobody has to be content with a partner while another, whom it would
 * rather have, would rather have it.
 *
 * <p>Without ties the answer is the one that is best for every member of the asking side at once;
 * it does not depend on the order in which they ask. With ties stable matchings differ in size, and
 * the greatest is hard to find (the problem is NP-hard); the answer has at least two thirds of its
 * pairs, is enlarged as long as a chain of exchanges adds a pair, and small problems are tried anew
 * with their ties in another order. The same problem always has the same answer.
 *
 * <p>The work without ties is proportional to the edges, save for sorting. Stateless and
 * thread-safe.
 */
public final class StableEngine {
  private static final int ATTEMPTS = 1_000;
  private static final long EDGES_OF_ALL_ATTEMPTS = 4_000_000;

  private final StableProblem problem;
  private final int[] menteeOf;
  private final PreferenceLists own;
  private final PreferenceLists others;

  private StableEngine(StableProblem problem) {
    this.problem = problem;
    this.menteeOf = PreferenceLists.menteeOf(problem.edges());
    this.own = PreferenceLists.of(problem, problem.proposing(), menteeOf);
    this.others = PreferenceLists.of(problem, problem.proposing().other(), menteeOf);
  }

  /**
   * A stable matching.
   *
   * @param problem who ranks whom, and who asks
   * @param listener hears how many of the mentees are done; work on ties that comes after is told
   *     as 0
   */
  public static StableMatching solve(StableProblem problem, StepListener listener) {
    return new StableMatching(problem, new StableEngine(problem).solve(listener));
  }

  private int[] solve(StepListener listener) {
    if (!own.anyTie() && !others.anyTie()) {
      return DeferredAcceptance.solve(own, false, listener);
    }
    int[] best = grown(DeferredAcceptance.solve(own, true, listener), listener);
    Islands islands = new Islands(problem);
    int most = islands.mostPairs();
    if (islands.count(best) < most) {
      int[] turned = DeferredAcceptance.solve(others, true, StepListener.NONE);
      islands.takeGreater(best, grown(turned, listener));
    }
    SplittableRandom chance = new SplittableRandom(1);
    long attempts = Math.min(ATTEMPTS, EDGES_OF_ALL_ATTEMPTS / problem.edges().size());
    for (int k = 0; k < attempts && islands.count(best) < most; k++) {
      PreferenceLists lists = (k % 2 == 0 ? own : others).shuffled(chance);
      int[] attempt = DeferredAcceptance.solve(lists, true, StepListener.NONE);
      islands.takeGreater(best, grown(attempt, listener));
    }
    return best;
  }

  private int[] grown(int[] edgeOf, StepListener listener) {
    PairsAtHand pairs = new PairsAtHand(problem, menteeOf, edgeOf);
    Proposing side = problem.proposing();
    boolean grows = true;
    while (grows) {
      listener.advanced(0);
      grows = StableChains.grow(own, side, pairs) || StableChains.grow(others, side.other(), pairs);
    }
    return pairs.toArray();
  }
}
