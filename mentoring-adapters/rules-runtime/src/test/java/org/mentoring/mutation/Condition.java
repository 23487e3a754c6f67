package org.mentoring.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a rule: a pattern or an {@code eval}.
 *
 * @param begin of all of it, with {@code not}, {@code exists} and what it is bound to
 * @param end after all of it
 * @param word {@code not}, {@code exists} or nothing
 * @param at where that word stands
 * @param eval whether it is an {@code eval}
 * @param place what it is a part of
 * @param parts what stands between its brackets, cut at the commas
 */
record Condition(
    int begin, int end, String word, int at, boolean eval, Place place, List<Part> parts) {
  /** What a condition is a part of. */
  enum Place {
    RULE,
    ALTERNATIVE,
    CONJUNCTION,
    ACCUMULATE
  }

  /** A part of a text. */
  record Part(int begin, int end) {}

  /** Reads the conditions of a rule. */
  static List<Condition> of(DrlFile file, DrlFile.Rule rule) {
    Reader reader = new Reader(file.text());
    reader.read(rule.when(), rule.then(), Place.RULE);
    return reader.found;
  }

  /** The offset after the bracket that closes the one at an offset. */
  static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int at = open; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && sign == '(') {
        depth++;
      } else if (!quoted && sign == ')' && --depth == 0) {
        return at + 1;
      }
    }
    throw new IllegalArgumentException("a bracket is not closed: " + text.substring(open));
  }

  /** Cuts a text at a separator that stands in no bracket and no quotation. */
  static List<Part> cut(String text, int begin, int end, String separator) {
    List<Part> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = begin;
    for (int at = begin; at < end; at++) {
      char sign = text.charAt(at);
      if (sign == '"') {
        quoted = !quoted;
      } else if (quoted) {
        continue;
      } else if (sign == '(') {
        depth++;
      } else if (sign == ')') {
        depth--;
      } else if (depth == 0 && text.startsWith(separator, at)) {
        parts.add(trimmed(text, from, at));
        from = at + separator.length();
        at = from - 1;
      }
    }
    parts.add(trimmed(text, from, end));
    parts.removeIf(part -> part.begin() == part.end());
    return parts;
  }

  static Part trimmed(String text, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Part(from, to);
  }

  private static final class Reader {
    private final String text;
    private final List<Condition> found = new ArrayList<>();

    Reader(String text) {
      this.text = text;
    }

    void read(int begin, int end, Place place) {
      int at = begin;
      while (true) {
        at = skipped(at, end);
        if (at >= end) {
          return;
        }
        at = next(at, end, place);
      }
    }

    private int skipped(int begin, int end) {
      int at = begin;
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private int next(int begin, int end, Place place) {
      if (text.charAt(begin) == '(') {
        int close = closing(text, begin);
        boolean either = cut(text, begin + 1, close - 1, " or ").size() > 1;
        read(begin + 1, close - 1, either ? Place.ALTERNATIVE : Place.CONJUNCTION);
        return close;
      }
      int word = wordEnd(begin);
      String said = text.substring(begin, word);
      if (said.equals("or") || said.equals("and")) {
        return word;
      }
      if (said.equals("not") || said.equals("exists")) {
        return pattern(begin, skipped(word, end), said, place);
      }
      if (said.equals("accumulate")) {
        int open = text.indexOf('(', begin);
        int close = closing(text, open);
        int functions = cut(text, open + 1, close - 1, ";").get(0).end();
        read(open + 1, functions, Place.ACCUMULATE);
        return close;
      }
      return pattern(begin, begin, "", place);
    }

    private int pattern(int begin, int from, String word, Place place) {
      int open = text.indexOf('(', from);
      int close = closing(text, open);
      boolean eval = text.startsWith("eval", from);
      int end = close;
      int line = text.indexOf('\n', close);
      if (line > 0 && text.substring(close, line).strip().startsWith("from ")) {
        end = line;
      }
      List<Part> parts =
          eval ? List.of(trimmed(text, open + 1, close - 1)) : cut(text, open + 1, close - 1, ",");
      found.add(new Condition(begin, end, word, begin, eval, place, parts));
      return end;
    }

    private int wordEnd(int begin) {
      int at = begin;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      if (at == begin) {
        throw new IllegalArgumentException("no condition begins with " + text.substring(begin));
      }
      return at;
    }
  }
}
