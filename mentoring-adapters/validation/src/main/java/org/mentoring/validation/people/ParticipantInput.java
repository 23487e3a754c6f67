package org.mentoring.validation.people;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.Place;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;

/**
 * A participant that was read and checked: who, and the facts to be recorded. Immutable and
 * thread-safe.
 *
 * @param id opaque
 * @param kind person, family, organisation or group
 * @param references how the host's systems know the participant
 * @param facts by kind, each once, so that the order of the source plays no part
 * @param place where the participant stands in the source
 */
public record ParticipantInput(
    ParticipantId id,
    ParticipantKind kind,
    SortedSet<ExternalReference> references,
    List<FactInput> facts,
    Place place) {
  /** Sorts and copies. */
  public ParticipantInput {
    references = Invariants.sorted(references);
    // The texts are made once a fact and not once a comparison: they are slow.
    SortedMap<String, FactInput> byText = new TreeMap<>();
    facts.forEach(input -> byText.put(input.fact().kind() + " " + CanonicalForm.of(input), input));
    facts = List.copyOf(byText.values());
  }

  /** The participant as core registers it. */
  public Participant participant() {
    return Participant.of(id, kind, references);
  }

  /** The same participant, said to stand somewhere else. */
  public ParticipantInput at(Place other) {
    return new ParticipantInput(id, kind, references, facts, other);
  }

  /** Redacted: whom, where and how many facts. */
  @Override
  public String toString() {
    return "ParticipantInput[" + id + ", " + place + ", facts=" + facts.size() + "]";
  }
}
