package org.mentoring.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Outbox;

/** A journal in memory. Thread-safe. */
public final class InMemoryJournal implements Journal {
  private final Map<EventId, JournalEntry> waiting = new LinkedHashMap<>();
  private final List<SealedEntry> chain = new ArrayList<>();
  private final Set<EventId> taken = new HashSet<>();
  private final UndoLog undo;
  private final InMemoryOutbox outbox;

  /** An empty journal that stands alone: no unit of work takes back what is written to it. */
  public InMemoryJournal() {
    this(new UndoLog());
  }

  InMemoryJournal(UndoLog undo) {
    this.undo = undo;
    outbox = new InMemoryOutbox(undo);
  }

  /** Hands out what is added here. */
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public synchronized void append(List<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      if (!taken.add(entry.id())) {
        throw new MentoringException(
            "event.exists", Map.of("event", entry.id().value()), "Use another id.");
      }
      waiting.put(entry.id(), entry);
      undo.note(() -> takeBack(entry));
    }
    outbox.add(entries);
  }

  private synchronized void takeBack(JournalEntry entry) {
    taken.remove(entry.id());
    waiting.remove(entry.id());
  }

  @Override
  public synchronized long unsealed() {
    return waiting.size();
  }

  @Override
  public synchronized List<JournalEntry> waiting(int most) {
    Invariants.range("most", most, 1, 10_000);
    return waiting.values().stream().limit(most).toList();
  }

  @Override
  public synchronized Optional<SealedEntry> last() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
  }

  @Override
  public synchronized void seal(List<SealedEntry> entries) {
    for (SealedEntry entry : entries) {
      if (entry.number() != chain.size() + 1L) {
        throw new StaleVersion("journal", "chain", entry.number() - 1, chain.size());
      }
      JournalEntry waited = waiting.remove(entry.entry().id());
      if (waited == null) {
        throw new MentoringException(
            "event.unknown", Map.of("event", entry.entry().id().value()), "Seal what waits, once.");
      }
      chain.add(entry);
      undo.note(() -> unseal(entry, waited));
    }
  }

  private synchronized void unseal(SealedEntry entry, JournalEntry waited) {
    chain.remove(entry);
    waiting.put(waited.id(), waited);
  }

  @Override
  public synchronized List<SealedEntry> sealed(long after, int most) {
    Invariants.range("after", after, 0, Long.MAX_VALUE);
    Invariants.range("most", most, 1, 10_000);
    int from = (int) Math.min(after, chain.size());
    return List.copyOf(chain.subList(from, Math.min(chain.size(), from + most)));
  }
}
