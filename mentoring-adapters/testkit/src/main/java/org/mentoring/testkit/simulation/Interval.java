package org.mentoring.testkit.simulation;

import java.util.List;
import org.mentoring.failure.Invariants;

/**
 * Where a figure lies over the runs of a study: quantiles, by linear interpolation between order
 * statistics (type 7 of Hyndman and Fan, 1996). It tells how far single runs lie apart by chance,
 * under the assumptions of the scenario: not how sure their middle is (for which see {@link
 * Difference}), and nothing of how far the assumptions are right. With fewer than twenty runs nine
 * of ten cannot be told from eight of ten: then ask for a share of 1, from the lowest to the
 * highest.
 *
 * @param low so many runs lie below it as lie above {@code high}; NaN if there are none
 * @param middle the median; NaN if there are none
 * @param high see {@code low}
 * @param share of the runs that lie between them, as 0.9
 * @param runs how many there were that have the figure
 */
public record Interval(double low, double middle, double high, double share, int runs) {
  /**
   * Of the values of single runs.
   *
   * @param values in any order, one for each run that has one
   * @param share above 0, at most 1
   */
  public static Interval of(List<Double> values, double share) {
    Invariants.range("study.share", (long) Math.ceil(share * 1_000), 1, 1_000);
    List<Double> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN, share, 0);
    }
    return new Interval(
        Quantile.of(sorted, (1 - share) / 2),
        Quantile.of(sorted, 0.5),
        Quantile.of(sorted, (1 + share) / 2),
        share,
        sorted.size());
  }
}
