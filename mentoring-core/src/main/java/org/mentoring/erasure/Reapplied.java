package org.mentoring.erasure;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/**
 * What came of carrying erasures out again.
 *
 * @param erased who was erased now, wholly or of what was left
 * @param before who had been erased already and of whom nothing was left
 * @param unknown whom these stores do not know
 * @param refused who was not erased: the actor has no right to have it done, or something of the
 *     person is not over
 * @param openMentorships mentorships of those who were therefore not erased which the restored
 *     stores have as running; somebody has to end them
 * @param openIncidents incidents that concern those who were therefore not erased and which the
 *     restored stores have as open; somebody has to close them
 */
public record Reapplied(
    SortedSet<ParticipantId> erased,
    SortedSet<ParticipantId> before,
    SortedSet<ParticipantId> unknown,
    SortedSet<ParticipantId> refused,
    SortedSet<MentorshipId> openMentorships,
    SortedSet<IncidentId> openIncidents) {
  /** Sorts and copies. */
  public Reapplied {
    erased = Invariants.sorted(erased);
    before = Invariants.sorted(before);
    unknown = Invariants.sorted(unknown);
    refused = Invariants.sorted(refused);
    openMentorships = Invariants.sorted(openMentorships);
    openIncidents = Invariants.sorted(openIncidents);
  }
}
