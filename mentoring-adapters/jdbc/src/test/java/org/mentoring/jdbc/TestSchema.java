package org.mentoring.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.mentoring.spi.Stores;

/** A migrated schema in a database of its own, for one test class. */
final class TestSchema implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final DataSource connections;
  private final Runnable closing;
  private final StoreSettings settings = StoreSettings.standard();

  private TestSchema(DataSource connections, Runnable closing) {
    this.connections = connections;
    this.closing = closing;
    Migrations.MIGRATE.run(connections, settings);
  }

  static TestSchema h2InMemory() {
    EmbeddedDatabase database = EmbeddedDatabase.inMemory("test-" + NUMBERS.incrementAndGet());
    return new TestSchema(database.connections(), database::close);
  }

  static TestSchema h2File(Path folder) {
    EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("test"));
    return new TestSchema(database.connections(), database::close);
  }

  static TestSchema h2Hikari() {
    HikariDataSource pool = hikari();
    pool.setJdbcUrl("jdbc:h2:mem:hikari-" + NUMBERS.incrementAndGet());
    return new TestSchema(pool, pool::close);
  }

  static TestSchema postgres() {
    return postgres(10);
  }

  static TestSchema postgres(int most) {
    HikariDataSource pool = hikari();
    pool.setMaximumPoolSize(most);
    // Who waits behind many others waits long on a busy machine.
    pool.setConnectionTimeout(300_000);
    String database = PostgresServer.newDatabase();
    pool.setDataSource(PostgresServer.database(database, "postgres"));
    return new TestSchema(
        pool,
        () -> {
          pool.close();
          PostgresServer.drop(database);
        });
  }

  static TestSchema postgresDbcp() {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(PostgresServer.url(PostgresServer.newDatabase()));
    pool.setUsername("postgres");
    return new TestSchema(pool, () -> closed(pool));
  }

  private static void closed(BasicDataSource pool) {
    try {
      pool.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariDataSource hikari() {
    HikariConfig configuration = new HikariConfig();
    configuration.setMaximumPoolSize(10);
    configuration.setMinimumIdle(0);
    HikariDataSource pool = new HikariDataSource();
    configuration.copyStateTo(pool);
    return pool;
  }

  DataSource connections() {
    return connections;
  }

  StoreSettings settings() {
    return settings;
  }

  /** Stores that hold nothing. */
  Stores emptied() {
    empty();
    return stores();
  }

  /** Stores over what is there. */
  Stores stores() {
    return JdbcStores.open(ConnectionSource.owned(connections), settings);
  }

  private void empty() {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      boolean h2 = Dialect.of(connection) == Dialect.H2;
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery(
              "select table_name from information_schema.tables where table_schema = '"
                  + settings.schema()
                  + "' and lower(table_name) <> 'mentoring_schema_history'")) {
        while (found.next()) {
          tables.add("\"" + settings.schema() + "\".\"" + found.getString(1) + "\"");
        }
      }
      if (h2) {
        statement.execute("set referential_integrity false");
        for (String each : tables) {
          statement.execute("truncate table " + each);
        }
        statement.execute("set referential_integrity true");
      } else {
        statement.execute("truncate table " + String.join(", ", tables) + " cascade");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
