package org.mentoring.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that break in the middle of what a thread does with them. */
final class Breakable implements DataSource {
  private final DataSource source;

  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Connection> mine = new ThreadLocal<>();

  Breakable(DataSource source) {
    this.source = source;
  }

  /** Breaks the connection that this thread got last: the database sees it go. */
  void breakMine() {
    try {
      Connection connection = Objects.requireNonNull(mine.get());
      if (Dialect.of(connection) == Dialect.H2) {
        // Its way to end a session without a word: what was not committed is taken back.
        connection.close();
      } else {
        connection.abort(Runnable::run);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    mine.set(connection);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
