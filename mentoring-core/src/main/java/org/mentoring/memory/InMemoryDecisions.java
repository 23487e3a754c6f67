package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Decisions;
import org.mentoring.spi.Page;

/** Stored decisions in memory. Thread-safe. */
public final class InMemoryDecisions implements Decisions {
  private final NavigableMap<DecisionId, StoredDecision> decisions = new TreeMap<>();
  private final Map<ParticipantId, NavigableMap<Long, DossierPart>> parts = new TreeMap<>();
  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryDecisions() {
    this(new UndoLog());
  }

  InMemoryDecisions(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void append(StoredDecision decision) {
    if (decisions.containsKey(decision.id())) {
      throw new MentoringException(
          "decision.exists", Map.of("decision", decision.id().value()), "Use another id.");
    }
    for (DossierPart.Reference part : decision.parts()) {
      if (!parts.getOrDefault(part.participant(), new TreeMap<>()).containsKey(part.entries())) {
        throw new MentoringException(
            "part.unknown",
            Map.of("decision", decision.id().value(), "participant", part.participant().value()),
            "Keep the part first.");
      }
    }
    decisions.put(decision.id(), decision);
    undo.note(() -> restore(decision.id(), null));
  }

  private synchronized void restore(DecisionId id, @Nullable StoredDecision before) {
    if (before == null) {
      decisions.remove(id);
    } else {
      decisions.put(id, before);
    }
  }

  @Override
  public synchronized Optional<StoredDecision> find(DecisionId id) {
    return Optional.ofNullable(decisions.get(id));
  }

  @Override
  public synchronized List<StoredDecision> restingOn(ParticipantId person) {
    return decisions.values().stream()
        .filter(each -> each.parts().stream().anyMatch(part -> part.participant().equals(person)))
        .toList();
  }

  @Override
  public synchronized Page<StoredDecision> list(@Nullable DecisionId after, int most) {
    return Pages.of(decisions, after, most, each -> each.id().value());
  }

  @Override
  public synchronized DossierPart keep(DossierPart part) {
    NavigableMap<Long, DossierPart> ofPerson =
        parts.computeIfAbsent(part.participant(), id -> new TreeMap<>());
    DossierPart there = ofPerson.putIfAbsent(part.entries(), part);
    if (there != null) {
      return there;
    }
    undo.note(() -> ofPerson.remove(part.entries()));
    return part;
  }

  @Override
  public synchronized List<DossierPart> parts(ParticipantId person) {
    return List.copyOf(parts.getOrDefault(person, new TreeMap<>()).values());
  }

  @Override
  public synchronized void redact(StoredDecision shell) {
    StoredDecision before = decisions.get(shell.id());
    if (before == null) {
      throw new MentoringException(
          "decision.unknown", Map.of("decision", shell.id().value()), "Look at the id.");
    }
    decisions.put(shell.id(), shell);
    undo.note(() -> restore(shell.id(), before));
  }

  @Override
  public synchronized void forget(ParticipantId person) {
    NavigableMap<Long, DossierPart> ofPerson = parts.getOrDefault(person, new TreeMap<>());
    NavigableMap<Long, DossierPart> before = new TreeMap<>(ofPerson);
    ofPerson.replaceAll((entries, part) -> part.withoutSalt());
    undo.note(() -> ofPerson.putAll(before));
  }
}
