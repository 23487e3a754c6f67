package org.mentoring.testkit.simulation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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

  /** Where nine runs of ten have a figure of the whole time and of all municipalities. */
  public Interval interval(String code) {
    return interval(code, USUAL);
  }

  /**
   * Where a share of the runs has a figure.
   *
   * @param share above 0, at most 1
   */
  public Interval interval(String code, double share) {
    return interval(values(run -> run.value(code)), share);
  }

  /** Where nine runs of ten have a number that is made of their figures. */
  public Interval interval(Function<Figures, BigDecimal> figure) {
    return interval(values(figure), USUAL);
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
      intervals.put(each.getKey(), interval(each.getValue(), USUAL));
    }
    return intervals;
  }

  /**
   * By how much a figure is greater here than in another study with the same seeds, run by run:
   * chance that both had in common drops out.
   */
  public Interval difference(StudyResult other, String code) {
    Invariants.range("study.runs", other.runs.size(), runs.size(), runs.size());
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Invariants.range(
          "study.seed", other.runs.get(i).seed(), runs.get(i).seed(), runs.get(i).seed());
      differences.add(
          runs.get(i).value(code).subtract(other.runs.get(i).value(code)).doubleValue());
    }
    return interval(differences, USUAL);
  }

  /** How likely it is that a figure comes to so much at least. */
  public Forecast forecast(String code, double atLeast) {
    int reached = 0;
    for (Figures run : runs) {
      reached += run.value(code).doubleValue() >= atLeast ? 1 : 0;
    }
    return Forecast.of(code, atLeast, reached, runs.size());
  }

  /** Tidy CSV of all runs, as {@link Figures#csv()}. */
  public String csv() {
    StringBuilder text = new StringBuilder(Figures.COLUMNS).append('\n');
    runs.forEach(run -> run.lines(text));
    return text.toString();
  }

  private List<Double> values(Function<Figures, BigDecimal> figure) {
    return runs.stream().map(run -> figure.apply(run).doubleValue()).toList();
  }

  private static Interval interval(List<Double> values, double share) {
    Invariants.range("study.share", (long) Math.ceil(share * 1_000), 1, 1_000);
    List<Double> sorted = values.stream().sorted().toList();
    return new Interval(
        Quantile.of(sorted, (1 - share) / 2),
        Quantile.of(sorted, 0.5),
        Quantile.of(sorted, (1 + share) / 2),
        share,
        sorted.size());
  }
}
