package org.mentoring.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoring.testkit.simulation.Difference;
import org.mentoring.testkit.simulation.Interval;

/**
 * What the study measured, as it is kept beside its page.
 *
 * @param restsOn what was simulated, by which definition and rules, by name
 * @param measured all numbers
 */
record Results(SortedMap<String, String> restsOn, List<Measured> measured) {
  Results {
    restsOn = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) restsOn));
    measured = List.copyOf(measured);
  }

  Results(Map<String, String> restsOn, List<Measured> measured) {
    this(new TreeMap<>(restsOn), measured);
  }

  String restsOn(String what) {
    return restsOn.getOrDefault(what, "");
  }

  int runs() {
    return Integer.parseInt(restsOn("runs"));
  }

  /** From the 5th to the 95th hundredth of the runs, with the median. */
  record Range(double low, double middle, double high) {}

  Range range(String variant, String figure, String month) {
    return range(values(variant, figure, month).values());
  }

  Range range(String variant, String figure) {
    return range(variant, figure, "");
  }

  /** By how much a variant is above another one, run by run with the same luck. */
  Difference difference(String variant, String other, String figure) {
    return Difference.of(differences(variant, other, figure));
  }

  /** The same, each run for itself, by seed; runs in which one lacks the figure are left out. */
  List<Double> differences(String variant, String other, String figure) {
    SortedMap<Long, Double> two = values(other, figure, "");
    List<Double> differences = new ArrayList<>();
    values(variant, figure, "")
        .forEach(
            (seed, value) -> {
              Double others = two.get(seed);
              if (others != null) {
                differences.add(value - others);
              }
            });
    return differences;
  }

  SortedMap<String, Range> byMonth(String variant, String figure) {
    SortedMap<String, Range> months = new TreeMap<>();
    measured.stream()
        .filter(each -> each.figure().equals(figure) && !each.month().isEmpty())
        .map(Measured::month)
        .distinct()
        .forEach(month -> months.put(month, range(variant, figure, month)));
    return months;
  }

  private SortedMap<Long, Double> values(String variant, String figure, String month) {
    SortedMap<Long, Double> values = new TreeMap<>();
    measured.stream()
        .filter(each -> each.variant().equals(variant))
        .filter(each -> each.figure().equals(figure) && each.month().equals(month))
        .forEach(each -> values.put(each.seed(), each.value()));
    return values;
  }

  /** From the 5th to the 95th hundredth, as the simulator takes them. */
  private static Range range(Collection<Double> values) {
    Interval interval = Interval.of(List.copyOf(values), 0.9);
    return new Range(interval.low(), interval.middle(), interval.high());
  }

  /** First what was simulated, then the numbers, one a line. */
  String csv() {
    StringBuilder text = new StringBuilder();
    text.append("# ")
        .append(
            restsOn.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" ")))
        .append('\n')
        .append(Measured.COLUMNS)
        .append('\n');
    for (Measured each : measured) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%s,%s,%s%n",
              each.variant(),
              each.seed(),
              each.figure(),
              each.month(),
              number(each.value())));
    }
    return text.toString().replace("\r\n", "\n");
  }

  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  static Results parse(String csv) {
    List<String> lines = csv.lines().toList();
    Map<String, String> head = new HashMap<>();
    for (String pair : lines.get(0).substring(2).split(" ", -1)) {
      int equals = pair.indexOf('=');
      head.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new Results(head, lines.stream().skip(2).map(Measured::parse).toList());
  }
}
