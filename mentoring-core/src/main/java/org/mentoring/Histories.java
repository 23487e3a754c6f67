package org.mentoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoring.decision.DossierPart;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.spi.Stores;

/**
 * The histories and parts of some people, read together; where something of them cannot be read,
 * one by one. Not thread-safe.
 */
final class Histories {
  private final Stores stores;
  private final Optional<Map<ParticipantId, List<FactEntry>>> histories;
  private final Optional<Map<ParticipantId, List<DossierPart>>> parts;

  private Histories(Stores stores, Collection<ParticipantId> people) {
    this.stores = stores;
    histories = TolerantReading.readable(() -> stores.participants().histories(people));
    // After the histories: where somebody is erased meanwhile, the parts show it.
    parts = TolerantReading.readable(() -> stores.decisions().parts(people));
  }

  static Histories of(Stores stores, Collection<ParticipantId> people) {
    return new Histories(stores, people);
  }

  /** Nothing if it cannot be read. */
  Optional<List<FactEntry>> history(ParticipantId person) {
    return histories.isPresent()
        ? Optional.of(histories.get().getOrDefault(person, List.of()))
        : TolerantReading.readable(() -> stores.participants().history(person));
  }

  /** None if they cannot be read. */
  List<DossierPart> parts(ParticipantId person) {
    return histories.isPresent() && parts.isPresent()
        ? parts.get().getOrDefault(person, List.of())
        : TolerantReading.readable(() -> stores.decisions().parts(person)).orElseGet(List::of);
  }
}
