package org.mentoring.testkit.simulation;

import java.util.List;

/**
 * By how much two studies differ, run by run. The spread tells how differently single runs come
 * out; whether the studies differ at all is told by the bounds of the median, which hold it with
 * the given confidence whatever the distribution is: order statistics, by the sign test (Conover,
 * Practical Nonparametric Statistics, 3rd edition, 1999, section 3.2).
 *
 * @param spread from the lowest to the highest difference of one run, with their median
 * @param low lower bound of the median difference; NaN if there are no runs
 * @param high upper bound of the median difference; NaN if there are no runs
 * @param confidence that the bounds hold the median: 0.95 or more from six runs on; with fewer what
 *     the lowest and the highest give
 */
public record Difference(Interval spread, double low, double high, double confidence) {
  private static final double WANTED = 0.95;

  /**
   * Of differences of single runs.
   *
   * @param differences in any order, one for each run with the same seed
   */
  public static Difference of(List<Double> differences) {
    Interval spread = Interval.of(differences, 1);
    List<Double> sorted = differences.stream().sorted().toList();
    int runs = sorted.size();
    if (runs == 0) {
      return new Difference(spread, Double.NaN, Double.NaN, 0);
    }
    // The probability that fewer than so many of the runs lie below the median, summed up.
    double term = StrictMath.pow(0.5, runs);
    double below = term;
    int left = 0;
    while (left + 1 < runs / 2) {
      double next = term * (runs - left) / (left + 1);
      if (1 - 2 * (below + next) < WANTED) {
        break;
      }
      term = next;
      below += next;
      left++;
    }
    return new Difference(
        spread, sorted.get(left), sorted.get(runs - 1 - left), Math.max(0, 1 - 2 * below));
  }
}
