package org.mentoring.testkit.simulation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoring.failure.Invariants;

/**
 * The figures of all runs of a study, by seed. Immutable and thread-safe.
 *
 * @param runs at least one
 */
public record StudyResult(List<Figures> runs) {
  private static final double USUAL = 0.9;

  /** Refuses a study without runs; copies. */
  public StudyResult {
    runs = Invariants.notEmpty("study.runs", runs);
  }

  /**
   * Where nine runs of ten have a figure of the whole time and of all municipalities: of the runs
   * that have it, whose number the interval tells.
   *
   * @throws org.mentoring.failure.InvalidValue where there is no figure of that code
   */
  public Interval interval(String code) {
    return interval(code, USUAL);
  }

  /**
   * Where a share of the runs has a figure.
   *
   * @param share above 0, at most 1
   */
  public Interval interval(String code, double share) {
    return Interval.of(values(run -> run.found(code)), share);
  }

  /** Where nine runs of ten have a number that is made of their figures, where they have it. */
  public Interval interval(Function<Figures, Optional<BigDecimal>> figure) {
    return Interval.of(values(figure), USUAL);
  }

  /** Where nine runs of ten have a figure, by month. */
  public SortedMap<YearMonth, Interval> byMonth(String code) {
    SortedMap<YearMonth, List<Double>> values = new TreeMap<>();
    for (Figures run : runs) {
      run.byMonth(code)
          .forEach(
              (month, value) ->
                  values.computeIfAbsent(month, any -> new ArrayList<>()).add(value.doubleValue()));
    }
    SortedMap<YearMonth, Interval> intervals = new TreeMap<>();
    for (Map.Entry<YearMonth, List<Double>> each : values.entrySet()) {
      intervals.put(each.getKey(), Interval.of(each.getValue(), USUAL));
    }
    return intervals;
  }

  /**
   * By how much a figure is greater here than in another study with the same seeds, run by run:
   * chance that both had in common drops out. Of the runs in which both have it.
   */
  public Difference difference(StudyResult other, String code) {
    Invariants.range("study.runs", other.runs.size(), runs.size(), runs.size());
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Invariants.range(
          "study.seed", other.runs.get(i).seed(), runs.get(i).seed(), runs.get(i).seed());
      Optional<BigDecimal> one = runs.get(i).found(code);
      Optional<BigDecimal> two = other.runs.get(i).found(code);
      if (one.isPresent() && two.isPresent()) {
        differences.add(one.get().subtract(two.get()).doubleValue());
      }
    }
    return Difference.of(differences);
  }

  /**
   * How likely it is that a figure comes to so much at least. A run that has no such figure has not
   * come to it.
   */
  public Forecast forecast(String code, double atLeast) {
    int reached = 0;
    for (Figures run : runs) {
      reached +=
          run.found(code).filter(value -> value.doubleValue() >= atLeast).isPresent() ? 1 : 0;
    }
    return Forecast.of(code, atLeast, reached, runs.size());
  }

  /**
   * Tidy CSV of all runs, as {@link Figures#csv()}: the first line tells definition, rules, packs,
   * time and seeds. The behaviour is in {@link #json()}.
   */
  public String csv() {
    StringBuilder text = new StringBuilder(head());
    runs.forEach(run -> run.lines(text));
    return text.toString();
  }

  private String head() {
    Figures first = runs.get(0);
    long last = runs.get(runs.size() - 1).seed();
    return first.head(runs.size() == 1 ? Long.toString(first.seed()) : first.seed() + ".." + last);
  }

  /** All runs as a JSON array, each as {@link Figures#json()}. */
  public String json() {
    return runs.stream()
        .map(run -> run.json().stripTrailing())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private List<Double> values(Function<Figures, Optional<BigDecimal>> figure) {
    return runs.stream()
        .flatMap(run -> figure.apply(run).stream())
        .map(BigDecimal::doubleValue)
        .toList();
  }
}
