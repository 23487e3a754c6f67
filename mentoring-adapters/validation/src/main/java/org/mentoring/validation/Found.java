package org.mentoring.validation;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a value of a definition is repeated in a problem: short, on one line, the same in every
 * language.
 */
public final class Found {
  private static final int LONGEST = 80;

  private Found() {}

  /** The value as a problem tells it. */
  public static String told(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof CharSequence text) {
      return "\"" + oneLine(text.toString()) + "\"";
    }
    if (value instanceof Collection<?> values) {
      return values.isEmpty() ? "[]" : "[…]";
    }
    if (value instanceof Record || value instanceof Map<?, ?>) {
      return "{…}";
    }
    return value.toString();
  }

  private static String oneLine(String text) {
    String flat = text.replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cs}\\p{Cf}\\u2028\\u2029]", "·");
    if (flat.length() <= LONGEST) {
      return flat;
    }
    int end = Character.isHighSurrogate(flat.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return flat.substring(0, end) + "…";
  }
}
