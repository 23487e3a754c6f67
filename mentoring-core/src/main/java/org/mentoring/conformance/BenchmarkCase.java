package org.mentoring.conformance;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/**
 * One case of a benchmark, for staff: it holds opaque ids and what was found, and no name.
 * Immutable and thread-safe.
 *
 * @param practice the practice's id
 * @param mentorship which; null where the practice itself is judged
 * @param mentors of the mentorship; none where the practice itself is judged
 * @param mentees of the mentorship; none where the practice itself is judged
 * @param participant the party of the mentorship that is judged; null where all of it is
 * @param state how it stands
 * @param findings why, sorted; empty where it is met or its time has not come. Render them for an
 *     audience
 */
public record BenchmarkCase(
    String practice,
    @Nullable MentorshipId mentorship,
    SortedSet<ParticipantId> mentors,
    SortedSet<ParticipantId> mentees,
    @Nullable ParticipantId participant,
    CaseState state,
    List<Finding> findings) {
  /** Sorts and copies. */
  public BenchmarkCase {
    mentors = Invariants.sorted(mentors);
    mentees = Invariants.sorted(mentees);
    findings = findings.stream().distinct().sorted().toList();
  }
}
