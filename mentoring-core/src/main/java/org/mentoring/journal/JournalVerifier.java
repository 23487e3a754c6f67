package org.mentoring.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.journal.JournalFault.Kind;

/**
 * Goes along a chain, entry by entry, and finds what was changed, taken out, moved or put in. It
 * needs nothing but the entries, as a store gives them or an export holds them, so that an auditor
 * can run it elsewhere. A chain that was rewritten or cut from within is like a true one: that only
 * a checkpoint shows which was kept elsewhere. Holds no entries; not thread-safe.
 */
public final class JournalVerifier {
  private final NavigableMap<Long, String> checkpoints = new TreeMap<>();
  private final Set<Kind> sought;
  private final List<JournalFault> faults = new ArrayList<>();
  private long number;

  /** Of the last entry; null where that one is not known. */
  private @Nullable String hash = SealedEntry.GENESIS;

  /** Begins before the first entry, without a checkpoint. */
  public JournalVerifier() {
    this(List.of());
  }

  /**
   * Begins before the first entry.
   *
   * @param checkpoints taken of this chain and kept elsewhere
   */
  public JournalVerifier(Collection<Checkpoint> checkpoints) {
    this(checkpoints, EnumSet.allOf(Kind.class));
  }

  /**
   * A verifier that is blind to some faults, for tests that each kind is needed.
   *
   * @param sought what it is not blind to
   */
  JournalVerifier(Collection<Checkpoint> checkpoints, Set<Kind> sought) {
    this.sought = Set.copyOf(sought);
    for (Checkpoint each : checkpoints) {
      String other = this.checkpoints.put(each.number(), each.hash());
      Invariants.holds(
          other == null || other.equals(each.hash()),
          "checkpoints.contradict",
          "checkpoints",
          "one hash for one number");
    }
    String begin = this.checkpoints.get(0L);
    if (begin != null && !begin.equals(SealedEntry.GENESIS)) {
      found(JournalFault.at(Kind.REWRITTEN, 0));
    }
  }

  /** Goes along a whole chain. */
  public static Verification verify(
      Stream<SealedEntry> chain, Collection<Checkpoint> checkpoints, long unsealed) {
    JournalVerifier verifier = new JournalVerifier(checkpoints);
    chain.forEachOrdered(verifier::next);
    return verifier.done(unsealed);
  }

  /** Looks at the entries that come next: their hashes are made on all processors. */
  public void next(List<SealedEntry> entries) {
    boolean[] intact = new boolean[entries.size()];
    IntStream.range(0, intact.length)
        .parallel()
        .forEach(place -> intact[place] = entries.get(place).intact());
    for (int place = 0; place < intact.length; place++) {
      next(entries.get(place), intact[place]);
    }
  }

  /** Looks at the entry that comes next. */
  public void next(SealedEntry entry) {
    next(entry, entry.intact());
  }

  /**
   * Looks at the entry that comes next.
   *
   * @param intact what {@link SealedEntry#intact()} says: it may be asked in several threads
   */
  public void next(SealedEntry entry, boolean intact) {
    if (entry.number() <= number) {
      found(JournalFault.at(Kind.OUT_OF_ORDER, entry.number()));
      look(entry, intact);
      return;
    }
    String before = hash;
    if (entry.number() > number + 1) {
      found(new JournalFault(Kind.MISSING, number + 1, entry.number() - 1, null));
      before = null;
    }
    if (before != null && !before.equals(entry.before())) {
      found(JournalFault.at(Kind.BROKEN, entry.number()));
    }
    look(entry, intact);
    number = entry.number();
    hash = entry.hash();
  }

  private void look(SealedEntry entry, boolean intact) {
    if (!intact) {
      found(JournalFault.at(Kind.CHANGED, entry.number()));
    }
    String kept = checkpoints.get(entry.number());
    if (kept != null && !kept.equals(entry.hash())) {
      found(JournalFault.at(Kind.REWRITTEN, entry.number()));
    }
  }

  /** Notes that an entry comes next which could not be read. */
  public void unreadable() {
    number++;
    hash = null;
    found(JournalFault.at(Kind.UNREADABLE, number));
  }

  private void found(JournalFault fault) {
    if (sought.contains(fault.kind()) && !full()) {
      faults.add(fault);
    }
  }

  /** Whether so much was found that there is no use in going on. */
  public boolean full() {
    return faults.size() >= Verification.MOST_FAULTS;
  }

  /** The number of the last entry that came. */
  public long number() {
    return number;
  }

  /**
   * The chain is at its end.
   *
   * @param unsealed how many entries wait to be sealed
   */
  public Verification done(long unsealed) {
    List<JournalFault> all = new ArrayList<>(faults);
    if (!checkpoints.isEmpty()
        && checkpoints.lastKey() > number
        && sought.contains(Kind.CUT)
        && !full()) {
      all.add(new JournalFault(Kind.CUT, number + 1, checkpoints.lastKey(), null));
    }
    return new Verification(number, unsealed, all);
  }
}
