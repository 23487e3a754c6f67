package org.mentoring;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mentoring.journal.JournalEntry;
import org.mentoring.spi.Journal;

/** Entries that wait to be sealed, past those that cannot be read. For one thread. */
final class WaitingEntries {
  private static final int PAGE = 1_000;

  private final Journal journal;
  private final SortedSet<String> unreadable = new TreeSet<>();

  WaitingEntries(Journal journal) {
    this.journal = journal;
  }

  void each(Consumer<JournalEntry> consumer) {
    String after = null;
    do {
      TolerantReading.Part<JournalEntry> part =
          TolerantReading.part(journal::unsealed, after, PAGE, row -> Long.toString(row.number()));
      part.items().forEach(consumer);
      part.unreadable().forEach(row -> unreadable.add(row.id()));
      after = part.next();
    } while (after != null);
  }

  /** Ids of those that could not be read so far. */
  SortedSet<String> unreadable() {
    return Collections.unmodifiableSortedSet(unreadable);
  }
}
