package org.mentoring.json.internal.tree;

import java.util.Arrays;
import org.mentoring.failure.Place;

/** Finds the character at a line and column of a text. */
final class Lines {
  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      // YAML ends lines at these three as well.
      if (ends || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** The text of a line without its end; empty where there is none. */
  String line(int number) {
    if (number < 1 || number > starts.length) {
      return "";
    }
    int end = number == starts.length ? text.length() : starts[number];
    return text.substring(starts[number - 1], end).stripTrailing();
  }

  /** Whether the first line that is not blank can be YAML and not JSON. */
  boolean lookLikeYaml() {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    return first.startsWith("#")
        || first.startsWith("---")
        || first.matches("[A-Za-z][A-Za-z-]*\\s*:( .*)?");
  }

  /** The character, or a space where there is none; columns count code points. */
  char at(Place place) {
    if (place.line() < 1 || place.line() > starts.length) {
      return ' ';
    }
    int at = starts[place.line() - 1];
    for (int column = 1; column < place.column() && at < text.length(); column++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at < text.length() ? text.charAt(at) : ' ';
  }
}
