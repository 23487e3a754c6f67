package org.mentoring.rules.completion;

import java.time.LocalDate;
import java.time.Period;
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
    return Pause.endOf(day, period, pauses);
  }
}
