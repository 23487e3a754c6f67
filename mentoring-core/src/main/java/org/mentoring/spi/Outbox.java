package org.mentoring.spi;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalEntry;

/**
 * Events for other systems, each handed out at least once: who is interrupted gets some of them
 * again and knows them by their ids. Several readers share the work. Thread-safe.
 */
public interface Outbox {
  /**
   * Hands out events that were not handed out yet, about in the order in which they happened. They
   * count as handed out when the consumer returns; where it throws they are handed out again. One
   * that cannot be read is left out and goes on waiting.
   *
   * @param most at most so many, 1 to 10,000
   * @param consumer gets them all at once; is not called where there are none
   * @return how many there were
   */
  int deliver(int most, Consumer<List<JournalEntry>> consumer);

  /** How many wait to be handed out. */
  long waiting();

  /** Which of these events wait to be handed out. */
  SortedSet<EventId> waiting(SortedSet<EventId> among);
}
