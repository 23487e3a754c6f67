package org.mentoring.csv;

/**
 * Spreadsheets run cells that begin like a formula. On the way out such a cell gets an apostrophe,
 * which spreadsheets take as "text"; on the way in it is taken off again. Any text survives the way
 * out and in unchanged.
 */
final class SpreadsheetCell {
  private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetCell() {}

  static String escaped(String cell) {
    return guarded(cell) || runs(cell) ? "'" + cell : cell;
  }

  static String unescaped(String cell) {
    return guarded(cell) ? cell.substring(1) : cell;
  }

  static boolean runs(String cell) {
    return !cell.isEmpty() && RUNS.indexOf(cell.charAt(0)) >= 0;
  }

  /** An apostrophe before a formula or before another guarded cell. */
  private static boolean guarded(String cell) {
    int apostrophes = 0;
    while (apostrophes < cell.length() && cell.charAt(apostrophes) == '\'') {
      apostrophes++;
    }
    return apostrophes > 0 && runs(cell.substring(apostrophes));
  }
}
