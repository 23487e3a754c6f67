package org.mentoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.spi.Erasures;

/** Who was erased before a run began, and who is by now. For one run; not thread-safe. */
final class ErasedBefore {
  private final Erasures erasures;
  private final Set<ParticipantId> before = new HashSet<>();

  ErasedBefore(Erasures erasures) {
    this.erasures = erasures;
    TolerantReading.readable(erasures::all).orElseGet(List::of).stream()
        .map(Erasure::participant)
        .forEach(before::add);
  }

  /** Of whom nothing may be left in what is read from now on. */
  boolean before(ParticipantId person) {
    return before.contains(person);
  }

  /** Of whom something may be gone. */
  boolean byNow(ParticipantId person) {
    return before.contains(person)
        || TolerantReading.readable(() -> erasures.find(person))
            .flatMap(found -> found)
            .isPresent();
  }
}
