package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.spi.Programmes;

/** Verifies the definitions of a store: there are few. For one run; not thread-safe. */
final class DefinitionCheck {
  private final Programmes programmes;
  private final Consumer<JournalFault> found;

  /** What no entry has named yet. */
  private final SortedSet<String> unnamed = new TreeSet<>();

  private final List<Programmes.InForce> unnamedInForce = new ArrayList<>();

  DefinitionCheck(Programmes programmes, Consumer<JournalFault> found) {
    this.programmes = programmes;
    this.found = found;
  }

  /** Before the chain is followed: whatever is there then has its entry. */
  void read() {
    unnamed.addAll(programmes.hashes());
    unnamedInForce.addAll(programmes.takenUp());
  }

  /** Whether something was not named yet. */
  boolean open() {
    return !unnamed.isEmpty() || !unnamedInForce.isEmpty();
  }

  void named(JournalEntry entry) {
    String hash = entry.content();
    if (hash == null) {
      return;
    }
    if (entry.kind().equals(Recorder.DEFINITION_KEPT)) {
      unnamed.remove(hash);
      kept(hash);
    } else if (entry.kind().equals(Recorder.IN_FORCE)) {
      Programmes.InForce told = new Programmes.InForce(hash, entry.at());
      if (!unnamedInForce.remove(told) && !programmes.takenUp().contains(told)) {
        tell(Kind.DEFINITION_MISSING, hash);
      }
    }
  }

  private void kept(String hash) {
    if (!programmes.holds(hash)) {
      tell(Kind.DEFINITION_MISSING, hash);
    } else if (KnownDefinitions.intact(programmes, hash).isEmpty()) {
      tell(Kind.DEFINITION_CHANGED, hash);
    }
  }

  void tellUnnamed() {
    unnamed.forEach(hash -> tell(Kind.DEFINITION_UNRECORDED, hash));
    unnamedInForce.forEach(each -> tell(Kind.DEFINITION_UNRECORDED, each.hash()));
  }

  private void tell(Kind kind, String hash) {
    found.accept(JournalFault.of(kind, hash));
  }
}
