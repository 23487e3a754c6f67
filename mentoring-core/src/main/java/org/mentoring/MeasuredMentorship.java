package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.CaseState;
import org.mentoring.decision.Finding;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;

/**
 * A mentorship that is measured by a standard.
 *
 * @param record what is on record of it, its parties as they are registered now
 * @param judging by whose definition
 * @param start the first day of mentoring; null before
 * @param closedOn the day on which the relationship ended; null while it runs
 */
record MeasuredMentorship(
    Particulars record,
    Workplace judging,
    @Nullable LocalDate start,
    @Nullable LocalDate closedOn) {

  /** A case of it, or of one of its parties. */
  BenchmarkCase told(@Nullable ParticipantId party, CaseState state, List<Finding> findings) {
    return new BenchmarkCase(
        record.practice(),
        record.id(),
        parties(Position.MENTOR),
        parties(Position.MENTEE),
        party,
        state,
        findings);
  }

  /** Its parties in a position on the day of its start. */
  SortedSet<ParticipantId> parties(Position position) {
    Particulars then = start == null ? record : record.withPartiesOn(start);
    if (position == Position.CENTRE) {
      ParticipantId centre = then.centre();
      SortedSet<ParticipantId> only = new TreeSet<>();
      if (centre != null) {
        only.add(centre);
      }
      return only;
    }
    return position == Position.MENTOR ? then.mentors() : then.mentees();
  }
}
