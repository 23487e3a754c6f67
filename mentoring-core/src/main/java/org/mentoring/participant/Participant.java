package org.mentoring.participant;

import java.util.Collection;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;

/**
 * Someone known to a programme. All that is known about a participant are dated {@link Fact}s; this
 * is only who it is.
 *
 * @param id opaque
 * @param kind person, family, organisation or group
 * @param references how embedding systems know the participant
 * @param mergedInto the participant whose duplicate this is; null if none
 * @param version counts the changes, from 1
 */
public record Participant(
    ParticipantId id,
    ParticipantKind kind,
    SortedSet<ExternalReference> references,
    @Nullable ParticipantId mergedInto,
    long version) {
  /** Keeps an unmodifiable copy of the references. */
  public Participant {
    Invariants.present("participant", id, kind, references);
    references = Invariants.sorted(references);
    Invariants.range("participant.version", version, 1, Long.MAX_VALUE);
  }

  /** A participant not yet known elsewhere. */
  public static Participant of(
      ParticipantId id, ParticipantKind kind, Collection<ExternalReference> references) {
    return new Participant(id, kind, Invariants.sorted(references), null, 1);
  }

  /** This participant as a duplicate of another, one version later. */
  public Participant mergedInto(ParticipantId other) {
    return new Participant(id, kind, references, other, version + 1);
  }

  /** Redacted: the id alone. */
  @Override
  public String toString() {
    return "Participant[" + id + "]";
  }
}
