package org.mentoring.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mentoring.spi.Stores;

/** A migrated database that a test may look into and whose connections it may break. */
final class OpenDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Dialect dialect;
  private final DataSource single;
  private final HikariDataSource pool = new HikariDataSource();
  private final StoreSettings settings = StoreSettings.standard();

  OpenDatabase(Dialect dialect) {
    this.dialect = dialect;
    single = dialect == Dialect.H2 ? h2() : PostgresServer.database();
    Migrations.MIGRATE.run(single, settings);
    pool.setDataSource(single);
    pool.setMaximumPoolSize(12);
    pool.setMinimumIdle(0);
  }

  private static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:open-" + NUMBERS.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  /** Each connection is a new one. */
  DataSource single() {
    return single;
  }

  /** Stores over pooled connections. */
  Stores stores() {
    return JdbcStores.open(ConnectionSource.owned(pool), settings);
  }

  /** Stores over other connections. */
  Stores stores(DataSource connections) {
    return JdbcStores.open(ConnectionSource.owned(connections), settings);
  }

  void execute(String statement) {
    touched(statement);
  }

  /** How many rows the statement touched. */
  int touched(String statement) {
    try (Connection connection = pool.getConnection();
        Statement executing = connection.createStatement()) {
      return executing.executeUpdate(sql(statement));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> texts(String query) {
    List<String> found = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement asking = connection.createStatement();
        ResultSet rows = asking.executeQuery(sql(query))) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private String sql(String text) {
    return new Tables(settings).sql(text);
  }

  /** Comes back when so many transactions wait for locks of others, as the database tells. */
  @SuppressWarnings("ThreadPriorityCheck")
  void untilBlocked(int transactions) {
    String blocked =
        dialect == Dialect.H2
            // Whoever waits for a key repeats its statement until it has an answer.
            ? "select session_id from information_schema.sessions where session_id <> session_id()"
                + " and (blocker_id is not null or executing_statement like 'insert into%')"
            : "select pid from pg_stat_activity"
                + " where wait_event_type = 'Lock' and datname = current_database()";
    while (texts(blocked).size() < transactions) {
      if (Thread.interrupted()) {
        throw new IllegalStateException("interrupted");
      }
      Thread.yield();
    }
  }

  @Override
  public void close() throws SQLException {
    pool.close();
    if (dialect == Dialect.H2) {
      try (Connection connection = single.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown");
      }
    }
  }
}
