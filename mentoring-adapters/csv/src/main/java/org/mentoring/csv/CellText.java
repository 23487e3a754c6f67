package org.mentoring.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The small grammar of a cell: entries divided by {@code |}, parts of an entry by {@code /}, its
 * time after {@code @}. A backslash takes the meaning from the character after it.
 */
final class CellText {
  private static final String WITHDRAWN = " withdrawn ";
  private static final String SPECIAL = "|/@\\";

  private CellText() {}

  /** One entry; the texts of its time may be anything yet. */
  record Entry(
      List<String> parts,
      @Nullable String from,
      @Nullable String until,
      @Nullable String withdrawn) {}

  /** The entries of a cell; empty where a backslash stands at its end. */
  static Optional<List<Entry>> entries(String cell, boolean oneValue) {
    if (danglingEscape(cell)) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    for (String raw : split(cell, '|')) {
      entries.add(entry(raw, oneValue));
    }
    return Optional.of(entries);
  }

  /** Spells a text so that it is read as one part. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean edge = (i == 0 || i == text.length() - 1) && Character.isWhitespace(c);
      if (edge || SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static Entry entry(String raw, boolean oneValue) {
    int at = last(raw, '@');
    String what = at < 0 ? raw : raw.substring(0, at);
    List<String> parts = new ArrayList<>();
    for (String part : oneValue ? List.of(what) : split(what, '/')) {
      parts.add(plain(part));
    }
    if (at < 0) {
      return new Entry(parts, null, null, null);
    }
    String when = raw.substring(at + 1).stripLeading();
    String withdrawn = null;
    int word = (" " + when).indexOf(WITHDRAWN);
    if (word >= 0) {
      withdrawn = (" " + when).substring(word + WITHDRAWN.length()).strip();
      when = (" " + when).substring(0, word);
    }
    int dots = when.indexOf("..");
    String from = (dots < 0 ? when : when.substring(0, dots)).strip();
    String until = dots < 0 ? null : when.substring(dots + 2).strip();
    boolean nothing = from.isEmpty() && until == null && withdrawn == null;
    return new Entry(parts, from.isEmpty() && !nothing ? null : from, until, withdrawn);
  }

  private static List<String> split(String text, char by) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == by) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int last(String text, char wanted) {
    int found = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == wanted) {
        found = i;
      }
    }
    return found;
  }

  private static boolean danglingEscape(String text) {
    int backslashes = 0;
    while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Without the white space around it and without the backslashes. */
  private static String plain(String part) {
    int start = 0;
    while (start < part.length() && Character.isWhitespace(part.charAt(start))) {
      start++;
    }
    StringBuilder out = new StringBuilder();
    int kept = 0;
    for (int i = start; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\') {
        i++;
        out.append(part.charAt(i));
        kept = out.length();
      } else {
        out.append(c);
        if (!Character.isWhitespace(c)) {
          kept = out.length();
        }
      }
    }
    return out.substring(0, kept);
  }
}
