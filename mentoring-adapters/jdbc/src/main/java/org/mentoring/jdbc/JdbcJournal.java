package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.EventId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Page;

/** A journal in a database. Thread-safe. */
final class JdbcJournal implements Journal {
  private static final String TAKEN = "23505";

  private static final RecordText.Named ENTRY = new RecordText.Named("journal-entry", "event");
  private static final RecordText.Named SEALED =
      new RecordText.Named("journal-entry", "event", "number");
  private static final RecordText.Named WAITING =
      new RecordText.Named("journal-entry", "event", "arrival");

  private final Sessions sessions;
  private final Tables tables;

  JdbcJournal(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  @Override
  public void append(List<JournalEntry> entries) {
    if (!entries.isEmpty()) {
      sessions.together(handle -> appended(handle, entries, new TreeSet<>()));
    }
  }

  @Override
  public void restore(List<JournalEntry> entries, SortedSet<EventId> handedOut) {
    if (!entries.isEmpty()) {
      sessions.together(handle -> appended(handle, entries, handedOut));
    }
  }

  private int appended(Handle handle, List<JournalEntry> entries, SortedSet<EventId> handedOut) {
    try (PreparedBatch journal =
            handle.prepareBatch(
                tables.sql("insert into $.journal (event, body) values (:event, :body)"));
        PreparedBatch outbox =
            handle.prepareBatch(tables.sql("insert into $.outbox (event) values (:event)"))) {
      for (JournalEntry entry : entries) {
        journal
            .bind("event", entry.id().value())
            .bind("body", RecordText.write(JournalEntry.class, entry))
            .add();
        if (!handedOut.contains(entry.id())) {
          outbox.bind("event", entry.id().value()).add();
        }
      }
      journal.execute();
      return outbox.size() == 0 ? 0 : outbox.execute().length;
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
        throw new MentoringException(
            "event.exists",
            Map.of("entries", Integer.toString(entries.size())),
            "Give each entry an id of its own.");
      }
      throw e;
    }
  }

  @Override
  public long unsealed() {
    return sessions.on(
        handle ->
            handle
                .createQuery(tables.sql("select count(*) from $.journal where number is null"))
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Page<JournalEntry> unsealed(@Nullable String after, int most) {
    return sessions.on(
        handle ->
            tables.page(
                handle,
                """
                select arrival, event, body from $.journal
                where number is null and arrival > :after order by arrival limit :rows""",
                query -> query.bind("after", after == null ? 0L : Long.parseLong(after)),
                most,
                "arrival",
                row -> entry(row, WAITING)));
  }

  @Override
  public List<JournalEntry> waiting(int most) {
    Invariants.range("most", most, 1, 10_000);
    return sessions.on(
        handle -> {
          tables.lockSealers(handle);
          return waiting(handle, most);
        });
  }

  /** What cannot be read is not sealed, and holds up no other. */
  private List<JournalEntry> waiting(Handle handle, int most) {
    List<JournalEntry> found = new ArrayList<>();
    long after = 0;
    while (found.size() < most) {
      long from = after;
      int rows = most - found.size();
      List<Long> arrivals = new ArrayList<>();
      // By what has no number yet: a transaction that ends late has an early arrival.
      found.addAll(
          tables.readable(
              handle,
              """
              select arrival, event, body from $.journal
              where number is null and arrival > :after order by arrival limit :rows""",
              query -> query.bind("after", from).bind("rows", rows),
              row -> {
                arrivals.add(row.getLong("arrival"));
                return entry(row, WAITING);
              }));
      if (arrivals.size() < rows) {
        break;
      }
      after = arrivals.get(rows - 1);
    }
    return List.copyOf(found);
  }

  @Override
  public Optional<Checkpoint> last() {
    return sessions.on(this::last);
  }

  private Optional<Checkpoint> last(Handle handle) {
    return handle
        .createQuery(
            tables.sql(
                """
                select number, hash from $.journal
                where number is not null order by number desc limit 1"""))
        .map(
            (row, context) ->
                new Checkpoint(
                    row.getLong("number"), Objects.requireNonNullElse(row.getString("hash"), "")))
        .findOne();
  }

  @Override
  public void seal(List<SealedEntry> entries) {
    if (!entries.isEmpty()) {
      sessions.together(handle -> lengthened(handle, entries));
    }
  }

  private int lengthened(Handle handle, List<SealedEntry> entries) {
    tables.lockSealers(handle);
    long last = last(handle).map(Checkpoint::number).orElse(0L);
    for (SealedEntry entry : entries) {
      if (entry.number() != last + 1) {
        throw new StaleVersion("journal", "chain", entry.number() - 1, last);
      }
      last = entry.number();
    }
    try (PreparedBatch rows =
        handle.prepareBatch(
            tables.sql(
                """
                update $.journal set number = :number, before = :before, hash = :hash
                where event = :event and number is null"""))) {
      for (SealedEntry entry : entries) {
        rows.bind("number", entry.number())
            .bind("before", entry.before())
            .bind("hash", entry.hash())
            .bind("event", entry.entry().id().value())
            .add();
      }
      int[] touched = rows.execute();
      for (int i = 0; i < touched.length; i++) {
        if (touched[i] == 0) {
          throw new MentoringException(
              "event.unknown",
              Map.of("event", entries.get(i).entry().id().value()),
              "Seal what waits, once.");
        }
      }
      return touched.length;
    }
  }

  @Override
  public List<SealedEntry> sealed(long after, int most) {
    Invariants.range("after", after, 0, Long.MAX_VALUE);
    Invariants.range("most", most, 1, 10_000);
    return sessions.on(
        handle ->
            tables.many(
                handle,
                """
                select number, event, before, hash, body from $.journal
                where number > :after order by number limit :most""",
                query -> query.bind("after", after).bind("most", most),
                JdbcJournal::sealed));
  }

  private static Supplier<SealedEntry> sealed(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    String event = row.getString("event");
    String before = Objects.requireNonNullElse(row.getString("before"), "");
    String hash = Objects.requireNonNullElse(row.getString("hash"), "");
    String body = row.getString("body");
    RecordText.Row where = SEALED.in(row);
    return () -> new SealedEntry(number, underItsColumn(event, body, where), before, hash);
  }

  /** The column's id is what counts, so that a verifier sees by the hash if somebody changed it. */
  private static JournalEntry underItsColumn(String event, String body, RecordText.Row where) {
    JournalEntry entry = RecordText.read(JournalEntry.class, body, where);
    EventId id = EventId.of(event);
    return entry.id().equals(id)
        ? entry
        : new JournalEntry(
            id,
            entry.kind(),
            entry.subjectKind(),
            entry.subject(),
            entry.version(),
            entry.details(),
            entry.command(),
            entry.by(),
            entry.at(),
            entry.content());
  }

  static JournalEntry entry(ResultSet row) throws SQLException {
    return entry(row, ENTRY);
  }

  /** No hash holds those that wait: another id in the column must not be sealed as theirs. */
  private static JournalEntry entry(ResultSet row, RecordText.Named named) throws SQLException {
    return RecordText.read(JournalEntry.class, row, named, each -> each.id().value());
  }
}
