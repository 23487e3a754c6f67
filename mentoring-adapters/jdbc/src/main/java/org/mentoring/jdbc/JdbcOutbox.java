package org.mentoring.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** What cannot be read goes on waiting, and holds up no other. */
  private List<JournalEntry> take(Handle handle, int most) {
    List<JournalEntry> found = new ArrayList<>();
    long after = 0;
    while (found.size() < most) {
      long from = after;
      int rows = most - found.size();
      Map<String, Long> arrivals = new LinkedHashMap<>();
      tables.rows(
          handle,
          """
          select arrival, event from $.outbox
          where arrival > :after order by arrival limit :rows for update skip locked""",
          query -> query.bind("after", from).bind("rows", rows),
          row -> {
            arrivals.put(row.getString("event"), row.getLong("arrival"));
            return row.getLong("arrival");
          });
      found.addAll(events(handle, arrivals));
      if (arrivals.size() < rows) {
        break;
      }
      after = Collections.max(arrivals.values());
    }
    return found;
  }

  private List<JournalEntry> events(Handle handle, Map<String, Long> arrivals) {
    return tables
        .readable(
            handle,
            "select event, body from $.journal where event = any(:ids)",
            query -> query.bindArray("ids", String.class, List.copyOf(arrivals.keySet())),
            JdbcJournal::entry)
        .stream()
        .sorted(Comparator.comparing(entry -> arrivals.getOrDefault(entry.id().value(), 0L)))
        .toList();
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
