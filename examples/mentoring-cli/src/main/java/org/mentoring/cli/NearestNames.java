package org.mentoring.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that are most like a mistyped one. */
final class NearestNames {
  private NearestNames() {}

  /** At most so many names, the likest first; all of them if there are no more. */
  static List<String> of(String typed, Collection<String> known, int most) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted(
            Comparator.comparingInt(
                    (String name) -> distance(name.toLowerCase(Locale.ROOT), wanted))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
