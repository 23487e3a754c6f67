package org.mentoring.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.mentoring.failure.Invariants;

/**
 * Says by the definition alone whether a matching is stable, whoever made it: it shares no code
 * with the engine. A pair blocks if each of the two would strictly rather have the other; who has
 * nobody, and a mentor with a free place, would rather have anybody acceptable. One look at each
 * edge. Stateless and thread-safe.
 */
public final class StabilityChecker {
  private StabilityChecker() {}

  /**
   * All blocking pairs, by mentee and mentor; none means that the matching is stable.
   *
   * @param edgeOf for each mentee its edge, or a negative number
   * @throws org.mentoring.failure.InvalidValue if an edge is not of its mentee or a mentor has more
   *     mentees than places
   */
  public static List<BlockingPair> blockingPairs(StableProblem problem, IntUnaryOperator edgeOf) {
    Edges edges = problem.edges();
    int[] chosen = new int[edges.mentees()];
    Arrays.setAll(chosen, edgeOf);
    int[] leastWanted = leastWanted(problem, chosen);
    List<BlockingPair> blocking = new ArrayList<>();
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      int own = chosen[mentee] < 0 ? Integer.MAX_VALUE : problem.menteeRank(chosen[mentee]);
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        boolean menteeWould = chosen[mentee] < 0 || problem.menteeRank(e) < own;
        if (menteeWould && mentorWould(problem, e, leastWanted)) {
          blocking.add(new BlockingPair(mentee, edges.mentorOf(e)));
        }
      }
    }
    return List.copyOf(blocking);
  }

  private static boolean mentorWould(StableProblem problem, int edge, int[] leastWanted) {
    int least = leastWanted[problem.edges().mentorOf(edge)];
    return least == Integer.MIN_VALUE || problem.mentorRank(edge) < least;
  }

  /** The worst rank that a mentor has to bear; the least number for a free place, 0 for none. */
  private static int[] leastWanted(StableProblem problem, int[] chosen) {
    Edges edges = problem.edges();
    int[] taken = new int[edges.mentors()];
    int[] worst = new int[edges.mentors()];
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      int edge = chosen[mentee];
      if (edge >= 0) {
        Invariants.range(
            "matching.edge", edge, edges.firstEdge(mentee), edges.firstEdge(mentee + 1) - 1L);
        int mentor = edges.mentorOf(edge);
        taken[mentor]++;
        worst[mentor] = Math.max(worst[mentor], problem.mentorRank(edge));
      }
    }
    for (int mentor = 0; mentor < worst.length; mentor++) {
      Invariants.range("matching.mentees", taken[mentor], 0, problem.places(mentor));
      if (taken[mentor] < problem.places(mentor)) {
        worst[mentor] = Integer.MIN_VALUE;
      }
    }
    return worst;
  }
}
