package org.mentoring.testkit.simulation;

/**
 * Where a figure lies over the runs of a study: quantiles, by linear interpolation between order
 * statistics (type 7 of Hyndman and Fan, 1996). It tells what chance does under the assumptions of
 * the scenario, and nothing of how far those are right.
 *
 * @param low so many runs lie below it as lie above {@code high}
 * @param middle the median
 * @param high see {@code low}
 * @param share of the runs that lie between them, as 0.9
 * @param runs how many there were
 */
public record Interval(double low, double middle, double high, double share, int runs) {}
