package org.mentoring.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections whose calls are told and can be made to fail. */
final class FaultyConnections {
  private FaultyConnections() {}

  /**
   * @param fault gets each call's name, of the source, its connections and their rows; answers the
   *     SQLSTATE that it fails with, before anything is done; null: it does not fail
   */
  static DataSource over(DataSource source, Function<String, @Nullable String> fault) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          fail(method.getName(), fault);
          Object result = invoke(source, method, arguments);
          return result instanceof Connection connection ? over(connection, fault) : result;
        });
  }

  static Connection over(Connection connection, Function<String, @Nullable String> fault) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          fail(method.getName(), fault);
          Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement ? over(statement, fault) : result;
        });
  }

  /** What is called on rows is told as {@code rows.close}. */
  private static PreparedStatement over(
      PreparedStatement statement, Function<String, @Nullable String> fault) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          Object result = invoke(statement, method, arguments);
          return result instanceof ResultSet rows ? over(rows, fault) : result;
        });
  }

  private static ResultSet over(ResultSet rows, Function<String, @Nullable String> fault) {
    return proxy(
        ResultSet.class,
        (proxy, method, arguments) -> {
          fail("rows." + method.getName(), fault);
          return invoke(rows, method, arguments);
        });
  }

  /** A connection that stays open when it is given back. */
  static Connection unclosed(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            method.getName().equals("close") ? null : invoke(connection, method, arguments));
  }

  /** A source that hands out this connection again and again. */
  static DataSource handingOut(Connection only, DataSource otherwise) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) ->
            method.getName().equals("getConnection") ? only : invoke(otherwise, method, arguments));
  }

  private static void fail(String call, Function<String, @Nullable String> fault)
      throws SQLException {
    String state = fault.apply(call);
    if (state != null) {
      throw new SQLException("on purpose", state);
    }
  }

  private static @Nullable Object invoke(
      Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
