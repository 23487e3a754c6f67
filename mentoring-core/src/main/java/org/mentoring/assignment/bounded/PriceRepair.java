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
            weights.worths().pair()
                + weights.besides(problem, mentee, first + k)
                - aroundMentees[mentee]
                - atMentors[edges.mentorOf(first + k)];
      }
      int least = problem.menteeLeast(mentee);
      int most = Math.min(problem.menteeMost(mentee), count);
      ofMentees[mentee] = best(gains, least, most, weights.worths().mentee());
    }
  }

  /** What is limited is bent at these prices only, so the least is at one of them. */
  private static long best(long[] gains, int least, int most, long first) {
    long best = 0;
    double lowest = limit(0, gains, least, most, first);
    long[] bends = Arrays.copyOf(gains, gains.length + 1);
    bends[gains.length] = -first;
    for (long price : bends) {
      double limited = limit(price, gains, least, most, first);
      if (limited < lowest) {
        lowest = limited;
        best = price;
      }
    }
    return best;
  }

  private static double limit(long price, long[] gains, int least, int most, long first) {
    double sum = 0;
    for (long gain : gains) {
      sum += Math.max(0.0, (double) gain - price);
    }
    double atLeast = (double) price * least + (least > 0 ? first : 0);
    double atOne = least > 1 || most < 1 ? atLeast : (double) price + first;
    double atMost = (double) price * most + (most > 0 ? first : 0);
    return sum + Math.max(atLeast, Math.max(atOne, atMost));
  }
}
