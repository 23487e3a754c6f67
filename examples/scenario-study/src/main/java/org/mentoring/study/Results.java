package org.mentoring.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the study measured, as it is kept beside its page.
 *
 * @param mentees in each run
 * @param mentors in each run
 * @param runs of each variant
 * @param time that each run simulates, as {@code P9M}
 * @param rules names the rules
 * @param measured all numbers
 */
record Results(
    int mentees, int mentors, int runs, String time, String rules, List<Measured> measured) {
  Results {
    measured = List.copyOf(measured);
  }

  /** From the 5th to the 95th hundredth of the runs, with the median. */
  record Range(double low, double middle, double high) {}

  Range range(String variant, String figure, String month) {
    return range(values(variant, figure, month));
  }

  Range range(String variant, String figure) {
    return range(variant, figure, "");
  }

  /** By how much a variant is above another one, run by run with the same luck. */
  Range difference(String variant, String other, String figure) {
    return range(differences(variant, other, figure));
  }

  /** The same, each run for itself, by seed. */
  List<Double> differences(String variant, String other, String figure) {
    List<Double> one = values(variant, figure, "");
    List<Double> two = values(other, figure, "");
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      differences.add(one.get(i) - two.get(i));
    }
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

  private List<Double> values(String variant, String figure, String month) {
    return measured.stream()
        .filter(each -> each.variant().equals(variant))
        .filter(each -> each.figure().equals(figure) && each.month().equals(month))
        .map(Measured::value)
        .toList();
  }

  /** Quantiles of 5, 50 and 95 %, interpolated as the simulator does. */
  private static Range range(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Range(quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95));
  }

  private static double quantile(List<Double> sorted, double share) {
    if (sorted.isEmpty()) {
      return 0;
    }
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.size() - 1, below + 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  /** First what was simulated, then the numbers, one a line. */
  String csv() {
    StringBuilder text = new StringBuilder();
    text.append("# mentees=")
        .append(mentees)
        .append(" mentors=")
        .append(mentors)
        .append(" runs=")
        .append(runs)
        .append(" time=")
        .append(time)
        .append(" rules=")
        .append(rules)
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
    return new Results(
        Integer.parseInt(head.getOrDefault("mentees", "0")),
        Integer.parseInt(head.getOrDefault("mentors", "0")),
        Integer.parseInt(head.getOrDefault("runs", "0")),
        head.getOrDefault("time", ""),
        head.getOrDefault("rules", ""),
        lines.stream().skip(2).map(Measured::parse).toList());
  }
}
