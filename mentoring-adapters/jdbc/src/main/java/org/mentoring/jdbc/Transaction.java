package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of our own on a connection of its own, which goes back as it came. What is not
 * committed when it is closed is rolled back. For one thread.
 */
final class Transaction implements AutoCloseable {
  /** H2's own level: all reads see the database as it was at the first one. */
  private static final int H2_SNAPSHOT = 6;

  private final Connection connection;
  private boolean autoCommit = true;
  private @Nullable Integer isolation;
  private boolean ended;

  private Transaction(Connection connection) {
    this.connection = connection;
  }

  /** A connection from the host's pool. */
  static Connection taken(ConnectionSource.Owned owned) {
    try {
      return owned.connections().getConnection();
    } catch (SQLException e) {
      throw Failures.unreachable(e);
    }
  }

  /** Gives a connection back; what was done on it is done, whether that succeeds or not. */
  static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      Failures.lostWhileEnding(e);
    }
  }

  static boolean isAutoCommit(Connection connection) {
    try {
      return connection.getAutoCommit();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Begins a transaction for a command, in which each statement sees what is committed by then. */
  static Transaction begin(Connection connection) {
    return begin(connection, false);
  }

  /** Begins a transaction for queries, which all see the same state; nothing is kept of it. */
  static Transaction beginReading(Connection connection) {
    return begin(connection, true);
  }

  private static Transaction begin(Connection connection, boolean reading) {
    Transaction transaction = new Transaction(connection);
    boolean begun = false;
    try {
      transaction.prepare(reading);
      begun = true;
      return transaction;
    } catch (SQLException e) {
      throw Failures.of(e);
    } finally {
      if (!begun) {
        transaction.close();
      }
    }
  }

  private void prepare(boolean reading) throws SQLException {
    autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    } else {
      // A pool may have asked its own question in it, after which no level can be set any more.
      connection.rollback();
    }
    if (Dialect.of(connection) == Dialect.H2) {
      // Costs nothing there, and one of its levels shows what was not committed.
      isolate(reading ? H2_SNAPSHOT : Connection.TRANSACTION_READ_COMMITTED);
    } else {
      // For this transaction alone, so that nothing has to be restored.
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            reading
                ? "set transaction isolation level repeatable read, read only"
                : "set transaction isolation level read committed, read write");
      }
    }
  }

  private void isolate(int level) throws SQLException {
    int before = connection.getTransactionIsolation();
    if (before != level) {
      connection.setTransactionIsolation(level);
      isolation = before;
    }
  }

  Connection connection() {
    return connection;
  }

  /**
   * Commits.
   *
   * @param commands what is told where the answer is lost: the ids of the commands that it keeps
   * @throws StoreFailure {@code store.commit-unknown} where the answer was lost
   */
  void commit(List<String> commands) {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (Failures.isDefinite(e)) {
        throw Failures.of(e);
      }
      throw new StoreFailure(
          "store.commit-unknown",
          Map.of(
              "sqlstate",
              String.valueOf(e.getSQLState()),
              "command",
              commands.isEmpty() ? "none" : String.join(" ", commands)),
          "The answer to the commit was lost. Ask for the command by its id whether it was carried out.",
          false);
    }
    ended = true;
  }

  /** Whatever fails here: a connection that cannot be given back in order is the pool's to drop. */
  @Override
  public void close() {
    try (connection) {
      if (!ended) {
        connection.rollback();
      }
      if (isolation != null) {
        connection.setTransactionIsolation(isolation);
      }
      if (autoCommit) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      // Where there is a failure to tell, it led here and is told; where there is none, the
      // command has been committed.
      Failures.lostWhileEnding(e);
    }
  }
}
