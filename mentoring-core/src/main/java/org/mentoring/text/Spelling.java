package org.mentoring.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The known words that are most like a mistyped one, whatever their case; the likest first,
   * equally like ones in their natural order. Of a long word only the first 64 characters are
   * looked at.
   *
   * @param most at most so many
   */
  public static List<String> nearest(String typed, Collection<String> known, int most) {
    String wanted = plain(typed);
    return known.stream()
        .sorted(
            Comparator.comparingInt((String word) -> distance(plain(word), wanted))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /**
   * As {@link #nearest}, without the words that are too far from the typed one to be meant: none
   * rather than noise.
   *
   * @param most at most so many
   */
  public static List<String> alike(String typed, Collection<String> known, int most) {
    String wanted = plain(typed);
    int farthest = Math.max(2, wanted.length() / 2);
    return nearest(typed, known, most).stream()
        .filter(word -> distance(plain(word), wanted) <= farthest)
        .toList();
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
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
