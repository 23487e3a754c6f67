package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.EventId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Outbox;
import org.mentoring.spi.Page;

/** A journal and its outbox in memory. Thread-safe. */
public final class InMemoryJournal implements Journal {
  private static final String END = "end";

  private final Kept<EventId, JournalEntry> waiting;
  private final Kept<Long, SealedEntry> chain;

  /** The end of the chain alone, so that it is found without counting. */
  private final Kept<String, SealedEntry> end;

  private final Kept<EventId, Boolean> taken;
  private final InMemoryOutbox outbox;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryJournal() {
    this(new UndoLog());
  }

  InMemoryJournal(UndoLog units) {
    this.units = units;
    this.waiting = Kept.asAdded(units);
    this.chain = Kept.sorted(units);
    this.end = Kept.asAdded(units);
    this.taken = Kept.asAdded(units);
    this.outbox = new InMemoryOutbox(units);
  }

  /** Hands out what is added here. */
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public void append(List<JournalEntry> entries) {
    units.write(
        () -> {
          entries.forEach(this::appended);
          outbox.add(entries);
        });
  }

  private void appended(JournalEntry entry) {
    if (taken.get(entry.id()) != null) {
      throw new MentoringException(
          "event.exists", Map.of("event", entry.id().value()), "Use another id.");
    }
    taken.put(entry.id(), true);
    waiting.put(entry.id(), entry);
  }

  @Override
  public long unsealed() {
    return waiting.keys().size();
  }

  @Override
  public List<JournalEntry> waiting(int most) {
    Invariants.range("most", most, 1, 10_000);
    return waiting.values(null, any -> true, most);
  }

  @Override
  public Optional<Checkpoint> last() {
    return Optional.ofNullable(end.get(END)).map(SealedEntry::checkpoint);
  }

  @Override
  public void seal(List<SealedEntry> entries) {
    units.write(() -> entries.forEach(this::sealed));
  }

  private void sealed(SealedEntry entry) {
    long last = last().map(Checkpoint::number).orElse(0L);
    if (entry.number() != last + 1) {
      throw new StaleVersion("journal", "chain", entry.number() - 1, last);
    }
    EventId id = entry.entry().id();
    if (waiting.get(id) == null) {
      throw new MentoringException(
          "event.unknown", Map.of("event", id.value()), "Seal what waits, once.");
    }
    waiting.remove(id);
    chain.put(entry.number(), entry);
    end.put(END, entry);
  }

  @Override
  public List<SealedEntry> sealed(long after, int most) {
    Invariants.range("after", after, 0, Long.MAX_VALUE);
    Invariants.range("most", most, 1, 10_000);
    return chain.values(after, any -> true, most);
  }

  @Override
  public Page<JournalEntry> unsealed(@Nullable String after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<JournalEntry> rest =
        waiting.values(any -> true).stream()
            .dropWhile(entry -> after != null && !entry.id().value().equals(after))
            .skip(after == null ? 0 : 1)
            .limit(most + 1L)
            .toList();
    List<JournalEntry> page = rest.subList(0, Math.min(most, rest.size()));
    return new Page<>(page, rest.size() > most ? page.get(most - 1).id().value() : null);
  }

  @Override
  public void restore(List<JournalEntry> entries, SortedSet<EventId> handedOut) {
    units.write(
        () -> {
          entries.forEach(this::appended);
          outbox.add(entries.stream().filter(entry -> !handedOut.contains(entry.id())).toList());
        });
  }
}
