package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.digest.OmittedIfAbsent;
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
 * @param burnOut what tells that somebody in the position may burn out; empty: it is not watched
 */
public record PartyTerms(
    Position position,
    SortedSet<ParticipantKind> kinds,
    List<Requirement> requirements,
    List<PathStep> path,
    Citation citation,
    @OmittedIfAbsent List<BurnOutSign> burnOut) {
  /** Refuses an empty choice of kinds; sorts the requirements. */
  public PartyTerms {
    kinds = Invariants.sortedNotEmpty("kinds", kinds);
    requirements = requirements.stream().sorted().toList();
    path = List.copyOf(path);
    burnOut = List.copyOf(burnOut);
  }

  /** A party whose burn-out is not watched. */
  public PartyTerms(
      Position position,
      SortedSet<ParticipantKind> kinds,
      List<Requirement> requirements,
      List<PathStep> path,
      Citation citation) {
    this(position, kinds, requirements, path, citation, List.of());
  }
}
