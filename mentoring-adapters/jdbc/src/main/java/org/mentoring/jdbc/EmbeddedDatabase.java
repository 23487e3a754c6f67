package org.mentoring.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mentoring.failure.Invariants;

/**
 * A database in a file, for one program at a time; several instances need PostgreSQL. What was
 * committed is in the file when the commit returns. Thread-safe.
 *
 * <p>What is deleted stays readable in the file until it is {@linkplain #compact() compacted}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String ENDING = ".mv.db";

  /** How long a statement waits for a row that another transaction holds, in milliseconds. */
  private static final int LOCK_TIMEOUT = 10_000;

  private static final int MOST_CONNECTIONS = 64;

  /**
   * How many statements a connection keeps parsed: all that a store has. Of itself H2 keeps 8, and
   * parses most of a command's statements anew.
   */
  private static final int STATEMENTS_KEPT = 256;

  private final String url;
  private final CurrentPool current;

  private EmbeddedDatabase(String url) {
    this.url = url;
    current = new CurrentPool(pool(url));
  }

  /**
   * Opens a file, or creates it; who may read it is the file system's to say.
   *
   * @param file with or without its ending {@code .mv.db}; without {@code ;}
   * @throws StoreFailure {@code store.in-use} if another program has it open
   */
  public static EmbeddedDatabase open(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    Invariants.holds(path.indexOf(';') < 0, "file.name", "file", "a path without ;");
    String stem = path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
    // WRITE_DELAY=0: otherwise a commit would return half a second before it is in the file.
    // TRACE_LEVEL_FILE=0: otherwise statements that fail would be written beside it, values and
    // all.
    // DB_CLOSE_ON_EXIT=FALSE: otherwise the file would be closed under commands that still run
    // while the program ends.
    return opened(
        "jdbc:h2:file:"
            + stem
            + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
            + LOCK_TIMEOUT
            + ";QUERY_CACHE_SIZE="
            + STATEMENTS_KEPT);
  }

  /** A database that is gone when it is closed. */
  public static EmbeddedDatabase inMemory(String name) {
    Invariants.holds(
        name.matches("[A-Za-z0-9_-]{1,64}"),
        "name.malformed",
        "name",
        "1 to 64 of A-Z a-z 0-9 _ -");
    return opened(
        "jdbc:h2:mem:"
            + name
            + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT="
            + LOCK_TIMEOUT
            + ";QUERY_CACHE_SIZE="
            + STATEMENTS_KEPT);
  }

  private static EmbeddedDatabase opened(String url) {
    EmbeddedDatabase database = new EmbeddedDatabase(url);
    try (Connection first = database.connections().getConnection()) {
      first.getMetaData();
      return database;
    } catch (SQLException e) {
      database.current.pool().dispose();
      if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new StoreFailure(
            "store.in-use",
            Map.of("sqlstate", String.valueOf(e.getSQLState())),
            "Another program has the file open. End it first; for several instances use PostgreSQL.",
            false);
      }
      throw Failures.of(e);
    }
  }

  private static JdbcConnectionPool pool(String url) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(MOST_CONNECTIONS);
    return pool;
  }

  /** Its connections, pooled. */
  public DataSource connections() {
    return current;
  }

  /**
   * Rewrites the file, so that what was deleted is no longer in it, as after an erasure. Takes as
   * long as copying the file; commands that run meanwhile fail with {@code store.unreachable}.
   */
  public void compact() {
    shutDown("shutdown compact");
    current.replace(pool(url));
    try (Connection first = current.getConnection()) {
      first.getMetaData();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Closes the file. Commands that still run fail. */
  @Override
  public void close() {
    shutDown("shutdown");
  }

  private void shutDown(String how) {
    try (Connection connection = current.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(how);
    } catch (SQLException e) {
      // The connection that asks is closed with all others; that is no failure.
      if (!Failures.isLost(e)) {
        throw Failures.of(e);
      }
    }
    current.pool().dispose();
  }
}
