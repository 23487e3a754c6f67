package org.mentoring.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL server for all tests of a JVM, started when first asked for. */
final class PostgresServer {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private PostgresServer() {}

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        // It stops with the JVM.
        running = EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = running;
    }
    return running;
  }

  /** A new, empty database, as its superuser. */
  static DataSource database() {
    return server().getDatabase("postgres", newDatabase());
  }

  /** A name of a new, empty database. */
  static String newDatabase() {
    String name = "test_" + NUMBERS.incrementAndGet();
    execute(server().getPostgresDatabase(), "create database " + name);
    return name;
  }

  /** As it tells it, without what a distribution adds. */
  static String version() {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select split_part(current_setting('server_version'), ' ', 1)")) {
      return rows.next() ? rows.getString(1) : "unknown";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends a database, and whoever is connected to it. */
  static void drop(String name) {
    execute(server().getPostgresDatabase(), "drop database " + name + " with (force)");
  }

  /** Where a database is. */
  static String url(String name) {
    return server().getJdbcUrl("postgres", name);
  }

  /** A database by name, as a role. */
  static DataSource database(String name, String role) {
    return server().getDatabase(role, name);
  }

  static void execute(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
