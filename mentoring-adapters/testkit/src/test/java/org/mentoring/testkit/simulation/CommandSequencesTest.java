package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

class CommandSequencesTest {
  private static RulesProvider rules;

  @BeforeAll
  @BeforeContainer
  static void open() {
    rules = Simulation.found();
  }

  @AfterAll
  @AfterContainer
  static void close() {
    rules.close();
  }

  private static CommandSequences tyumen() {
    return CommandSequences.of(
        BuiltInProgrammes.read("tyumen-2020"), LocalDate.of(2020, 9, 1), rules);
  }

  @Provide
  Arbitrary<ActionChain<Town>> lives() {
    return tyumen().most(40).chains();
  }

  @Property(tries = 8, seed = "5", shrinking = ShrinkingMode.OFF)
  void whatever_is_commanded_nothing_is_breached_and_every_stage_is_reached(
      @ForAll("lives") ActionChain<Town> life) {
    Town town = life.withInvariant("upheld", Town::upheld).run();

    town.reached().forEach(state -> Statistics.label("stage").collect(state));
    Statistics.label("refused").collect(!town.refused().isEmpty());
    Statistics.label("stage")
        .coverage(
            coverage -> {
              for (MentorshipState state : MentorshipState.values()) {
                coverage.check(state).count(count -> count > 0);
              }
            });
    Statistics.label("refused")
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  /** What comes next comes next, whatever the definition asks. */
  @ParameterizedTest
  @CsvSource({
    "desnogorsk-social-apartment, peer, 2022-04-04",
    "desnogorsk-social-apartment, school-family, 2022-04-04",
    "irkutsk-2017, own-centre, 2018-01-09",
    "tyumen-2020, adolescents, 2020-09-01",
    "our-voices-2019, multi-level, 2020-01-09",
    "nefteyugansk-pedagogical-investment, traditional, 2023-01-16",
    "nefteyugansk-pedagogical-investment, partnership, 2023-01-16"
  })
  void a_town_that_carries_on_completes_a_mentorship(
      String programme, String practice, LocalDate from) {
    Town town =
        CommandSequences.of(BuiltInProgrammes.read(programme), from, rules)
            .practice(practice)
            .town();
    for (int i = 0; i < 25; i++) {
      town.live(Deed.CARRY_ON, 0, 0, 0);
    }

    assertThat(town.reached())
        .as(town.toString())
        .contains(
            MentorshipState.PROPOSED,
            MentorshipState.AGREED,
            MentorshipState.ACTIVE,
            MentorshipState.CLOSING)
        .containsAnyOf(MentorshipState.CLOSED, MentorshipState.ENDED);
    town.upheld();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_same_seed_gives_the_same_life_on_stores_of_any_kind(long seed) {
    List<List<String>> told = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      SeededSequences.check(
          seed,
          15,
          tyumen().over(InMemoryStores::create).besideMemory().chains(),
          chain -> {
            Town town = chain.run();
            town.sameAsInMemory();
            told.add(town.told());
          });
    }
    assertThat(told.get(0)).isEqualTo(told.get(1));
  }

  @Test
  void steps_are_told_by_ids_codes_and_states_alone() {
    Town town = tyumen().town();
    town.live(Deed.ARRIVE, 0, 1, 0);
    town.live(Deed.CARRY_ON, 0, 0, 0);
    town.live(Deed.CARRY_ON, 0, 0, 0);
    town.live(Deed.PAUSE, 0, 0, 0);

    assertThat(town.told()).hasSize(4);
    assertThat(town.told().get(0)).matches("ARRIVE mentor-000001: [0-9]+ commands");
    assertThat(town.told().get(1))
        .matches("ASSIGN mentor-00000[12] to mentee-000001 as mentorship-1: [0-9]+ commands");
    assertThat(town.told().get(2))
        .matches("CARRY_ON mentorship-1 PROPOSED -> AGREED: [0-9]+ commands");
    assertThat(town).asString().contains(town.told());
    Set<String> known = new TreeSet<>();
    town.stores()
        .participants()
        .ids()
        .forEach(
            id ->
                town.stores()
                    .participants()
                    .history(id)
                    .forEach(entry -> known.add(entry.toString())));
    assertThat(known).isNotEmpty().noneMatch(each -> town.toString().contains(each));
  }

  @Test
  void a_store_that_forgets_a_write_is_found_by_the_invariants_and_shrunk_to_few_steps() {
    SeededSequences.Failed failed =
        catchThrowableOfType(
            SeededSequences.Failed.class,
            () -> {
              for (long seed = 0; seed < 10; seed++) {
                SeededSequences.check(
                    seed,
                    12,
                    tyumen().over(CommandSequencesTest::forgettingAFact).chains(),
                    chain -> chain.run().upheld());
              }
            });

    assertThat(failed.steps()).hasSizeLessThan(6);
    assertThat(failed).hasMessageContaining("JOURNAL");
  }

  @Test
  void a_store_that_forgets_a_write_is_found_beside_memory() {
    SeededSequences.Failed failed =
        catchThrowableOfType(
            SeededSequences.Failed.class,
            () -> {
              for (long seed = 0; seed < 10; seed++) {
                SeededSequences.check(
                    seed,
                    12,
                    tyumen().over(CommandSequencesTest::forgettingAStep).besideMemory().chains(),
                    chain -> chain.run().sameAsInMemory());
              }
            });

    assertThat(failed.steps()).hasSizeLessThan(6);
  }

  private static Stores forgettingAFact() {
    Stores given = InMemoryStores.create();
    return with(
        given,
        forgetting(Participants.class, given.participants(), "append", 40),
        given.mentorships());
  }

  private static Stores forgettingAStep() {
    Stores given = InMemoryStores.create();
    return with(
        given, given.participants(), forgetting(Mentorships.class, given.mentorships(), "save", 2));
  }

  /** One write is not kept, and nobody is told. */
  private static <T> T forgetting(Class<T> port, T store, String write, int number) {
    AtomicInteger calls = new AtomicInteger();
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals(write) && calls.incrementAndGet() == number) {
                return null;
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static Stores with(Stores given, Participants participants, Mentorships mentorships) {
    return new Stores(
        participants,
        given.proposals(),
        given.selectionEvents(),
        mentorships,
        given.activities(),
        given.incidents(),
        given.waivers(),
        given.decisions(),
        given.commands(),
        given.journal(),
        given.outbox(),
        given.places(),
        given.identities(),
        given.erasures(),
        given.programmes(),
        given.work());
  }
}
