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
    List<Figures> runs = new ArrayList<>();
    IntStream.range(0, pairs.length)
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
                        List.of(Figure.of("pairs", pairs[i])))));
    return new StudyResult(runs);
  }

  @Test
  void the_result_is_the_same_on_any_number_of_threads_and_each_run_is_told() {
    List<Long> told = Collections.synchronizedList(new ArrayList<>());

    StudyResult one = Study.of(scenario()).seeds(1, 3).threads(1).run();
    StudyResult two =
        Study.of(scenario()).seeds(1, 3).threads(2).telling((done, all) -> told.add(done)).run();

    assertThat(two.csv()).isEqualTo(one.csv());
    assertThat(told).containsExactly(1L, 2L, 3L);
    assertThat(one.runs()).extracting(Figures::seed).containsExactly(1L, 2L, 3L);
    assertThat(one.difference(two, "pairs").middle()).isZero();
  }

  @Test
  void an_interval_lies_between_the_quantiles_of_the_runs() {
    Interval interval = of(5, 1, 3, 2, 4).interval("pairs", 0.5);

    assertThat(interval).isEqualTo(new Interval(2, 3, 4, 0.5, 5));
    assertThat(of(7).interval("pairs")).isEqualTo(new Interval(7, 7, 7, 0.9, 1));
    assertThat(of(7).interval("unheard-of").middle()).isZero();
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
        .isEqualTo(new Interval(11, 20, 29, 0.9, 3));
    assertThatThrownBy(() -> of(1).difference(of(1, 2), "pairs")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void figures_are_written_without_an_exponent_and_with_four_digits_at_most() {
    assertThat(Figure.of("pairs", 1_000_000_000.0).text()).isEqualTo("1000000000");
    assertThat(Figure.of("pairs", 2.0 / 3).value()).isEqualTo(new BigDecimal("0.6667"));
    assertThat(Figure.of("pairs", -0.00001).text()).isEqualTo("0");
  }
}
