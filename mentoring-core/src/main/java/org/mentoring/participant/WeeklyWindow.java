package org.mentoring.participant;

import java.time.DayOfWeek;
import org.mentoring.failure.Invariants;

/**
 * A half-open stretch of time on one day of the week, in the programme's zone.
 *
 * @param day the day
 * @param from minutes after midnight, 0 to 1,439
 * @param until minutes after midnight, exclusive, up to 1,440; after {@code from}
 */
public record WeeklyWindow(DayOfWeek day, int from, int until) implements Comparable<WeeklyWindow> {
  /** Refuses times out of range or crossed. */
  public WeeklyWindow {
    Invariants.range("window.from", from, 0, 1_439);
    Invariants.range("window.until", until, from + 1L, 1_440);
  }

  @Override
  public int compareTo(WeeklyWindow other) {
    int order = day.compareTo(other.day);
    if (order == 0) {
      order = Integer.compare(from, other.from);
    }
    return order != 0 ? order : Integer.compare(until, other.until);
  }
}
