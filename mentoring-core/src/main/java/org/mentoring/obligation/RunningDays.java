package org.mentoring.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.DayCalendar;
import org.mentoring.time.Validity;

/**
 * The clock of a series: it counts the days from a start on and stands still in pauses. Day 0 is
 * the first day that is in no pause.
 */
final class RunningDays {
  private final long start;
  private final long[] stops;
  private final long[] goesOn;
  private final @Nullable DayCalendar holidays;

  /**
   * @param pauses sorted, apart from each other, none before the start; one without an end lasts
   *     beyond {@code asOf}
   */
  RunningDays(
      LocalDate start, List<Validity> pauses, @Nullable DayCalendar holidays, LocalDate asOf) {
    this.start = start.toEpochDay();
    this.holidays = holidays;
    stops = new long[pauses.size()];
    goesOn = new long[pauses.size()];
    for (int i = 0; i < pauses.size(); i++) {
      LocalDate until = pauses.get(i).until();
      stops[i] = pauses.get(i).from().toEpochDay();
      goesOn[i] = until == null ? Math.max(stops[i], asOf.toEpochDay() + 1) : until.toEpochDay();
    }
  }

  /** The day with this number. */
  LocalDate day(long number) {
    long day = start + number;
    for (int i = 0; i < stops.length && stops[i] <= day; i++) {
      day += goesOn[i] - stops[i];
    }
    return LocalDate.ofEpochDay(day);
  }

  /** How many days ran from the start up to the day before. */
  long number(LocalDate day) {
    long at = day.toEpochDay();
    long number = at - start;
    for (int i = 0; i < stops.length && stops[i] < at; i++) {
      number -= Math.min(at, goesOn[i]) - stops[i];
    }
    return number;
  }

  /** The day itself, or the first day after the pauses and holidays that it lies in. */
  LocalDate outside(LocalDate day) {
    LocalDate at = day;
    LocalDate next = free(at);
    while (!next.equals(at)) {
      at = next;
      next = free(at);
    }
    return at;
  }

  /** Whether all days of a period lie in pauses or holidays. */
  boolean rests(LocalDate first, LocalDate last) {
    return outside(first).isAfter(last);
  }

  private LocalDate free(LocalDate day) {
    long at = day.toEpochDay();
    for (int i = 0; i < stops.length && stops[i] <= at; i++) {
      if (at < goesOn[i]) {
        return LocalDate.ofEpochDay(goesOn[i]);
      }
    }
    if (holidays != null) {
      for (Validity rest : holidays.days()) {
        LocalDate until = rest.until();
        if (until != null && rest.contains(day)) {
          return until;
        }
      }
    }
    return day;
  }
}
