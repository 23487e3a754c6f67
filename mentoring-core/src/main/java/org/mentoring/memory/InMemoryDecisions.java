package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
  private final Kept<DecisionId, StoredDecision> decisions;
  private final Kept<ParticipantId, SortedMap<Long, DossierPart>> parts;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryDecisions() {
    this(new UndoLog());
  }

  InMemoryDecisions(UndoLog units) {
    this.units = units;
    this.decisions = Kept.sorted(units);
    this.parts = Kept.asAdded(units);
  }

  @Override
  public void append(StoredDecision decision) {
    units.write(() -> appended(decision));
  }

  private void appended(StoredDecision decision) {
    if (decisions.get(decision.id()) != null) {
      throw new MentoringException(
          "decision.exists", Map.of("decision", decision.id().value()), "Use another id.");
    }
    for (DossierPart.Reference part : decision.parts()) {
      if (!of(part.participant()).containsKey(part.entries())) {
        throw new MentoringException(
            "part.unknown",
            Map.of("decision", decision.id().value(), "participant", part.participant().value()),
            "Keep the part first.");
      }
    }
    decisions.put(decision.id(), decision);
  }

  private SortedMap<Long, DossierPart> of(ParticipantId person) {
    SortedMap<Long, DossierPart> known = parts.get(person);
    return known == null ? new TreeMap<>() : known;
  }

  @Override
  public Optional<StoredDecision> find(DecisionId id) {
    return Optional.ofNullable(decisions.get(id));
  }

  @Override
  public List<StoredDecision> restingOn(ParticipantId person) {
    return decisions.values(
        each -> each.parts().stream().anyMatch(part -> part.participant().equals(person)));
  }

  @Override
  public Page<StoredDecision> list(@Nullable DecisionId after, int most) {
    return Pages.of(decisions, after, most, each -> each.id().value());
  }

  @Override
  public DossierPart keep(DossierPart part) {
    return units.run(() -> kept(part));
  }

  private DossierPart kept(DossierPart part) {
    SortedMap<Long, DossierPart> all = new TreeMap<>(of(part.participant()));
    DossierPart there = all.putIfAbsent(part.entries(), part);
    if (there != null) {
      return there;
    }
    parts.put(part.participant(), all);
    return part;
  }

  @Override
  public List<DossierPart> parts(ParticipantId person) {
    return List.copyOf(of(person).values());
  }

  @Override
  public void redact(StoredDecision shell) {
    units.write(() -> redacted(shell));
  }

  private void redacted(StoredDecision shell) {
    if (decisions.get(shell.id()) == null) {
      throw new MentoringException(
          "decision.unknown", Map.of("decision", shell.id().value()), "Look at the id.");
    }
    decisions.put(shell.id(), shell);
  }

  @Override
  public void forget(ParticipantId person) {
    units.write(() -> forgotten(person));
  }

  private void forgotten(ParticipantId person) {
    SortedMap<Long, DossierPart> all = new TreeMap<>(of(person));
    all.replaceAll((entries, part) -> part.withoutSalt());
    parts.put(person, all);
  }
}
