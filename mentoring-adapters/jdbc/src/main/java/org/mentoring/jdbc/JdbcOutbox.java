package org.mentoring.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.spi.Outbox;

/**
 * Events for other systems, in a database. The rows that a reader has stay locked until it returns:
 * other readers pass them over, and where a reader is killed the database itself lets go of them.
 * Thread-safe.
 */
final class JdbcOutbox implements Outbox {
  private final Sessions sessions;
  private final Tables tables;

  JdbcOutbox(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  @Override
  public int deliver(int most, Consumer<List<JournalEntry>> consumer) {
    Invariants.range("most", most, 1, 10_000);
    return sessions.run(
        () -> {
          List<JournalEntry> events = sessions.on(handle -> take(handle, most));
          if (!events.isEmpty()) {
            consumer.accept(events);
            sessions.on(handle -> handedOut(handle, events));
          }
          return events.size();
        });
  }

  private List<JournalEntry> take(Handle handle, int most) {
    List<String> ids =
        handle
            .createQuery(
                tables.sql(
                    "select event from $.outbox order by arrival limit :most for update skip locked"))
            .bind("most", most)
            .mapTo(String.class)
            .list();
    Map<String, JournalEntry> found = new HashMap<>();
    tables
        .rows(
            handle,
            "select event, body from $.journal where event = any(:ids)",
            query -> query.bindArray("ids", String.class, ids),
            JdbcJournal::entry)
        .forEach(entry -> found.put(entry.id().value(), entry));
    return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
  }

  private int handedOut(Handle handle, List<JournalEntry> events) {
    List<String> ids = events.stream().map(event -> event.id().value()).toList();
    return tables.executed(
        handle,
        "delete from $.outbox where event = any(:ids)",
        row -> row.bindArray("ids", String.class, ids));
  }

  @Override
  public long waiting() {
    return sessions.on(
        handle ->
            handle
                .createQuery(tables.sql("select count(*) from $.outbox"))
                .mapTo(Long.class)
                .one());
  }

  @Override
  public SortedSet<EventId> waiting(SortedSet<EventId> among) {
    List<String> ids = among.stream().map(EventId::value).toList();
    return Invariants.sorted(
        sessions.on(
            handle ->
                tables.rows(
                    handle,
                    "select event from $.outbox where event = any(:ids)",
                    query -> query.bindArray("ids", String.class, ids),
                    row -> EventId.of(row.getString(1)))));
  }
}
