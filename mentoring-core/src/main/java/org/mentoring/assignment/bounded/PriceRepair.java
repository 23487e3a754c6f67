package org.mentoring.assignment.bounded;

import java.util.Arrays;
import org.mentoring.assignment.Edges;

/** Sharpens the prices of a search that was stopped, so that they prove as much as they can. */
final class PriceRepair {
  private PriceRepair() {}

  /**
   * Gives each mentee's bound the price at which the proved limit is least, the other prices as
   * they are.
   */
  static void sharpen(
      BoundedProblem problem,
      BoundedWeights weights,
      long[] ofMentees,
      long[] ofMentors,
      long[] ofQuotas) {
    Edges edges = problem.edges();
    long[] aroundMentees = new long[edges.mentees()];
    long[] atMentors = ofMentors.clone();
    for (int number = 0; number < ofQuotas.length; number++) {
      Quota quota = problem.quotas().get(number);
      long[] at = quota.side() == Quota.Side.MENTEES ? aroundMentees : atMentors;
      for (int member : quota.members()) {
        at[member] += ofQuotas[number];
      }
    }
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int first = edges.firstEdge(mentee);
      int count = edges.firstEdge(mentee + 1) - first;
      long[] gains = new long[count];
      for (int k = 0; k < count; k++) {
        gains[k] =
            weights.worth(problem, first + k)
                - aroundMentees[mentee]
                - atMentors[edges.mentorOf(first + k)];
      }
      Arrays.sort(gains);
      int most = problem.menteeMost(mentee);
      int least = problem.menteeLeast(mentee);
      long price = 0;
      if (most < count && gains[count - 1 - most] > 0) {
        price = gains[count - 1 - most];
      } else if (least > 0 && gains[count - least] < 0) {
        price = gains[count - least];
      }
      ofMentees[mentee] = price;
    }
  }
}
