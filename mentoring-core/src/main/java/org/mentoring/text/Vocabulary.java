package org.mentoring.text;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.identity.Code;

/** The codes that have a name in the message bundles, {@code code.<CODE>}. */
public final class Vocabulary {
  private static final String PREFIX = "code.";

  private static final SortedSet<String> BUILT_IN =
      Messages.of(Language.EN).keys().stream()
          .filter(key -> key.startsWith(PREFIX))
          .map(key -> key.substring(PREFIX.length()))
          .collect(Collectors.toCollection(TreeSet::new));

  private Vocabulary() {}

  /** Whether the code has a name in the bundles. */
  public static boolean isBuiltIn(Code code) {
    return BUILT_IN.contains(code.value());
  }

  /**
   * The known codes that are most like an unknown one, joined by commas: at most five, the likest
   * first.
   */
  public static String nearest(Code unknown, Collection<Code> declared) {
    SortedSet<String> known = new TreeSet<>(BUILT_IN);
    declared.forEach(code -> known.add(code.value()));
    List<String> likest =
        known.stream()
            .sorted(
                java.util.Comparator.comparingInt((String code) -> distance(code, unknown.value())))
            .limit(5)
            .toList();
    return String.join(", ", likest);
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
