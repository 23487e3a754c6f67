package org.mentoring.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mentoring.spi.Stores;

/** One database of each kind for all tests of a JVM, and in it new schemas with tables in them. */
final class Databases {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Map<Dialect, DataSource> SOURCES = new ConcurrentHashMap<>();

  private Databases() {}

  /** Its connections, from a pool. */
  static DataSource source(Dialect dialect) {
    return SOURCES.computeIfAbsent(
        dialect, each -> pooled(each == Dialect.H2 ? h2() : PostgresServer.database()));
  }

  /** A new schema with empty tables. */
  static StoreSettings migrated(Dialect dialect) {
    StoreSettings settings = new StoreSettings("record_" + NUMBERS.incrementAndGet());
    DataSource source = source(dialect);
    PostgresServer.execute(source, "create schema \"" + settings.schema() + "\"");
    for (String script : new String[] {"V1__state.sql", "V2__decisions_and_journal.sql"}) {
      for (String statement : script(dialect, script).split(";\n", -1)) {
        if (!statement.isBlank()) {
          PostgresServer.execute(source, statement.replace("${schema}", settings.schema()));
        }
      }
    }
    return settings;
  }

  /** Stores that hold nothing, in transactions of their own. */
  static Stores empty(Dialect dialect) {
    return JdbcStores.open(ConnectionSource.owned(source(dialect)), migrated(dialect));
  }

  private static String script(Dialect dialect, String name) {
    String path = "/org/mentoring/jdbc/migration/" + dialect.folder() + "/" + name;
    try (InputStream in = Databases.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:record;DB_CLOSE_DELAY=-1");
    return source;
  }

  private static DataSource pooled(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}
