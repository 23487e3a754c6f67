package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

class EmbeddedDatabaseTest {
  private static final String CANARY = "canary-of-a-child";

  @TempDir Path folder;

  private static Stores stores(EmbeddedDatabase database) {
    Migrations.MIGRATE.run(database.connections(), StoreSettings.standard());
    return JdbcStores.open(
        ConnectionSource.owned(database.connections()), StoreSettings.standard());
  }

  private static void register(Stores stores, String id) {
    stores
        .participants()
        .add(Participant.of(ParticipantId.of(id), ParticipantKind.PERSON, List.of()));
  }

  @Test
  void what_was_kept_is_there_when_the_file_is_opened_again_by_either_name() {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("programme"))) {
      register(stores(database), "a");
    }
    assertThat(folder.resolve("programme.mv.db")).exists();
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("programme.mv.db"))) {
      assertThat(stores(database).participants().ids()).hasSize(1);
    }
  }

  @Test
  void commits_are_in_the_file_when_they_return() {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("programme"))) {
      assertThat(
              MigrationsTest.strings(
                  database.connections(),
                  "select setting_value from information_schema.settings"
                      + " where setting_name = 'WRITE_DELAY'"))
          .allMatch("0"::equals);
      register(stores(database), CANARY);
      assertThat(contents()).contains(CANARY);
    }
  }

  @Test
  void what_was_erased_is_no_longer_in_the_file_once_it_is_compacted() {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("programme"))) {
      Stores stores = stores(database);
      register(stores, "a");
      stores.participants().append(SampleFacts.interest("f", "a", CANARY));
      assertThat(contents()).contains(CANARY);
      stores.participants().erase(ParticipantId.of("a"));
      database.compact();
      assertThat(contents()).doesNotContain(CANARY);
      // The same stores go on with the same source of connections.
      register(stores, "b");
      assertThat(stores.participants().ids()).hasSize(2);
    }
    assertThat(contents()).doesNotContain(CANARY);
  }

  @Test
  void a_new_file_is_for_its_owner_alone_and_stays_so_when_it_is_compacted() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("deeper").resolve("store.mv.db");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      Migrations.MIGRATE.run(database.connections(), StoreSettings.standard());
      assertThat(rights(file)).isEqualTo("rw-------");
      database.compact();
      assertThat(rights(file)).isEqualTo("rw-------");
    }
    assertThat(rights(file)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      database.compact();
      assertThat(rights(file)).isEqualTo("rw-r-----");
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private String contents() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all.toString();
  }

  @Test
  void names_that_would_be_settings_are_refused() {
    assertThatThrownBy(() -> EmbeddedDatabase.open(folder.resolve("a;INIT=x")))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> EmbeddedDatabase.inMemory("a;b")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_file_that_another_program_has_open_is_told() throws Exception {
    Path file = folder.resolve("programme");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      register(stores(database), "a");
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Opening.class.getName(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(other.waitFor()).isZero();
      assertThat(said).contains("store.in-use");
    }
  }

  @Test
  void a_file_that_this_program_has_open_is_refused_and_stays_open() throws IOException {
    Path file = folder.resolve("programme");
    Files.createSymbolicLink(folder.resolve("link"), folder);
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      Stores stores = stores(database);
      for (Path other :
          List.of(file, folder.resolve("programme.mv.db"), folder.resolve("link/programme"))) {
        assertThatThrownBy(() -> EmbeddedDatabase.open(other))
            .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
            .extracting(MentoringException::code)
            .isEqualTo("store.in-use");
      }
      register(stores, "a");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      assertThat(stores(database).participants().ids()).hasSize(1);
    }
  }

  @Test
  void an_interrupted_thread_harms_neither_its_command_nor_those_of_others() throws Exception {
    Path file = folder.resolve("programme");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      Stores stores = stores(database);
      List<String> failed = new CopyOnWriteArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String name = "p-" + i + "-";
        Thread thread = new Thread(() -> registerInterrupted(stores, name, failed));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failed).isEmpty();
      register(stores, "last");
      assertThat(stores.participants().ids()).hasSize(81);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      assertThat(stores(database).participants().ids()).hasSize(81);
    }
  }

  private static void registerInterrupted(Stores stores, String name, List<String> failed) {
    for (int i = 0; i < 20; i++) {
      Thread.currentThread().interrupt();
      try {
        register(stores, name + i);
      } catch (MentoringException e) {
        failed.add(e.code());
      }
      if (!Thread.interrupted()) {
        failed.add("the interrupt was swallowed");
      }
    }
  }

  @Test
  void a_database_that_closed_itself_is_opened_again_with_all_that_was_committed()
      throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("programme"))) {
      Stores stores = stores(database);
      register(stores, "a");
      try (Connection one = database.connections().getConnection();
          Connection two = database.connections().getConnection();
          Statement statement = one.createStatement()) {
        assertThat(two.isValid(0)).isTrue();
        // As on a full disk: nothing is written any more.
        statement.execute("shutdown immediately");
      } catch (SQLException e) {
        assertThat(Failures.isLost(e)).isTrue();
      }
      register(stores, "b");
      assertThat(stores.participants().ids()).hasSize(2);
    }
  }

  @Test
  void a_file_that_is_no_database_is_told_and_left_as_it_is() throws IOException {
    Path file = folder.resolve("foreign.mv.db");
    Files.writeString(file, "somebody's letter ".repeat(2_000));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> EmbeddedDatabase.open(file))
          .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
          .satisfies(
              failure -> {
                assertThat(failure.code()).isEqualTo("store.unreadable");
                assertThat(failure.retryable()).isFalse();
              });
    }
    assertThat(file).hasContent("somebody's letter ".repeat(2_000));
  }

  /** The other program. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]))) {
        System.out.println("opened " + database.connections());
      } catch (StoreFailure e) {
        System.out.println(e.code());
      }
    }
  }

  @Test
  void after_it_is_closed_commands_are_told_that_it_does_not_answer() {
    EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("programme"));
    Stores stores = stores(database);
    database.close();
    assertThatThrownBy(() -> register(stores, "a"))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .extracting(MentoringException::code)
        .isEqualTo("store.unreachable");
  }
}
