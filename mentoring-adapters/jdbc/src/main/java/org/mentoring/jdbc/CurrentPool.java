package org.mentoring.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A pool that can be exchanged under those who use it, and gets over a database that closed itself.
 * Thread-safe.
 */
final class CurrentPool implements DataSource {
  private volatile JdbcConnectionPool pool;
  private volatile boolean ended;

  CurrentPool(JdbcConnectionPool pool) {
    this.pool = pool;
  }

  JdbcConnectionPool pool() {
    return pool;
  }

  /** No more connections: one would open the file again. */
  void end() {
    ended = true;
  }

  void replace(JdbcConnectionPool next) {
    pool = next;
  }

  @Override
  public Connection getConnection() throws SQLException {
    JdbcConnectionPool asked = pool;
    try {
      // Each connection that the pool kept of a database which closed itself is told and dropped;
      // the first new one opens the file again, as after a crash.
      for (int kept = asked.getMaxConnections(); kept >= 0 && !ended; kept--) {
        try {
          return asked.getConnection();
        } catch (SQLException e) {
          if (!Failures.closedItself(e)) {
            throw e;
          }
        }
      }
    } catch (IllegalStateException e) {
      // The pool's way to say that it was closed.
      throw closed();
    }
    throw closed();
  }

  private static SQLException closed() {
    return new SQLNonTransientConnectionException("closed", "08003");
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is one user");
  }

  @Override
  public PrintWriter getLogWriter() {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    pool.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("no java.util.logging here");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
