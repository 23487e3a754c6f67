package org.mentoring.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right-hand side of an own rule: nothing but {@code insert(OwnFinding.of("its code")...);}, as
 * often as it likes, with the names of its values written out.
 */
final class Consequence {
  private static final Pattern INSERTED =
      Pattern.compile(
          "\\s*insert\\s*\\(\\s*OwnFinding\\s*\\.\\s*of\\s*\\(\\s*\"([^\"]*)\"\\s*\\)(.*)\\)\\s*",
          Pattern.DOTALL);
  private static final Pattern CALL =
      Pattern.compile("\\s*\\.\\s*(with|minutes|forStaff|on)\\s*\\(");
  private static final Pattern NAMED = Pattern.compile("\\s*\"[^\"\\\\]*\"\\s*,.*", Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile("\\.\\s*(?:with|minutes|forStaff)\\s*\\(\\s*\"([^\"]*)\"");

  private final SortedSet<String> codes = new TreeSet<>();
  private final SortedSet<String> values = new TreeSet<>();
  private boolean plain = true;

  private Consequence() {}

  static Consequence of(String text) {
    Consequence read = new Consequence();
    String bare = withoutComments(text);
    List<String> statements = statements(bare);
    for (String statement : statements) {
      Matcher inserted = INSERTED.matcher(statement);
      if (inserted.matches() && isOneCall(statement) && namesAll(inserted.group(2))) {
        read.codes.add(inserted.group(1));
      } else {
        read.plain = false;
      }
    }
    // Neither is read here as the compiler reads it.
    read.plain &= !statements.isEmpty() && !text.contains("\"\"\"") && !text.contains("\\u");
    Matcher value = VALUE.matcher(bare);
    while (value.find()) {
      read.values.add(value.group(1));
    }
    return read;
  }

  /** Whether it only inserts findings of the rule with this name. */
  boolean insertsOnly(String code) {
    return plain && codes.size() == 1 && codes.contains(code);
  }

  /** Names of the values that its findings hold. */
  SortedSet<String> values() {
    return values;
  }

  /** Whether the first parenthesis is closed by the last, and there is no code within. */
  private static boolean isOneCall(String statement) {
    String masked = masked(statement).strip();
    int depth = 0;
    for (int i = 0; i < masked.length(); i++) {
      char c = masked.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0 && i < masked.length() - 1) {
        return false;
      } else if (c == '{' || c == '}' || c == '=' || (c == '>' && masked.charAt(i - 1) == '-')) {
        return false;
      }
    }
    return depth == 0;
  }

  /**
   * Whether there is nothing but values and facts, and the name of each value is written out: a
   * computed one could hold what somebody wrote.
   */
  private static boolean namesAll(String calls) {
    String masked = masked(calls);
    Matcher call = CALL.matcher(masked);
    int at = 0;
    int last = masked.stripTrailing().length();
    while (at < last) {
      if (!call.region(at, masked.length()).lookingAt()) {
        return false;
      }
      int end = closing(masked, call.end());
      if (end < 0
          || !(call.group(1).equals("on")
              || NAMED.matcher(calls.substring(call.end(), end)).matches())) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  /** Where the parenthesis is closed that was opened before; less than 0 if it is not. */
  private static int closing(String masked, int from) {
    int depth = 1;
    for (int i = from; i < masked.length(); i++) {
      char c = masked.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> statements(String bare) {
    List<String> all = new ArrayList<>();
    String masked = masked(bare);
    int start = 0;
    for (int i = 0; i <= masked.length(); i++) {
      if (i == masked.length() || masked.charAt(i) == ';') {
        String statement = bare.substring(start, i);
        if (!statement.isBlank()) {
          all.add(statement);
        }
        start = i + 1;
      }
    }
    return all;
  }

  /** Without what stands between quotation marks; as long as before. */
  private static String masked(String text) {
    StringBuilder out = new StringBuilder(text);
    char quote = 0;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
      } else if (c == '\\') {
        out.setCharAt(i, ' ');
        if (i + 1 < out.length()) {
          out.setCharAt(++i, ' ');
        }
      } else if (c == quote) {
        quote = 0;
      } else {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }

  private static String withoutComments(String text) {
    StringBuilder out = new StringBuilder();
    String masked = masked(text);
    int at = 0;
    while (at < text.length()) {
      if (masked.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (masked.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
        out.append(' ');
      } else {
        out.append(text.charAt(at));
        at++;
      }
    }
    return out.toString();
  }
}
