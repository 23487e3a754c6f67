package org.mentoring.jdbc.harness;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The statements that a store sent, to be sent again without it. For one thread. */
final class Recorded {
  /** What was asked of a connection. */
  private sealed interface Sent {
    record Ending(String how) implements Sent {}

    record Plain(String sql) implements Sent {}

    record Prepared(String sql, List<List<Object[]>> rows, boolean batch) implements Sent {}
  }

  private final List<Sent> sent = new ArrayList<>();

  /** Connections that note what goes over them. */
  DataSource over(DataSource given) {
    return proxied(
        DataSource.class,
        (method, arguments) -> {
          Object answer = FailingConnections.Reflected.invoke(given, method, arguments);
          return answer instanceof Connection connection ? noted(connection) : answer;
        });
  }

  int size() {
    return sent.size();
  }

  /** A planted bug: the last row for a table is not sent again. */
  void forgetLast(String table) {
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (sent.get(i) instanceof Sent.Prepared prepared
          && prepared.sql().startsWith("insert")
          && prepared.sql().contains(table)) {
        sent.remove(i);
        return;
      }
    }
    throw new IllegalArgumentException(table);
  }

  private Connection noted(Connection given) {
    return proxied(
        Connection.class,
        (method, arguments) -> {
          String name = method.getName();
          if (name.equals("commit") || name.equals("rollback")) {
            sent.add(new Sent.Ending(name));
          }
          Object answer = FailingConnections.Reflected.invoke(given, method, arguments);
          if (answer instanceof PreparedStatement statement) {
            return noted(statement, (String) arguments[0]);
          }
          return answer instanceof Statement statement ? noted(statement) : answer;
        });
  }

  private Statement noted(Statement given) {
    return proxied(
        Statement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            sent.add(new Sent.Plain((String) arguments[0]));
          }
          return FailingConnections.Reflected.invoke(given, method, arguments);
        });
  }

  private PreparedStatement noted(PreparedStatement given, String sql) {
    List<Object[]> values = new ArrayList<>();
    List<List<Object[]>> batch = new ArrayList<>();
    return proxied(
        PreparedStatement.class,
        (method, arguments) -> {
          String name = method.getName();
          if (name.startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer) {
            values.add(
                new Object[] {arguments[0], name.equals("setNull") ? null : kept(arguments[1])});
          } else if (name.equals("addBatch")) {
            batch.add(List.copyOf(values));
            values.clear();
          } else if (name.equals("executeBatch")) {
            sent.add(new Sent.Prepared(sql, List.copyOf(batch), true));
          } else if (name.startsWith("execute")) {
            sent.add(new Sent.Prepared(sql, List.of(List.copyOf(values)), false));
          }
          return FailingConnections.Reflected.invoke(given, method, arguments);
        });
  }

  /** An array belongs to the connection that it was made on. */
  private static Object kept(Object value) throws SQLException {
    return value instanceof Array array ? array.getArray() : value;
  }

  /** Sends all again over one connection and reads all answers, as a program by hand would. */
  void again(DataSource connections) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      for (Sent each : sent) {
        if (each instanceof Sent.Ending ending) {
          if (ending.how().equals("commit")) {
            connection.commit();
          } else {
            connection.rollback();
          }
        } else if (each instanceof Sent.Plain plain) {
          try (Statement statement = connection.createStatement()) {
            statement.execute(plain.sql());
          }
        } else {
          send(connection, (Sent.Prepared) each);
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void send(Connection connection, Sent.Prepared prepared) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
      for (List<Object[]> row : prepared.rows()) {
        for (Object[] value : row) {
          statement.setObject(
              (Integer) value[0],
              value[1] instanceof Object[] elements
                  ? connection.createArrayOf("varchar", elements)
                  : value[1]);
        }
        if (prepared.batch()) {
          statement.addBatch();
        }
      }
      if (prepared.batch()) {
        statement.executeBatch();
        return;
      }
      if (!statement.execute()) {
        return;
      }
      try (ResultSet rows = statement.getResultSet()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            rows.getString(i);
          }
        }
      }
    }
  }

  private interface Call {
    @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxied(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Recorded.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                call.answer(method, arguments == null ? new Object[0] : arguments)));
  }
}
