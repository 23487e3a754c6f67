package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;

/**
 * What a practice asks of one party.
 *
 * @param position the party's position
 * @param kinds who may be the party: a person, a family, an organisation, a group
 * @param requirements by id
 * @param path the party's steps in their order
 * @param citation where the party comes from
 */
public record PartyTerms(
    Position position,
    SortedSet<ParticipantKind> kinds,
    List<Requirement> requirements,
    List<PathStep> path,
    Citation citation) {
  /** Refuses an empty choice of kinds; sorts the requirements. */
  public PartyTerms {
    kinds = Invariants.sortedNotEmpty("kinds", kinds);
    requirements = requirements.stream().sorted().toList();
    path = List.copyOf(path);
  }
}
