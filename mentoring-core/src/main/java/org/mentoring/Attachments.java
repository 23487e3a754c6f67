package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;

/** Who belongs to which centre and who stands by it, on a day and with what was known then. */
final class Attachments {
  static final Code CENTRE = Code.of("CENTRE");
  static final Code PARTNER = Code.of("PARTNER");
  static final Code NEIGHBOUR = Code.of("NEIGHBOUR");
  static final Code HOST = Code.of("HOST");

  private final Mentoring mentoring;

  Attachments(Mentoring mentoring) {
    this.mentoring = mentoring;
  }

  /** Whether an organisation holds the position of a centre. */
  boolean isCentre(ParticipantId id, LocalDate on, Instant knownAt) {
    return isCentre(mentoring.dossier(id, on, knownAt));
  }

  static boolean isCentre(Dossier dossier) {
    return dossier.kind() == ParticipantKind.ORGANISATION
        && dossier
            .current(Fact.PositionHeld.class)
            .anyMatch(held -> held.position() == Position.CENTRE);
  }

  /** The centres that somebody belongs to. */
  SortedSet<ParticipantId> centresOf(ParticipantId id, LocalDate on, Instant knownAt) {
    SortedSet<ParticipantId> centres = new TreeSet<>();
    attached(mentoring.dossier(id, on, knownAt), CENTRE).forEach(centres::add);
    return centres;
  }

  boolean isPartner(ParticipantId partner, ParticipantId centre, LocalDate on, Instant knownAt) {
    return attached(mentoring.dossier(partner, on, knownAt), PARTNER)
        .anyMatch(mentoring.keeper(centre)::equals);
  }

  /** Neighbours are so both ways, whoever of them it was recorded of. */
  boolean areNeighbours(ParticipantId one, ParticipantId other, LocalDate on, Instant knownAt) {
    return isNeighbourOf(one, other, on, knownAt) || isNeighbourOf(other, one, on, knownAt);
  }

  private boolean isNeighbourOf(
      ParticipantId one, ParticipantId other, LocalDate on, Instant knownAt) {
    return attached(mentoring.dossier(one, on, knownAt), NEIGHBOUR)
        .anyMatch(mentoring.keeper(other)::equals);
  }

  static Stream<ParticipantId> attached(Dossier dossier, Code as) {
    return dossier
        .current(Fact.AttachedTo.class)
        .filter(attached -> attached.as().equals(as))
        .map(Fact.AttachedTo::organisation);
  }
}
