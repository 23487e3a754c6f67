package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.journal.JournalEntry;
import org.mentoring.spi.Stores;

/**
 * Eight writers, some of whose transactions end late or are taken back, and readers that are killed
 * in the middle: no event is missed and none is handed out that was not kept.
 */
@Tag(Harness.TAG)
@Timeout(7_200)
class EventsHandedOutTest {
  /** How many events are written in a round. */
  private static final int EVENTS = 5_000;

  private static final int WRITERS = 8;
  private static final int READERS = 3;

  /** Reads events as long as there are some. */
  private interface Reader {
    /** Whether it may go on: false where there was nothing. */
    boolean read(Random random) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void no_event_is_missed_though_readers_are_killed(Dialect dialect) {
    Harness.of(
            "G5-" + dialect.folder(),
            "times 5,000 events of 8 writers, read by readers that are killed",
            1,
            20)
        .run(number -> nothingIsMissed(dialect, number));
  }

  private static void nothingIsMissed(Dialect dialect, int round) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Set<String> done = ConcurrentHashMap.newKeySet();
      AtomicLong handed = new AtomicLong();
      AtomicInteger killed = new AtomicInteger();
      Writing writing = new Writing(database.stores(), round);
      Breakable connections = new Breakable(database.single());
      Stores reading = database.stores(connections);
      Reader reader =
          random -> {
            List<String> got = new ArrayList<>();
            int fate = random.nextInt(10);
            int delivered;
            try {
              delivered =
                  reading
                      .outbox()
                      .deliver(
                          1 + random.nextInt(40),
                          events -> {
                            events.forEach(event -> got.add(event.id().value()));
                            handed.addAndGet(events.size());
                            if (fate == 0) {
                              connections.breakMine();
                            } else if (fate == 1) {
                              throw new Killed();
                            }
                          });
            } catch (Killed | StoreFailure e) {
              killed.incrementAndGet();
              return true;
            }
            // Only now is a reader through with them.
            done.addAll(got);
            return delivered > 0;
          };
      writing.with(READERS, reader);

      assertThat(killed).hasPositiveValue();
      assertThat(handed.get()).as("some came twice").isGreaterThan(writing.kept.size());
      assertThat(new TreeSet<>(done)).isEqualTo(new TreeSet<>(writing.kept));
      assertThat(database.stores().outbox().waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_reader_that_asks_for_what_came_after_the_last_misses_some_and_the_harness_sees_it(
      Dialect dialect) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Set<String> done = ConcurrentHashMap.newKeySet();
      AtomicLong last = new AtomicLong();
      Writing writing = new Writing(database.stores(), 0);
      Reader poller =
          random -> {
            List<String> rows =
                database.texts(
                    "select arrival || ' ' || event from $.journal where arrival > "
                        + last.get()
                        + " order by arrival limit 40");
            for (String row : rows) {
              String[] parts = row.split(" ", 2);
              last.set(Long.parseLong(parts[0]));
              done.add(parts[1]);
            }
            return !rows.isEmpty();
          };
      writing.with(1, poller);

      Set<String> missed = new TreeSet<>(writing.kept);
      missed.removeAll(done);
      assertThat(missed).isNotEmpty();
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Writers that write all events, beside readers. */
  private static final class Writing {
    final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Stores stores;
    private final long seed;
    private final AtomicInteger numbers = new AtomicInteger();
    private int active = WRITERS;
    private int holding;
    private int ended;

    Writing(Stores stores, int round) {
      this.stores = stores;
      this.seed = 1_000L * round;
    }

    void with(int readers, Reader reader) throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(WRITERS + readers);
      try {
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          Random random = new Random(seed + i);
          all.add(pool.submit(() -> write(random)));
        }
        for (int i = 0; i < readers; i++) {
          Random random = new Random(seed + 100 + i);
          all.add(pool.submit(() -> read(reader, random)));
        }
        for (Future<Integer> each : all) {
          assertThat(each.get(1_200, TimeUnit.SECONDS)).isPositive();
        }
        read(reader, new Random(seed + 200));
      } finally {
        pool.shutdownNow();
      }
    }

    private int read(Reader reader, Random random) throws Exception {
      int rounds = 0;
      boolean more = true;
      while (more || writersGoOn()) {
        more = reader.read(random);
        rounds++;
      }
      return rounds;
    }

    private synchronized boolean writersGoOn() {
      return active > 0;
    }

    private int write(Random random) {
      int transactions = 0;
      try {
        while (kept.size() < EVENTS) {
          transaction(random);
          transactions++;
        }
        return transactions;
      } finally {
        left();
      }
    }

    private synchronized void left() {
      active--;
      notifyAll();
    }

    private void transaction(Random random) {
      List<JournalEntry> entries = new ArrayList<>();
      int size = 1 + random.nextInt(6);
      for (int i = 0; i < size; i++) {
        entries.add(entry(numbers.incrementAndGet()));
      }
      int fate = random.nextInt(20);
      try {
        stores
            .work()
            .run(
                () -> {
                  stores.journal().append(entries);
                  if (fate == 0) {
                    throw new Killed();
                  }
                  if (fate == 1) {
                    untilOthersEnded();
                  }
                  return size;
                });
      } catch (Killed e) {
        return;
      }
      entries.forEach(entry -> kept.add(entry.id().value()));
      ended();
    }

    private synchronized void ended() {
      ended++;
      notifyAll();
    }

    /** Ends late: after five others, or when nobody else is left to wait for. */
    private synchronized void untilOthersEnded() {
      int target = ended + 5;
      holding++;
      notifyAll();
      try {
        while (ended < target && holding < active) {
          wait();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      } finally {
        holding--;
      }
    }

    private static JournalEntry entry(int number) {
      return new JournalEntry(
          EventId.of("e-" + number),
          Code.of("MENTORSHIP_CHANGED"),
          Code.of("MENTORSHIP"),
          "m-" + number % 50,
          1,
          new TreeMap<>(),
          CommandId.of("c-" + number),
          Actor.coordinator("c-1", "centre-1"),
          Instant.parse("2020-09-01T08:00:00Z"),
          null);
    }
  }
}
