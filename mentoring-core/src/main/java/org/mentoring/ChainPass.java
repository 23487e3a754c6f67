package org.mentoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.journal.JournalVerifier;
import org.mentoring.journal.SealedEntry;

/** How far one pass has come along the chain. Only the first verifies it. For one thread. */
final class ChainPass {
  private final @Nullable JournalVerifier chain;
  private long number;

  /**
   * @param chain null where another pass has verified the chain
   */
  ChainPass(@Nullable JournalVerifier chain) {
    this.chain = chain;
  }

  void next(HashedEntries hashed) {
    List<SealedEntry> entries = hashed.entries();
    for (int place = 0; place < entries.size(); place++) {
      SealedEntry entry = entries.get(place);
      if (chain != null) {
        chain.next(entry, hashed.intact(place));
      }
      number = Math.max(number, entry.number());
    }
  }

  boolean verifies() {
    return chain != null;
  }

  void unreadable() {
    if (chain != null) {
      chain.unreadable();
    }
    number++;
  }

  /** Whether so much was found that there is no use in going on. */
  boolean full() {
    return chain != null && chain.full();
  }

  /** The number of the last entry that came. */
  long number() {
    return number;
  }
}
