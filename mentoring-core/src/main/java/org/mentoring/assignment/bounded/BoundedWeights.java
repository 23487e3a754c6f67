package org.mentoring.assignment.bounded;

import java.util.Map;
import org.mentoring.assignment.Edges;
import org.mentoring.failure.MentoringException;

/**
 * Levels of the objective as one number: a kept pair outweighs all scores together, and a pair all
 * kept pairs and scores.
 *
 * @param pair what a pair is worth besides its score
 * @param kept what a kept pair is worth besides
 * @param most more than any answer reaches, level by level
 * @param extra a cost above that of any way round in a network with these weights
 */
record BoundedWeights(long pair, long kept, Objective most, long extra) {
  static BoundedWeights of(BoundedProblem problem) {
    Edges edges = problem.edges();
    int[] degrees = new int[edges.mentors()];
    long byMentees = 0;
    int greatest = 0;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int end = edges.firstEdge(mentee + 1);
      byMentees += Math.min(problem.menteeMost(mentee), end - edges.firstEdge(mentee));
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
      long scores = Math.multiplyExact(pairs, greatest);
      long keptWeight = keptPairs == 0 ? 0 : scores + 1;
      long below = Math.addExact(Math.multiplyExact(keptPairs, keptWeight), scores);
      long pairWeight = Math.addExact(below, 1);
      // A simple way round meets the root once and each mentee and mentor once.
      long persons = Math.min(edges.mentees(), edges.mentors()) + 1L;
      long ofPairs = Math.multiplyExact(2 * persons, Math.addExact(keptWeight, greatest));
      long extra = Math.addExact(Math.addExact(pairWeight, pairWeight), ofPairs) + 1;
      Math.multiplyExact(extra, 8L);
      return new BoundedWeights(
          pairWeight, keptWeight, new Objective(pairs, keptPairs, scores), extra);
    } catch (ArithmeticException tooLarge) {
      throw new MentoringException(
          "match.scores-too-large",
          Map.of(
              "pairs", Long.toString(pairs),
              "kept", Long.toString(keptPairs),
              "score", Integer.toString(greatest)),
          "Give scores on a scale of at most 10,000 points.");
    }
  }

  long worth(BoundedProblem problem, int edge) {
    return pair + (problem.kept(edge) ? kept : 0) + problem.edges().scoreOf(edge);
  }
}
