package org.mentoring.failure;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * One fault of an input: where, what was found, what is allowed. The text is rendered from the code
 * in Russian and English by {@link org.mentoring.text.Messages}.
 *
 * @param code stable code; the message's key is {@code problem.<code>}
 * @param place where
 * @param parameters named values of the message, usually {@code found} and {@code allowed}; for
 *     files of people {@code found} tells the shape of a value, never the value
 */
public record Problem(String code, Place place, Map<String, String> parameters)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(Problem::code)
          .thenComparing(problem -> problem.parameters().toString());

  /** Keeps an unmodifiable copy, in the order of names. */
  public Problem {
    parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** A problem without parameters. */
  public static Problem of(String code, Place place) {
    return new Problem(code, place, Map.of());
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
