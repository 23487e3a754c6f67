package org.mentoring.text;

import java.util.Collection;
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
   * first. Empty where none is alike.
   */
  public static String nearest(Code unknown, Collection<Code> declared) {
    SortedSet<String> known = new TreeSet<>(BUILT_IN);
    declared.forEach(code -> known.add(code.value()));
    return String.join(", ", Spelling.alike(unknown.value(), known, 5));
  }
}
