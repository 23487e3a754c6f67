package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.jdbc.EmbeddedDatabase;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Decisions;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.internal.HarnessRounds;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * G10: after erasures nothing that stands for those who were erased is in the bytes of exports, of
 * dumps, and of the database's files once these were rewritten as the guide says. Each search has
 * to find everything of those who were not erased, or it would be blind.
 */
@Tag(Harness.TAG)
class ErasedBytesTest {
  private static final UnaryOperator<Stores> NO_BUG = UnaryOperator.identity();

  @TempDir Path folder;

  @Test
  void nobody_who_was_erased_is_in_the_bytes_of_an_h2_file_its_rows_and_its_export() {
    Harness.of("G10-h2", "lives in an H2 file, whose erased are searched for in all bytes", 3, 100)
        .run(number -> h2(number, NO_BUG, true, true));
  }

  @Test
  void nobody_who_was_erased_is_in_the_bytes_of_postgresql_s_files_its_dump_and_its_export() {
    Harness.of(
            "G10-postgresql",
            "lives in PostgreSQL, whose erased are searched for in all bytes",
            2,
            100)
        // Other lives than H2's.
        .run(number -> postgresql(1_000_000 + number, "analyze", "vacuum full", "checkpoint"));
  }

  /** A write of an erasure that is forgotten. */
  private record Forgotten<T>(Class<T> port, String write, String told) {
    Stores in(Stores stores) {
      return Planted.in(stores, port, Planted.forgetting(port, Planted.port(stores, port), write));
    }

    @Override
    public String toString() {
      return port.getSimpleName() + "." + write;
    }
  }

  static Stream<Forgotten<?>> forgotten() {
    return Stream.of(
        new Forgotten<>(Participants.class, "erase", " in rows"),
        new Forgotten<>(Proposals.class, "redact", " in rows"),
        // Its rankings are ids, which stand elsewhere too.
        new Forgotten<>(SelectionEvents.class, "redact", "a ranking of"),
        new Forgotten<>(Mentorships.class, "redact", " in rows"),
        new Forgotten<>(Activities.class, "redact", " in rows"),
        new Forgotten<>(Incidents.class, "redact", " in rows"),
        new Forgotten<>(Decisions.class, "redact", " in rows"),
        new Forgotten<>(Decisions.class, "forget", " in rows"),
        new Forgotten<>(Identities.class, "release", " in rows"));
  }

  @ParameterizedTest
  @MethodSource("forgotten")
  void a_forgotten_redact_is_found(Forgotten<?> forgotten) {
    assertFound(number -> h2(number, forgotten::in, true, true), forgotten.told());
  }

  @Test
  void a_file_that_was_not_compacted_still_tells_who_was_erased() {
    assertFound(number -> h2(number, NO_BUG, false, true), "in file");
  }

  @Test
  void a_database_that_was_not_vacuumed_in_full_still_tells_who_was_erased() {
    assertFound(number -> postgresql(number, "vacuum", "checkpoint"), "in files");
  }

  @Test
  void a_database_whose_samples_of_values_are_old_still_tells_who_was_erased() {
    assertFound(number -> postgresql(number, "vacuum full", "checkpoint"), "in files");
  }

  @Test
  void a_search_in_compressed_bytes_is_told_to_be_blind() {
    assertFound(number -> h2(number, NO_BUG, true, false), "blind to");
  }

  private static void assertFound(HarnessRounds.Round round, String told) {
    assertThatThrownBy(
            () -> {
              for (int number = 0; number < 5; number++) {
                round.run(number);
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(told);
  }

  private void h2(int number, UnaryOperator<Stores> bug, boolean compacted, boolean expanded)
      throws IOException, SQLException {
    Path file = folder.resolve("life-" + number + ".mv.db");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      DataSource connections = database.connections();
      ProofDatabase.migrate(connections);
      Stores stores = ProofDatabase.storesOn(connections);
      ErasedLife life = ErasedLife.of(number, stores, bug, () -> {});
      ByteScan scan = life.scan();
      scan.add("rows", rows(connections));
      if (compacted) {
        database.compact();
      }
      scan.add("file", expanded ? both(file) : Files.readAllBytes(file));
      life.check(scan);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static byte[] both(Path file) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Files.readAllBytes(file));
    all.writeBytes(H2Pages.of(file));
    return all.toByteArray();
  }

  private static byte[] rows(DataSource connections) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String table : tables(connections)) {
      texts(connections, "select * from " + table)
          .forEach(row -> all.append(table).append('\t').append(row).append('\n'));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void postgresql(int number, String... rewritten) throws IOException, SQLException {
    try (ProofDatabase database = ProofDatabase.postgresql()) {
      DataSource connections = database.connections();
      uncompressed(connections);
      ErasedLife life =
          ErasedLife.of(
              number,
              database.stores(),
              NO_BUG,
              // As the server does by itself at any time: its statistics hold samples of values.
              () -> executed(connections, "analyze"));
      for (String each : rewritten) {
        executed(connections, each);
      }
      ByteScan scan = life.scan();
      scan.add("dump", dump(connections));
      scan.add("files", files(connections));
      life.check(scan);
    }
  }

  /** Otherwise a search would be blind to long values. */
  private static void uncompressed(DataSource connections) throws SQLException {
    for (String each :
        texts(
            connections,
            "select format('alter table %I.%I alter column %I set storage external',"
                + " table_schema, table_name, column_name) from information_schema.columns"
                + " where table_schema = 'mentoring'"
                + " and data_type in ('text', 'character varying')")) {
      executed(connections, each.strip());
    }
  }

  /** As {@code pg_dump} writes rows. */
  private static byte[] dump(DataSource connections) throws SQLException, IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> tables = tables(connections);
    try (Connection connection = connections.getConnection()) {
      CopyManager copying = connection.unwrap(BaseConnection.class).getCopyAPI();
      for (String table : tables) {
        copying.copyOut("copy " + table + " to stdout", all);
      }
    }
    return all.toByteArray();
  }

  private static byte[] files(DataSource connections) throws SQLException, IOException {
    Path base =
        Path.of(
            texts(
                    connections,
                    "select current_setting('data_directory') || '/base/' || oid"
                        + " from pg_database where datname = current_database()")
                .get(0)
                .strip());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<Path> files;
    try (Stream<Path> found = Files.list(base)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path each : files) {
      try {
        all.writeBytes(Files.readAllBytes(each));
      } catch (NoSuchFileException e) {
        // The server takes files away when it likes.
        continue;
      }
    }
    return all.toByteArray();
  }

  private static List<String> tables(DataSource connections) throws SQLException {
    List<String> tables = new ArrayList<>();
    for (String each :
        texts(
            connections,
            "select table_name from information_schema.tables"
                + " where table_schema = 'mentoring'")) {
      tables.add("\"mentoring\".\"" + each.strip() + "\"");
    }
    assertThat(tables).hasSizeGreaterThan(20);
    return tables;
  }

  /** All columns of each row. */
  private static List<String> texts(DataSource connections, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(found.getString(i)).append('\t');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static void executed(DataSource connections, String command) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(command, e));
    }
  }
}
