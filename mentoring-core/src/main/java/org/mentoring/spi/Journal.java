package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.EventId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;

/**
 * The record of what happened. Commands add entries in their own unit of work; a sealer gives those
 * their numbers later, so that the chain makes nobody wait. Nothing is changed or taken out.
 * Thread-safe; every call is atomic.
 */
public interface Journal {
  /**
   * Adds unsealed entries.
   *
   * @throws org.mentoring.failure.MentoringException {@code event.exists} if an id is taken
   */
  void append(List<JournalEntry> entries);

  /** How many entries are not sealed. */
  long unsealed();

  /**
   * Entries that wait to be sealed, in the order in which they arrived; within a unit of work no
   * other sealer gets any until it ends. One that cannot be read is left out and goes on waiting:
   * it must not keep others from being sealed, and a verifier names it.
   *
   * @param most at most so many, 1 to 10,000
   */
  List<JournalEntry> waiting(int most);

  /**
   * Where the chain ends, if it has begun: what comes next is sealed behind it. The entry itself
   * need not be readable, and so keeps no others from being sealed.
   */
  Optional<Checkpoint> last();

  /**
   * Lengthens the chain by entries that waited.
   *
   * @throws org.mentoring.failure.StaleVersion if the first does not follow the last of the chain
   * @throws org.mentoring.failure.MentoringException {@code event.unknown} if one did not wait
   */
  void seal(List<SealedEntry> entries);

  /**
   * The chain, by number.
   *
   * @param after numbers up to this one are left out
   * @param most at most so many, 1 to 10,000
   */
  List<SealedEntry> sealed(long after, int most);

  /**
   * Entries that wait to be sealed, in the order in which they arrived; nobody is kept from sealing
   * them meanwhile.
   *
   * @param after where the page before ended; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<JournalEntry> unsealed(@Nullable String after, int most);

  /**
   * Adds unsealed entries as {@link #append} does, but does not hand out again what was: for
   * imports.
   *
   * @param handedOut ids of those that readers of the outbox have got
   * @throws org.mentoring.failure.MentoringException {@code event.exists} if an id is taken
   */
  void restore(List<JournalEntry> entries, SortedSet<EventId> handedOut);
}
