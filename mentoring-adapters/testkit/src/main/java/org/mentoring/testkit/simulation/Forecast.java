package org.mentoring.testkit.simulation;

/**
 * Whether a target will be reached, as far as the scenario is right: the share of runs that reached
 * it, with Wilson's 95 % interval (1927) for the probability that this share estimates.
 *
 * @param figure the code of the figure
 * @param atLeast the target
 * @param reached in how many runs
 * @param runs how many there were
 * @param low lower bound of the probability, 0 to 1
 * @param high upper bound of the probability, 0 to 1
 */
public record Forecast(
    String figure, double atLeast, int reached, int runs, double low, double high) {
  /** Of the standard normal distribution, for 95 %. */
  private static final double Z = 1.959963984540054;

  static Forecast of(String figure, double atLeast, int reached, int runs) {
    double share = (double) reached / runs;
    double square = Z * Z / runs;
    double middle = (share + square / 2) / (1 + square);
    double half =
        Z * StrictMath.sqrt(share * (1 - share) / runs + square / (4 * runs)) / (1 + square);
    return new Forecast(
        figure,
        atLeast,
        reached,
        runs,
        reached == 0 ? 0 : Math.max(0, middle - half),
        reached == runs ? 1 : Math.min(1, middle + half));
  }

  /** The estimate, 0 to 1. */
  public double probability() {
    return (double) reached / runs;
  }
}
