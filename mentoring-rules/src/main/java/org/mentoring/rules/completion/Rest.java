package org.mentoring.rules.completion;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mentoring.mentorship.Pause;

/** Time that stands still while a mentorship is paused. */
final class Rest {
  private Rest() {}

  /**
   * The last day of a period after a day, each day of a pause within it adding one; the last of all
   * days where a pause within it has no end yet.
   *
   * @param pauses by their first day; none overlaps another
   */
  static LocalDate endOf(LocalDate day, Period period, List<Pause> pauses) {
    if (day.equals(LocalDate.MAX)) {
      return day;
    }
    LocalDate end = day.plus(period);
    for (Pause pause : pauses) {
      LocalDate until = pause.until();
      LocalDate from = pause.from().isAfter(day) ? pause.from() : day.plusDays(1);
      // A pause on the very next day keeps the clock on the last day of the period.
      if (from.isAfter(end.plusDays(1))) {
        break;
      }
      if (until == null) {
        return LocalDate.MAX;
      }
      if (until.isAfter(from)) {
        end = end.plusDays(ChronoUnit.DAYS.between(from, until));
      }
    }
    return end;
  }
}
