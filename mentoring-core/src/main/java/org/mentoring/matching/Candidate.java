package org.mentoring.matching;

import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;

/**
 * A party that may be matched.
 *
 * @param dossier what is known about it
 * @param places how many partners it may have, 0 to 1,000; 1 for a mentee
 * @param policy which of the request's policies applies to it; 0 for a mentor, whose mentees bring
 *     theirs
 */
public record Candidate(Dossier dossier, int places, int policy) {
  /** Refuses numbers out of range. */
  public Candidate {
    Invariants.range("candidate.places", places, 0, 1_000);
    Invariants.range("candidate.policy", policy, 0, Integer.MAX_VALUE);
  }

  /** Who it is. */
  public ParticipantId id() {
    return dossier.participant();
  }
}
