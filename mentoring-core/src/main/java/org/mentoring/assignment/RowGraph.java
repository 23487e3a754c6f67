package org.mentoring.assignment;

/**
 * A part as the shortest paths see it: rows are its scarce side, columns the other one. The points
 * of an edge are its score and what its being kept is worth; what every pair of a mentee is worth
 * besides stands in the floors.
 */
final class RowGraph {
  private static final int SCORE = Integer.MAX_VALUE;

  /** The first edge of each row, and the end of all. */
  final int[] starts;

  /** The column of each edge. */
  final int[] columns;

  /** The score of each edge; the sign bit tells that it is better kept. */
  final int[] codes;

  /** What an edge with the sign bit is worth beside its score. */
  final long keepValue;

  /** How many units each row has. */
  final int[] supply;

  /** How many units each column takes. */
  final int[] capacity;

  /** What a unit of a row gains when it stays unmatched. */
  final long[] rowFloor;

  /** The price of a column that has room. */
  final long[] columnFloor;

  RowGraph(
      int[] starts,
      int[] columns,
      int[] codes,
      long keepValue,
      int[] supply,
      int[] capacity,
      long[] rowFloor,
      long[] columnFloor) {
    this.starts = starts;
    this.columns = columns;
    this.codes = codes;
    this.keepValue = keepValue;
    this.supply = supply;
    this.capacity = capacity;
    this.rowFloor = rowFloor;
    this.columnFloor = columnFloor;
  }

  static int code(int score, boolean kept) {
    return kept ? score | ~SCORE : score;
  }

  /** Without a branch, since it is in the innermost loop. */
  long points(int edge) {
    int code = codes[edge];
    return (code & SCORE) + (keepValue & (code >> 31));
  }

  /** Rows and columns changed; {@code order} is filled with the old number of each edge. */
  RowGraph turned(int[] order) {
    int[] turnedStarts = new int[capacity.length + 1];
    for (int column : columns) {
      turnedStarts[column + 1]++;
    }
    for (int c = 0; c < capacity.length; c++) {
      turnedStarts[c + 1] += turnedStarts[c];
    }
    int[] next = turnedStarts.clone();
    int[] turnedColumns = new int[columns.length];
    int[] turnedCodes = new int[columns.length];
    for (int row = 0; row < supply.length; row++) {
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        int at = next[columns[e]]++;
        turnedColumns[at] = row;
        turnedCodes[at] = codes[e];
        order[at] = e;
      }
    }
    return new RowGraph(
        turnedStarts,
        turnedColumns,
        turnedCodes,
        keepValue,
        /* supply= */ capacity,
        /* capacity= */ supply,
        /* rowFloor= */ columnFloor,
        /* columnFloor= */ rowFloor);
  }
}
