package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.spi.Page;

/** Where the tables are and how their database words things. Thread-safe. */
final class Tables {
  /** Of H2: a unique key is taken. */
  private static final String TAKEN = "23505";

  /**
   * Rows that are fetched at once within a transaction, so that long answers need little memory.
   */
  private static final int FETCHED = 500;

  /** From so many rows on it is worth while to make what they hold in several threads. */
  private static final int MANY = 200;

  private final String prefix;
  private volatile @Nullable Dialect dialect;

  Tables(StoreSettings settings) {
    prefix = "\"" + settings.schema() + "\".";
  }

  /**
   * A statement.
   *
   * @param text names its tables as {@code $.participant}
   */
  String sql(String text) {
    return text.replace("$.", prefix);
  }

  /**
   * Fills in parts of a statement.
   *
   * @param text names its places as {@code %s}
   * @param parts names and conditions of ours; values are bound and never filled in
   */
  static String with(String text, String... parts) {
    return String.format(Locale.ROOT, text, (Object[]) parts);
  }

  /** The database at the other end; asked for late, because a host's connection comes late. */
  Dialect dialect(Handle handle) {
    Dialect known = dialect;
    if (known == null) {
      try {
        known = Dialect.of(handle.getConnection());
      } catch (SQLException e) {
        throw Failures.of(e);
      }
      dialect = known;
    }
    return known;
  }

  /**
   * Adds a row. That one of its unique keys is taken is expected and so is no error of the
   * database: after an error a transaction of PostgreSQL takes no further statement. Where another
   * transaction is about to take the key this waits for it.
   *
   * @param text a plain {@code insert into $.… values …}
   * @param values binds the values
   * @return whether it was added
   */
  boolean added(Handle handle, String text, UnaryOperator<Update> values) {
    if (dialect(handle) == Dialect.POSTGRESQL) {
      return executed(handle, text + " on conflict do nothing", values) == 1;
    }
    try {
      return executed(handle, text, values) == 1;
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** Carries a statement out and tells how many rows it touched. */
  int executed(Handle handle, String text, UnaryOperator<Update> values) {
    try (Update update = handle.createUpdate(sql(text))) {
      return values.apply(update).execute();
    }
  }

  /**
   * What a query finds, in its order.
   *
   * @throws UnreadableRecords that names all rows which cannot be read
   */
  <T> List<T> rows(Handle handle, String text, UnaryOperator<Query> values, Reading<T> reading) {
    Unreadable unreadable = new Unreadable();
    try (Query query = handle.createQuery(sql(text))) {
      List<T> found = new ArrayList<>();
      values
          .apply(query)
          .setFetchSize(FETCHED)
          .map((row, context) -> unreadable.readable(row, reading))
          .forEach(each -> each.ifPresent(found::add));
      unreadable.refuse();
      return found;
    }
  }

  /**
   * What a query finds, in its order, where much is read at a time: the rows are fetched first, and
   * what they hold is made on all processors then.
   *
   * @param fetching tells how to make it; what is made may refuse the row
   * @throws UnreadableRecords that names all rows which cannot be read
   */
  <T> List<T> many(
      Handle handle, String text, UnaryOperator<Query> values, Reading<Supplier<T>> fetching) {
    return made(rows(handle, text, values, fetching));
  }

  /** A page where much is read at a time, as {@link #page} and {@link #many}. */
  <T> Page<T> manyOfPage(
      Handle handle,
      String text,
      UnaryOperator<Query> values,
      int most,
      String cursor,
      Reading<Supplier<T>> fetching) {
    Page<Supplier<T>> page = page(handle, text, values, most, cursor, fetching);
    return new Page<>(made(page.items()), page.next());
  }

  private static <T> List<T> made(List<Supplier<T>> fetched) {
    Queue<UnreadableRecords.Row> unreadable = new ConcurrentLinkedQueue<>();
    Stream<Supplier<T>> rows = fetched.size() < MANY ? fetched.stream() : fetched.parallelStream();
    List<T> found = rows.map(row -> madeOf(row, unreadable)).flatMap(Optional::stream).toList();
    if (!unreadable.isEmpty()) {
      throw new UnreadableRecords(unreadable);
    }
    return found;
  }

  private static <T> Optional<T> madeOf(
      Supplier<T> row, Collection<UnreadableRecords.Row> unreadable) {
    try {
      return Optional.of(row.get());
    } catch (UnreadableRecords e) {
      unreadable.addAll(e.rows());
      return Optional.empty();
    }
  }

  /** So much of what a query finds, in its order, as can be read: what cannot holds up nobody. */
  <T> List<T> readable(
      Handle handle, String text, UnaryOperator<Query> values, Reading<T> reading) {
    return readable(handle, text, values, reading, new ArrayList<>());
  }

  /**
   * So much of what a query finds, in its order, as can be read.
   *
   * @param unreadable is told the others
   */
  <T> List<T> readable(
      Handle handle,
      String text,
      UnaryOperator<Query> values,
      Reading<T> reading,
      Collection<UnreadableRecords.Row> unreadable) {
    Unreadable passedOver = new Unreadable();
    try (Query query = handle.createQuery(sql(text))) {
      List<T> found =
          values
              .apply(query)
              .setFetchSize(FETCHED)
              .map((row, context) -> passedOver.readable(row, reading))
              .stream()
              .flatMap(Optional::stream)
              .toList();
      unreadable.addAll(passedOver.rows);
      return found;
    }
  }

  /**
   * A page of what a query finds, in its order. The row behind it, which only tells that there is
   * another page, need not be readable.
   *
   * @param text limits itself to {@code :rows}
   * @param cursor the column by which the next page goes on
   * @throws UnreadableRecords that names all rows of the page which cannot be read
   */
  <T> Page<T> page(
      Handle handle,
      String text,
      UnaryOperator<Query> values,
      int most,
      String cursor,
      Reading<T> reading) {
    int rows = Pages.rows(most);
    AtomicInteger number = new AtomicInteger();
    List<String> cursors = new ArrayList<>();
    List<Optional<T>> found =
        rows(
            handle,
            text,
            query -> values.apply(query).bind("rows", rows),
            row -> {
              if (number.incrementAndGet() > most) {
                return Optional.empty();
              }
              cursors.add(row.getString(cursor));
              return Optional.of(reading.read(row));
            });
    List<T> items = found.stream().flatMap(Optional::stream).toList();
    return new Page<>(items, found.size() <= most ? null : cursors.get(most - 1));
  }

  /** Goes on past rows that cannot be read, so that all of them are told at once. */
  private static final class Unreadable {
    private final List<UnreadableRecords.Row> rows = new ArrayList<>();

    <T> Optional<T> readable(ResultSet row, Reading<T> reading) throws SQLException {
      try {
        return Optional.of(reading.read(row));
      } catch (UnreadableRecords e) {
        if (rows.size() < UnreadableRecords.MOST) {
          rows.addAll(e.rows());
        }
        return Optional.empty();
      }
    }

    void refuse() {
      if (!rows.isEmpty()) {
        throw new UnreadableRecords(rows);
      }
    }
  }

  /** Until the unit of work ends; outside of one it only waits for its turn. */
  void lockSealers(Handle handle) {
    if (!locked(handle)) {
      // The first one that there is.
      added(handle, "insert into $.journal_sealer (id) values (1)", row -> row);
      locked(handle);
    }
  }

  private boolean locked(Handle handle) {
    return !rows(
            handle,
            "select id from $.journal_sealer where id = 1 for update",
            query -> query,
            row -> row.getInt(1))
        .isEmpty();
  }

  /**
   * Reads a row.
   *
   * @param <T> as what
   */
  interface Reading<T> {
    /** The row's value. */
    T read(ResultSet row) throws SQLException;
  }
}
