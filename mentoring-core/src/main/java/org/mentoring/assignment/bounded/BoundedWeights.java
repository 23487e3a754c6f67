package org.mentoring.assignment.bounded;

import java.util.Map;
import org.mentoring.assignment.Edges;
import org.mentoring.failure.MentoringException;

/**
 * Levels of the objective as one number: one more on a level outweighs everything below it.
 *
 * @param worths what each level is worth
 * @param extra a cost above that of any way round in a network with these worths
 */
record BoundedWeights(BoundedWorths worths, long extra) {
  static BoundedWeights of(BoundedProblem problem) {
    Edges edges = problem.edges();
    int[] degrees = new int[edges.mentors()];
    long byMentees = 0;
    long mentees = 0;
    int greatest = 0;
    int longest = 0;
    boolean several = false;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int end = edges.firstEdge(mentee + 1);
      int most = Math.min(problem.menteeMost(mentee), end - edges.firstEdge(mentee));
      byMentees += most;
      mentees += most > 0 ? 1 : 0;
      several |= most > 1;
      longest = Math.max(longest, problem.waiting(mentee));
      for (int e = edges.firstEdge(mentee); e < end; e++) {
        degrees[edges.mentorOf(e)]++;
        greatest = Math.max(greatest, edges.scoreOf(e));
      }
    }
    long byMentors = 0;
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      byMentors += Math.min(problem.mentorMost(mentor), degrees[mentor]);
    }
    long pairs = Math.min(byMentees, byMentors);
    long keptPairs = Math.min(problem.keptEdges(), pairs);
    try {
      long below = Math.multiplyExact(pairs, greatest);
      long waited = longest == 0 ? 0 : below + 1;
      below = Math.addExact(below, times(waited, Math.multiplyExact(pairs, longest)));
      long kept = keptPairs == 0 ? 0 : below + 1;
      below = Math.addExact(below, times(kept, keptPairs));
      long pair = below + 1;
      below = Math.addExact(below, times(pair, pairs));
      long mentee = several ? below + 1 : 0;
      // A simple way round meets the root once, and each mentee and mentor once.
      long persons = 2 * (Math.min(mentees, edges.mentors()) + 1);
      long ofPair = Math.addExact(Math.addExact(kept, times(waited, longest)), greatest);
      long extra = Math.addExact(times(persons, ofPair), Math.multiplyExact(2, pair));
      // What a mentee's first pair is worth is met beside the root and beside each quota.
      extra = Math.addExact(extra, times(2 * (problem.quotas().size() + 1L), mentee));
      Math.multiplyExact(extra, 8L);
      return new BoundedWeights(new BoundedWorths(mentee, pair, kept, waited), extra + 1);
    } catch (ArithmeticException tooLarge) {
      throw new MentoringException(
          "match.scores-too-large",
          Map.of(
              "pairs", Long.toString(pairs),
              "kept", Long.toString(keptPairs),
              "waiting", Integer.toString(longest),
              "score", Integer.toString(greatest)),
          "Give scores on a scale of at most 10,000 points and waiting in few ranks.");
    }
  }

  private static long times(long one, long other) {
    return Math.multiplyExact(one, other);
  }

  /** The sum of what each mentee's pairs are worth at most, without that they are pairs. */
  long besidesAtMost(BoundedProblem problem) {
    Edges edges = problem.edges();
    long sum = 0;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      long most = 0;
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        most = Math.max(most, besides(problem, mentee, e));
      }
      int possible = edges.firstEdge(mentee + 1) - edges.firstEdge(mentee);
      sum = Math.addExact(sum, times(most, Math.min(problem.menteeMost(mentee), possible)));
    }
    return sum;
  }

  /** What a pair is worth, without that it is one. */
  long besides(BoundedProblem problem, int mentee, int edge) {
    return (problem.kept(edge) ? worths.kept() : 0)
        + worths.waited() * problem.waiting(mentee)
        + problem.edges().scoreOf(edge);
  }
}
