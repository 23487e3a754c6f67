package org.mentoring.assignment;

/**
 * Lowers the prices of columns that have room, since such a column must cost nothing: each along
 * the cheapest path of columns whose rows would rather move, down to a column that may be left or
 * to an unmatched row. The mirror of {@link RowPaths}, for prices that were guessed too high.
 */
final class ColumnPaths {
  private final Pairing pairing;
  private final RowGraph graph;
  private final ColumnEdges byColumn;
  private final NodeHeap heap;
  private final int[] scanned;
  private final int[] toColumn;
  private final int[] byRow;
  private final int[] byEdge;
  private final int[] seenIn;
  private final long[] seenAt;
  private int search;
  private long best;
  private int endColumn;
  private int endRow;
  private int endEdge;

  ColumnPaths(Pairing pairing) {
    this.pairing = pairing;
    this.graph = pairing.graph;
    byColumn = graph.byColumn();
    int columns = graph.capacity.length;
    heap = new NodeHeap(columns);
    scanned = new int[columns];
    toColumn = new int[columns];
    byRow = new int[columns];
    byEdge = new int[columns];
    seenIn = new int[graph.firstRows.length - 1];
    seenAt = new long[seenIn.length];
  }

  /** Fills one unit of a column's room, or brings its price down to the floor. */
  void lower(int source) {
    heap.clear();
    search++;
    best = pairing.price[source] - graph.columnFloor[source];
    endColumn = source;
    endRow = -1;
    heap.offer(source, 0);
    int count = 0;
    while (heap.hasWithin(best)) {
      int column = heap.poll();
      scanned[count++] = column;
      relax(column, heap.distance(column));
    }
    for (int k = 0; k < count; k++) {
      pairing.price[scanned[k]] -= best - heap.distance(scanned[k]);
    }
    int column = endColumn;
    if (endRow >= 0) {
      pairing.put(endRow, endEdge);
    }
    while (column != source) {
      int row = byRow[column];
      int edge = byEdge[column];
      pairing.drop(row);
      pairing.put(row, edge);
      column = toColumn[column];
    }
  }

  private void relax(int column, long distance) {
    for (int at = byColumn.starts[column]; at < byColumn.starts[column + 1]; at++) {
      int owner = byColumn.rows[at];
      int edge = byColumn.edges[at];
      // Rows of one owner gain the same, so that all are as near.
      int firstRow = graph.firstRows[owner];
      long there = distance + pairing.price[column] - graph.points(edge) + pairing.gain(firstRow);
      if (there >= best || (seenIn[owner] == search && seenAt[owner] <= there)) {
        continue;
      }
      seenIn[owner] = search;
      seenAt[owner] = there;
      for (int row = firstRow; row < graph.firstRows[owner + 1] && there < best; row++) {
        if (pairing.edgeOf[row] < 0) {
          best = there;
          endRow = row;
          endEdge = edge;
          endColumn = column;
          break;
        }
        int left = pairing.columnOf(row);
        if (left != column && heap.offer(left, there)) {
          toColumn[left] = column;
          byRow[left] = row;
          byEdge[left] = edge;
          long down = there + pairing.price[left] - graph.columnFloor[left];
          if (down < best) {
            best = down;
            endColumn = left;
            endRow = -1;
          }
        }
      }
    }
  }
}
