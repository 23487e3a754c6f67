package org.mentoring.publication;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which figures of a table are withheld, so that no small group can be recognised. */
final class SmallGroups {
  private SmallGroups() {}

  /**
   * What is withheld: what is too small, and beside it the next smallest, as long as only one is
   * withheld, or all of them together are fewer than a group that may be told or no more than one
   * each; for the total would give it away.
   *
   * @param counts by key
   * @param smallestGroup the smallest that may be told
   * @param tooSmall entries that must not be told
   */
  static <K extends Comparable<K>, N extends Number> Set<K> withheld(
      Map<K, N> counts, int smallestGroup, Predicate<Map.Entry<K, Long>> tooSmall) {
    List<Map.Entry<K, Long>> bySize =
        counts.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), entry.getValue().longValue()))
            .sorted(
                Comparator.comparing((Map.Entry<K, Long> entry) -> !tooSmall.test(entry))
                    .thenComparing(Map.Entry::getValue)
                    .thenComparing(Map.Entry::getKey))
            .toList();
    Set<K> withheld = new HashSet<>();
    long hidden = 0;
    for (Map.Entry<K, Long> entry : bySize) {
      // Where as much is hidden as there are entries, each of them is 1.
      boolean givenAway =
          !withheld.isEmpty()
              && (withheld.size() == 1 || hidden < smallestGroup || hidden <= withheld.size());
      if (tooSmall.test(entry) || givenAway) {
        withheld.add(entry.getKey());
        hidden += entry.getValue();
      }
    }
    return withheld;
  }
}
