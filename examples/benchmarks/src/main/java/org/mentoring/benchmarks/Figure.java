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
 * @param aim the median should be at most this; null where there is no aim
 */
record Figure(
    String name, double median, double least, double most, String unit, @Nullable Double aim) {
  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, value, value, unit, null);
  }

  static Figure ratio(String name, double numerator, double denominator) {
    return of(name, numerator / denominator, "ratio");
  }

  Figure aimingAt(double atMost) {
    return new Figure(name, median, least, most, unit, atMost);
  }

  boolean missed() {
    Double atMost = aim;
    return atMost != null && median > atMost;
  }

  /** The figure for a table's column. */
  String told() {
    return number(median) + " " + unit;
  }

  String spread() {
    return least < most ? number(least) + " to " + number(most) : "";
  }

  String toldAim() {
    Double atMost = aim;
    return atMost == null
        ? ""
        : "at most " + number(atMost) + ": " + (missed() ? "**missed**" : "met");
  }

  String line() {
    String aimed = aim == null ? "" : "  (" + toldAim().replace("*", "") + ")";
    return String.format(Locale.ROOT, "%-58s %14s %24s%s", name, told(), spread(), aimed);
  }

  private static String number(double value) {
    String pattern = value >= 1_000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
