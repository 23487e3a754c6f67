package org.mentoring.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.RulesProvider;
import org.mentoring.testkit.Gaps;
import org.mentoring.testkit.StoreContents;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.testkit.internal.HarnessRounds;
import org.mentoring.testkit.simulation.Behaviour;
import org.mentoring.testkit.simulation.Habit;
import org.mentoring.testkit.simulation.Newcomer;
import org.mentoring.testkit.simulation.Population;
import org.mentoring.testkit.simulation.Scenario;
import org.mentoring.testkit.simulation.SimulatedRun;
import org.mentoring.testkit.simulation.Simulation;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * Where the program runs, in what language and in which order people come changes nothing: neither
 * simulated years nor decisions, about those who were born on 29 February either.
 */
@Tag("harness")
class SameAnywhereTest {
  /** With the day on which a simulation of it begins. */
  private record Programme(String name, String practice, LocalDate from) {}

  private static final List<Programme> PROGRAMMES =
      List.of(
          new Programme("tyumen-2020", "adolescents", LocalDate.of(2020, 9, 1)),
          new Programme("our-voices-2019", "multi-level", LocalDate.of(2020, 1, 9)),
          new Programme("irkutsk-2017", "own-centre", LocalDate.of(2018, 1, 9)),
          new Programme("desnogorsk-social-apartment", "peer", LocalDate.of(2022, 4, 4)),
          new Programme(
              "nefteyugansk-pedagogical-investment", "traditional", LocalDate.of(2023, 1, 16)));

  private static RulesProvider rules;

  @BeforeAll
  static void open() {
    rules = ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  private static HarnessRounds harness(String id, String title, int usual, int release) {
    return HarnessRounds.of(id, title, usual, release, "mentoring-adapters/testkit", null);
  }

  private static Programme programme(int number) {
    return PROGRAMMES.get(number % PROGRAMMES.size());
  }

  private static SimulatedRun lived(int number, boolean turned) {
    Programme programme = programme(number);
    Population people = Population.applicants(4, 6, Period.ofMonths(1));
    Scenario scenario =
        Scenario.of(BuiltInProgrammes.read(programme.name()), programme.from())
            .practice(programme.practice())
            .with(turned ? turned(people) : people)
            .with(
                Behaviour.published()
                    .with(Habit.LASTS_HALF_A_YEAR, 0.8, "choice")
                    .with(Habit.LENGTH, 95, "choice"))
            .lasting(Period.ofMonths(4));
    return Simulation.of(scenario, rules).run(number);
  }

  private static Population turned(Population people) {
    return (scenario, seed) -> {
      List<Newcomer> all = new ArrayList<>(people.newcomers(scenario, seed));
      Collections.reverse(all);
      return all;
    };
  }

  private static String told(SimulatedRun run) {
    return run.figures().csv()
        + run.figures().json()
        + String.join("\n", StoreContents.of(run.stores()));
  }

  /** What is told under any defaults of the JVM has to be what is told under its own. */
  private static void same(Supplier<String> told) {
    String here = told.get();
    assertThat(here).isNotBlank();
    OtherDefaults.each(
        defaults -> assertThat(told.get().equals(here)).as("the same in %s", defaults).isTrue());
  }

  @Test
  void simulated_months_leave_the_same_bytes_in_six_zones_and_whoever_comes_first() {
    harness("S-simulator", "simulated programmes, the same bytes in six zones", 1, 100)
        .run(
            number -> {
              String here = told(lived(number, false));
              OtherDefaults.each(
                  defaults ->
                      assertThat(told(lived(number, true)).equals(here))
                          .as("the same in %s", defaults)
                          .isTrue());
            });
  }

  @Test
  void no_invariant_is_broken_in_simulated_months() {
    harness("I-invariants", "simulated programmes that break no invariant", 1, 100)
        .run(
            number -> {
              SimulatedRun run = lived(number, false);
              assertThat(
                      UpheldInvariants.of(run.mentoring(), run.stores(), rules)
                          .underOtherDefaults()
                          .people(10)
                          .breaches(run.lastDay()))
                  .isEmpty();
            });
  }

  @Test
  void decisions_are_the_same_in_six_zones_on_and_around_29_february() {
    harness(
            "Z-decisions",
            "regions of people born on 29 February, decided about in six zones and told in words",
            1,
            1_000)
        .run(number -> same(() -> decided(number)));
  }

  private static String decided(int number) {
    Programme programme = programme(number);
    ProgrammeDefinition whole = BuiltInProgrammes.read(programme.name());
    StringBuilder told = new StringBuilder();
    int leap = 2020 + 4 * (number % 2);
    for (LocalDate day :
        List.of(
            LocalDate.of(leap, 2, 28),
            LocalDate.of(leap, 2, 29),
            LocalDate.of(leap, 3, 1),
            LocalDate.of(leap + 1, 2, 28),
            LocalDate.of(leap + 1, 3, 1))) {
      ProgrammeDefinition definition = whole.on(day);
      for (ParticipantInput person :
          new SyntheticRegion(number, day, 3, 3, Gaps.usual()).people()) {
        Dossier dossier = dossier(person, day, number);
        for (Practice practice : definition.practices()) {
          for (PartyTerms party : practice.parties()) {
            List<Finding> findings =
                rules
                    .eligibility()
                    .evaluate(new EligibilityCase(definition, practice, party, dossier));
            told.append(CanonicalForm.of(findings));
            for (Language language : Language.values()) {
              Renderer.of(definition, language, Audience.COORDINATOR)
                  .lines(findings)
                  .forEach(line -> told.append(line.found()).append('\n'));
            }
          }
        }
      }
    }
    return told.toString();
  }

  /** As the region has it, but for the birth. */
  private static Dossier dossier(ParticipantInput person, LocalDate day, int number) {
    List<KnownFact> facts = new ArrayList<>();
    Instant known = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    for (FactInput each : person.facts()) {
      Fact fact = each.fact() instanceof Fact.Birth birth ? inLeapYear(birth, number) : each.fact();
      FactId id = FactId.of(String.format(Locale.ROOT, "f-%03d", facts.size()));
      facts.add(new KnownFact(id, fact, each.validity(), known));
    }
    return new Dossier(ParticipantId.of("somebody"), person.kind(), List.copyOf(facts), day, known);
  }

  /** Every third is of the youngest age at which programmes begin to ask otherwise. */
  private static Fact inLeapYear(Fact.Birth birth, int number) {
    int year = number % 3 == 0 ? 2004 + 4 * (number % 4) : birth.date().getYear();
    while (!Year.isLeap(year)) {
      year++;
    }
    return new Fact.Birth(LocalDate.of(Math.min(year, 2016), 2, 29));
  }

  @Test
  void what_reads_the_language_or_the_zone_of_the_machine_is_found() {
    assertThatThrownBy(() -> same(() -> "TITLE".toLowerCase(Locale.getDefault())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("tr-TR");
    assertThatThrownBy(() -> same(() -> TimeZone.getDefault().getID()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Pacific/Kiritimati");
  }
}
