package org.mentoring.jdbc;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;

/**
 * A database in a file, for one program at a time; several instances need PostgreSQL. What was
 * committed is in the file when the commit returns; a thread that is interrupted does no harm to
 * it. Where the database closes itself, as on a full disk or without memory, it opens again by
 * itself for the next command, with all that was committed. Thread-safe.
 *
 * <p>What is deleted stays readable in the file until it is {@linkplain #compact() compacted}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String ENDING = ".mv.db";

  private static final Set<PosixFilePermission> OWNER_ALONE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** How long a statement waits for a row that another transaction holds, in milliseconds. */
  private static final int LOCK_TIMEOUT = 10_000;

  private static final int MOST_CONNECTIONS = 64;

  /** What is open in this program: H2 would share it, and each close would end all of them. */
  private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

  /**
   * How many statements a connection keeps parsed: all that a store has. Of itself H2 keeps 8, and
   * parses most of a command's statements anew.
   */
  private static final int STATEMENTS_KEPT = 256;

  /**
   * Their header names the last chunk but one: a program that is killed loses commits that had
   * returned. {@code H2CommitsTest} shows it of any version.
   */
  private static final Set<String> LOSING = Set.of("2.5.250", "2.5.252");

  private final String url;
  private final @Nullable String file;
  private final CurrentPool current;

  private EmbeddedDatabase(String url, @Nullable String file) {
    this.url = url;
    this.file = file;
    current = new CurrentPool(pool(url));
  }

  /**
   * Opens a file, or creates it, for its owner alone where the file system knows POSIX rights; else
   * who may read it is the file system's to say. A file that is there keeps its rights.
   *
   * @param file with or without its ending {@code .mv.db}; without {@code ;}
   * @throws StoreFailure {@code store.in-use} if it is open already, here or in another program;
   *     {@code store.unreadable} if it is no database of this library, is damaged, or may not be
   *     read; {@code store.losing-version} under a version of H2 that loses commits
   */
  public static EmbeddedDatabase open(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    Invariants.holds(path.indexOf(';') < 0, "file.name", "file", "a path without ;");
    String stem = path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
    String real = real(Path.of(stem + ENDING));
    if (!OPEN.add(real)) {
      throw inUse("This program has the file open already. Share what was opened first.", "none");
    }
    boolean created = createdForOwner(Path.of(real));
    try {
      return opened(url(stem), real);
    } catch (StoreFailure e) {
      if (created) {
        takeAway(Path.of(real), e);
      }
      throw e;
    }
  }

  /** Whether it was not there. */
  private static boolean createdForOwner(Path file) {
    Path folder = file.getParent();
    boolean created = false;
    try {
      if (folder != null && isPosix(file) && !Files.exists(file)) {
        Files.createDirectories(folder);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        created = true;
      }
    } catch (FileAlreadyExistsException e) {
      // Another program was quicker, and is told to have it open.
      return false;
    } catch (IOException e) {
      OPEN.remove(file.toString());
      throw unreadable("none");
    }
    return created;
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** What could not be opened must not look like a store. */
  private static void takeAway(Path file, StoreFailure failure) {
    try {
      if (Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static String url(String stem) {
    // async: otherwise an interrupted thread would close the file under all others.
    // WRITE_DELAY=0: otherwise a commit would return half a second before it is in the file.
    // TRACE_LEVEL_FILE=0: otherwise statements that fail would be written beside it, values and
    // all.
    // DB_CLOSE_ON_EXIT=FALSE: otherwise the file would be closed under commands that still run
    // while the program ends.
    return "jdbc:h2:async:"
        + stem
        + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
        + LOCK_TIMEOUT
        + ";QUERY_CACHE_SIZE="
        + STATEMENTS_KEPT;
  }

  /** One name for a file, however it is called. */
  private static String real(Path file) {
    Path folder = file.getParent();
    try {
      if (Files.exists(file)) {
        return file.toRealPath().toString();
      }
      return folder != null && Files.exists(folder)
          ? folder.toRealPath().resolve(String.valueOf(file.getFileName())).toString()
          : file.toString();
    } catch (IOException e) {
      throw unreadable("none");
    }
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
            + STATEMENTS_KEPT,
        null);
  }

  private static EmbeddedDatabase opened(String url, @Nullable String file) {
    EmbeddedDatabase database = new EmbeddedDatabase(url, file);
    boolean open = false;
    try (Connection first = database.connections().getConnection()) {
      refuseLosing(file, first.getMetaData().getDriverVersion());
      open = true;
      return database;
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      throw switch (e.getErrorCode()) {
        case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
            inUse(
                "Another program has the file open. End it first; for several instances use PostgreSQL.",
                state);
        case ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.FILE_VERSION_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.GENERAL_ERROR_1 ->
            unreadable(state);
        default -> Failures.of(e);
      };
    } finally {
      if (!open) {
        database.ended();
      }
    }
  }

  /**
   * A host may have brought another H2 than the one that this library asks for.
   *
   * @param file null where nothing is to be kept
   * @param version as {@code 2.4.240 (2025-09-22)}
   */
  static void refuseLosing(@Nullable String file, String version) {
    String number = version.split(" ", 2)[0];
    if (file != null && LOSING.contains(number)) {
      throw new StoreFailure(
          "store.losing-version",
          Map.of("version", number),
          "This version of H2 loses commits of a program that is killed. Use 2.4.240, or one for which H2CommitsTest passes.",
          false);
    }
  }

  private static StoreFailure inUse(String hint, String state) {
    return new StoreFailure("store.in-use", Map.of("sqlstate", state), hint, false);
  }

  private static StoreFailure unreadable(String state) {
    return new StoreFailure(
        "store.unreadable",
        Map.of("sqlstate", state),
        "The file is no database of this library, is damaged, or may not be read and written. Look at its name and rights; else restore a backup.",
        false);
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
    Set<PosixFilePermission> rights = rights();
    shutDown("shutdown compact");
    // It writes a new file.
    keep(rights);
    current.pool().dispose();
    current.replace(pool(url));
    try (Connection first = current.getConnection()) {
      first.getMetaData();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private Set<PosixFilePermission> rights() {
    String name = file;
    try {
      return name == null || !isPosix(Path.of(name))
          ? Set.of()
          : Files.getPosixFilePermissions(Path.of(name));
    } catch (IOException e) {
      throw unreadable("none");
    }
  }

  private void keep(Set<PosixFilePermission> rights) {
    String name = file;
    if (name != null && !rights.isEmpty()) {
      try {
        Files.setPosixFilePermissions(Path.of(name), rights);
      } catch (IOException e) {
        throw unreadable("none");
      }
    }
  }

  /** Closes the file. Commands that still run fail. */
  @Override
  public void close() {
    current.end();
    try {
      shutDown("shutdown");
    } finally {
      ended();
    }
  }

  private void ended() {
    current.pool().dispose();
    if (file != null) {
      OPEN.remove(file);
    }
  }

  private void shutDown(String how) {
    try (Connection connection = current.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(how);
    } catch (SQLException e) {
      // The connection that asks is closed with all others; that is no failure.
      if (!Failures.isLost(e)) {
        throw Failures.of(e);
      }
    }
  }
}
