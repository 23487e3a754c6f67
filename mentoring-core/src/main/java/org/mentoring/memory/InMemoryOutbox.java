package org.mentoring.memory;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.spi.Outbox;

/** Events for other systems, in memory. One reader at a time gets events. Thread-safe. */
final class InMemoryOutbox implements Outbox {
  private final Kept<EventId, JournalEntry> waiting;
  private final UndoLog units;

  InMemoryOutbox(UndoLog units) {
    this.units = units;
    this.waiting = Kept.asAdded(units);
  }

  void add(List<JournalEntry> entries) {
    entries.forEach(entry -> waiting.put(entry.id(), entry));
  }

  @Override
  public int deliver(int most, Consumer<List<JournalEntry>> consumer) {
    Invariants.range("most", most, 1, 10_000);
    return units.run(() -> delivered(most, consumer));
  }

  private int delivered(int most, Consumer<List<JournalEntry>> consumer) {
    List<JournalEntry> taken = waiting.values(null, any -> true, most);
    if (!taken.isEmpty()) {
      taken.forEach(entry -> waiting.remove(entry.id()));
      consumer.accept(taken);
    }
    return taken.size();
  }

  @Override
  public long waiting() {
    return waiting.keys().size();
  }

  @Override
  public SortedSet<EventId> waiting(SortedSet<EventId> among) {
    SortedSet<EventId> found = new TreeSet<>();
    for (EventId id : among) {
      if (waiting.get(id) != null) {
        found.add(id);
      }
    }
    return found;
  }
}
