package org.mentoring.jdbc;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a database said in our own words: its messages may quote rows. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Serialisation failure, deadlock, lock not available; and H2's own lock timeout. */
  private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "55P03", "HYT00");

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
    String state = String.valueOf(sql.getSQLState());
    if (isLost(sql)) {
      return new StoreFailure(
          "store.unreachable",
          Map.of("sqlstate", state),
          "The database does not answer. Nothing of the command was kept; repeat it later.",
          true);
    }
    if (REPEATABLE.contains(state)) {
      return new StoreFailure(
          "store.busy",
          Map.of("sqlstate", state),
          "Others were quicker. Nothing of the command was kept; repeat it.",
          true);
    }
    return new StoreFailure(
        "store.refused",
        Map.of("sqlstate", state, "vendorcode", Integer.toString(sql.getErrorCode())),
        "Look up the code in the database's manual; check that the tables are those of this release.",
        false);
  }

  static boolean isLost(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  static void lostWhileEnding(SQLException failure) {
    LOG.warn("A connection could not be given back in order, SQLSTATE {}", failure.getSQLState());
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
