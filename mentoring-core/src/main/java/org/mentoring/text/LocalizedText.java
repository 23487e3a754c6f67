package org.mentoring.text;

import java.util.Map;
import org.mentoring.failure.InvalidValue;

/**
 * A text in both languages.
 *
 * @param en English, not blank, at most 2,000 characters
 * @param ru Russian, likewise
 */
public record LocalizedText(String en, String ru) {
  /** Refuses a blank or overlong text with {@code text.length}. */
  public LocalizedText {
    if (en.isBlank() || ru.isBlank() || en.length() > 2_000 || ru.length() > 2_000) {
      throw new InvalidValue(
          "text.length",
          "text",
          "1 to 2000 characters in each of en and ru",
          Map.of("most", "2000"));
    }
  }

  /** The text in a language. */
  public String in(Language language) {
    return language == Language.RU ? ru : en;
  }
}
