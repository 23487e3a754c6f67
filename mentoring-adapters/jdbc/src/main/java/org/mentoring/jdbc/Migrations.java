package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What is done about the tables when a program starts. Flyway does it, which a program has to bring
 * along: {@code org.flywaydb:flyway-core}, and {@code flyway-database-postgresql} for PostgreSQL.
 * The history is kept in a table of its own, {@code mentoring_schema_history}, in the schema.
 * Several instances may migrate at once: one does it, the others wait for it.
 */
public enum Migrations {
  /** The schema and its tables are created and brought up to this release. */
  MIGRATE,
  /**
   * Nothing is changed; tables that other SQL made than that of this release are refused, and such
   * that lack one of its primary or unique keys. What else somebody changed in them by hand, as a
   * column's type or a foreign key, is not looked at.
   */
  VALIDATE,
  /**
   * Nothing is done and nothing is looked at; Flyway is not needed. Somebody else runs the SQL, and
   * sees to it that an H2 file loses nothing.
   */
  NONE;

  /**
   * Does it.
   *
   * @param connections of a role that may create tables in the schema, or only read where nothing
   *     is to be changed; Flyway takes up to three at once
   * @param settings where the tables are
   * @throws StoreFailure {@code migration.flyway-missing}, {@code migration.failed}, {@code
   *     migration.foreign-tables} (of {@link #MIGRATE}: the schema holds tables and no history of
   *     this library; nothing is changed), {@code migration.outstanding} (of {@link #VALIDATE};
   *     names the versions that are missing), {@code migration.differs} (names versions whose SQL
   *     is not that of this release, or keys that are not there), {@code migration.newer} (a later
   *     release was here), {@code store.losing-settings} and {@code store.losing-version} (an H2
   *     file that loses commits when the program is killed), {@code store.unreachable}, {@code
   *     store.unknown-database}
   */
  public void run(DataSource connections, StoreSettings settings) {
    if (this == NONE) {
      return;
    }
    Dialect dialect;
    try (Connection connection = connections.getConnection()) {
      dialect = Dialect.of(connection);
      if (dialect == Dialect.H2) {
        FileSettings.refuseLosing(connection);
      }
    } catch (SQLException e) {
      throw Failures.unreachable(e);
    }
    if (!isFlywayThere()) {
      throw new StoreFailure(
          "migration.flyway-missing",
          Map.of("mode", name()),
          "Add org.flywaydb:flyway-core (and org.flywaydb:flyway-database-postgresql for PostgreSQL) to the class path, or run the SQL yourself and choose NONE.",
          false);
    }
    FlywayMigrations flyway = new FlywayMigrations(connections, settings, dialect);
    if (this == MIGRATE) {
      flyway.migrate();
    } else {
      flyway.validate();
    }
  }

  private static boolean isFlywayThere() {
    try {
      Class.forName("org.flywaydb.core.Flyway", false, Migrations.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
