package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.json.BuiltInProgrammes;

class StudyTest {
  private static Scenario scenario() {
    return Scenario.of(BuiltInProgrammes.read("our-voices-2019"), LocalDate.of(2020, 1, 9))
        .with(Population.applicants(6, 8, Period.ofDays(20)))
        .lasting(Period.ofMonths(3));
  }

  private static StudyResult of(double... pairs) {
    return of("pairs", pairs);
  }

  /** NaN: the run has no such figure. */
  private static StudyResult of(String code, double... values) {
    List<Figures> runs = new ArrayList<>();
    IntStream.range(0, values.length)
        .forEach(
            i ->
                runs.add(
                    new Figures(
                        "p",
                        "1.0.0",
                        "d",
                        "r",
                        List.of(),
                        "pairs",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2021, 1, 1),
                        i + 1,
                        Behaviour.undisturbed(),
                        Double.isNaN(values[i])
                            ? List.of()
                            : List.of(Figure.of(code, values[i])))));
    return new StudyResult(runs);
  }

  @Test
  void the_result_is_the_same_on_any_number_of_threads_and_the_days_that_were_lived_are_told() {
    List<Long> told = Collections.synchronizedList(new ArrayList<>());

    StudyResult one = Study.of(scenario()).seeds(1, 3).threads(1).run();
    StudyResult two =
        Study.of(scenario()).seeds(1, 3).threads(2).telling((done, all) -> told.add(done)).run();

    assertThat(two.csv()).isEqualTo(one.csv());
    assertThat(told).isSorted().doesNotHaveDuplicates().hasSizeBetween(50, 100);
    assertThat(told).last().isEqualTo(3 * scenario().days());
    assertThat(one.runs()).extracting(Figures::seed).containsExactly(1L, 2L, 3L);
    assertThat(one.difference(two, "pairs").spread().middle()).isZero();
  }

  @Test
  void an_interval_lies_between_the_quantiles_of_the_runs() {
    Interval interval = of(5, 1, 3, 2, 4).interval("pairs", 0.5);

    assertThat(interval).isEqualTo(new Interval(2, 3, 4, 0.5, 5));
    assertThat(of(7).interval("pairs")).isEqualTo(new Interval(7, 7, 7, 0.9, 1));
  }

  @Test
  void a_forecast_tells_the_share_of_runs_and_how_sure_it_is() {
    Forecast forecast = of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100).forecast("pairs", 80);

    assertThat(forecast.reached()).isEqualTo(3);
    assertThat(forecast.probability()).isEqualTo(0.3);
    // Wilson's interval for 3 of 10, as in tables of it.
    assertThat(forecast.low()).isCloseTo(0.1078, within(0.0001));
    assertThat(forecast.high()).isCloseTo(0.6032, within(0.0001));
    assertThat(of(1, 1, 1).forecast("pairs", 0).high()).isEqualTo(1);
    assertThat(of(1, 1, 1).forecast("pairs", 2).low()).isZero();
  }

  @Test
  void a_difference_is_taken_run_by_run() {
    assertThat(of(11, 22, 33).difference(of(1, 2, 3), "pairs"))
        .isEqualTo(new Difference(new Interval(10, 20, 30, 1, 3), 10, 30, 0.75));
    assertThatThrownBy(() -> of(1).difference(of(1, 2), "pairs")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_run_that_has_nothing_to_take_a_figure_of_does_not_count_as_nought() {
    StudyResult waited = of("waiting-days-median", 33, Double.NaN, 21);
    StudyResult other = of("waiting-days-median", 30, 5, Double.NaN);

    assertThat(waited.interval("waiting-days-median", 1)).isEqualTo(new Interval(21, 27, 33, 1, 2));
    assertThat(waited.forecast("waiting-days-median", 0).reached()).isEqualTo(2);
    assertThat(waited.difference(other, "waiting-days-median").spread())
        .isEqualTo(new Interval(3, 3, 3, 1, 1));
    assertThat(of(1).interval("six-months-percent").runs()).isZero();
    assertThat(of(1).interval("six-months-percent").middle()).isNaN();
    assertThat(of(1).interval("incidents").middle()).as("a count").isZero();
    assertThat(of(1).runs().get(0).found("six-months-percent")).isEmpty();
    assertThatThrownBy(() -> of(1).runs().get(0).value("six-months-percent"))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_figure_that_there_is_not_is_refused() {
    StudyResult result = of(7);

    assertThatThrownBy(() -> result.interval("pears")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> result.forecast("pears", 1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> result.difference(result, "pears")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> result.interval("duties")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> result.runs().get(0).value("pears", "MENTOR_REPORT.MET"))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void every_figure_of_a_run_can_be_asked_for() {
    Figures run = Study.of(scenario()).seeds(1, 1).run().runs().get(0);

    for (Figure each : run.figures()) {
      if (each.month() == null && each.municipality() == null) {
        String detail = each.detail();
        assertThat(detail == null ? run.value(each.code()) : run.value(each.code(), detail))
            .isEqualTo(each.value());
      }
    }
  }

  @Test
  void the_median_of_differences_lies_between_order_statistics_with_the_confidence_told() {
    Difference ten = Difference.of(List.of(5.0, 1.0, 9.0, 3.0, 7.0, 2.0, 8.0, 4.0, 10.0, 6.0));

    // Binomial tables: x2 to x9 of ten hold the median with 97.9 %, x6 to x15 of twenty with 95.9
    // %.
    assertThat(ten.low()).isEqualTo(2);
    assertThat(ten.high()).isEqualTo(9);
    assertThat(ten.confidence()).isCloseTo(0.979, within(0.0005));
    Difference twenty =
        Difference.of(IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList());
    assertThat(twenty.low()).isEqualTo(6);
    assertThat(twenty.high()).isEqualTo(15);
    assertThat(twenty.confidence()).isCloseTo(0.959, within(0.0005));
    assertThat(Difference.of(List.of()).low()).isNaN();
    assertThat(Difference.of(List.of(4.0)).confidence()).isZero();
  }

  @Test
  void a_study_tells_what_it_rests_on_in_csv_and_json() {
    StudyResult result = of(1, 2);

    assertThat(result.csv())
        .startsWith(
            "# programme=p version=1.0.0 definition=d rules=r packs= practice=pairs"
                + " from=2020-01-01 until=2021-01-01 seeds=1..2\nseed,figure,");
    assertThat(result.json())
        .startsWith("[\n{")
        .contains("\"definitionHash\": \"d\"", "\"seed\": 1,", "\"seed\": 2,");
    assertThat(result.runs().get(0).csv())
        .startsWith("# programme=p")
        .contains(" seeds=1\nseed,figure,");
  }

  @Test
  void figures_are_written_without_an_exponent_and_with_four_digits_at_most() {
    assertThat(Figure.of("pairs", 1_000_000_000.0).text()).isEqualTo("1000000000");
    assertThat(Figure.of("pairs", 2.0 / 3).value()).isEqualTo(new BigDecimal("0.6667"));
    assertThat(Figure.of("pairs", -0.00001).text()).isEqualTo("0");
  }
}
