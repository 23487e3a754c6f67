package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.ProofServer;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * G3: programs and servers are killed with signal 9. What was acknowledged is there afterwards, and
 * nothing is there by halves.
 */
@Tag(Harness.TAG)
class KillsTest {
  /**
   * So many rounds share a database: what older rounds left must stay too, but not grow forever.
   */
  private static final int SHARED = 5;

  private static final int WRITERS = 3;

  @TempDir static Path folder;
  private static ProofServer server;
  private static KilledClients clients;

  @BeforeAll
  static void start() throws IOException {
    clients = new KilledClients(folder);
    server = ProofServer.start(folder.resolve("server"));
  }

  @AfterAll
  static void stop() throws IOException {
    clients.close();
    server.close();
  }

  @Test
  void what_a_killed_program_was_told_is_in_its_file() {
    List<String> told = new ArrayList<>();
    Harness.of("G3-h2-client", "kills of the program over an H2 file", 10, 150)
        .run(
            number -> {
              Path file = folder.resolve("h2-" + number / SHARED);
              if (told.isEmpty() || number % SHARED == 0) {
                told.clear();
                ProofDatabase.h2(file).close();
              }
              told.addAll(clients.killed(KilledClient.Kind.H2, file.toString(), number));
              check(file, told);
            });
  }

  @Test
  void what_a_killed_program_was_told_is_on_its_server() throws Exception {
    server.emptied();
    List<String> told = new ArrayList<>();
    Harness.of("G3-postgresql-client", "kills of the program over PostgreSQL", 10, 150)
        .run(
            number -> {
              if (told.isEmpty() || number % SHARED == 0) {
                told.clear();
                server.emptied();
              }
              told.addAll(clients.killed(KilledClient.Kind.POSTGRESQL, server.url(), number));
              server.settled();
              Whole.check(server.stores(), told);
            });
  }

  @Test
  void what_a_killed_server_acknowledged_is_there_when_it_is_up_again() throws Exception {
    assertThat(server.writesAsInEarnest()).isTrue();
    server.emptied();
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Harness.of("G3-postgresql-server", "kills of the PostgreSQL server, fsync on", 10, 200)
        .run(
            number -> {
              if (told.isEmpty() || number % SHARED == 0) {
                told.clear();
                server.emptied();
              }
              killedServer(number, told, pool -> {});
            });
  }

  private static void killedServer(
      int number, List<String> told, Consumer<BasicDataSource> settings) throws Exception {
    killServer(number, told, settings);
    server.startAgain();
    Whole.check(server.stores(), List.copyOf(told));
  }

  /** Kills the server while several write. */
  private static void killServer(int number, List<String> told, Consumer<BasicDataSource> settings)
      throws Exception {
    Random random = new Random(number);
    CountDownLatch done = new CountDownLatch(random.nextInt(60));
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try (BasicDataSource pool = new BasicDataSource()) {
      settings.accept(pool);
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        KilledWork work =
            new KilledWork(
                server.impatient(pool),
                "s" + number + "-" + i,
                line -> {
                  told.add(line);
                  if (line.startsWith("done ")) {
                    done.countDown();
                  }
                });
        writing.add(writers.submit(() -> work.run()));
      }
      assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
      KilledClients.soon(random);
      server.kill();
      for (Future<?> each : writing) {
        each.get(2, TimeUnit.MINUTES);
      }
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void a_database_that_writes_later_than_it_says_is_found() {
    found(KilledClient.Kind.H2_WRITING_LATE, "acknowledged");
  }

  @Test
  void a_program_that_tells_before_the_commit_is_found() {
    found(KilledClient.Kind.H2_TELLING_EARLY, "acknowledged");
  }

  @Test
  void a_store_that_writes_in_pieces_is_found() {
    found(KilledClient.Kind.H2_IN_PIECES, "an entry to each");
  }

  @Test
  void a_program_that_tells_the_server_s_commands_before_the_commit_is_found() {
    foundOnServer(KilledClient.Kind.POSTGRESQL_TELLING_EARLY, "acknowledged");
  }

  @Test
  void a_store_that_writes_to_the_server_in_pieces_is_found() {
    foundOnServer(KilledClient.Kind.POSTGRESQL_IN_PIECES, "an entry to each");
  }

  @Test
  void a_server_that_acknowledges_what_is_not_on_its_disk_is_found() {
    server.emptied();
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    found(
        "acknowledged",
        number ->
            killedServer(
                number,
                told,
                pool -> pool.setConnectionInitSqls(List.of("set synchronous_commit to off"))));
  }

  private static void found(KilledClient.Kind planted, String told) {
    found(
        told,
        number -> {
          Path file = folder.resolve(planted + "-" + number);
          ProofDatabase.h2(file).close();
          check(file, clients.killed(planted, file.toString(), number));
        });
  }

  private static void foundOnServer(KilledClient.Kind planted, String told) {
    server.emptied();
    List<String> all = new ArrayList<>();
    found(
        told,
        number -> {
          all.addAll(clients.killed(planted, server.url(), number));
          server.settled();
          Whole.check(server.stores(), all);
        });
  }

  private static void found(String told, HarnessRounds.Round round) {
    assertThatThrownBy(
            () -> {
              for (int number = 1; number <= 20; number++) {
                round.run(number);
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(told);
  }

  private static void check(Path file, List<String> told) {
    try (ProofDatabase again = ProofDatabase.h2(file)) {
      Whole.check(again.stores(), told);
    }
  }
}
