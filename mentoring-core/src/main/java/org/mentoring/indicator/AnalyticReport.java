package org.mentoring.indicator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.MentorshipState;

/**
 * The operator's analytic report on the work of the centres (S2-19): for staff.
 *
 * @param from what happened is counted from this day; null: from the beginning
 * @param asOf to this day, inclusive
 * @param centres of every centre, by id
 * @param withoutCentre mentorships that no centre runs, by their state on the day
 * @param activities what was done in the time that belongs to no centre, by kind of activity
 * @param targets progress against the targets
 */
public record AnalyticReport(
    @Nullable LocalDate from,
    LocalDate asOf,
    List<CentreReport> centres,
    SortedMap<MentorshipState, Integer> withoutCentre,
    SortedMap<Code, Integer> activities,
    List<TargetProgress> targets) {
  /** Copies. */
  public AnalyticReport {
    centres = List.copyOf(centres);
    withoutCentre =
        Collections.unmodifiableSortedMap(
            new TreeMap<>((Map<MentorshipState, Integer>) withoutCentre));
    activities = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Code, Integer>) activities));
    targets = List.copyOf(targets);
  }
}
