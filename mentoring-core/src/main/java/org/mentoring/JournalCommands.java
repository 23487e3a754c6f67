package org.mentoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.mentoring.failure.Invariants;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.journal.Verification;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Stores;

/**
 * The journal: sealing it, proving it, and handing its events out. Commands write to it by
 * themselves and wait for none of this. Thread-safe; several instances may seal and deliver at
 * once.
 */
public final class JournalCommands {
  /** How many entries are sealed in one transaction where nobody says how many. */
  private static final int BATCH = 1_000;

  private final Stores stores;

  JournalCommands(Stores stores) {
    this.stores = stores;
  }

  /**
   * Gives entries that wait their places in the chain, in one unit of work.
   *
   * @param most at most so many, 1 to 10,000
   * @return how many it were; fewer than {@code most} if no more wait
   */
  public int seal(int most) {
    Invariants.range("most", most, 1, 10_000);
    Journal journal = stores.journal();
    return stores
        .work()
        .run(
            () -> {
              // First, because it keeps other sealers from lengthening the chain meanwhile.
              List<JournalEntry> waiting = journal.waiting(most);
              Checkpoint end = checkpoint();
              List<SealedEntry> sealed = new ArrayList<>(waiting.size());
              for (JournalEntry entry : waiting) {
                SealedEntry next = SealedEntry.seal(end.number() + 1, entry, end.hash());
                sealed.add(next);
                end = next.checkpoint();
              }
              journal.seal(sealed);
              return sealed.size();
            });
  }

  /**
   * Seals until nothing waits, in units of work of 1,000 entries each.
   *
   * @return how many entries were sealed
   */
  public long seal() {
    long all = 0;
    int sealed;
    do {
      sealed = seal(BATCH);
      all += sealed;
    } while (sealed == BATCH);
    return all;
  }

  /** How many entries wait to be sealed. */
  public long unsealed() {
    return stores.journal().unsealed();
  }

  /**
   * How far the chain is sealed. Keep it where nobody who can write to the store can write: it
   * shows later that the chain was not cut or rewritten up to here.
   */
  public Checkpoint checkpoint() {
    return stores.journal().last().orElseGet(() -> new Checkpoint(0, SealedEntry.GENESIS));
  }

  /** Goes along the whole chain and through all decisions, without a checkpoint. */
  public Verification verify() {
    return verify(List.of());
  }

  /** Goes along the whole chain and through all decisions, with a checkpoint kept elsewhere. */
  public Verification verify(Checkpoint kept) {
    return verify(List.of(kept));
  }

  /**
   * Goes along the whole chain and finds what was changed, taken out, moved or put in; with
   * checkpoints also what was rewritten and cut up to them. Looks through all decisions, what was
   * known of whom, the records of commands, the definitions, the state of things, the histories and
   * the erasures, whether they are what the journal says, and whether it knows of them all. Of the
   * state of things it says the version and the ids and codes of the newest event, of a history the
   * digest of a dossier part; what else a body holds, as days and notes, and what a store keeps
   * beside its records to search by, is not compared. Commands may go on meanwhile.
   *
   * <p>Takes memory for the ids of at most 150,000 things at a time; where there are more, it goes
   * along the chain several times.
   *
   * @param kept checkpoints of this chain
   */
  public Verification verify(Collection<Checkpoint> kept) {
    return verify(stores, kept);
  }

  /**
   * As {@link #verify(Collection)}, of stores that no programme runs on; within a unit of work it
   * sees what that has written.
   */
  public static Verification verify(Stores stores, Collection<Checkpoint> kept) {
    Invariants.present("verify", stores, kept);
    return new RecordCheck(stores, kept).verified();
  }

  /**
   * Hands out events to another system, each at least once: whoever was interrupted gets some of
   * them again and knows them by their ids. Several readers share the work.
   *
   * @param most at most so many, 1 to 10,000
   * @param consumer gets them all at once; where it throws they are handed out again. Not called
   *     where there are none
   * @return how many there were
   */
  public int deliver(int most, Consumer<List<JournalEntry>> consumer) {
    return stores.outbox().deliver(most, consumer);
  }

  /** How many events wait to be handed out. */
  public long undelivered() {
    return stores.outbox().waiting();
  }
}
