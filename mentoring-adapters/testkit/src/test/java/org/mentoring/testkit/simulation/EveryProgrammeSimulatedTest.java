package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.obligation.ObligationState;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.spi.RulesProvider;
import org.mentoring.testkit.invariant.UpheldInvariants;

class EveryProgrammeSimulatedTest {
  private static RulesProvider rules;

  @BeforeAll
  static void open() {
    rules = Simulation.found();
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  /**
   * What a real programme refuses now and then: somebody whose paper has run out, an incident that
   * is still open, a day outside a phase.
   */
  private static final Set<String> OF_LIFE =
      Set.of(
          "command.activity-consent",
          "command.activity-party-barred",
          "command.activity-phase",
          "command.incident-effect-open",
          "completion.incident-open",
          "mentorship.step-without-activity",
          "mentorship.wrong-state");

  @ParameterizedTest
  @CsvSource({
    "desnogorsk-social-apartment, peer, 2022-04-04",
    "desnogorsk-social-apartment, intergenerational, 2022-04-04",
    "desnogorsk-social-apartment, school-family, 2022-04-04",
    "desnogorsk-social-apartment, individual-support, 2022-04-04",
    "irkutsk-2017, own-centre, 2018-01-09",
    "tyumen-2020, adolescents, 2020-09-01",
    "our-voices-2019, multi-level, 2020-01-09",
    "our-voices-2019, child-to-child, 2020-01-09",
    "nefteyugansk-pedagogical-investment, traditional, 2023-01-16",
    "nefteyugansk-pedagogical-investment, reverse, 2023-01-16",
    "nefteyugansk-pedagogical-investment, partnership, 2023-01-16"
  })
  void pairs_begin_and_complete_and_break_no_invariant_where_one_is_matched_with_one(
      String programme, String practice, LocalDate from) {
    Behaviour behaviour =
        Behaviour.published()
            .with(Habit.LASTS_HALF_A_YEAR, 0.8, "choice")
            .with(Habit.LENGTH, 120, "choice");
    Scenario scenario =
        Scenario.of(BuiltInProgrammes.read(programme), from)
            .practice(practice)
            .with(Population.applicants(14, 20, Period.ofMonths(1)))
            .with(behaviour)
            .lasting(Period.ofMonths(9));

    SimulatedRun run = Simulation.of(scenario, rules).run(4);
    Figures figures = run.figures();

    assertThat(figures.value("pairs")).isPositive();
    assertThat(figures.value("alumni")).isPositive();
    // By agreement and as completed counts as completed.
    assertThat(figures.value("pairs-completed")).isGreaterThanOrEqualTo(figures.value("alumni"));
    SortedSet<String> unexpected = new TreeSet<>();
    figures.figures().stream()
        .filter(figure -> figure.code().equals("refused"))
        .map(Figure::detail)
        .filter(code -> code != null && !OF_LIFE.contains(code))
        .forEach(unexpected::add);
    assertThat(unexpected).isEmpty();
    assertThat(
            UpheldInvariants.of(run.mentoring(), run.stores(), rules)
                .people(10)
                .breaches(run.lastDay()))
        .isEmpty();
  }

  private static final String WITH_DUTIES =
      """
      desnogorsk-social-apartment, peer, 2022-04-04
      desnogorsk-social-apartment, individual-support, 2022-04-04
      irkutsk-2017, own-centre, 2018-01-09
      tyumen-2020, adolescents, 2020-09-01
      our-voices-2019, multi-level, 2020-01-09
      """;

  /** How many duties of pairs and of their parties stand so. */
  private static long duties(Scenario scenario, Figures figures, ObligationState state) {
    List<Cadence> cadences = new ArrayList<>(scenario.practice().cadences());
    CompletionTerms completion = scenario.practice().completion();
    if (completion != null) {
      cadences.addAll(completion.followUp());
    }
    return cadences.stream()
        .map(Cadence::due)
        .distinct()
        .mapToLong(due -> figures.value("duties", due + "." + state).longValue())
        .sum();
  }

  private static Scenario scenario(String programme, String practice, LocalDate from, double late) {
    Behaviour behaviour =
        Behaviour.undisturbed()
            .with(Habit.DUTY_LATE, late, "choice")
            .with(Habit.LENGTH, 120, "choice");
    return Scenario.of(BuiltInProgrammes.read(programme), from)
        .practice(practice)
        .with(Population.applicants(6, 8, Period.ofMonths(1)))
        .with(behaviour)
        .lasting(Period.ofMonths(9));
  }

  @ParameterizedTest
  @CsvSource(textBlock = WITH_DUTIES)
  void where_nothing_goes_wrong_every_duty_of_a_pair_is_done_in_time(
      String programme, String practice, LocalDate from) {
    Scenario scenario = scenario(programme, practice, from, 0);

    Figures figures = Simulation.of(scenario, rules).run(3).figures();

    assertThat(figures.value("pairs")).isPositive();
    assertThat(duties(scenario, figures, ObligationState.MET_LATE)).isZero();
    assertThat(duties(scenario, figures, ObligationState.OVERDUE)).isZero();
  }

  @ParameterizedTest
  @CsvSource(textBlock = WITH_DUTIES)
  void where_all_is_late_nothing_is_done_in_time_but_what_runs_when_a_pair_sums_up(
      String programme, String practice, LocalDate from) {
    Scenario scenario = scenario(programme, practice, from, 1);

    Figures figures = Simulation.of(scenario, rules).run(3).figures();

    long inTime = duties(scenario, figures, ObligationState.MET);
    long late = duties(scenario, figures, ObligationState.MET_LATE);
    assertThat(late).isPositive();
    // Some sum up in two months, one after the other.
    assertThat(late).isGreaterThanOrEqualTo(inTime);
  }
}
