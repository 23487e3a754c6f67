package org.mentoring.mentorship;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.time.Validity;

/**
 * A time in which a mentorship rests.
 *
 * @param from the first day
 * @param until the first day after; null while it lasts
 * @param reason why, 1 to 500 characters
 * @param by who paused it
 * @param resumedBecause why it goes on; null while it lasts and where the mentorship ended in it
 * @param resumedBy who resumed it; null likewise
 */
public record Pause(
    LocalDate from,
    @Nullable LocalDate until,
    String reason,
    Actor by,
    @Nullable String resumedBecause,
    @Nullable Actor resumedBy) {
  /** Whether the day belongs to it. A pause that was resumed on its first day has no day. */
  public boolean contains(LocalDate day) {
    LocalDate end = until;
    return !day.isBefore(from) && (end == null || day.isBefore(end));
  }

  /**
   * The last day of a period after a day, each day of a pause within it adding one; the last of all
   * days where a pause within it has no end yet.
   *
   * @param pauses by their first day; none overlaps another
   */
  public static LocalDate endOf(LocalDate day, Period period, List<Pause> pauses) {
    return endAfter(
        day,
        period,
        pauses.stream()
            .filter(pause -> !pause.from().equals(pause.until()))
            .map(Pause::days)
            .toList());
  }

  /**
   * The same for whatever days a clock stands still on.
   *
   * @param rests by their first day; none overlaps another
   */
  public static LocalDate endAfter(LocalDate day, Period period, List<Validity> rests) {
    if (day.equals(LocalDate.MAX)) {
      return day;
    }
    LocalDate end = day.plus(period);
    for (Validity rest : rests) {
      LocalDate until = rest.until();
      LocalDate from = rest.from().isAfter(day) ? rest.from() : day.plusDays(1);
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

  /** Its days; refused for a pause without a day. */
  public Validity days() {
    return new Validity(from, until);
  }

  @Override
  public String toString() {
    return "Pause[" + from + ", " + until + "]";
  }
}
