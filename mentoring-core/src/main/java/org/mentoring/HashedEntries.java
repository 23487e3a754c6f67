package org.mentoring;

import java.util.List;
import java.util.stream.IntStream;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.journal.EntriesDigest;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;

/**
 * Entries that come next in a chain, with what shows whether they were changed: their canonical
 * form, which takes the longest, is made once for both.
 */
final class HashedEntries {
  private final List<SealedEntry> entries;
  private final boolean[] compared;
  private final boolean[] intact;
  private final byte[][] digests;

  /**
   * Nothing is made yet.
   *
   * @param sieve tells whose entries are compared with their commands
   */
  HashedEntries(List<SealedEntry> entries, Sieve sieve) {
    this.entries = List.copyOf(entries);
    compared = new boolean[entries.size()];
    for (int place = 0; place < compared.length; place++) {
      compared[place] = sieve.takes(entries.get(place).entry().command().value());
    }
    intact = new boolean[compared.length];
    digests = new byte[compared.length][];
  }

  /**
   * Makes it, on all processors.
   *
   * @param chain whether the chain is verified
   */
  HashedEntries made(boolean chain) {
    IntStream.range(0, compared.length)
        .parallel()
        .filter(place -> chain || compared[place])
        .forEach(place -> make(place, chain));
    return this;
  }

  private void make(int place, boolean chain) {
    SealedEntry sealed = entries.get(place);
    JournalEntry entry = sealed.entry();
    String form = CanonicalForm.of(entry);
    intact[place] = !chain || sealed.intact(form);
    if (compared[place]) {
      digests[place] = CommandCheck.own(entry) ? CommandCheck.made(entry) : EntriesDigest.of(form);
    }
  }

  List<SealedEntry> entries() {
    return entries;
  }

  /**
   * The highest number.
   *
   * @param before where there are none, or only lower ones
   */
  long last(long before) {
    return entries.stream().mapToLong(SealedEntry::number).reduce(before, Math::max);
  }

  /** Whether the hash of an entry is that of its content; true where the chain is not verified. */
  boolean intact(int place) {
    return intact[place];
  }

  /** What the digest of its command's entries is made of, if its command is compared. */
  byte[] digest(int place) {
    return digests[place];
  }
}
