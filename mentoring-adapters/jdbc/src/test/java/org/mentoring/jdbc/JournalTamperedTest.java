package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalVerifier;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Stores;

/** Somebody with a database client changes the journal: nothing of it stays unseen. */
@Tag(Harness.TAG)
@Timeout(7_200)
class JournalTamperedTest {
  private static final int LENGTH = 12;

  /** What is done, and whether it takes a checkpoint to see it. */
  private static final Map<String, Boolean> TAMPERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("update $.journal set event = 'x' where number = 5", false),
              Map.entry("update $.journal set number = 99 where number = 5", false),
              Map.entry("update $.journal set number = -5 where number = 5", false),
              Map.entry("update $.journal set number = null where number = 5", false),
              Map.entry("update $.journal set before = hash where number = 5", false),
              Map.entry("update $.journal set before = null where number = 5", false),
              Map.entry("update $.journal set hash = before where number = 5", false),
              Map.entry("update $.journal set hash = null where number = 5", false),
              Map.entry(body("MENTORSHIP_CHANGED", "MENTORSHIP_MADE"), false),
              Map.entry(body("\"subject\":\"m-1\"", "\"subject\":\"m-2\""), false),
              Map.entry(body("\"version\":3", "\"version\":4"), false),
              Map.entry(body("AGREED", "ENDED"), false),
              Map.entry(body("\"c-", "\"d-"), false),
              Map.entry(body("centre-1", "centre-2"), false),
              Map.entry(body("COORDINATOR", "SYSTEM"), false),
              Map.entry(body("2020-09-01", "2020-09-02"), false),
              Map.entry(body("\"content\":\"0", "\"content\":\"1"), false),
              Map.entry(body("{", "{{"), false),
              Map.entry(body("\"version\":3", "\"version\":\"3\""), false),
              Map.entry("delete from $.journal where number = 1", false),
              Map.entry("delete from $.journal where number between 4 and 8", false),
              Map.entry("delete from $.journal where number > 8", true),
              Map.entry("update $.journal set number = null where number = 12", true)));

  private static String body(String what, String with) {
    return "update $.journal set body = replace(body, '%s', '%s') where number = 5"
        .formatted(what, with);
  }

  @ParameterizedTest
  @EnumSource
  void every_change_of_a_row_is_seen(Dialect dialect) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Stores stores = database.stores();
      List<SealedEntry> chain = chain();
      SealedEntry last = chain.get(LENGTH - 1);
      List<Checkpoint> checkpoint = List.of(new Checkpoint(LENGTH, last.hash()));
      TAMPERS.forEach(
          (tamper, needsCheckpoint) -> {
            restore(database, stores, chain);
            assertThat(seen(stores, checkpoint)).isFalse();
            database.execute(tamper);
            assertThat(seen(stores, checkpoint)).as(tamper).isTrue();
            assertThat(seen(stores, List.of())).as(tamper).isNotEqualTo(needsCheckpoint);
          });
    }
  }

  @Test
  void random_changes_of_rows_are_seen() throws Exception {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      Stores stores = database.stores();
      List<SealedEntry> chain = chain();
      List<String> tampers = List.copyOf(TAMPERS.keySet());
      List<Checkpoint> checkpoint = List.of(new Checkpoint(LENGTH, chain.get(LENGTH - 1).hash()));
      Harness.of("G9-h2", "random tampers with rows of the journal, all found", 1_000, 10_000)
          .run(
              number -> {
                Random random = new Random(number);
                restore(database, stores, chain);
                int done = 0;
                for (int i = 0; i <= random.nextInt(3); i++) {
                  String at = "number = " + (1 + random.nextInt(LENGTH));
                  String tamper = tampers.get(random.nextInt(tampers.size()));
                  // No two of one round may want the same key.
                  done +=
                      database.touched(
                          tamper
                              .replace("'x'", "'x" + i + "'")
                              .replace("number = 99", "number = 99" + i)
                              .replace("number = -5", "number = -5" + i)
                              .replace("number = 5", at));
                }
                assertThat(seen(stores, checkpoint)).isEqualTo(done > 0);
              });
    }
  }

  private static void restore(OpenDatabase database, Stores stores, List<SealedEntry> chain) {
    database.execute("delete from $.outbox");
    database.execute("delete from $.journal");
    stores.journal().restore(chain.stream().map(SealedEntry::entry).toList(), new TreeSet<>());
    stores.journal().seal(chain);
    database.execute("delete from $.outbox");
  }

  private static boolean seen(Stores stores, List<Checkpoint> checkpoints) {
    JournalVerifier verifier = new JournalVerifier(checkpoints);
    while (true) {
      List<SealedEntry> entries;
      try {
        entries = stores.journal().sealed(verifier.number(), 1);
      } catch (MentoringException e) {
        verifier.unreadable();
        continue;
      }
      if (entries.isEmpty()) {
        return !verifier.done(stores.journal().unsealed()).intact();
      }
      verifier.next(entries.get(0));
    }
  }

  private static List<SealedEntry> chain() {
    List<SealedEntry> chain = new ArrayList<>();
    String before = SealedEntry.GENESIS;
    for (int i = 1; i <= LENGTH; i++) {
      SealedEntry sealed = SealedEntry.seal(i, entry(i), before);
      chain.add(sealed);
      before = sealed.hash();
    }
    return chain;
  }

  private static JournalEntry entry(int number) {
    return new JournalEntry(
        EventId.of("e-" + number),
        Code.of("MENTORSHIP_CHANGED"),
        Code.of("MENTORSHIP"),
        "m-1",
        3,
        new TreeMap<>(Map.of("state", "AGREED")),
        CommandId.of("c-" + number),
        Actor.coordinator("a-1", "centre-1"),
        Instant.parse("2020-09-01T08:00:00Z"),
        "0".repeat(64));
  }
}
