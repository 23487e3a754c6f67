package org.mentoring.text;

import org.jspecify.annotations.Nullable;

/**
 * A value of a message.
 *
 * @param text as it is printed
 * @param number chooses the plural form; null where the value is no number
 */
public record Value(String text, @Nullable Long number) {
  /** A text. */
  public static Value of(String text) {
    return new Value(text, null);
  }

  /** A whole number, printed without grouping. */
  public static Value of(long number) {
    return new Value(Long.toString(number), number);
  }
}
