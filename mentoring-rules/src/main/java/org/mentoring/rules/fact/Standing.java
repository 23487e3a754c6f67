package org.mentoring.rules.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.FactId;
import org.mentoring.participant.KnownFact;

/**
 * Since when a fact holds and until when.
 *
 * @param id names the fact
 * @param from the first day
 * @param until the first day after; null for no end
 * @param recordedAt when it became known
 * @param current whether it holds on the day of the decision; a fact of a dossier that does not
 *     hold has ended
 */
public record Standing(
    FactId id, LocalDate from, @Nullable LocalDate until, Instant recordedAt, boolean current) {
  /** Ten thousand years: nobody means more, and dates end somewhere. */
  private static final long MOST_MONTHS = 120_000;

  private static final long MOST_DAYS = 3_650_000;

  /** The id comes last, so that two facts of the same moment have an order too. */
  private static final Comparator<Standing> BY_TIME =
      Comparator.comparing(Standing::from)
          .thenComparing(Standing::recordedAt)
          .thenComparing(Standing::id);

  static Standing of(KnownFact known, LocalDate asOf) {
    return new Standing(
        known.id(),
        known.validity().from(),
        known.validity().until(),
        known.recordedAt(),
        known.validity().contains(asOf));
  }

  /** Whether this fact supersedes another one of its kind. */
  public boolean supersedes(Standing other) {
    return BY_TIME.compare(this, other) > 0;
  }

  /** Whether both hold from the same day on, so that neither can be said to stand. */
  public boolean sameDay(Standing other) {
    return from.equals(other.from);
  }

  /** The first day on which it no longer holds if it holds for a period from a day; null: never. */
  @Nullable LocalDate endsAfter(LocalDate day, @Nullable Period period) {
    LocalDate lapses = period == null ? null : later(day, period);
    LocalDate end = until;
    if (lapses == null || end == null) {
      return lapses == null ? end : lapses;
    }
    return lapses.isBefore(end) ? lapses : end;
  }

  /** The day a period later, ten thousand years later at most. */
  @SuppressWarnings("JavaPeriodGetDays") // the months are added too
  static LocalDate later(LocalDate day, Period period) {
    long months = Math.min(period.toTotalMonths(), MOST_MONTHS);
    return day.plusMonths(months).plusDays(Math.min(period.getDays(), MOST_DAYS));
  }
}
