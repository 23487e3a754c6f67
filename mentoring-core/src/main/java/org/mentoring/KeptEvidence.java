package org.mentoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.spi.Stores;

/**
 * What a stored decision rests on, as far as it is still there and still the same.
 *
 * @param stored the decision
 * @param content what was decided
 * @param histories of each person the entries that were there then
 */
record KeptEvidence(
    StoredDecision stored, Decision content, Map<ParticipantId, List<FactEntry>> histories) {
  /** What was found: the evidence, or why there is none. */
  record Found(@Nullable KeptEvidence evidence, @Nullable Replayed gone) {}

  static Found of(StoredDecision stored, Stores stores) {
    SortedSet<ParticipantId> erased = new TreeSet<>();
    SortedSet<ParticipantId> changed = new TreeSet<>();
    Map<ParticipantId, List<FactEntry>> histories = new HashMap<>();
    for (DossierPart.Reference reference : stored.parts()) {
      ParticipantId person = reference.participant();
      Optional<DossierPart> part =
          stores.decisions().parts(person).stream()
              .filter(each -> each.reference().equals(reference))
              .findFirst();
      String salt = part.map(DossierPart::salt).orElse(null);
      if (part.isPresent() && salt == null) {
        erased.add(person);
        continue;
      }
      // Where it cannot be read, it is not what it was.
      List<FactEntry> history =
          TolerantReading.readable(() -> stores.participants().history(person)).orElse(List.of());
      if (salt == null || history.size() < reference.entries()) {
        changed.add(person);
        continue;
      }
      List<FactEntry> then = List.copyOf(history.subList(0, Math.toIntExact(reference.entries())));
      if (DossierPart.of(person, salt, then).digest().equals(reference.digest())) {
        histories.put(person, then);
      } else {
        changed.add(person);
      }
    }
    Decision content = stored.decision();
    if (content == null || !erased.isEmpty()) {
      return new Found(null, new Replayed.Erased(stored.id(), erased));
    }
    boolean intact =
        stored.intact()
            && stored.matter().equals(content.question().matter())
            && stored.subject().equals(content.question().participant().value());
    if (!intact || !changed.isEmpty()) {
      return new Found(null, new Replayed.Tampered(stored.id(), !intact, changed, null));
    }
    return new Found(new KeptEvidence(stored, content, Map.copyOf(histories)), null);
  }
}
