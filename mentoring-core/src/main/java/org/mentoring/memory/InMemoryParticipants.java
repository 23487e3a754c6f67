package org.mentoring.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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

/** Participants in memory. One lock guards all: every call is atomic, and thread-safe. */
public final class InMemoryParticipants implements Participants {
  private final NavigableMap<ParticipantId, Participant> participants = new TreeMap<>();
  private final Map<ExternalReference, ParticipantId> references = new HashMap<>();
  private final Map<ParticipantId, List<FactEntry>> histories = new HashMap<>();
  private final Map<FactId, ParticipantId> facts = new HashMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryParticipants() {
    this(new UndoLog());
  }

  InMemoryParticipants(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void add(Participant participant) {
    if (participants.containsKey(participant.id())) {
      throw new MentoringException(
          "participant.exists", Map.of("participant", participant.id().value()), "Use another id.");
    }
    refuseTaken(participant);
    participants.put(participant.id(), participant);
    participant.references().forEach(reference -> references.put(reference, participant.id()));
    undo.note(() -> restore(participant, null));
  }

  @Override
  public synchronized void update(Participant participant) {
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
    undo.note(() -> restore(participant, before));
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

  private synchronized void restore(Participant written, @Nullable Participant before) {
    written.references().forEach(references::remove);
    if (before == null) {
      participants.remove(written.id());
    } else {
      participants.put(before.id(), before);
      before.references().forEach(reference -> references.put(reference, before.id()));
    }
  }

  @Override
  public synchronized Optional<Participant> find(ParticipantId id) {
    return Optional.ofNullable(participants.get(id));
  }

  @Override
  public synchronized Optional<Participant> find(ExternalReference reference) {
    return Optional.ofNullable(references.get(reference)).map(participants::get);
  }

  @Override
  public synchronized List<ParticipantId> ids() {
    return List.copyOf(participants.navigableKeySet());
  }

  @Override
  public synchronized void append(FactEntry entry) {
    if (!participants.containsKey(entry.about())) {
      throw new MentoringException(
          "participant.unknown",
          Map.of("participant", entry.about().value()),
          "Register the participant first.");
    }
    if (entry instanceof FactEntry.Recorded recorded
        && facts.putIfAbsent(recorded.id(), entry.about()) != null) {
      throw new MentoringException(
          "fact.exists", Map.of("fact", recorded.id().value()), "Use another id.");
    }
    histories.computeIfAbsent(entry.about(), id -> new ArrayList<>()).add(entry);
    undo.note(() -> takeBack(entry));
  }

  private synchronized void takeBack(FactEntry entry) {
    if (entry instanceof FactEntry.Recorded recorded) {
      facts.remove(recorded.id());
    }
    List<FactEntry> entries = histories.getOrDefault(entry.about(), new ArrayList<>());
    entries.remove(entry);
    if (entries.isEmpty()) {
      histories.remove(entry.about());
    }
  }

  @Override
  public synchronized List<FactEntry> history(ParticipantId id) {
    return List.copyOf(histories.getOrDefault(id, List.of()));
  }

  @Override
  public synchronized Optional<ParticipantId> about(FactId fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  @Override
  public synchronized Page<ParticipantId> ids(@Nullable ParticipantId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<ParticipantId> found =
        (after == null ? participants : participants.tailMap(after, false))
            .keySet().stream().limit(most + 1L).toList();
    return found.size() <= most
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, most), found.get(most - 1).value());
  }

  @Override
  public synchronized void erase(ParticipantId id) {
    Participant before = participants.get(id);
    if (before == null) {
      throw new MentoringException(
          "participant.unknown", Map.of("participant", id.value()), "Look at the id.");
    }
    Participant shell =
        new Participant(
            id, before.kind(), new TreeSet<>(), before.mergedInto(), before.version() + 1);
    participants.put(id, shell);
    before.references().forEach(references::remove);
    List<FactEntry> history = histories.remove(id);
    facts.values().removeIf(id::equals);
    undo.note(() -> bringBack(before, shell, history));
  }

  private synchronized void bringBack(
      Participant before, Participant shell, @Nullable List<FactEntry> history) {
    restore(shell, before);
    if (history != null) {
      histories.put(before.id(), history);
      history.forEach(
          entry -> {
            if (entry instanceof FactEntry.Recorded recorded) {
              facts.put(recorded.id(), before.id());
            }
          });
    }
  }
}
