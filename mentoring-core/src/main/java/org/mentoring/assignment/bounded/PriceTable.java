package org.mentoring.assignment.bounded;

import java.util.Arrays;
import org.mentoring.assignment.Edges;

/** Prices being collected. Not thread-safe. */
final class PriceTable {
  final long[] mentees;
  final long[] mentors;
  final long[] quotas;
  private final BoundedProblem problem;

  PriceTable(BoundedProblem problem) {
    this.problem = problem;
    mentees = new long[problem.edges().mentees()];
    mentors = new long[problem.edges().mentors()];
    quotas = new long[problem.quotas().size()];
  }

  BoundedPrices prices(BoundedWorths worths) {
    return new BoundedPrices(worths, mentees, mentors, quotas);
  }

  /** Whether prices and worths so many times as high still fit into sums of 64 bits. */
  boolean bears(long times, BoundedWorths worths) {
    long most = Long.MAX_VALUE / 64 / times / (quotas.length + 1L);
    return Math.max(worths.pair(), worths.mentee()) < most
        && within(mentees, most)
        && within(mentors, most)
        && within(quotas, most);
  }

  private static boolean within(long[] prices, long most) {
    return Arrays.stream(prices).allMatch(price -> -most < price && price < most);
  }

  /**
   * Prices of a search that was stopped, made to prove as much as they can: each mentee's bound
   * gets the price at which the proved limit is least, the other prices as they are.
   *
   * @param times by how much prices are raised, together with what mentees and pairs are worth
   */
  BoundedPrices sharpened(BoundedWeights weights, long times) {
    Edges edges = problem.edges();
    BoundedWorths worths = weights.worths();
    BoundedWorths raised =
        new BoundedWorths(
            worths.mentee() * times, worths.pair() * times, worths.kept(), worths.waited());
    long[] ofMentors = Arrays.stream(mentors).map(price -> price * times).toArray();
    long[] ofQuotas = Arrays.stream(quotas).map(price -> price * times).toArray();
    long[] aroundMentees = new long[mentees.length];
    long[] atMentors = ofMentors.clone();
    for (int number = 0; number < ofQuotas.length; number++) {
      Quota quota = problem.quotas().get(number);
      long[] at = quota.side() == Quota.Side.MENTEES ? aroundMentees : atMentors;
      for (int member : quota.members()) {
        at[member] += ofQuotas[number];
      }
    }
    long[] ofMentees = new long[mentees.length];
    for (int mentee = 0; mentee < ofMentees.length; mentee++) {
      int first = edges.firstEdge(mentee);
      int count = edges.firstEdge(mentee + 1) - first;
      long[] gains = new long[count];
      for (int k = 0; k < count; k++) {
        gains[k] =
            raised.pair()
                + weights.besides(problem, mentee, first + k)
                - aroundMentees[mentee]
                - atMentors[edges.mentorOf(first + k)];
      }
      int least = problem.menteeLeast(mentee);
      int most = Math.min(problem.menteeMost(mentee), count);
      ofMentees[mentee] = best(gains, least, most, raised.mentee());
    }
    return new BoundedPrices(raised, ofMentees, ofMentors, ofQuotas);
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
