package org.mentoring.jdbc;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;

/** Loaded only where Flyway is there. */
final class FlywayMigrations {
  private static final int ATTEMPTS = 10;

  /** A schema, table or row that is there already, in PostgreSQL's words and in H2's. */
  private static final Set<String> MADE_MEANWHILE =
      Set.of("42P06", "42P07", "23505", "42S01", "90078");

  /** Flyway's name for a schema in which others live. */
  private static final String FOREIGN = "NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE";

  private final DataSource connections;
  private final StoreSettings settings;
  private final Flyway flyway;

  FlywayMigrations(DataSource connections, StoreSettings settings, Dialect dialect) {
    this.connections = connections;
    this.settings = settings;
    flyway =
        Flyway.configure(FlywayMigrations.class.getClassLoader())
            .dataSource(connections)
            .schemas(settings.schema())
            .defaultSchema(settings.schema())
            .createSchemas(true)
            .table("mentoring_schema_history")
            .locations("classpath:org/mentoring/jdbc/migration/" + dialect.folder())
            .failOnMissingLocations(true)
            .placeholders(Map.of("schema", settings.schema()))
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .load();
  }

  /** Who comes second to a table that another instance makes at this moment looks again. */
  void migrate() {
    for (int attempt = 1; ; attempt++) {
      try {
        flyway.migrate();
        // Afterwards: a later release may have come in between, and what it made is left alone.
        refuseNewer();
        return;
      } catch (FlywayException e) {
        if (attempt == ATTEMPTS || !MADE_MEANWHILE.contains(Failures.state(e))) {
          throw failed(e);
        }
      }
    }
  }

  void validate() {
    ValidateResult result;
    try {
      refuseNewer();
      result = flyway.validateWithResult();
    } catch (FlywayException e) {
      throw failed(e);
    }
    if (result.validationSuccessful) {
      validateKeys();
      return;
    }
    TreeSet<String> missing = new TreeSet<>();
    for (MigrationInfo each : flyway.info().pending()) {
      missing.add(each.getVersion() + " " + each.getDescription());
    }
    TreeSet<String> differing = new TreeSet<>();
    for (ValidateOutput each : result.invalidMigrations) {
      differing.add(each.version + " " + each.description);
    }
    differing.removeAll(missing);
    if (!missing.isEmpty() && differing.isEmpty()) {
      throw new StoreFailure(
          "migration.outstanding",
          Map.of("schema", settings.schema(), "missing", String.join(", ", missing)),
          "Let a role that may create tables run MIGRATE. Where the SQL of these versions was run by hand, the history does not tell of it: choose NONE from there on.",
          false);
    }
    throw differs(differing, missing);
  }

  /** Flyway passes over what a later release ran, whose records this one cannot read. */
  private void refuseNewer() {
    TreeSet<String> later = new TreeSet<>();
    for (MigrationInfo each : flyway.info().applied()) {
      if (each.getState() == MigrationState.FUTURE_SUCCESS
          || each.getState() == MigrationState.FUTURE_FAILED) {
        later.add(each.getVersion() + " " + each.getDescription());
      }
    }
    if (!later.isEmpty()) {
      throw new StoreFailure(
          "migration.newer",
          Map.of("schema", settings.schema(), "newer", String.join(", ", later)),
          "Take the release that ran these migrations, or a later one.",
          false);
    }
  }

  /** What Flyway notes tells what was run, and not what was done by hand since. */
  private void validateKeys() {
    SortedSet<String> missing;
    try {
      missing = UniqueKeys.missing(connections, settings.schema());
    } catch (SQLException e) {
      throw Failures.of(e);
    }
    if (!missing.isEmpty()) {
      throw differs(missing, missing);
    }
  }

  private StoreFailure differs(SortedSet<String> differing, SortedSet<String> missing) {
    return new StoreFailure(
        "migration.differs",
        Map.of(
            "schema",
            settings.schema(),
            "differing",
            String.join(", ", differing),
            "missing",
            String.join(", ", missing)),
        "These tables were made by other SQL than that of this release: ask who changed them.",
        false);
  }

  /** Told without Flyway's words, which quote statements. */
  private StoreFailure failed(FlywayException failure) {
    ErrorCode code = failure.getErrorCode();
    if (FOREIGN.equals(String.valueOf(code))) {
      return new StoreFailure(
          "migration.foreign-tables",
          Map.of("schema", settings.schema()),
          "The schema holds tables that are not of this library, and no history of its migrations: choose a schema of its own in StoreSettings. If these are its tables and the history was lost, restore a backup.",
          false);
    }
    return new StoreFailure(
        "migration.failed",
        Map.of(
            "schema",
            settings.schema(),
            "flyway",
            code == null ? "none" : code.toString(),
            "sqlstate",
            Failures.state(failure)),
        "See that the role may create tables in the schema, and that flyway-database-postgresql is on the class path for PostgreSQL. Where SQLSTATE says that a table or an index is there, somebody ran the SQL by hand: choose NONE from there on.",
        false);
  }
}
