package org.mentoring.jdbc.harness;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections on which one call fails, whichever is wanted. For one thread. */
final class FailingConnections implements DataSource {
  /** How a call fails. */
  enum How {
    /** It is not carried out, and the connection is lost. */
    LOST_BEFORE,
    /** It is carried out, and the connection is lost before the answer comes. */
    LOST_AFTER,
    /** It is refused, and the connection stays. */
    REFUSED
  }

  /** What never reaches a database. */
  private static final Set<String> LOCAL =
      Set.of("toString", "hashCode", "equals", "unwrap", "isWrapperFor", "getConnection");

  /** What is the host's to do where transactions are the host's. */
  private static final Set<String> HOSTS =
      Set.of("commit", "rollback", "close", "setAutoCommit", "setTransactionIsolation", "abort");

  private static final List<Class<?>> PARTS =
      List.of(
          CallableStatement.class,
          PreparedStatement.class,
          Statement.class,
          ResultSet.class,
          DatabaseMetaData.class);

  private final DataSource given;
  private final List<String> calls = new ArrayList<>();
  private int failing = -1;
  private How how = How.REFUSED;
  private boolean failed;
  private boolean commitsEarly;
  private @Nullable String transgression;

  FailingConnections(DataSource given) {
    this.given = given;
  }

  /**
   * Lets a call fail, once.
   *
   * @param call from 0; -1: none
   */
  void fail(int call, How kind) {
    calls.clear();
    failing = call;
    how = kind;
    failed = false;
    transgression = null;
  }

  /** A planted bug: commits after each statement, in the middle of a unit of work. */
  void commitEarly() {
    commitsEarly = true;
  }

  /** Whether the call was reached. */
  boolean hasFailed() {
    return failed;
  }

  /** All calls since the last failure was planned, as {@code commit}. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** What was done to a host's connection that only the host may do. */
  @Nullable String transgression() {
    return transgression;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return over(given.getConnection(), false);
  }

  /** The same connection for a host's transaction. */
  Connection hosted(Connection physical) {
    return over(physical, true);
  }

  private Connection over(Connection physical, boolean hosted) {
    boolean[] lost = new boolean[1];
    return proxied(
        Connection.class,
        (method, arguments) -> {
          if (hosted && HOSTS.contains(method.getName())) {
            transgression = method.getName();
          }
          return called(physical, physical, method, arguments, lost);
        });
  }

  /** What comes from a connection, down to the rows, fails as well. */
  private @Nullable Object over(Connection physical, @Nullable Object answer, boolean[] lost) {
    for (Class<?> each : PARTS) {
      if (each.isInstance(answer)) {
        return proxied(
            each, (method, arguments) -> called(physical, answer, method, arguments, lost));
      }
    }
    return answer;
  }

  private @Nullable Object called(
      Connection physical, Object target, Method method, Object[] arguments, boolean[] lost)
      throws Throwable {
    String name = method.getName();
    if (LOCAL.contains(name)) {
      return Reflected.invoke(target, method, arguments);
    }
    boolean now = calls.size() == failing;
    calls.add(name);
    if (lost[0]) {
      if (name.equals("close") || name.equals("isClosed")) {
        return name.equals("close") ? null : true;
      }
      throw new SQLException("lost", "08003");
    }
    if (!now) {
      Object answer = Reflected.invoke(target, method, arguments);
      if (commitsEarly && name.startsWith("execute") && !physical.getAutoCommit()) {
        physical.commit();
      }
      return over(physical, answer, lost);
    }
    failed = true;
    // Who closes something has no more of it, whether that succeeds or not.
    if (how == How.LOST_AFTER || name.equals("close")) {
      Reflected.invoke(target, method, arguments);
    }
    if (how == How.REFUSED) {
      throw new SQLException("refused", "XX000");
    }
    lost[0] = true;
    // A database whose client is gone rolls back.
    if (!physical.isClosed()) {
      if (!physical.getAutoCommit()) {
        physical.rollback();
        physical.setAutoCommit(true);
      }
      physical.close();
    }
    throw new SQLException("lost", "08006");
  }

  private interface Call {
    @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxied(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            FailingConnections.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.answer(method, arguments)));
  }

  /** Calls without the wrapping of failures. */
  static final class Reflected {
    private Reflected() {}

    static @Nullable Object invoke(Object target, Method method, Object[] arguments)
        throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
