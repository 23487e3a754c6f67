package org.mentoring.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which known words somebody may have meant. */
public final class Spelling {
  /** Longer words are compared by their beginnings, so that a hostile text costs nothing. */
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The known words that are most like the one found: the likest first, then in their natural
   * order.
   *
   * @param most how many at most
   */
  public static List<String> nearest(String found, Collection<String> known, int most) {
    return known.stream()
        .sorted(
            Comparator.comparingInt((String word) -> distance(word, found))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /** Levenshtein's distance of the beginnings. */
  private static int distance(String left, String right) {
    String a = beginning(left);
    String b = beginning(right);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[b.length()];
  }

  private static String beginning(String word) {
    return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
  }
}
