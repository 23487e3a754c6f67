package org.mentoring.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A new connection each time: one command line asks for few. */
final class UrlConnections implements DataSource {
  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;

  UrlConnections(String url, @Nullable String user, @Nullable String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connection(user, password);
  }

  @Override
  public Connection getConnection(String username, String secret) throws SQLException {
    return connection(username, secret);
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
    return DriverManager.getConnection(url, properties);
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
