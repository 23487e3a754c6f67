package org.mentoring.csv;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known name that is most like an unknown one. */
final class NearestName {
  private NearestName() {}

  static String of(String unknown, Collection<String> known) {
    String lower = unknown.toLowerCase(Locale.ROOT);
    return known.stream().min(Comparator.comparingInt(name -> distance(name, lower))).orElse("");
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
