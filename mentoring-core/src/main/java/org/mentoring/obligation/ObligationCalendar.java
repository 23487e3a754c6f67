package org.mentoring.obligation;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.Beginning;
import org.mentoring.programme.Cadence.Timing;
import org.mentoring.time.Validity;

/**
 * Turns a cadence into periods with the days on which something falls due. It knows no clock and no
 * zone: days come in as days of the programme. Pure and thread-safe.
 *
 * <p><b>Periods that count from the start</b> begin {@code after + k * every} after it, always
 * counted from the start and never from the period before, so that month ends and leap days come
 * out right: from 31 January monthly periods begin on 31 January, 28 February (29 in a leap year),
 * 31 March, 30 April.
 *
 * <p><b>Calendar periods</b> are those of the calendar: months, quarters, half-years and years from
 * January on; weeks from Monday on. The first is the one in which the start lies (from the start
 * on), or with {@link Beginning#FIRST_FULL} the first that begins on the start or after it.
 *
 * <p><b>Due</b> is the last day of the period or, {@link Timing#AHEAD ahead}, the day before it
 * begins. What would be due before the series starts is due on the day of the start. The grace runs
 * from the due day.
 *
 * <p><b>A pause stops the clock.</b> Periods that count from the start become longer by the paused
 * days, and later ones move by as many: a fortnight from 1 to 14 March with a pause from 5 to 9
 * March ends on 19 March, and the next one begins on 20 March. A pause within the grace makes the
 * grace longer. A calendar period stays where it is: it asks for nothing if all its days are
 * paused, and if its due day is paused, it is due on the first day after the pause. While a pause
 * lasts, nothing opens any more, and what falls due in it is due on the next day at the earliest. A
 * pause without a day, resumed on its first, changes nothing.
 *
 * <p><b>Holidays</b> do not stop the clock: a period that lies wholly in holidays (or in holidays
 * and pauses) asks for nothing, and a due day or deadline on a holiday moves to the first day after
 * it. So a pause that moves a period out of the holidays makes it ask again.
 *
 * <p><b>The end.</b> With a duration, periods count that end within it; for periods that count from
 * the start it stands still in pauses too. A period that falls due on the day on which the series
 * ends, or later, is {@link DuePeriod#cutOff() cut off}: a mentorship closed in mid-month owes no
 * report for that month, but still what fell due before.
 */
public final class ObligationCalendar {
  private final Series series;
  private final Cadence cadence;
  private final RunningDays clock;
  private final @Nullable LocalDate stoppedSince;
  private final LocalDate anchor;
  private final @Nullable LocalDate lastsUntil;
  private final LocalDate asOf;

  private ObligationCalendar(Series series, LocalDate asOf) {
    this.series = series;
    this.asOf = asOf;
    cadence = series.cadence();
    Invariants.holds(
        !cadence.calendar() || ofOneUnit(cadence.every()),
        "period.calendar",
        "every",
        "months and years, or weeks and days, but not both");
    clock = new RunningDays(series.start(), series.pauses(), series.holidays(), asOf);
    stoppedSince = stopped(series.pauses());
    anchor = series.start().plus(after());
    Period duration = cadence.duration();
    lastsUntil = duration == null ? null : end(after().plus(duration));
  }

  /**
   * The periods of a series that have opened by a day, and the one that opens next, in their order.
   * Those that ask for nothing are left out.
   *
   * @param series what is kept
   * @param asOf a pause that still lasts is taken to end after this day
   * @throws org.mentoring.failure.InvalidValue {@code period.calendar} if calendar periods are to
   *     be of months and days
   */
  public static List<DuePeriod> periods(Series series, LocalDate asOf) {
    return new ObligationCalendar(series, asOf).periods();
  }

  private List<DuePeriod> periods() {
    List<DuePeriod> periods = new ArrayList<>();
    LocalDate end = series.end();
    for (int k = 0; ; k++) {
      DuePeriod period = cadence.calendar() ? ofCalendar(k) : counted(k);
      if ((end != null && !period.opens().isBefore(end))
          || (lastsUntil != null && !period.last().isBefore(lastsUntil))
          || (stoppedSince != null && !period.opens().isBefore(stoppedSince))) {
        return List.copyOf(periods);
      }
      if (!clock.rests(period.from(), period.last())
          && !restsUntilStopped(period)
          && !isBeforeAsking(period)) {
        periods.add(period);
        if (period.opens().isAfter(asOf)) {
          return List.copyOf(periods);
        }
      }
    }
  }

  private boolean isBeforeAsking(DuePeriod period) {
    LocalDate asksFrom = series.asksFrom();
    return asksFrom != null && period.due().isBefore(asksFrom);
  }

  /**
   * What is due for a period that may never come because the pause lasts, and what has holidays
   * alone before the pause: whether it has begun by now makes no difference.
   */
  private boolean restsUntilStopped(DuePeriod period) {
    return stoppedSince != null && !clock.outside(period.from()).isBefore(stoppedSince);
  }

  private DuePeriod counted(int k) {
    long begins = offset(nth(k));
    long ends = offset(nth(k + 1));
    LocalDate from = clock.day(begins);
    LocalDate last = clock.day(ends - 1);
    if (cadence.timing() != Timing.AHEAD) {
      return period(k, from, last, from, last, series.start().plusDays(ends - 1));
    }
    if (k == 0) {
      return period(k, from, last, from, from, series.start().plusDays(begins));
    }
    LocalDate opens = clock.day(offset(nth(k - 1)));
    LocalDate due = clock.day(begins - 1);
    return period(k, from, last, opens, due, series.start().plusDays(begins - 1));
  }

  private DuePeriod ofCalendar(int k) {
    LocalDate first = calendarPeriod(anchor);
    int skipped = cadence.beginning() == Beginning.FIRST_FULL && first.isBefore(anchor) ? 1 : 0;
    LocalDate begins = first.plus(cadence.every().multipliedBy(k + skipped));
    LocalDate last = begins.plus(cadence.every()).minusDays(1);
    LocalDate from = latest(begins, anchor);
    if (cadence.timing() != Timing.AHEAD) {
      return period(k, from, last, from, last, last);
    }
    LocalDate opens = latest(begins.minus(cadence.every()), anchor);
    LocalDate due = latest(begins.minusDays(1), anchor);
    return period(k, from, last, opens, due, due);
  }

  /**
   * A period.
   *
   * @param due the last day of it, or the day before; it may still lie in a pause or holidays
   * @param unpaused that day as if there had been no pause: a grace of months is as long as it is
   *     there, so that no pause makes a deadline earlier
   */
  private DuePeriod period(
      int k, LocalDate from, LocalDate last, LocalDate opens, LocalDate due, LocalDate unpaused) {
    LocalDate inTime = clock.outside(due);
    Period grace = cadence.grace();
    LocalDate deadline =
        grace == null
            ? inTime
            : clock.outside(
                clock.day(
                    clock.number(inTime)
                        + ChronoUnit.DAYS.between(unpaused, unpaused.plus(grace))));
    LocalDate end = series.end();
    return new DuePeriod(
        k + 1, from, last, opens, inTime, deadline, end != null && !inTime.isBefore(end));
  }

  /** The first day of the calendar period that a day lies in. */
  private LocalDate calendarPeriod(LocalDate day) {
    Period every = cadence.every();
    long months = every.toTotalMonths();
    if (months > 0) {
      long month = day.getYear() * 12L + day.getMonthValue() - 1;
      long first = Math.floorDiv(month, months) * months;
      return LocalDate.of((int) Math.floorDiv(first, 12L), (int) Math.floorMod(first, 12L) + 1, 1);
    }
    // Day 0 of the epoch was a Thursday, so that weeks from Monday on begin three days earlier.
    long since = day.toEpochDay() + 3;
    long days = LocalDate.EPOCH.plus(every).toEpochDay();
    return LocalDate.ofEpochDay(Math.floorDiv(since, days) * days - 3);
  }

  /** Calendar periods stay where they are in a pause, and so does the end of their series. */
  private LocalDate end(Period sinceStart) {
    return cadence.calendar() ? series.start().plus(sinceStart) : clock.day(offset(sinceStart));
  }

  private Period nth(int k) {
    return after().plus(cadence.every().multipliedBy(k));
  }

  private Period after() {
    Period after = cadence.after();
    return after == null ? Period.ZERO : after;
  }

  /** Days from the start as the calendar counts them, as if there were no pause. */
  private long offset(Period sinceStart) {
    return ChronoUnit.DAYS.between(series.start(), series.start().plus(sinceStart));
  }

  private static boolean ofOneUnit(Period period) {
    return period.toTotalMonths() == 0 || period.withDays(0).equals(period);
  }

  private static @Nullable LocalDate stopped(List<Validity> pauses) {
    Validity last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
    return last == null || last.until() != null ? null : last.from();
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
