package org.mentoring.obligation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;

/**
 * That what is due was done once.
 *
 * @param on the day on which it was done or handed in
 * @param month the month that it is for, as with a monthly plan: it counts for that month's period,
 *     however early or late it comes; null: it counts for the period that the day lies in
 */
public record Occurrence(LocalDate on, @Nullable YearMonth month)
    implements Comparable<Occurrence> {
  private static final Comparator<Occurrence> ORDER =
      Comparator.comparing(Occurrence::on)
          .thenComparing(
              Occurrence::month, Comparator.nullsFirst(Comparator.<YearMonth>naturalOrder()));

  /** Refuses a missing day. */
  public Occurrence {
    Invariants.present("Occurrence", on);
  }

  /** Done on a day. */
  public static Occurrence of(LocalDate day) {
    return new Occurrence(day, null);
  }

  @Override
  public int compareTo(Occurrence other) {
    return ORDER.compare(this, other);
  }
}
