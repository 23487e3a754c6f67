package org.mentoring.assignment;

/** The edges of rows, found from their columns. */
final class ColumnEdges {
  /** The first place of each column, and the end of all. */
  final int[] starts;

  /** The row, or its owner, of each place. */
  final int[] rows;

  /** The number of the edge at each place. */
  final int[] edges;

  ColumnEdges(int[] rowStarts, int[] columns, int columnCount) {
    starts = new int[columnCount + 1];
    int size = rowStarts[rowStarts.length - 1];
    for (int e = 0; e < size; e++) {
      starts[columns[e] + 1]++;
    }
    for (int c = 0; c < columnCount; c++) {
      starts[c + 1] += starts[c];
    }
    int[] next = starts.clone();
    rows = new int[size];
    edges = new int[size];
    for (int row = 0; row < rowStarts.length - 1; row++) {
      for (int e = rowStarts[row]; e < rowStarts[row + 1]; e++) {
        int at = next[columns[e]]++;
        rows[at] = row;
        edges[at] = e;
      }
    }
  }
}
