package org.mentoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.UnitOfWork;

/**
 * Gives each statement the connection that it belongs on: that of the running unit of work, or one
 * of its own. Commands of several threads run side by side; versions, locks and keys keep them from
 * undoing each other's work. Thread-safe.
 */
final class Sessions implements UnitOfWork {
  private final ConnectionSource source;
  private final Jdbi jdbi;

  // Not static: a host may run several stores in one thread.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Unit> running = new ThreadLocal<>();

  /** What a handle is about to be opened on. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Connection> opening = new ThreadLocal<>();

  /** What runs in a transaction. */
  private static final class Unit {
    final Handle handle;
    final boolean reading;
    final ReadSoFar readSoFar = new ReadSoFar();
    final List<String> commands = new ArrayList<>();
    @Nullable RuntimeException broken;

    Unit(Handle handle, boolean reading) {
      this.handle = handle;
      this.reading = reading;
    }
  }

  Sessions(ConnectionSource source) {
    this.source = source;
    jdbi = Jdbi.create(new Handed());
    // Statements are complete as they are; "<" is a comparison in them and begins no template.
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    // Transactions are begun and ended here, and a host's are nobody's but the host's.
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
  }

  /** Handles work on connections that are taken and given back here. */
  private final class Handed implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      Connection connection = opening.get();
      if (connection == null) {
        throw new IllegalStateException("no connection at hand");
      }
      return connection;
    }

    @Override
    public void closeConnection(Connection connection) {
      // Whoever took it gives it back.
    }
  }

  private Handle handle(Connection connection) {
    opening.set(connection);
    try {
      return jdbi.open();
    } finally {
      opening.remove();
    }
  }

  /** Runs statements on the connection of the running unit of work, or on one of their own. */
  <T> T on(Function<Handle, T> statements) {
    Unit unit = running.get();
    if (unit != null) {
      try {
        return statements.apply(unit.handle);
      } catch (Exception e) {
        RuntimeException failure = told(e);
        if (failure != e) {
          unit.broken = failure;
        }
        throw failure;
      }
    }
    if (source instanceof ConnectionSource.Joined joined) {
      return alone(current(joined), statements);
    }
    return onOwn(Transaction.taken((ConnectionSource.Owned) source), statements);
  }

  private <T> T onOwn(Connection own, Function<Handle, T> statements) {
    boolean alone = true;
    try {
      alone = Transaction.isAutoCommit(own);
      if (alone) {
        return alone(own, statements);
      }
    } finally {
      if (alone) {
        Transaction.giveBack(own);
      }
    }
    // A pool that gives connections without autocommit takes back what nobody commits.
    return once(own, () -> on(statements));
  }

  private <T> T alone(Connection connection, Function<Handle, T> statements) {
    try (Handle handle = handle(connection)) {
      return statements.apply(handle);
    } catch (Exception e) {
      throw told(e);
    }
  }

  /** JDBI throws what fails while rows are closed as it is, though nothing declares it. */
  private static RuntimeException told(Exception failure) {
    return failure instanceof RuntimeException other && !(failure instanceof JdbiException)
        ? other
        : Failures.of(failure);
  }

  /** What the running unit of work has read; outside of one nothing. */
  ReadSoFar readSoFar() {
    Unit unit = running.get();
    return unit == null ? new ReadSoFar() : unit.readSoFar;
  }

  /** The running unit of work keeps a command: by this id it is asked for if the answer is lost. */
  void keeps(String command) {
    Unit unit = running.get();
    if (unit != null) {
      unit.commands.add(command);
    }
  }

  /** Statements that belong together: in the running unit of work, or in one of their own. */
  <T> T together(Function<Handle, T> statements) {
    return running.get() != null ? on(statements) : run(() -> on(statements));
  }

  @Override
  public <T> T run(Supplier<T> command) {
    Unit unit = running.get();
    if (unit != null) {
      return within(unit, command);
    }
    return source instanceof ConnectionSource.Owned owned
        ? repeated(owned, command)
        : joined(current((ConnectionSource.Joined) source), command);
  }

  @Override
  public <T> T read(Supplier<T> query) {
    if (running.get() != null) {
      return query.get();
    }
    if (source instanceof ConnectionSource.Owned owned) {
      return reading(owned, query);
    }
    Connection connection = current((ConnectionSource.Joined) source);
    if (Transaction.isAutoCommit(connection)) {
      throw noTransaction();
    }
    try (Handle handle = handle(connection)) {
      return bound(new Unit(handle, true), query);
    } catch (Exception e) {
      throw told(e);
    }
  }

  /** The database's clock as it is now, not as it was when the transaction began. */
  @Override
  public Optional<Instant> time() {
    return Optional.of(on(Sessions::time));
  }

  private static Instant time(Handle handle) {
    try {
      return Dialect.of(handle.getConnection()).time(handle);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /**
   * A command within a command. What it wrote cannot be told from what the outer one wrote, so if
   * it fails the outer one must not be kept either.
   */
  private static <T> T within(Unit unit, Supplier<T> command) {
    if (unit.reading) {
      throw new IllegalStateException("a command within a query");
    }
    try {
      return command.get();
    } catch (RuntimeException e) {
      unit.broken = e;
      throw e;
    }
  }

  private static Connection current(ConnectionSource.Joined joined) {
    Connection connection = joined.current().get();
    if (connection == null) {
      throw noTransaction();
    }
    return connection;
  }

  private static StoreFailure noTransaction() {
    return new StoreFailure(
        "store.no-transaction",
        Map.of(),
        "Begin a transaction first, and hand out its connection: with autocommit a command could be kept by halves, and what is read together would be of several states.",
        false);
  }

  private <T> T joined(Connection connection, Supplier<T> command) {
    if (Transaction.isAutoCommit(connection)) {
      throw noTransaction();
    }
    try (Handle handle = handle(connection)) {
      return whole(new Unit(handle, false), command);
    } catch (MentoringException e) {
      if (e.code().equals("command.exists")) {
        // What this command wrote stands in the host's transaction, so that it cannot be answered
        // by what the other one came to: the host has to roll back first.
        throw new StoreFailure(
            "store.busy",
            e.attributes(),
            "The same command was given twice at once. Roll back; repeated, it is answered by what came of the other.",
            true);
      } else if (e.code().equals(LATER)) {
        throw new StoreFailure(
            "store.busy",
            e.attributes(),
            "Another instance, whose clock is ahead, recorded something meanwhile. Roll back; repeated, the command counts it.",
            true);
      }
      throw e;
    } catch (Exception e) {
      throw told(e);
    }
  }

  private <T> T bound(Unit unit, Supplier<T> work) {
    running.set(unit);
    try {
      return work.get();
    } finally {
      running.remove();
    }
  }

  /** Runs a command and refuses to end it well if a part of it failed, even if it went on then. */
  private <T> T whole(Unit unit, Supplier<T> command) {
    T value = bound(unit, command);
    RuntimeException broken = unit.broken;
    if (broken != null) {
      throw broken;
    }
    return value;
  }

  private <T> T repeated(ConnectionSource.Owned owned, Supplier<T> command) {
    for (int attempt = 1; ; attempt++) {
      // Outside of what is repeated: whoever has no connection to give has waited long enough.
      Connection connection = Transaction.taken(owned);
      try {
        return once(connection, command);
      } catch (StoreFailure e) {
        if (!e.retryable() || attempt >= owned.attempts()) {
          throw e;
        }
        owned.pauses().after(attempt);
      } catch (MentoringException e) {
        if (!e.code().equals(LATER) || attempt >= owned.attempts()) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Connection connection, Supplier<T> command) {
    try (Transaction transaction = Transaction.begin(connection)) {
      T value;
      List<String> commands;
      // Closed before the commit: what fails in it must not look like a command that was not kept.
      try (Handle handle = handle(connection)) {
        Unit unit = new Unit(handle, false);
        value = whole(unit, command);
        commands = unit.commands;
      }
      transaction.commit(commands);
      return value;
    } catch (Exception e) {
      throw told(e);
    }
  }

  /** Not repeated: a query may have handed out a part of its answer. */
  private <T> T reading(ConnectionSource.Owned owned, Supplier<T> query) {
    Connection connection = Transaction.taken(owned);
    try (Transaction transaction = Transaction.beginReading(connection);
        Handle handle = handle(transaction.connection())) {
      return bound(new Unit(handle, true), query);
    } catch (Exception e) {
      throw told(e);
    }
  }
}
