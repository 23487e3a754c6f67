package org.mentoring.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.spi.Page;

/** Cuts a page out of a map that is sorted by id. */
final class Pages {
  private Pages() {}

  static <K, V> Page<V> of(
      NavigableMap<K, V> all, @Nullable K after, int most, Function<V, String> cursor) {
    Invariants.range("most", most, 1, 1_000);
    List<V> found = new ArrayList<>();
    for (V each : (after == null ? all : all.tailMap(after, false)).values()) {
      if (found.size() == most) {
        return new Page<>(found, cursor.apply(found.get(most - 1)));
      }
      found.add(each);
    }
    return new Page<>(found, null);
  }
}
