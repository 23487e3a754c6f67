package org.mentoring.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param median of the rounds; of a ratio, the ratio of the medians
 * @param least of the rounds; the median where there is no spread
 * @param most likewise
 * @param unit of all of them
 * @param processor median of the time that all processors worked, in the same unit; null where it
 *     was not measured
 * @param aim the median should be at most this; null where there is no aim
 * @param instead what is told instead of the numbers, where there are none; else null
 */
record Figure(
    String name,
    double median,
    double least,
    double most,
    String unit,
    @Nullable Double processor,
    @Nullable Double aim,
    @Nullable String instead) {
  static Figure of(String name, double value, String unit) {
    return spread(name, value, value, value, unit);
  }

  static Figure spread(String name, double median, double least, double most, String unit) {
    return new Figure(name, median, least, most, unit, null, null, null);
  }

  static Figure ratio(String name, double numerator, double denominator) {
    return of(name, numerator / denominator, "ratio");
  }

  /** What could not be measured, and why. */
  static Figure without(String name, String reason) {
    return new Figure(name, Double.NaN, Double.NaN, Double.NaN, "", null, null, reason);
  }

  Figure aimingAt(double atMost) {
    return new Figure(name, median, least, most, unit, processor, atMost, instead);
  }

  Figure withProcessor(double median) {
    return new Figure(name, this.median, least, most, unit, median, aim, instead);
  }

  boolean missed() {
    Double atMost = aim;
    return atMost != null && median > atMost;
  }

  /** The figure for a table's column. */
  String told() {
    String without = instead;
    return without != null ? without : number(median) + " " + unit;
  }

  String spread() {
    return least < most ? number(least) + " to " + number(most) : "";
  }

  String toldProcessor() {
    Double time = processor;
    return time == null ? "" : number(time);
  }

  String toldAim() {
    Double atMost = aim;
    return atMost == null
        ? ""
        : "at most " + number(atMost) + ": " + (missed() ? "**missed**" : "met");
  }

  String line() {
    String aimed = aim == null ? "" : "  (" + toldAim().replace("*", "") + ")";
    return String.format(
        Locale.ROOT, "%-62s %16s %24s %12s%s", name, told(), spread(), toldProcessor(), aimed);
  }

  private static String number(double value) {
    String pattern =
        value == Math.rint(value) || value >= 1_000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
