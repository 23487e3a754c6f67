package org.mentoring.jdbc;

import java.util.List;
import java.util.function.Function;
import org.mentoring.spi.Page;

/** Pages of what was asked for with one item more than fits, which tells whether another follows. */
final class Pages {
  private Pages() {}

  static <T> Page<T> cut(List<T> found, int most, Function<T, String> cursor) {
    return found.size() <= most
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, most), cursor.apply(found.get(most - 1)));
  }
}
