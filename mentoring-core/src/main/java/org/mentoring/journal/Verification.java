package org.mentoring.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.Invariants;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * What a verifier found. Immutable.
 *
 * @param sealedTo the number of the last entry of the chain; 0 where there is none
 * @param unsealed how many entries wait to be sealed
 * @param faults at most {@link #MOST_FAULTS}: whoever finds so many need not know them all
 */
public record Verification(long sealedTo, long unsealed, List<JournalFault> faults) {
  /** How many faults are told. */
  public static final int MOST_FAULTS = 1_000;

  /** Copies. */
  public Verification {
    Invariants.range("sealedTo", sealedTo, 0, Long.MAX_VALUE);
    Invariants.range("unsealed", unsealed, 0, Long.MAX_VALUE);
    faults = List.copyOf(faults);
  }

  /** Whether nothing is wrong. */
  public boolean intact() {
    return faults.isEmpty();
  }

  /** In words: how far it is sealed, then each fault, or that there is none. */
  public List<String> told(Messages messages) {
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.render(
            "journal.sealed",
            Map.of("sealed", Value.of(sealedTo), "unsealed", Value.of(unsealed))));
    if (faults.isEmpty()) {
      lines.add(messages.render("journal.intact"));
    }
    faults.forEach(fault -> lines.add(fault.told(messages)));
    return lines;
  }
}
