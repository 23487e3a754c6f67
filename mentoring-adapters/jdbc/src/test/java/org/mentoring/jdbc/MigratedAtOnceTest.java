package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.spi.Stores;

/**
 * G12: two instances migrate at once, an empty database or an older release's. Both come back
 * without a failure and find the tables, which were made once, and each can work with them at once.
 */
@Tag(Harness.TAG)
class MigratedAtOnceTest {
  private static final int INSTANCES = 2;
  private static final int MOST_NANOS = 30_000_000;
  private static final String[] VERSIONS = {"1", "2", "3", "4"};

  /** How an instance migrates when it starts. */
  private interface Instance {
    /**
     * Migrates.
     *
     * @param late how long this one comes later than the other, in nanoseconds
     */
    void migrates(DataSource database, Meeting meeting, int late) throws Exception;
  }

  /** Where instances wait for each other: to begin, and for one that has ended or failed. */
  private record Meeting(CyclicBarrier begun, CountDownLatch ended) {
    Meeting() {
      this(new CyclicBarrier(INSTANCES), new CountDownLatch(1));
    }

    /** Whether this instance came last. */
    boolean begin() throws Exception {
      return begun.await(120, TimeUnit.SECONDS) == 0;
    }
  }

  @ParameterizedTest
  @EnumSource
  void instances_that_migrate_at_once_both_find_the_tables_made_once(Dialect dialect) {
    Harness.of(
            "G12-" + dialect.folder(),
            "times two instances that migrate the tables at once",
            5,
            100)
        .run(number -> migrated(dialect, number, MigratedAtOnceTest::asTheyDo));
  }

  private static void asTheyDo(DataSource database, Meeting meeting, int late) throws Exception {
    meeting.begin();
    LockSupport.parkNanos(late);
    Migrations.MIGRATE.run(database, StoreSettings.standard());
  }

  @ParameterizedTest
  @EnumSource
  void instances_that_look_and_then_make_what_is_missing_are_found(Dialect dialect) {
    assertThatThrownBy(() -> migrated(dialect, 0, MigratedAtOnceTest::withoutLock))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("an instance failed");
  }

  /** The bug that is planted: both look before one of them has made anything. */
  private static void withoutLock(DataSource database, Meeting meeting, int late) throws Exception {
    boolean missing = tables(database).isEmpty();
    meeting.begin();
    if (missing) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create schema mentoring");
        statement.execute(script(Dialect.of(connection)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_instance_that_leaves_it_to_the_other_and_goes_on_is_found(Dialect dialect) {
    assertThatThrownBy(() -> migrated(dialect, 0, MigratedAtOnceTest::withoutWaiting))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("an instance failed")
        .hasStackTraceContaining("migration.outstanding");
  }

  /** The bug that is planted: whoever comes second takes it for done. */
  private static void withoutWaiting(DataSource database, Meeting meeting, int late)
      throws Exception {
    if (meeting.begin()) {
      // Until the other one has met tables that are not there.
      assertThat(meeting.ended().await(120, TimeUnit.SECONDS)).isTrue();
      Migrations.MIGRATE.run(database, StoreSettings.standard());
    }
  }

  private static void migrated(Dialect dialect, int number, Instance instance) throws Exception {
    ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
    try (Fresh fresh = Fresh.of(dialect, number)) {
      begin(fresh.database, dialect, number % 3);
      Random random = new Random(number);
      Meeting meeting = new Meeting();
      List<Future<Boolean>> running = new ArrayList<>();
      for (int i = 0; i < INSTANCES; i++) {
        String name = "instance-" + i;
        int late = random.nextInt(MOST_NANOS);
        running.add(
            instances.submit(
                () -> {
                  try {
                    instance.migrates(fresh.database, meeting, late);
                    works(fresh.database, name);
                  } finally {
                    meeting.ended().countDown();
                  }
                  return true;
                }));
      }
      for (Future<Boolean> each : running) {
        ended(each);
      }
      assertThat(
              MigrationsTest.strings(
                  fresh.database,
                  "select \"version\" from \"mentoring\".\"mentoring_schema_history\""
                      + " where \"version\" is not null order by \"installed_rank\""))
          .containsExactly(VERSIONS);
      Stores stores = stores(fresh.database);
      for (int i = 0; i < INSTANCES; i++) {
        assertThat(SampleCommand.traces(stores, "instance-" + i)).isEqualTo(5);
      }
    } finally {
      instances.shutdownNow();
      assertThat(instances.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void ended(Future<Boolean> instance) throws Exception {
    try {
      assertThat(instance.get(120, TimeUnit.SECONDS)).isTrue();
    } catch (ExecutionException e) {
      throw new AssertionError("an instance failed: " + e.getCause(), e);
    }
  }

  /** Nothing yet, or an older release's tables, or a schema that somebody made. */
  private static void begin(DataSource database, Dialect dialect, int what) {
    if (what == 1) {
      Flyway.configure()
          .dataSource(database)
          .schemas("mentoring")
          .defaultSchema("mentoring")
          .table("mentoring_schema_history")
          .locations("classpath:org/mentoring/jdbc/migration/" + dialect.folder())
          .placeholders(Map.of("schema", "mentoring"))
          .target(MigrationVersion.fromVersion("1"))
          .load()
          .migrate();
    } else if (what == 2) {
      PostgresServer.execute(database, "create schema \"mentoring\"");
    }
  }

  /** What an instance does once it has started. */
  private static void works(DataSource database, String name) {
    Migrations.VALIDATE.run(database, StoreSettings.standard());
    SampleCommand.carryOut(stores(database), name);
  }

  private static Stores stores(DataSource database) {
    return JdbcStores.open(ConnectionSource.owned(database), StoreSettings.standard());
  }

  private static List<String> tables(DataSource database) {
    return MigrationsTest.strings(
        database,
        "select table_name from information_schema.tables where table_schema = 'mentoring'");
  }

  private static String script(Dialect dialect) throws IOException {
    try (InputStream in =
        Migrations.class.getResourceAsStream("migration/" + dialect.folder() + "/V1__state.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${schema}", "mentoring");
    }
  }

  /** A database with nothing in it, which is gone afterwards. */
  private record Fresh(DataSource database, Closing closing) implements AutoCloseable {
    private interface Closing {
      void close() throws SQLException;
    }

    static Fresh of(Dialect dialect, int number) {
      if (dialect == Dialect.H2) {
        EmbeddedDatabase embedded = EmbeddedDatabase.inMemory("migrated-at-once-" + number);
        return new Fresh(embedded.connections(), embedded::close);
      }
      String name = PostgresServer.newDatabase();
      return new Fresh(PostgresServer.database(name, "postgres"), () -> PostgresServer.drop(name));
    }

    @Override
    public void close() throws SQLException {
      closing.close();
    }
  }
}
