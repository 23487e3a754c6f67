package org.mentoring.assignment;

import java.util.BitSet;

/**
 * Which rows to begin with where earlier rows come before later ones: each row joins if all that
 * joined before can still be matched beside it. Such sets are a matroid, so this takes the first
 * rows that can be matched together at all (Edmonds and Fulkerson 1965).
 */
final class LongestWaiting {
  private final RowGraph graph;
  private final StepListener listener;
  private final Pairing pairing;
  private final int[] fromRow;
  private final int[] byEdge;
  private final int[] reached;
  private final boolean[] seen;
  private int count;

  private LongestWaiting(RowGraph graph, StepListener listener) {
    this.graph = graph;
    this.listener = listener;
    pairing = new Pairing(graph);
    int columns = graph.capacity.length;
    fromRow = new int[columns];
    byEdge = new int[columns];
    reached = new int[columns];
    seen = new boolean[columns];
  }

  /**
   * @param graph with one row for each owner
   */
  static BitSet choose(RowGraph graph, StepListener listener) {
    LongestWaiting search = new LongestWaiting(graph, listener);
    BitSet chosen = new BitSet();
    for (int row = 0; row < graph.rows(); row++) {
      chosen.set(row, search.join(row));
    }
    return chosen;
  }

  private boolean join(int source) {
    listener.advanced(0);
    count = 0;
    int end = reach(source);
    for (int k = 0; k < count && end < 0; k++) {
      int column = reached[k];
      for (int row = pairing.last[column]; row >= 0 && end < 0; row = pairing.next[row]) {
        end = reach(row);
      }
    }
    if (end < 0) {
      // No room can be reached from these columns, now or later: they stay seen.
      return false;
    }
    for (int k = 0; k < count; k++) {
      seen[reached[k]] = false;
    }
    int column = end;
    int row = fromRow[column];
    while (row != source) {
      int before = pairing.columnOf(row);
      pairing.drop(row);
      pairing.put(row, byEdge[column]);
      column = before;
      row = fromRow[column];
    }
    pairing.put(source, byEdge[column]);
    return true;
  }

  /** A column with room beside the row, or -1. */
  private int reach(int row) {
    for (int e = graph.starts[row]; e < graph.starts[row + 1]; e++) {
      int column = graph.columns[e];
      if (!seen[column]) {
        fromRow[column] = row;
        byEdge[column] = e;
        if (pairing.hasRoom(column)) {
          return column;
        }
        seen[column] = true;
        reached[count++] = column;
      }
    }
    return -1;
  }
}
