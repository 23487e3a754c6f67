package org.mentoring.identity;

import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;

/**
 * A word of a programme's vocabulary: a circumstance, a register, a kind of document, an authority
 * and so on. Codes are data: those with a known name in both languages are listed in the message
 * bundles, a definition may declare more.
 *
 * @param value upper snake case, 1 to 64 characters, as {@code JUVENILE_AFFAIRS_COMMISSION}
 */
public record Code(String value) implements Comparable<Code> {
  private static final Pattern ALLOWED = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /** Refuses what is not upper snake case with {@code code.malformed}. */
  public Code {
    if (!ALLOWED.matcher(value).matches()) {
      throw new InvalidValue(
          "code.malformed", "code", "capital letters, digits and '_', starting with a letter");
    }
  }

  /** The code with this text. */
  public static Code of(String value) {
    return new Code(value);
  }

  @Override
  public int compareTo(Code other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
