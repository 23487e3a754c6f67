package org.mentoring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
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

  /** Those that decisions name, in one go. */
  void readAhead(Collection<StoredDecision> some) {
    SortedSet<ParticipantId> unknown = new TreeSet<>();
    for (StoredDecision decision : some) {
      for (DossierPart.Reference part : decision.parts()) {
        if (!known.getOrDefault(part.participant(), Set.of()).contains(part)) {
          unknown.add(part.participant());
        }
      }
    }
    if (!unknown.isEmpty()) {
      TolerantReading.readable(() -> decisions.parts(unknown))
          .ifPresent(
              parts ->
                  unknown.forEach(
                      person -> remember(person, parts.getOrDefault(person, List.of()))));
    }
  }

  boolean has(DossierPart.Reference reference) {
    Set<DossierPart.Reference> ofPerson = known.get(reference.participant());
    if (ofPerson == null || !ofPerson.contains(reference)) {
      // One may have been added since.
      ofPerson =
          remember(
              reference.participant(),
              TolerantReading.readable(() -> decisions.parts(reference.participant()))
                  .orElseGet(List::of));
    }
    return ofPerson.contains(reference);
  }

  private Set<DossierPart.Reference> remember(ParticipantId person, List<DossierPart> parts) {
    // By equality: the order of references leaves their digests out.
    Set<DossierPart.Reference> references =
        parts.stream().map(DossierPart::reference).collect(Collectors.toSet());
    known.remove(person);
    if (known.size() == REMEMBERED) {
      known.remove(known.keySet().iterator().next());
    }
    known.put(person, references);
    return references;
  }
}
