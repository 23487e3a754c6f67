package org.mentoring.jdbc;

import java.util.List;
import java.util.function.Function;
import org.mentoring.failure.Invariants;
import org.mentoring.spi.Page;

/** Cuts a page out of what was read: one row more than asked for tells that there is another. */
final class Pages {
  private Pages() {}

  /** How many rows to read for a page of at most so many. */
  static int rows(int most) {
    Invariants.range("most", most, 1, 1_000);
    return most + 1;
  }

  static <T> Page<T> cut(List<T> rows, int most, Function<T, String> cursor) {
    return rows.size() <= most
        ? new Page<>(rows, null)
        : new Page<>(rows.subList(0, most), cursor.apply(rows.get(most - 1)));
  }
}
