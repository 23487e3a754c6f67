package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Places;
import org.mentoring.spi.Stores;

/** Two open transactions at the same thing, in every order that matters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RecordsAtOnceTest {
  private static final Actor ACTOR = Actor.coordinator("c-1", "centre-1");
  private static final Instant NOW = Instant.parse("2020-09-01T08:00:00Z");
  private static final ParticipantId ANNA = ParticipantId.of("anna");
  private static final ParticipantId BORIS = ParticipantId.of("boris");
  private static final String HASH = "a".repeat(64);

  private final Map<Dialect, OpenDatabase> databases = new EnumMap<>(Dialect.class);
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  private OpenDatabase database(Dialect dialect) {
    return databases.computeIfAbsent(dialect, OpenDatabase::new);
  }

  @AfterEach
  void empty() {
    for (OpenDatabase database : databases.values()) {
      for (String table : List.of("outbox", "journal", "command", "identity", "place")) {
        database.execute("delete from $." + table);
      }
    }
  }

  @AfterAll
  void close() throws Exception {
    other.shutdownNow();
    for (OpenDatabase database : databases.values()) {
      database.close();
    }
  }

  private static <T> T got(Future<T> future) {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Something that makes a transaction end without being kept. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void undone(Stores stores, Runnable command) {
    assertThatThrownBy(
            () ->
                stores
                    .work()
                    .run(
                        () -> {
                          command.run();
                          throw new Undone();
                        }))
        .isInstanceOf(Undone.class);
  }

  @ParameterizedTest
  @EnumSource
  void who_claims_what_another_is_about_to_have_waits_and_is_told_who(Dialect dialect) {
    OpenDatabase database = database(dialect);
    Stores stores = database.stores();
    Supplier<Optional<ParticipantId>> claim =
        () -> stores.work().run(() -> stores.identities().claim(HASH, BORIS));
    Future<Optional<ParticipantId>> second =
        stores
            .work()
            .run(
                () -> {
                  stores.identities().claim(HASH, ANNA);
                  Future<Optional<ParticipantId>> started = other.submit(claim::get);
                  database.untilBlocked(1);
                  return started;
                });
    assertThat(got(second)).contains(ANNA);
  }

  @ParameterizedTest
  @EnumSource
  void who_waited_for_a_claim_that_was_taken_back_has_it(Dialect dialect) {
    OpenDatabase database = database(dialect);
    Stores stores = database.stores();
    List<Future<Optional<ParticipantId>>> second = new ArrayList<>();
    undone(
        stores,
        () -> {
          stores.identities().claim(HASH, ANNA);
          second.add(
              other.submit(() -> stores.work().run(() -> stores.identities().claim(HASH, BORIS))));
          database.untilBlocked(1);
        });
    assertThat(got(second.get(0))).isEmpty();
    assertThat(stores.identities().claim(HASH, ANNA)).contains(BORIS);
  }

  private static CommandRecord command(String id) {
    return new CommandRecord(
        CommandId.of(id), Code.of("ASSIGN"), ACTOR, NOW, true, null, new TreeSet<>(), List.of());
  }

  @ParameterizedTest
  @EnumSource
  void the_same_command_given_at_once_waits_for_the_first_and_is_refused(Dialect dialect) {
    OpenDatabase database = database(dialect);
    Stores stores = database.stores();
    Future<String> second =
        stores
            .work()
            .run(
                () -> {
                  stores.commands().append(command("c-1"));
                  Future<String> started =
                      other.submit(() -> stores.work().run(() -> appended(stores)));
                  database.untilBlocked(1);
                  return started;
                });
    assertThat(got(second)).isEqualTo("command.exists");
    // The transaction of whoever was refused went on.
    assertThat(stores.commands().find(CommandId.of("c-2"))).isPresent();
  }

  private static String appended(Stores stores) {
    try {
      stores.commands().append(command("c-1"));
      return "kept";
    } catch (MentoringException e) {
      assertThat(stores.commands().find(CommandId.of("c-1"))).isPresent();
      stores.commands().append(command("c-2"));
      return e.code();
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_tries_for_a_place_that_another_is_about_to_have_waits(Dialect dialect) {
    OpenDatabase database = database(dialect);
    Stores stores = database.stores();
    Future<Boolean> second =
        stores
            .work()
            .run(
                () -> {
                  stores.places().take(place("m-1"));
                  Future<Boolean> started =
                      other.submit(
                          () -> stores.work().run(() -> stores.places().take(place("m-2"))));
                  database.untilBlocked(1);
                  return started;
                });
    assertThat(got(second)).isFalse();
    assertThat(stores.places().of(ANNA)).containsExactly(place("m-1"));
  }

  private static Places.Place place(String mentorship) {
    return new Places.Place(ANNA, "*", 1, MentorshipId.of(mentorship), BORIS);
  }

  @ParameterizedTest
  @EnumSource
  void who_locks_a_mentor_waits_for_whoever_has_the_lock(Dialect dialect) {
    OpenDatabase database = database(dialect);
    Stores stores = database.stores();
    if (stores.participants().find(ANNA).isEmpty()) {
      stores.participants().add(Participant.of(ANNA, ParticipantKind.PERSON, List.of()));
    }
    Future<Integer> second =
        stores
            .work()
            .run(
                () -> {
                  stores.places().lock(new TreeSet<>(List.of(ANNA)));
                  Future<Integer> started =
                      other.submit(
                          () ->
                              stores
                                  .work()
                                  .run(
                                      () -> {
                                        stores.places().lock(new TreeSet<>(List.of(ANNA, BORIS)));
                                        return stores.places().of(ANNA).size();
                                      }));
                  database.untilBlocked(1);
                  stores.places().take(place("m-1"));
                  return started;
                });
    assertThat(got(second)).isEqualTo(1);
  }

  private static JournalEntry entry(String id) {
    return new JournalEntry(
        EventId.of(id),
        Code.of("MENTORSHIP_CHANGED"),
        Code.of("MENTORSHIP"),
        "m-1",
        1,
        new TreeMap<>(),
        CommandId.of("c-1"),
        ACTOR,
        NOW,
        null);
  }

  private static void append(Stores stores, String id) {
    stores.journal().append(List.of(entry(id)));
  }

  private static List<String> seal(Stores stores) {
    return stores
        .work()
        .run(
            () -> {
              List<SealedEntry> sealed = new ArrayList<>();
              List<JournalEntry> waiting = stores.journal().waiting(100);
              long number = stores.journal().last().map(Checkpoint::number).orElse(0L);
              String hash = stores.journal().last().map(Checkpoint::hash).orElse("");
              for (JournalEntry each : waiting) {
                SealedEntry next = SealedEntry.seal(++number, each, hash);
                sealed.add(next);
                hash = next.hash();
              }
              stores.journal().seal(sealed);
              return sealed.stream().map(each -> each.entry().id().value()).toList();
            });
  }

  @ParameterizedTest
  @EnumSource
  void what_arrived_early_and_was_committed_late_is_sealed_and_handed_out(Dialect dialect) {
    Stores stores = database(dialect).stores();
    List<String> got = new ArrayList<>();
    stores
        .work()
        .run(
            () -> {
              append(stores, "early");
              return got(
                  other.submit(
                      () -> {
                        append(stores, "late");
                        assertThat(seal(stores)).containsExactly("late");
                        return stores.outbox().deliver(10, events -> add(got, events));
                      }));
            });
    assertThat(got).containsExactly("late");
    assertThat(seal(stores)).containsExactly("early");
    stores.outbox().deliver(10, events -> add(got, events));
    assertThat(got).containsExactly("late", "early");
  }

  private static void add(List<String> got, List<JournalEntry> events) {
    events.forEach(event -> got.add(event.id().value()));
  }

  @ParameterizedTest
  @EnumSource
  void a_sealer_waits_for_the_other_and_then_gets_the_rest(Dialect dialect) {
    OpenDatabase database = database(dialect);
    Stores stores = database.stores();
    append(stores, "e-1");
    Future<List<String>> second =
        stores
            .work()
            .run(
                () -> {
                  List<JournalEntry> waiting = stores.journal().waiting(10);
                  Future<List<String>> started = other.submit(() -> seal(stores));
                  database.untilBlocked(1);
                  stores.journal().seal(List.of(SealedEntry.seal(1, waiting.get(0), "")));
                  return started;
                });
    assertThat(got(second)).isEmpty();
    append(stores, "e-2");
    assertThat(seal(stores)).containsExactly("e-2");
    assertThat(stores.journal().last().orElseThrow().number()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void a_reader_passes_over_what_another_has_and_gets_what_that_one_lost(Dialect dialect) {
    Stores stores = database(dialect).stores();
    for (int i = 1; i <= 5; i++) {
      append(stores, "e-" + i);
    }
    List<String> second = new ArrayList<>();
    assertThatThrownBy(
            () ->
                stores
                    .outbox()
                    .deliver(
                        2,
                        events -> {
                          got(
                              other.submit(
                                  () -> stores.outbox().deliver(2, more -> add(second, more))));
                          throw new Undone();
                        }))
        .isInstanceOf(Undone.class);
    assertThat(second).containsExactly("e-3", "e-4");
    List<String> rest = new ArrayList<>();
    stores.outbox().deliver(10, events -> add(rest, events));
    assertThat(rest).containsExactly("e-1", "e-2", "e-5");
  }
}
