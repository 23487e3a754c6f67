package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.simulation.SeededSequences;

/** G1: the same commands give the same observable state, whatever the stores. */
@Tag(Harness.TAG)
class SameEverywhereTest {
  @Test
  void the_sequences_reach_every_command_accepted_and_refused() {
    SortedMap<String, Integer> accepted = new TreeMap<>();
    SortedMap<String, Integer> refused = new TreeMap<>();
    for (int seed = 0; seed < 200; seed++) {
      RandomLife life = new RandomLife(InMemoryStores.create());
      SameEverywhere.live(seed, life, RandomLife::attempted);
      List<String> left = life.left();
      assertThat(left.get(left.size() - 1)).as("seed %d", seed).isEqualTo("faults []");
      left.stream()
          .filter(line -> line.startsWith("command "))
          .forEach(
              line -> {
                String matter = line.replaceAll(".*?matter=Code\\(value=\"([A-Z_]+).*", "$1");
                (line.contains("accepted=true") ? accepted : refused)
                    .merge(matter, 1, Integer::sum);
              });
    }
    // A harness that never comes far proves nothing.
    assertThat(accepted.keySet()).hasSizeGreaterThan(33);
    assertThat(refused.keySet()).hasSizeGreaterThan(30);
    assertThat(accepted).containsKeys("LEAVE_MENTORSHIP", "KEEP_DECISION");
    assertThat(refused).containsKey("LEAVE_MENTORSHIP");
  }

  @Test
  void h2_holds_what_the_twin_in_memory_holds() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      Stores stores = h2.stores();
      Harness.of("G1-h2", "random command sequences, memory against H2", 200, 20_000)
          .run(number -> SameEverywhere.checkRound(number, () -> emptied(h2, stores)));
    }
  }

  @Test
  void postgresql_holds_what_the_twin_in_memory_holds() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql()) {
      Stores stores = postgresql.stores();
      Harness.of("G1-postgresql", "random command sequences, memory against PostgreSQL", 50, 5_000)
          // Other sequences than H2's: those have been shown already.
          .run(
              number ->
                  SameEverywhere.checkRound(1_000_000 + number, () -> emptied(postgresql, stores)));
    }
  }

  /** The same stores for all rounds: new ones would read all their statements anew. */
  private static Stores emptied(ProofDatabase database, Stores stores) {
    database.emptied();
    return stores;
  }

  @Test
  void a_store_that_forgets_a_write_is_found_and_told_in_few_commands() {
    assertThat(found(SameEverywhereTest::forgetful)).hasSizeLessThan(6);
  }

  @Test
  void a_store_that_swaps_two_writes_is_found_and_told_in_few_commands() {
    assertThat(found(SameEverywhereTest::swapping)).hasSizeLessThan(8);
  }

  /** The commands that show a bug. */
  private static List<String> found(UnaryOperator<Stores> bug) {
    for (int seed = 0; seed < 50; seed++) {
      try {
        SameEverywhere.check(seed, () -> bug.apply(InMemoryStores.create()));
      } catch (SeededSequences.Failed e) {
        return e.steps();
      }
    }
    throw new AssertionError("not found");
  }

  private static Stores forgetful(Stores given) {
    return with(
        given,
        Planted.dropping(Mentorships.class, given.mentorships(), "save", 3),
        given.activities());
  }

  private static Stores swapping(Stores given) {
    return with(
        given,
        given.mentorships(),
        Planted.swapping(Activities.class, given.activities(), "append", 1));
  }

  private static Stores with(Stores given, Mentorships mentorships, Activities activities) {
    return new Stores(
        given.participants(),
        given.proposals(),
        given.selectionEvents(),
        mentorships,
        activities,
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
