package org.mentoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoring.decision.DossierPart;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Decisions;

/** The parts of those persons whom decisions were made on lately. For one run; not thread-safe. */
final class KnownParts {
  private static final int REMEMBERED = 10_000;

  private final Decisions decisions;
  private final Map<ParticipantId, Set<DossierPart.Reference>> known = new LinkedHashMap<>();

  KnownParts(Decisions decisions) {
    this.decisions = decisions;
  }

  boolean has(DossierPart.Reference reference) {
    Set<DossierPart.Reference> ofPerson = known.get(reference.participant());
    if (ofPerson == null || !ofPerson.contains(reference)) {
      // One may have been added since.
      ofPerson = read(reference.participant());
      if (known.size() == REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(reference.participant(), ofPerson);
    }
    return ofPerson.contains(reference);
  }

  private Set<DossierPart.Reference> read(ParticipantId person) {
    // By equality: the order of references leaves their digests out.
    return of(person).stream().map(DossierPart::reference).collect(Collectors.toSet());
  }

  List<DossierPart> of(ParticipantId person) {
    return TolerantReading.readable(() -> decisions.parts(person)).orElseGet(List::of);
  }
}
