package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

class MigrationsTest {
  private static int number;

  private static synchronized DataSource fresh(Dialect dialect) {
    if (dialect == Dialect.POSTGRESQL) {
      return PostgresServer.database();
    }
    number++;
    return EmbeddedDatabase.inMemory("migrations-" + number).connections();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tables_are_made_in_the_schema_that_was_asked_for_and_nowhere_else(Dialect dialect) {
    DataSource source = fresh(dialect);
    StoreSettings settings = StoreSettings.standard().inSchema("of_the_town");
    Migrations.MIGRATE.run(source, settings);
    Migrations.VALIDATE.run(source, settings);
    assertThat(
            strings(
                source,
                "select distinct table_schema from information_schema.tables"
                    + " where lower(table_name) in"
                    + " ('participant', 'decision', 'journal', 'mentoring_schema_history')"))
        .containsExactly("of_the_town");
    Stores stores = JdbcStores.open(ConnectionSource.owned(source), settings);
    stores
        .participants()
        .add(Participant.of(ParticipantId.of("a"), ParticipantKind.PERSON, List.of()));
    assertThat(stores.participants().ids()).hasSize(1);
    Migrations.MIGRATE.run(source, settings);
    assertThat(stores.participants().ids()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void two_programmes_live_in_two_schemas_of_one_database(Dialect dialect) {
    DataSource source = fresh(dialect);
    Stores one = migrated(source, "one");
    Stores two = migrated(source, "two");
    one.participants()
        .add(Participant.of(ParticipantId.of("a"), ParticipantKind.PERSON, List.of()));
    assertThat(two.participants().ids()).isEmpty();
  }

  private static Stores migrated(DataSource source, String schema) {
    StoreSettings settings = new StoreSettings(schema);
    Migrations.MIGRATE.run(source, settings);
    return JdbcStores.open(ConnectionSource.owned(source), settings);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void validating_changes_nothing_and_names_the_versions_that_are_missing(Dialect dialect) {
    DataSource source = fresh(dialect);
    assertThatThrownBy(() -> Migrations.VALIDATE.run(source, StoreSettings.standard()))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("migration.outstanding");
              assertThat(failure.attributes())
                  .containsEntry("schema", "mentoring")
                  .hasEntrySatisfying(
                      "missing",
                      missing ->
                          assertThat(missing)
                              .contains(
                                  "1 state",
                                  "2 decisions and journal",
                                  "3 definitions",
                                  "4 newest fact"));
              assertThat(failure.retryable()).isFalse();
            });
    assertThat(
            strings(
                source,
                "select table_name from information_schema.tables"
                    + " where table_schema = 'mentoring'"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_schema_in_which_others_live_is_left_alone_and_named(Dialect dialect) {
    DataSource source = fresh(dialect);
    PostgresServer.execute(source, "create schema \"mentoring\"");
    PostgresServer.execute(source, "create table \"mentoring\".pupil (id integer)");

    assertThatThrownBy(() -> Migrations.MIGRATE.run(source, StoreSettings.standard()))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("migration.foreign-tables");
              assertThat(failure.attributes()).containsEntry("schema", "mentoring");
              assertThat(failure.hint()).contains("choose a schema of its own");
              assertThat(failure.retryable()).isFalse();
            });
    assertThat(
            strings(
                source,
                "select lower(table_name) from information_schema.tables"
                    + " where table_schema = 'mentoring'"))
        .containsExactly("pupil");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_key_that_somebody_dropped_is_told(Dialect dialect) throws SQLException {
    DataSource source = fresh(dialect);
    Migrations.MIGRATE.run(source, StoreSettings.standard());
    SortedSet<String> all = new TreeSet<>(UniqueKeys.there(source, "mentoring"));
    all.removeIf(each -> each.startsWith("mentoring_schema_history"));
    assertThat(UniqueKeys.missing(source, "nowhere")).isEqualTo(all);
    String table = "\"mentoring\".place";
    for (String constraint :
        strings(
            source,
            "select constraint_name from information_schema.table_constraints"
                + " where lower(table_name) = 'place' and constraint_type = 'PRIMARY KEY'")) {
      PostgresServer.execute(
          source, "alter table " + table + " drop constraint \"" + constraint + "\"");
    }
    assertThatThrownBy(() -> Migrations.VALIDATE.run(source, StoreSettings.standard()))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("migration.differs");
              assertThat(failure.attributes())
                  .containsEntry("missing", "place (mentor, scope, number)");
            });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void sql_that_is_not_that_of_this_release_is_told(Dialect dialect) {
    DataSource source = fresh(dialect);
    Migrations.MIGRATE.run(source, StoreSettings.standard());
    PostgresServer.execute(
        source,
        "update \"mentoring\".\"mentoring_schema_history\" set \"checksum\" = 1"
            + " where \"version\" = '1'");
    assertThatThrownBy(() -> Migrations.VALIDATE.run(source, StoreSettings.standard()))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("migration.differs");
              assertThat(failure.attributes()).containsEntry("differing", "1 state");
            });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tables_of_a_later_release_are_refused_with_a_code_of_their_own(Dialect dialect) {
    DataSource source = fresh(dialect);
    Migrations.MIGRATE.run(source, StoreSettings.standard());
    PostgresServer.execute(
        source,
        "insert into \"mentoring\".\"mentoring_schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
            + " \"execution_time\", \"success\")"
            + " values (100, '100', 'later', 'SQL', 'V100__later.sql', 1, 'test', 1, true)");
    for (Migrations mode : List.of(Migrations.VALIDATE, Migrations.MIGRATE)) {
      assertThatThrownBy(() -> mode.run(source, StoreSettings.standard()))
          .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
          .satisfies(
              failure -> {
                assertThat(failure.code()).isEqualTo("migration.newer");
                assertThat(failure.attributes())
                    .containsEntry("schema", "mentoring")
                    .containsEntry("newer", "100 later");
                assertThat(failure.retryable()).isFalse();
              });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MIGRATE", "VALIDATE"})
  void a_pool_over_an_h2_file_that_loses_what_it_acknowledged_is_refused(
      Migrations mode, @TempDir Path folder) throws SQLException {
    for (String setting : List.of("", ";WRITE_DELAY=100")) {
      JdbcDataSource late = new JdbcDataSource();
      late.setURL("jdbc:h2:" + folder.resolve("late") + setting);
      // Open until the end: what a file was opened with holds for all of its connections.
      try (Connection first = late.getConnection()) {
        assertThat(first.isValid(1)).isTrue();
        assertThatThrownBy(() -> mode.run(late, StoreSettings.standard()))
            .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
            .satisfies(
                failure -> {
                  assertThat(failure.code()).isEqualTo("store.losing-settings");
                  assertThat(failure.attributes())
                      .containsEntry("delay", setting.isEmpty() ? "500" : "100");
                  assertThat(failure.retryable()).isFalse();
                });
        assertThat(
                strings(
                    late,
                    "select table_name from information_schema.tables"
                        + " where table_schema = 'mentoring'"))
            .isEmpty();
      }
    }
  }

  @Test
  void a_file_of_ours_is_refused_too_where_another_pool_writes_it_late(@TempDir Path folder)
      throws SQLException {
    try (EmbeddedDatabase ours = EmbeddedDatabase.open(folder.resolve("ours"))) {
      Migrations.MIGRATE.run(ours.connections(), StoreSettings.standard());
    }
    JdbcDataSource late = new JdbcDataSource();
    late.setURL("jdbc:h2:" + folder.resolve("ours"));
    late.setUser("sa");
    late.setPassword("");
    assertThatThrownBy(() -> Migrations.VALIDATE.run(late, StoreSettings.standard()))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .extracting(MentoringException::code)
        .isEqualTo("store.losing-settings");
    try (Connection connection = late.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    }
  }

  @Test
  void a_pool_over_an_h2_file_that_writes_at_once_is_taken_like_one_in_memory(@TempDir Path folder)
      throws SQLException {
    JdbcDataSource pool = new JdbcDataSource();
    pool.setURL("jdbc:h2:" + folder.resolve("at-once") + ";WRITE_DELAY=0");
    Migrations.MIGRATE.run(pool, StoreSettings.standard());
    Migrations.VALIDATE.run(pool, StoreSettings.standard());
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:usual-delay");
    try (Connection open = memory.getConnection()) {
      assertThat(open.isValid(1)).isTrue();
      assertThatCode(() -> Migrations.MIGRATE.run(memory, StoreSettings.standard()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void none_asks_nothing_of_the_database() {
    assertThatCode(() -> Migrations.NONE.run(unreachable(), StoreSettings.standard()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Migrations.MIGRATE.run(unreachable(), StoreSettings.standard()))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .extracting(MentoringException::code)
        .isEqualTo("store.unreachable");
  }

  private static DataSource unreachable() {
    return FaultyConnections.over(
        fresh(Dialect.H2), call -> call.equals("getConnection") ? "08001" : null);
  }

  @Test
  void names_of_schemas_are_checked_because_they_stand_in_statements() {
    Stream.of("", "Mentoring", "1a", "a-b", "a\"b", "pg_x", "a".repeat(64))
        .forEach(
            name ->
                assertThatThrownBy(() -> new StoreSettings(name))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidValue.class))
                    .extracting(MentoringException::code)
                    .isEqualTo("schema.malformed"));
  }

  @ParameterizedTest
  @EnumSource
  void when_something_was_recorded_last_is_found_by_an_index(Dialect dialect) {
    DataSource source = fresh(dialect);
    Migrations.MIGRATE.run(source, StoreSettings.standard());

    assertThat(
            dialect == Dialect.H2
                ? strings(source, "explain select max(recorded_at) from \"mentoring\".fact_entry")
                : strings(source, "select indexdef from pg_indexes where tablename = 'fact_entry'"))
        .anyMatch(each -> each.contains(dialect == Dialect.H2 ? "direct lookup" : "(recorded_at)"));
  }

  /** A role that may do nothing but what it likes in its own schema. */
  @Test
  void a_role_that_owns_its_schema_and_nothing_else_suffices() {
    String database = PostgresServer.newDatabase();
    DataSource superuser = PostgresServer.database(database, "postgres");
    String role = "owner_of_" + database;
    PostgresServer.execute(
        superuser,
        "create role " + role + " login nosuperuser nocreatedb nocreaterole",
        "revoke all on database " + database + " from public",
        "grant connect on database " + database + " to " + role,
        "revoke all on schema public from public",
        "create schema mentoring authorization " + role);
    DataSource own = PostgresServer.database(database, role);
    Migrations.MIGRATE.run(own, StoreSettings.standard());
    Migrations.VALIDATE.run(own, StoreSettings.standard());
    Stores stores = JdbcStores.open(ConnectionSource.owned(own), StoreSettings.standard());
    stores
        .participants()
        .add(Participant.of(ParticipantId.of("a"), ParticipantKind.PERSON, List.of()));
    assertThat(stores.work().read(() -> stores.participants().ids())).hasSize(1);
    assertThatThrownBy(() -> Migrations.MIGRATE.run(own, new StoreSettings("another")))
        .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("migration.failed");
              assertThat(failure.attributes()).containsEntry("sqlstate", "42501");
            });
  }

  @Test
  void a_role_that_may_not_change_tables_validates_them_and_carries_out_commands() {
    String database = PostgresServer.newDatabase();
    DataSource owner = PostgresServer.database(database, "postgres");
    Migrations.MIGRATE.run(owner, StoreSettings.standard());
    String role = "program_on_" + database;
    PostgresServer.execute(
        owner,
        "create role " + role + " login nosuperuser nocreatedb nocreaterole",
        "grant usage on schema mentoring to " + role,
        "grant select, insert, update, delete on all tables in schema mentoring to " + role);
    DataSource program = PostgresServer.database(database, role);
    Migrations.VALIDATE.run(program, StoreSettings.standard());
    Stores stores = JdbcStores.open(ConnectionSource.owned(program), StoreSettings.standard());
    SampleCommand.carryOut(stores, "a");
    assertThat(SampleCommand.traces(stores, "a")).isEqualTo(5);
  }

  static List<String> strings(DataSource source, String query) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
