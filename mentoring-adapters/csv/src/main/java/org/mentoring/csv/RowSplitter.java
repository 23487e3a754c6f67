package org.mentoring.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides a text into rows, so that a fault of one row does not touch the next. Cells of people's
 * tables hold no line breaks; where one does, its lines are taken together and refused together. A
 * quote that nobody closes ends with its line.
 */
final class RowSplitter {
  /** A quoted cell that goes on for longer than this was never closed. */
  private static final int LINES_OF_A_CELL = 50;

  private final List<String> lines = new ArrayList<>();
  private final char delimiter;

  private RowSplitter(String text, char delimiter) {
    this.delimiter = delimiter;
    text.lines().forEach(lines::add);
  }

  /**
   * One row.
   *
   * @param line from 1
   * @param fault code of what is wrong with the row as a whole; null if nothing is
   */
  record Row(int line, String text, @Nullable String fault) {}

  static List<Row> rows(String text, char delimiter, int longest) {
    return new RowSplitter(text, delimiter).rows(longest);
  }

  private List<Row> rows(int longest) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int first = i + 1;
      String fault = null;
      if (line.length() > longest) {
        fault = "csv.row-too-long";
      } else if (line.indexOf('\0') >= 0) {
        fault = "csv.nul";
      } else if (endsInQuotes(line, false)) {
        int end = closing(i);
        fault = end > i ? "csv.line-break-in-cell" : "csv.quote-open";
        i = Math.max(i, end);
      }
      if (fault != null || !blank(line)) {
        rows.add(new Row(first, line, fault));
      }
    }
    return rows;
  }

  /**
   * The line in which the quotes that are open at the end of a line are closed as they should be;
   * -1 if none.
   */
  private int closing(int opened) {
    int most = Math.min(lines.size() - 1, opened + LINES_OF_A_CELL);
    for (int i = opened + 1; i <= most; i++) {
      String line = lines.get(i);
      int quote = closingQuote(line, 0);
      if (quote >= 0) {
        boolean cellEnds = quote + 1 == line.length() || line.charAt(quote + 1) == delimiter;
        if (!cellEnds) {
          return -1;
        }
        if (!endsInQuotes(line.substring(quote + 1), true)) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean endsInQuotes(String line, boolean afterCell) {
    int i = 0;
    boolean start = !afterCell;
    while (i < line.length()) {
      if (start && line.charAt(i) == '"') {
        int close = closingQuote(line, i + 1);
        if (close < 0) {
          return true;
        }
        i = close + 1;
        start = false;
      } else {
        start = line.charAt(i) == delimiter;
        i++;
      }
    }
    return false;
  }

  private static int closingQuote(String line, int from) {
    int i = from;
    while (i < line.length()) {
      if (line.charAt(i) == '"') {
        if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
          i++;
        } else {
          return i;
        }
      }
      i++;
    }
    return -1;
  }

  private boolean blank(String line) {
    return line.chars().allMatch(c -> c == delimiter || Character.isWhitespace(c));
  }
}
