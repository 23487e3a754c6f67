package org.mentoring.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.spi.Outbox;

/** Events for other systems, in memory. Thread-safe. */
final class InMemoryOutbox implements Outbox {
  private final Map<EventId, JournalEntry> waiting = new LinkedHashMap<>();
  private final UndoLog undo;

  InMemoryOutbox(UndoLog undo) {
    this.undo = undo;
  }

  synchronized void add(List<JournalEntry> entries) {
    entries.forEach(entry -> waiting.put(entry.id(), entry));
    undo.note(() -> takeBack(entries));
  }

  private synchronized void takeBack(List<JournalEntry> entries) {
    entries.forEach(entry -> waiting.remove(entry.id()));
  }

  @Override
  public int deliver(int most, Consumer<List<JournalEntry>> consumer) {
    Invariants.range("most", most, 1, 10_000);
    List<JournalEntry> taken = take(most);
    boolean done = taken.isEmpty();
    try {
      if (!done) {
        consumer.accept(taken);
        done = true;
      }
    } finally {
      if (!done) {
        giveBack(taken);
      }
    }
    return taken.size();
  }

  private synchronized List<JournalEntry> take(int most) {
    List<JournalEntry> taken = waiting.values().stream().limit(most).toList();
    taken.forEach(entry -> waiting.remove(entry.id()));
    return taken;
  }

  private synchronized void giveBack(List<JournalEntry> taken) {
    List<JournalEntry> later = new ArrayList<>(waiting.values());
    waiting.clear();
    taken.forEach(entry -> waiting.put(entry.id(), entry));
    later.forEach(entry -> waiting.put(entry.id(), entry));
  }

  @Override
  public synchronized long waiting() {
    return waiting.size();
  }
}
