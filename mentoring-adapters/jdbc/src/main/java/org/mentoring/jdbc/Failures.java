package org.mentoring.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a database said in our own words: its messages may quote rows. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /**
   * Serialisation failure, deadlock, lock not available; and H2's lock timeout and concurrent
   * update.
   */
  private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

  /** Of H2: object or database closed, shutting down, or its connection or file broken. */
  private static final Set<String> CLOSED =
      Set.of("90007", "90020", "90028", "90031", "90067", "90098", "90121", "90135");

  private Failures() {}

  static StoreFailure of(Throwable failure) {
    SQLException sql = sql(failure);
    if (sql == null) {
      return new StoreFailure(
          "store.failed",
          Map.of("type", failure.getClass().getName()),
          "This is a fault of the store adapter: please report it.",
          false);
    }
    if (isLost(sql)) {
      return unreachable(sql);
    }
    String state = String.valueOf(sql.getSQLState());
    if (REPEATABLE.contains(state)) {
      return new StoreFailure(
          "store.busy",
          Map.of("sqlstate", state),
          "Others were quicker. What was not committed is undone, or the host rolls it back; then repeat the command.",
          true);
    }
    return new StoreFailure(
        "store.refused",
        Map.of("sqlstate", state, "vendorcode", Integer.toString(sql.getErrorCode())),
        "Look up the code in the database's manual; check that the tables are those of this release.",
        false);
  }

  /** Whatever the reason: there is no connection. */
  static StoreFailure unreachable(SQLException failure) {
    String found = String.valueOf(failure.getSQLState());
    if (found.startsWith("28")) {
      return new StoreFailure(
          "store.denied",
          Map.of("sqlstate", found),
          "The database does not let this role in. Look at user, password and the rules of the server.",
          false);
    }
    if (found.startsWith("3D")) {
      return new StoreFailure(
          "store.unknown-name",
          Map.of("sqlstate", found),
          "The server has no database of this name. Look at the URL.",
          false);
    }
    return new StoreFailure(
        "store.unreachable",
        Map.of("sqlstate", String.valueOf(failure.getSQLState())),
        "The database does not answer. What was not committed is not kept; repeat the command later.",
        true);
  }

  static boolean isLost(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || (state != null
            && (state.startsWith("08") || state.startsWith("57P") || CLOSED.contains(state)));
  }

  /** Whether H2 says so of a database that was open: closed, or closed by a failure. */
  static boolean closedItself(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED
        || failure.getErrorCode() == ErrorCode.DATABASE_CALLED_AT_SHUTDOWN;
  }

  /**
   * Whether a commit that failed so has left nothing behind: the database says that it rolled back.
   */
  static boolean isDefinite(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && !isLost(failure)
        && ((state.startsWith("40") && !state.equals("40003"))
            || state.startsWith("23")
            || state.startsWith("25")
            || REPEATABLE.contains(state));
  }

  static void lostWhileEnding(SQLException failure) {
    LOG.warn("A connection could not be given back in order, SQLSTATE {}", failure.getSQLState());
  }

  /** The SQLSTATE behind a failure. */
  static String state(Throwable failure) {
    SQLException sql = sql(failure);
    return sql == null ? "none" : String.valueOf(sql.getSQLState());
  }

  private static @Nullable SQLException sql(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
