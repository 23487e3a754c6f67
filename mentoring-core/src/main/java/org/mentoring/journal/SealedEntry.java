package org.mentoring.journal;

import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;

/**
 * An entry with its place in the chain. Each hash covers the number, the entry and the hash before,
 * so that no entry can be changed, left out, moved or put in without all later hashes changing.
 *
 * @param number from 1, without gaps
 * @param entry what happened
 * @param before the hash of the entry before; {@link #GENESIS} for the first
 * @param hash SHA-256, 64 hexadecimal digits
 */
public record SealedEntry(long number, JournalEntry entry, String before, String hash) {
  /** What the first entry's hash is built on. */
  public static final String GENESIS = "0".repeat(64);

  /** Does not check the hash: that is for the verifier to find. */
  public SealedEntry {
    Invariants.present("SealedEntry", entry, before, hash);
    Invariants.range("journal.number", number, 1, Long.MAX_VALUE);
  }

  /** The entry sealed behind another hash. */
  public static SealedEntry seal(long number, JournalEntry entry, String before) {
    return new SealedEntry(number, entry, before, hash(number, entry, before));
  }

  /** The hash that an entry has at its place. */
  public static String hash(long number, JournalEntry entry, String before) {
    return hash(number, CanonicalForm.of(entry), before);
  }

  private static String hash(long number, String form, String before) {
    return CanonicalForm.sha256OfText(number + "\n" + before + "\n" + form);
  }

  /** What a store's chain shows that ends here. */
  public Checkpoint checkpoint() {
    return new Checkpoint(number, hash);
  }

  /** Whether the hash is that of the content. */
  public boolean intact() {
    return intact(CanonicalForm.of(entry));
  }

  /**
   * Whether the hash is that of the content, for whoever needs the form for something else too.
   *
   * @param form the entry's {@linkplain CanonicalForm canonical form}
   */
  public boolean intact(String form) {
    return hash.equals(hash(number, form, before));
  }
}
