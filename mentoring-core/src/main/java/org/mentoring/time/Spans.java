package org.mentoring.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days put together out of intervals. Pure and thread-safe. */
public final class Spans {
  private Spans() {}

  /**
   * The days that lie in at least one of the intervals, as intervals that neither overlap nor
   * touch, by their first day.
   */
  public static List<Validity> union(Collection<Validity> intervals) {
    List<Validity> joined = new ArrayList<>();
    for (Validity next : intervals.stream().sorted(Comparator.comparing(Validity::from)).toList()) {
      Validity last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || beginsAfter(next, last.until())) {
        joined.add(next);
      } else {
        joined.set(joined.size() - 1, new Validity(last.from(), later(last.until(), next.until())));
      }
    }
    return List.copyOf(joined);
  }

  /**
   * The days of an interval that lie in none of the others, as intervals that neither overlap nor
   * touch, by their first day.
   */
  public static List<Validity> gaps(Validity whole, Collection<Validity> parts) {
    List<Validity> gaps = new ArrayList<>();
    LocalDate at = whole.from();
    for (Validity part : union(parts)) {
      if (at.isBefore(part.from()) && !whole.endedBy(at)) {
        gaps.add(new Validity(at, earlier(part.from(), whole.until())));
      }
      LocalDate until = part.until();
      if (until == null) {
        return List.copyOf(gaps);
      }
      at = until.isAfter(at) ? until : at;
    }
    if (!whole.endedBy(at)) {
      gaps.add(new Validity(at, whole.until()));
    }
    return List.copyOf(gaps);
  }

  private static boolean beginsAfter(Validity next, @Nullable LocalDate until) {
    return until != null && next.from().isAfter(until);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other == null ? null : one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
