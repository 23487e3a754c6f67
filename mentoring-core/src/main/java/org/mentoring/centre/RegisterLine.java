package org.mentoring.centre;

import java.time.LocalDate;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/**
 * A line of a centre's register of mentees or mentors (S1-02). It holds no name: whoever shows it
 * to people looks names up for those who may read them. Immutable.
 *
 * @param participant who
 * @param since from when the participant belongs to the centre
 * @param mentorships the open ones
 */
public record RegisterLine(
    ParticipantId participant, LocalDate since, SortedSet<MentorshipId> mentorships) {
  /** Sorts and copies. */
  public RegisterLine {
    Invariants.present("RegisterLine", participant, since);
    mentorships = Invariants.sorted(mentorships);
  }
}
