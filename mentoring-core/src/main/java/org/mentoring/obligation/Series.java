package org.mentoring.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.DayCalendar;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/**
 * A cadence that is kept for somebody or something: what {@link ObligationCalendar} turns into
 * periods. Immutable and thread-safe.
 *
 * @param cadence how often what is due
 * @param start the day from which the series counts: the start of the mentorship, its closure for
 *     what follows it, the day since which an organisation is a centre
 * @param pauses days on which the clock stands still, by their first day; only the last may be
 *     without an end. Pauses that overlap or touch are one; those before the start do not count
 * @param holidays days that ask for nothing; null for none
 * @param end the first day on which nothing is due any more, as that of the closure; null for none
 * @param asksFrom periods that fall due before this day are counted, but ask for nothing; null: all
 *     ask
 */
public record Series(
    Cadence cadence,
    LocalDate start,
    List<Validity> pauses,
    @Nullable DayCalendar holidays,
    @Nullable LocalDate end,
    @Nullable LocalDate asksFrom) {
  /** Sorts and joins the pauses. */
  public Series {
    Invariants.present("Series", cadence, start);
    pauses = joined(pauses, start);
  }

  /** A series all of whose periods ask. */
  public Series(
      Cadence cadence,
      LocalDate start,
      List<Validity> pauses,
      @Nullable DayCalendar holidays,
      @Nullable LocalDate end) {
    this(cadence, start, pauses, holidays, end, null);
  }

  /** A series without pauses, holidays and end. */
  public static Series of(Cadence cadence, LocalDate start) {
    return new Series(cadence, start, List.of(), null, null);
  }

  /** The same series with these pauses. */
  public Series pausedIn(List<Validity> all) {
    return new Series(cadence, start, all, holidays, end, asksFrom);
  }

  /** The same series with these holidays. */
  public Series resting(@Nullable DayCalendar days) {
    return new Series(cadence, start, pauses, days, end, asksFrom);
  }

  /** The same series, of which what falls due before a day asks for nothing. */
  public Series askingFrom(LocalDate day) {
    return new Series(cadence, start, pauses, holidays, end, day);
  }

  /** The same series up to the day before a day. */
  public Series until(@Nullable LocalDate firstDayAfter) {
    return new Series(cadence, start, pauses, holidays, firstDayAfter, asksFrom);
  }

  private static List<Validity> joined(List<Validity> pauses, LocalDate start) {
    return Spans.union(
        pauses.stream()
            .filter(pause -> !pause.endedBy(start))
            .map(pause -> pause.from().isBefore(start) ? new Validity(start, pause.until()) : pause)
            .toList());
  }
}
