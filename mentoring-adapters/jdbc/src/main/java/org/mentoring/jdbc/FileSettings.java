package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an H2 file is written, whoever opened it. With H2's own settings a commit returns before it
 * is in the file, so that a program that is killed loses what it had told to be kept.
 */
final class FileSettings {
  /** Of H2, where nobody set another one; its settings tell only what was set. */
  private static final String USUAL_DELAY = "500";

  private FileSettings() {}

  /**
   * Refuses what loses commits.
   *
   * @param connection to H2; in memory nothing is to be kept
   */
  static void refuseLosing(Connection connection) throws SQLException {
    String file = first(connection, "select database_path()");
    if (file == null) {
      return;
    }
    EmbeddedDatabase.refuseLosing(file, connection.getMetaData().getDatabaseProductVersion());
    // Told twice: what is on record in the file, and what holds; they differ where a file that was
    // opened with one delay is opened without.
    String set =
        first(
            connection,
            "select max(cast(setting_value as integer)) from information_schema.settings"
                + " where setting_name = 'WRITE_DELAY'");
    String delay = set == null ? USUAL_DELAY : set;
    if (!delay.equals("0")) {
      throw new StoreFailure(
          "store.losing-settings",
          Map.of("delay", delay),
          "Take the connections of EmbeddedDatabase, or put ;WRITE_DELAY=0 into the URL of the pool.",
          false);
    }
  }

  private static @Nullable String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
