package org.mentoring.journey;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;

/**
 * Who stays with the programme (S3-09, S3-10). For staff: it holds ids of people. Immutable and
 * thread-safe.
 *
 * @param asOf counted up to this day, inclusive
 * @param alumni mentees of whose mentorships one at least was completed
 * @param afterAYear those whose first completion lies a year back
 * @param cameBack those of them who within that year came to hold a position other than mentee and
 *     alumnus, or became mentors in a mentorship
 * @param handedOver mentees whose mentor was replaced, each time counted
 * @param wentOn those for whom another mentorship continues that one
 * @param waiting those for whom none does: not to be dropped, longest first
 * @param daysOfService the middle length of service so far of those who hold a position, in days;
 *     of mentors, tutors and coordinators
 * @param outcomes people of whom an outcome is on record, by item of the records of the kind {@code
 *     OUTCOMES}
 */
public record RetentionReport(
    LocalDate asOf,
    int alumni,
    int afterAYear,
    int cameBack,
    int handedOver,
    int wentOn,
    List<Waiting> waiting,
    SortedMap<Position, Long> daysOfService,
    SortedMap<String, Integer> outcomes) {
  /** Copies. */
  public RetentionReport {
    Invariants.present("RetentionReport", asOf);
    waiting = List.copyOf(waiting);
    daysOfService = Collections.unmodifiableSortedMap(new TreeMap<>(daysOfService));
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }

  /** Of those whose completion lies a year back, so many per cent did not come back in it. */
  public int notBackPercent() {
    return percent(afterAYear - cameBack, afterAYear);
  }

  /** So many per cent of those handed over have gone on. */
  public int wentOnPercent() {
    return percent(wentOn, handedOver);
  }

  /** Half a per cent rounded up; 0 of nobody. */
  private static int percent(int part, int whole) {
    return whole == 0 ? 0 : (part * 200 + whole) / (2 * whole);
  }

  /**
   * A mentee who was to get another mentor and has none yet.
   *
   * @param mentee who
   * @param mentorship that was ended for it
   * @param since the day
   */
  public record Waiting(ParticipantId mentee, MentorshipId mentorship, LocalDate since) {
    /** Refuses a missing value. */
    public Waiting {
      Invariants.present("Waiting", mentee, mentorship, since);
    }
  }
}
