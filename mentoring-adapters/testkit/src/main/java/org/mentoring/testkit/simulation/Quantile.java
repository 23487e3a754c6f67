package org.mentoring.testkit.simulation;

import java.util.List;

/** Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996). */
final class Quantile {
  private Quantile() {}

  /**
   * The quantile of sorted values.
   *
   * @param sorted at least one, ascending
   */
  static double of(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) StrictMath.floor(place);
    int above = Math.min(sorted.size() - 1, below + 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
