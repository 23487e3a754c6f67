package org.mentoring.runtime;

import java.util.List;
import java.util.Map;
import org.mentoring.failure.Problem;

/**
 * What a file of rules may not exceed. The engine's parser calls itself for each bracket, needs for
 * some of them twice as long with each one more, and keeps a file's words in memory many times
 * over.
 */
final class FileBounds {
  /** Far more than people write by hand; a pack may have any number of files. */
  static final int MOST_CHARACTERS = 200_000;

  /** People write four or five. */
  static final int MOST_DEPTH = 12;

  private FileBounds() {}

  /** Whether a file is within them. */
  static boolean hold(Source file, List<Problem> problems) {
    int length = file.text().length();
    if (length > MOST_CHARACTERS) {
      problems.add(tooLong(file.name(), 0));
      return false;
    }
    int deep = tooDeep(file.text());
    if (deep > 0) {
      problems.add(
          new Problem(
              "own-rules.too-deep",
              DrlReading.at(file.name(), deep),
              Map.of("most", Integer.toString(MOST_DEPTH))));
      return false;
    }
    return true;
  }

  /** A file, or what a table was made into. */
  static Problem tooLong(String file, int line) {
    return new Problem(
        "own-rules.too-long",
        DrlReading.at(file, line),
        Map.of("most", Integer.toString(MOST_CHARACTERS)));
  }

  /** The line in which brackets stand too deep in each other; 0 if there is none. */
  private static int tooDeep(String text) {
    int line = 1;
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '/' || sign == '"' || sign == '\'') {
        int end = skipped(text, at);
        for (int i = at; i < end; i++) {
          line += text.charAt(i) == '\n' ? 1 : 0;
        }
        at = end - 1;
      } else if (sign == '\n') {
        line++;
      } else if ("([{".indexOf(sign) >= 0) {
        depth++;
        if (depth > MOST_DEPTH) {
          return line;
        }
      } else if (")]}".indexOf(sign) >= 0) {
        depth = Math.max(0, depth - 1);
      }
    }
    return 0;
  }

  /**
   * The end of the comment or the quotation that begins there, or of the sign where neither does.
   */
  private static int skipped(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    char quote = text.charAt(at);
    if (quote == '/') {
      return at + 1;
    }
    for (int i = at + 1; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\\') {
        i++;
      } else if (sign == quote) {
        return i + 1;
      } else if (sign == '\n') {
        // Never closed: no quotation, and no shelter for brackets.
        return at + 1;
      }
    }
    return at + 1;
  }
}
