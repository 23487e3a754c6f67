package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.RulesProvider;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

class SimulationTest {
  private static final LocalDate START = LocalDate.of(2020, 9, 1);
  private static RulesProvider rules;

  @BeforeAll
  static void open() {
    rules = Simulation.found();
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  private static Scenario tyumen() {
    return Scenario.of(BuiltInProgrammes.read("tyumen-2020"), START)
        .with(Population.of(SyntheticRegion.standard().sized(16, 22), Period.ofMonths(1)))
        .lasting(Period.ofMonths(5));
  }

  private static Figures run(Scenario scenario, long seed) {
    return Simulation.of(scenario, rules).run(seed).figures();
  }

  @Test
  void the_same_seed_gives_the_same_bytes_under_any_zone_and_locale_and_order_of_people() {
    Figures first = run(tyumen(), 7);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Population turned =
          (scenario, seed) -> {
            List<Newcomer> people =
                new ArrayList<>(tyumen().population().newcomers(scenario, seed));
            Collections.reverse(people);
            return people;
          };

      Figures again = run(tyumen().with(turned), 7);

      assertThat(again.csv()).isEqualTo(first.csv());
      assertThat(again.json()).isEqualTo(first.json());
      assertThat(run(tyumen(), 8).csv()).isNotEqualTo(first.csv());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void pairs_form_through_the_programmes_own_commands_and_are_on_record() {
    SimulatedRun run = Simulation.of(tyumen(), rules).run(1);

    assertThat(run.figures().value("pairs")).isPositive();
    assertThat(run.mentoring().journal().verify().intact()).isTrue();
    assertThat(run.figures().value("mentees").intValue()).isEqualTo(16);
    assertThat(run.figures().byMonth("pairs").lastKey()).hasToString("2021-01");
    assertThat(
            run.figures().byMunicipality("mentees").values().stream()
                .mapToInt(Number::intValue)
                .sum())
        .isEqualTo(16);
  }

  @Test
  void figures_tell_seed_time_rules_and_the_source_of_every_assumption() {
    Figures figures = run(tyumen(), 3);

    assertThat(figures.csv())
        .startsWith("# programme=tyumen-2020 version=")
        .contains(
            " rules=" + figures.rules() + " ",
            " from=2020-09-01 until=2021-02-01 seeds=3\nseed,figure,detail,month,municipality,value\n3,");
    assertThat(figures.json())
        .contains("\"seed\": 3", "\"from\": \"2020-09-01\"", "\"rules\": \"" + figures.rules())
        .contains("43 % of community matches", "S3-10: 40-80 %");
    assertThat(figures.rules()).matches("[0-9a-f]{64}");
  }

  @Test
  void nobody_of_the_population_is_named_in_figures() {
    Figures figures = run(tyumen(), 1);

    assertThat(figures.csv() + figures.json()).doesNotContain("mentee-0", "mentor-0", "-of-centre");
  }

  @Test
  void pairs_that_last_are_more_where_the_assumption_says_so() {
    Scenario undisturbed = tyumen().with(Behaviour.undisturbed()).lasting(Period.ofMonths(9));
    Scenario parting =
        undisturbed.with(
            Behaviour.undisturbed().with(Habit.LASTS_HALF_A_YEAR, 0.1, "a planted figure"));

    assertThat(run(undisturbed, 1).value("six-months-percent").intValue()).isEqualTo(100);
    Figures parted = run(parting, 1);
    assertThat(parted.value("six-months-percent").intValue()).isLessThan(80);
    assertThat(parted.value("pairs-ended-early")).isPositive();
  }

  @Test
  void an_undisturbed_programme_completes_pairs_and_follows_them_up() {
    Behaviour quick = Behaviour.undisturbed().with(Habit.LENGTH, 95, "choice");

    Figures figures = run(tyumen().with(quick), 2);

    assertThat(figures.value("pairs-completed")).isPositive();
    assertThat(figures.value("alumni")).isEqualTo(figures.value("pairs-completed"));
    assertThat(figures.value("pairs-ended-early")).isZero();
  }

  /** The same mentors, each ready for so many mentees at once. */
  private static Population ready(Population mentors, int mentees) {
    return (scenario, seed) ->
        mentors.newcomers(scenario, seed).stream()
            .map(
                each -> {
                  if (each.position() == Position.MENTEE) {
                    return each;
                  }
                  List<FactInput> facts = new ArrayList<>(each.person().facts());
                  facts.add(FactInput.from(new Fact.MentoringCapacity(mentees), each.on()));
                  return new Newcomer(
                      each.on(),
                      each.position(),
                      new ParticipantInput(
                          each.person().id(),
                          each.person().kind(),
                          each.person().references(),
                          facts,
                          each.person().place()));
                })
            .toList();
  }

  @Test
  void a_mentor_who_leaves_after_a_pair_takes_nobody_else_while_others_still_run() {
    Behaviour leaving =
        Behaviour.undisturbed()
            .with(Habit.DUTY_MISSED, 1, "choice")
            .with(Habit.LASTS_HALF_A_YEAR, 0.05, "choice")
            .with(Habit.MENTOR_GOES_ON, 0, "choice");
    Scenario scenario =
        Scenario.of(BuiltInProgrammes.read("our-voices-2019"), LocalDate.of(2020, 1, 9))
            .with(ready(Population.applicants(40, 4, Period.ofMonths(6)), 3))
            .with(leaving)
            .lasting(Period.ofMonths(9));

    SimulatedRun run = Simulation.of(scenario, rules).run(1);

    List<Particulars> pairs =
        run.stores().mentorships().list(Mentorships.Which.all(), null, 1_000).items();
    Map<ParticipantId, LocalDate> firstEnd = new HashMap<>();
    for (Particulars each : pairs) {
      Closure closure = each.closure();
      if (closure != null && closure.kind() == Closure.Kind.EARLY) {
        firstEnd.merge(each.mentors().first(), closure.on(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    assertThat(firstEnd).isNotEmpty();
    assertThat(pairs.size()).as("several at once").isGreaterThan(4);
    assertThat(pairs)
        .allSatisfy(
            each ->
                assertThat(each.changes().get(0).on())
                    .isBeforeOrEqualTo(
                        firstEnd.getOrDefault(each.mentors().first(), LocalDate.MAX)));
  }

  @Test
  void a_run_in_which_nobody_is_assigned_has_no_wait_and_says_who_waits() {
    Scenario without = tyumen().with(Population.applicants(6, 0, Period.ZERO));

    Figures figures = run(without.with(Behaviour.undisturbed()), 1);

    assertThat(figures.found("waiting-days-median")).isEmpty();
    assertThat(figures.found("waiting-days-mean")).isEmpty();
    assertThat(figures.found("six-months-percent")).isEmpty();
    assertThat(figures.value("mentees-waiting").intValue()).isEqualTo(6);
    assertThat(figures.value("matched-within-60-days-percent")).isZero();
    assertThat(figures.value("pairs")).isZero();
  }

  @Test
  void alumni_who_come_back_bring_what_newcomers_bring_and_mentor_but_are_no_newcomers() {
    Behaviour returning =
        Behaviour.undisturbed()
            .with(Habit.LENGTH, 60, "choice")
            .with(Habit.ALUMNUS_RETURNS, 1, "choice");
    Scenario scenario =
        Scenario.of(BuiltInProgrammes.read("desnogorsk-social-apartment"), LocalDate.of(2022, 4, 4))
            .practice("peer")
            .with(Population.applicants(60, 8, Period.ofMonths(18)))
            .with(returning)
            .lasting(Period.ofMonths(24));

    Figures figures = run(scenario, 1);

    assertThat(figures.value("alumni-returned")).isPositive();
    assertThat(figures.value("alumni-mentoring")).isPositive();
    assertThat(figures.value("mentors").intValue()).isEqualTo(8);
    assertThat(figures.value("mentors-with-pair-percent").intValue()).isLessThanOrEqualTo(100);
  }

  @Test
  void what_centres_owe_is_counted_among_the_duties() {
    Behaviour careless = Behaviour.undisturbed().with(Habit.DUTY_MISSED, 1, "choice");

    Figures figures = run(tyumen().with(careless), 1);

    assertThat(figures.value("duties", "SOCIALLY_SIGNIFICANT_EVENT.OVERDUE")).isPositive();
    assertThat(figures.value("duties", "MENTOR_REPORT.OVERDUE")).isPositive();
    assertThat(figures.value("duties", "MENTOR_REPORT.MET")).isZero();
  }

  @Test
  void a_requirement_that_takes_long_makes_mentees_wait() {
    Behaviour slow = Behaviour.undisturbed().meeting("mentee-consent", 60, "a planted figure");
    Population applicants = Population.applicants(12, 20, Period.ZERO);
    Scenario scenario = tyumen().with(applicants).with(Behaviour.undisturbed());

    assertThat(run(scenario.with(slow), 1).value("waiting-days-mean"))
        .isGreaterThan(run(scenario, 1).value("waiting-days-mean"));
  }

  @Test
  void a_practice_without_matching_is_refused_by_name() {
    assertThatThrownBy(
            () ->
                Scenario.of(BuiltInProgrammes.read("irkutsk-2017"), LocalDate.of(2018, 1, 9))
                    .practice("with-ngo"))
        .isInstanceOfSatisfying(
            MentoringException.class,
            thrown -> assertThat(thrown.code()).isEqualTo("simulation.practice"));
    assertThatThrownBy(() -> tyumen().lasting(Period.ZERO))
        .isInstanceOfSatisfying(
            MentoringException.class,
            thrown -> assertThat(thrown.code()).isEqualTo("simulation.time"));
  }

  @Test
  void an_assumption_out_of_range_is_refused() {
    Behaviour behaviour = Behaviour.published();

    assertThatThrownBy(() -> behaviour.with(Habit.DUTY_LATE, 1.01, "choice"))
        .isInstanceOf(InvalidValue.class);
    Behaviour together =
        behaviour.with(Habit.DUTY_LATE, 0.6, "choice").with(Habit.DUTY_MISSED, 0.6, "choice");
    assertThatThrownBy(() -> tyumen().with(together))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("DUTY_MISSED + DUTY_LATE");
    Behaviour all = behaviour.with(Habit.DUTY_MISSED, 1, "choice");
    assertThat(tyumen().with(all.with(Habit.DUTY_LATE, 0, "choice")).behaviour())
        .as("in whatever order")
        .isEqualTo(
            behaviour.with(Habit.DUTY_LATE, 0, "choice").with(Habit.DUTY_MISSED, 1, "choice"));
    assertThatThrownBy(() -> behaviour.with(Habit.LASTS_HALF_A_YEAR, 0, "choice"))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Assumption(Double.NaN, "choice")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Assumption(1, " ")).isInstanceOf(InvalidValue.class);
  }
}
