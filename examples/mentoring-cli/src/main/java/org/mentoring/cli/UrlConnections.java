package org.mentoring.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mentoring.text.Value;

/**
 * Connections to a database by its URL. Those that were given back are given out again: letting
 * somebody in by password takes a server longer than most statements do. Thread-safe.
 */
final class UrlConnections implements DataSource, AutoCloseable {
  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;
  private final Deque<Connection> idle = new ArrayDeque<>();

  UrlConnections(String url, @Nullable String user, @Nullable String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection there = idle();
    return new Lent(there == null ? connection(user, password) : there).asConnection();
  }

  @Override
  public Connection getConnection(String username, String secret) throws SQLException {
    return connection(username, secret);
  }

  private synchronized @Nullable Connection idle() {
    return idle.poll();
  }

  private synchronized void giveBack(Connection connection) {
    idle.push(connection);
  }

  @Override
  public synchronized void close() {
    try {
      for (Connection each : idle) {
        each.close();
      }
    } catch (SQLException e) {
      // All work was committed or told as failed before; the server ends what is left.
      throw Failure.input(
          "error.store-left", Map.of("state", Value.of(String.valueOf(e.getSQLState()))));
    } finally {
      idle.clear();
    }
  }

  /** A connection that is given back where others are closed. */
  private final class Lent implements InvocationHandler {
    private final Connection connection;
    private boolean over;

    Lent(Connection connection) {
      this.connection = connection;
    }

    Connection asConnection() {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      switch (method.getName()) {
        case "close" -> {
          if (!over) {
            over = true;
            takeBack();
          }
          return null;
        }
        case "isClosed" -> {
          return over || connection.isClosed();
        }
        default -> {
          if (over) {
            throw new SQLException("given back", "08003");
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        }
      }
    }

    private void takeBack() throws SQLException {
      if (connection.isClosed()) {
        return;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      giveBack(connection);
    }
  }

  private Connection connection(@Nullable String name, @Nullable String secret)
      throws SQLException {
    Properties properties = new Properties();
    if (name != null) {
      properties.setProperty("user", name);
    }
    if (secret != null) {
      properties.setProperty("password", secret);
    }
    driven();
    return DriverManager.getConnection(url, properties);
  }

  /** Waiting does not help where nothing here speaks to such a database. */
  private void driven() {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      // A URL may hold a password: it is told nowhere.
      throw Failure.input("error.store-driver", Map.of());
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("nothing is logged");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("set it in the URL");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("nothing is logged");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
