package org.mentoring.identity;

import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;

/**
 * Where a number or rule comes from: a requirement of the programme (S2-04), an item of a law or
 * standard (V1), or {@code choice} for what the authors of the definition decided themselves.
 *
 * @param source 1 to 64 characters without white space
 */
public record Citation(String source) implements Comparable<Citation> {
  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/@-]{0,63}");

  /** A decision of the definition's authors, not of the original. */
  public static final Citation CHOICE = new Citation("choice");

  /** Refuses other spellings with {@code citation.malformed}. */
  public Citation {
    if (!ALLOWED.matcher(source).matches()) {
      throw new InvalidValue(
          "citation.malformed", "cite", "1 to 64 letters, digits and . _ : / @ -");
    }
  }

  /** The citation with this text. */
  public static Citation of(String source) {
    return new Citation(source);
  }

  @Override
  public int compareTo(Citation other) {
    return source.compareTo(other.source);
  }

  @Override
  public String toString() {
    return source;
  }
}
