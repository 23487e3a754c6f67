package org.mentoring.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells under each other; figures stand to the right. */
final class Layout {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Layout row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  Layout row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, indented. */
  List<String> lines(String indent) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length();
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        String space = " ".repeat(widths.get(i) - cell.length());
        line.append(i == 0 ? "" : GAP).append(isFigure(cell) ? space + cell : cell + space);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static boolean isFigure(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
