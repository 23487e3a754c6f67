package org.mentoring.programme;

import java.util.Comparator;
import java.util.List;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * Days on which some obligations rest, as school holidays.
 *
 * @param id lower case with hyphens
 * @param title how people call it
 * @param days half-open intervals, each with an end, by their first day; none overlaps another
 * @param citation where they come from
 */
public record DayCalendar(String id, LocalizedText title, List<Validity> days, Citation citation) {
  /** Refuses an interval without end and overlapping ones; sorts. */
  public DayCalendar {
    days = days.stream().sorted(Comparator.comparing(Validity::from)).toList();
    for (int i = 0; i < days.size(); i++) {
      java.time.LocalDate until = days.get(i).until();
      Invariants.holds(until != null, "calendar.endless", "days", "intervals with an end");
      Invariants.holds(
          i == 0 || days.get(i - 1).endedBy(days.get(i).from()),
          "calendar.overlapping",
          "days",
          "intervals that do not overlap");
    }
  }
}
