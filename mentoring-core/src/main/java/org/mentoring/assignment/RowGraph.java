package org.mentoring.assignment;

/**
 * A part as its solver sees it: rows are its scarce side, columns the other one. The points of an
 * edge are its score and what its being kept is worth; what every pair of a mentee is worth besides
 * stands in the floors.
 *
 * <p>A row is one unit. Who has several units has as many rows, which share their edges: the
 * <em>owner</em> of a row has edges, floors and rows in sequence.
 */
final class RowGraph {
  private static final int SCORE = Integer.MAX_VALUE;

  /** The first edge of each owner, and the end of all. */
  final int[] starts;

  /** The column of each edge. */
  final int[] columns;

  /** The score of each edge; the sign bit tells that it is better kept. */
  final int[] codes;

  /** What an edge with the sign bit is worth beside its score. */
  final long keepValue;

  /** The first row of each owner, and the end of all. */
  final int[] firstRows;

  /** The owner of each row. */
  final int[] owners;

  /** How many rows each column takes. */
  final int[] capacity;

  /** What a row gains when it stays unmatched, by owner. */
  final long[] rowFloor;

  /** The price of a column that has room. */
  final long[] columnFloor;

  /**
   * @param units how many rows each owner has
   */
  RowGraph(
      int[] starts,
      int[] columns,
      int[] codes,
      long keepValue,
      int[] units,
      int[] capacity,
      long[] rowFloor,
      long[] columnFloor) {
    this.starts = starts;
    this.columns = columns;
    this.codes = codes;
    this.keepValue = keepValue;
    this.capacity = capacity;
    this.rowFloor = rowFloor;
    this.columnFloor = columnFloor;
    firstRows = new int[units.length + 1];
    for (int owner = 0; owner < units.length; owner++) {
      // Of more units than edges some stay unmatched, and one tells that as well as all.
      int degree = starts[owner + 1] - starts[owner];
      firstRows[owner + 1] = firstRows[owner] + Math.min(units[owner], degree + 1);
    }
    owners = new int[firstRows[units.length]];
    for (int owner = 0; owner < units.length; owner++) {
      for (int row = firstRows[owner]; row < firstRows[owner + 1]; row++) {
        owners[row] = owner;
      }
    }
  }

  static int code(int score, boolean kept) {
    return kept ? score | ~SCORE : score;
  }

  int rows() {
    return owners.length;
  }

  /** Few edges are kept, so that the branch is foreseen; it is in the innermost loop. */
  long points(int edge) {
    int code = codes[edge];
    return code >= 0 ? code : (code & SCORE) + keepValue;
  }

  /** The columns' edges. */
  ColumnEdges byColumn() {
    return new ColumnEdges(starts, columns, capacity.length);
  }
}
