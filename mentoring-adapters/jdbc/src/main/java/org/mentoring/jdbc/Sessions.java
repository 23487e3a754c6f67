package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.mentoring.spi.UnitOfWork;

/**
 * Gives each statement the connection that it belongs on: that of the running unit of work, or one
 * of its own. Thread-safe.
 */
final class Sessions implements UnitOfWork {
  private final ConnectionSource source;
  private final Jdbi jdbi;

  // Not static: a host may run several stores in one thread.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Handle> running = new ThreadLocal<>();

  Sessions(ConnectionSource source) {
    this.source = source;
    jdbi = Jdbi.create(factory(source));
    // Statements are complete as they are; "<" is a comparison in them and begins no template.
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
  }

  private static ConnectionFactory factory(ConnectionSource source) {
    if (source instanceof ConnectionSource.Owned owned) {
      return owned.connections()::getConnection;
    }
    Supplier<Connection> current = ((ConnectionSource.Joined) source).current();
    return new ConnectionFactory() {
      @Override
      public Connection openConnection() {
        return current.get();
      }

      @Override
      public void closeConnection(Connection connection) {
        // The host's: it closes what it opened.
      }
    };
  }

  /** Runs statements on the connection of the running unit of work, or on one of their own. */
  <T> T on(Function<Handle, T> statements) {
    Handle joined = running.get();
    try {
      if (joined != null) {
        return statements.apply(joined);
      }
      try (Handle own = jdbi.open()) {
        return statements.apply(own);
      }
    } catch (JdbiException e) {
      throw Failures.of(e);
    }
  }

  /** Statements that belong together: in the running unit of work, or in one of their own. */
  <T> T together(Function<Handle, T> statements) {
    return run(() -> on(statements));
  }

  @Override
  public <T> T run(Supplier<T> command) {
    if (running.get() != null) {
      return command.get();
    }
    return source instanceof ConnectionSource.Owned owned
        ? repeated(command, owned.attempts())
        : joined(command);
  }

  private <T> T joined(Supplier<T> command) {
    try (Handle handle = jdbi.open()) {
      return bound(handle, command);
    } catch (JdbiException e) {
      throw Failures.of(e);
    }
  }

  private <T> T bound(Handle handle, Supplier<T> command) {
    running.set(handle);
    try {
      return command.get();
    } finally {
      running.remove();
    }
  }

  private <T> T repeated(Supplier<T> command, int attempts) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(command);
      } catch (StoreFailure e) {
        if (!e.retryable() || attempt >= attempts) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Supplier<T> command) {
    try (Handle handle = jdbi.open()) {
      Connection connection = handle.getConnection();
      begin(connection);
      boolean done = false;
      try {
        T value = bound(handle, command);
        commit(connection);
        done = true;
        return value;
      } finally {
        end(connection, done);
      }
    } catch (JdbiException e) {
      throw Failures.of(e);
    }
  }

  private static void begin(Connection connection) {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (Failures.isLost(e)) {
        throw new StoreFailure(
            "store.commit-unknown",
            Map.of("sqlstate", String.valueOf(e.getSQLState())),
            "The connection was lost while committing. Ask for the command by its id whether it was carried out.",
            false);
      }
      throw Failures.of(e);
    }
  }

  private static void end(Connection connection, boolean done) {
    try {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // A connection that cannot even roll back is lost: the database rolls back by itself, and the
      // failure that led here is the one to tell.
      Failures.lostWhileEnding(e);
    }
  }
}
