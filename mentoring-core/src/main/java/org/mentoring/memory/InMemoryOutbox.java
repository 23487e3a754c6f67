package org.mentoring.memory;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.spi.Outbox;

/** Events for other systems, in memory. One reader at a time gets events. Thread-safe. */
final class InMemoryOutbox implements Outbox {
  /** By arrival, so that what is taken back stands where it stood. */
  private final Kept<Long, JournalEntry> waiting;

  private final Kept<EventId, Long> arrivals;
  private final AtomicLong arrived = new AtomicLong();
  private final UndoLog units;

  InMemoryOutbox(UndoLog units) {
    this.units = units;
    this.waiting = Kept.sorted(units);
    this.arrivals = Kept.sorted(units);
  }

  void add(List<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      long number = arrived.incrementAndGet();
      waiting.put(number, entry);
      arrivals.put(entry.id(), number);
    }
  }

  @Override
  public int deliver(int most, Consumer<List<JournalEntry>> consumer) {
    Invariants.range("most", most, 1, 10_000);
    return units.run(() -> delivered(most, consumer));
  }

  private int delivered(int most, Consumer<List<JournalEntry>> consumer) {
    List<JournalEntry> taken = waiting.values(null, any -> true, most);
    if (!taken.isEmpty()) {
      taken.forEach(this::handedOut);
      consumer.accept(taken);
    }
    return taken.size();
  }

  private void handedOut(JournalEntry entry) {
    Long number = arrivals.get(entry.id());
    if (number != null) {
      waiting.remove(number);
      arrivals.remove(entry.id());
    }
  }

  @Override
  public long waiting() {
    return waiting.keys().size();
  }

  @Override
  public SortedSet<EventId> waiting(SortedSet<EventId> among) {
    SortedSet<EventId> found = new TreeSet<>();
    for (EventId id : among) {
      if (arrivals.get(id) != null) {
        found.add(id);
      }
    }
    return found;
  }
}
