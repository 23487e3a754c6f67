package org.mentoring.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.spi.Page;
import org.mentoring.spi.Participants;

/** Participants in memory. Thread-safe. */
public final class InMemoryParticipants implements Participants {
  private final Kept<ParticipantId, Participant> participants;
  private final Kept<ExternalReference, ParticipantId> references;
  private final Kept<ParticipantId, List<FactEntry>> histories;
  private final Kept<FactId, ParticipantId> facts;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryParticipants() {
    this(new UndoLog());
  }

  InMemoryParticipants(UndoLog units) {
    this.units = units;
    this.participants = Kept.sorted(units);
    this.references = Kept.asAdded(units);
    this.histories = Kept.asAdded(units);
    this.facts = Kept.asAdded(units);
  }

  @Override
  public void add(Participant participant) {
    units.write(() -> added(participant));
  }

  private void added(Participant participant) {
    if (participants.get(participant.id()) != null) {
      throw new MentoringException(
          "participant.exists", Map.of("participant", participant.id().value()), "Use another id.");
    }
    refuseTaken(participant);
    participants.put(participant.id(), participant);
    participant.references().forEach(reference -> references.put(reference, participant.id()));
  }

  @Override
  public void update(Participant participant) {
    units.write(() -> updated(participant));
  }

  private void updated(Participant participant) {
    Participant before = participants.get(participant.id());
    long found = before == null ? 0 : before.version();
    if (before == null || found != participant.version() - 1) {
      throw new StaleVersion(
          "participant", participant.id().value(), participant.version() - 1, found);
    }
    refuseTaken(participant);
    participants.put(participant.id(), participant);
    before.references().forEach(references::remove);
    participant.references().forEach(reference -> references.put(reference, participant.id()));
  }

  private void refuseTaken(Participant participant) {
    for (ExternalReference reference : participant.references()) {
      ParticipantId other = references.get(reference);
      if (other != null && !other.equals(participant.id())) {
        throw new MentoringException(
            "reference.exists",
            Map.of(
                "participant",
                participant.id().value(),
                "other",
                other.value(),
                "system",
                reference.system()),
            "Use the participant that has the reference, or merge the two.");
      }
    }
  }

  @Override
  public Optional<Participant> find(ParticipantId id) {
    return Optional.ofNullable(participants.get(id));
  }

  @Override
  public Optional<Participant> find(ExternalReference reference) {
    return Optional.ofNullable(references.get(reference)).flatMap(this::find);
  }

  @Override
  public List<ParticipantId> ids() {
    return participants.keys();
  }

  @Override
  public void append(FactEntry entry) {
    units.write(() -> appended(entry));
  }

  private void appended(FactEntry entry) {
    if (participants.get(entry.about()) == null) {
      throw new MentoringException(
          "participant.unknown",
          Map.of("participant", entry.about().value()),
          "Register the participant first.");
    }
    if (entry instanceof FactEntry.Recorded recorded) {
      if (facts.get(recorded.id()) != null) {
        throw new MentoringException(
            "fact.exists", Map.of("fact", recorded.id().value()), "Use another id.");
      }
      facts.put(recorded.id(), entry.about());
    }
    List<FactEntry> entries = new ArrayList<>(history(entry.about()));
    entries.add(entry);
    histories.put(entry.about(), List.copyOf(entries));
  }

  @Override
  public List<FactEntry> history(ParticipantId id) {
    List<FactEntry> entries = histories.get(id);
    return entries == null ? List.of() : entries;
  }

  @Override
  public Optional<ParticipantId> about(FactId fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  @Override
  public Page<ParticipantId> ids(@Nullable ParticipantId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<ParticipantId> found =
        participants.values(after, any -> true, most + 1).stream().map(Participant::id).toList();
    return found.size() <= most
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, most), found.get(most - 1).value());
  }

  @Override
  public void erase(ParticipantId id) {
    units.write(() -> erased(id));
  }

  private void erased(ParticipantId id) {
    Participant before = participants.get(id);
    if (before == null) {
      throw new MentoringException(
          "participant.unknown", Map.of("participant", id.value()), "Look at the id.");
    }
    participants.put(
        id,
        new Participant(
            id, before.kind(), new TreeSet<>(), before.mergedInto(), before.version() + 1));
    before.references().forEach(references::remove);
    for (FactEntry entry : history(id)) {
      if (entry instanceof FactEntry.Recorded recorded) {
        facts.remove(recorded.id());
      }
    }
    histories.remove(id);
  }
}
