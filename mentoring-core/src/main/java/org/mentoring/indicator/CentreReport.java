package org.mentoring.indicator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.obligation.ObligationState;

/**
 * The work of a mentoring centre (S2-19): for staff, because it may tell of a few people. It holds
 * figures and the centre's id, and neither ids nor facts of people.
 *
 * @param centre whose
 * @param municipality where the centre is; null if unknown or not only one
 * @param from what happened is counted from this day; null: from the beginning
 * @param asOf to this day, inclusive; what stands is told as of it
 * @param caseload its mentorships by their state on the day
 * @param mentors with an open mentorship on the day
 * @param mentees with an open mentorship on the day
 * @param obligations its own, those of its mentorships, and those of mentors and mentees with an
 *     open one, by state
 * @param overdue what is overdue among them, by what is due
 * @param partners local partners on the day
 * @param partnersRequired how many it must have
 * @param activities what it did in the time, by kind of activity: its own and of its mentorships
 * @param referrals of its mentees to partners' classes in the time
 * @param completed mentorships that were completed in the time
 * @param earlyEndings mentorships that ended early in the time, by reason
 * @param handedOver mentorships whose mentor was replaced in the time
 * @param leavings mentees who left a mentorship in the time that went on for others, by reason
 * @param leavingsAsCompleted how many of these count as completed for whoever left
 */
public record CentreReport(
    ParticipantId centre,
    @Nullable String municipality,
    @Nullable LocalDate from,
    LocalDate asOf,
    SortedMap<MentorshipState, Integer> caseload,
    int mentors,
    int mentees,
    SortedMap<ObligationState, Integer> obligations,
    SortedMap<Code, Integer> overdue,
    int partners,
    int partnersRequired,
    SortedMap<Code, Integer> activities,
    int referrals,
    int completed,
    SortedMap<Code, Integer> earlyEndings,
    int handedOver,
    SortedMap<Code, Integer> leavings,
    int leavingsAsCompleted) {
  /** Copies. */
  public CentreReport {
    caseload = copy(caseload);
    obligations = copy(obligations);
    overdue = copy(overdue);
    activities = copy(activities);
    earlyEndings = copy(earlyEndings);
    leavings = copy(leavings);
  }

  /** Partners that it lacks. */
  public int partnersMissing() {
    return Math.max(0, partnersRequired - partners);
  }

  private static <K extends Comparable<K>> SortedMap<K, Integer> copy(SortedMap<K, Integer> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>((Map<K, Integer>) map));
  }
}
