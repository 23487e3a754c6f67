package org.mentoring.memory;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.spi.Page;

/** Cuts a page out of what is kept in the order of ids. */
final class Pages {
  private Pages() {}

  static <K, V> Page<V> of(
      Kept<K, V> all, @Nullable K after, int most, Function<V, String> cursor) {
    Invariants.range("most", most, 1, 1_000);
    List<V> found = all.values(after, any -> true, most + 1);
    return found.size() > most
        ? new Page<>(found.subList(0, most), cursor.apply(found.get(most - 1)))
        : new Page<>(found, null);
  }
}
