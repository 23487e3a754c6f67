package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
