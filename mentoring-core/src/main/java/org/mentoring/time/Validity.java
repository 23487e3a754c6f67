package org.mentoring.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Invariants;

/**
 * A half-open interval of days: {@code from} belongs to it, {@code until} does not. Immutable and
 * thread-safe.
 *
 * @param from the first day
 * @param until the first day after; null for no end. After {@code from}.
 */
public record Validity(LocalDate from, @Nullable LocalDate until) {
  /** Refuses an end that is not after the beginning with {@code validity.empty}. */
  public Validity {
    Invariants.present("validity.from", from);
    if (until != null && !until.isAfter(from)) {
      throw new InvalidValue("validity.empty", "until", "a day after from");
    }
  }

  /** From a day on, without an end. */
  public static Validity from(LocalDate from) {
    return new Validity(from, null);
  }

  /** From a day to the day before another. */
  public static Validity between(LocalDate from, LocalDate until) {
    return new Validity(from, until);
  }

  /** Whether the day belongs to the interval. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !endedBy(day);
  }

  /** Whether the interval has ended on the day or before it. */
  public boolean endedBy(LocalDate day) {
    LocalDate end = until;
    return end != null && !day.isBefore(end);
  }
}
