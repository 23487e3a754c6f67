package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Which row goes to which column so far, and what each column costs. A matched row gains the points
 * of its edge less the price of its column.
 */
final class Pairing {
  final RowGraph graph;

  /** The edge of each row, or -1. */
  final int[] edgeOf;

  /** What a row has to pay for each column. */
  final long[] price;

  /** How many rows each column has. */
  final int[] taken;

  /** The row that came last to a column, or -1; {@link #next} leads to the others. */
  final int[] last;

  /** The row that came to the same column before, or -1. */
  final int[] next;

  private final int[] previous;

  Pairing(RowGraph graph) {
    this.graph = graph;
    edgeOf = new int[graph.rows()];
    Arrays.fill(edgeOf, -1);
    next = new int[graph.rows()];
    previous = new int[graph.rows()];
    price = graph.columnFloor.clone();
    taken = new int[price.length];
    last = new int[price.length];
    Arrays.fill(last, -1);
  }

  boolean hasRoom(int column) {
    return taken[column] < graph.capacity[column];
  }

  /** The column of a matched row. */
  int columnOf(int row) {
    return graph.columns[edgeOf[row]];
  }

  /** What a row gains: where it is unmatched, the floor. */
  long gain(int row) {
    int edge = edgeOf[row];
    return edge < 0
        ? graph.rowFloor[graph.owners[row]]
        : graph.points(edge) - price[graph.columns[edge]];
  }

  /** The most that a row could gain at the prices. */
  long bestGain(int row) {
    int owner = graph.owners[row];
    long best = graph.rowFloor[owner];
    for (int e = graph.starts[owner]; e < graph.starts[owner + 1]; e++) {
      best = Math.max(best, graph.points(e) - price[graph.columns[e]]);
    }
    return best;
  }

  void put(int row, int edge) {
    int column = graph.columns[edge];
    edgeOf[row] = edge;
    next[row] = last[column];
    previous[row] = -1;
    if (last[column] >= 0) {
      previous[last[column]] = row;
    }
    last[column] = row;
    taken[column]++;
  }

  void drop(int row) {
    int column = graph.columns[edgeOf[row]];
    if (previous[row] >= 0) {
      next[previous[row]] = next[row];
    } else {
      last[column] = next[row];
    }
    if (next[row] >= 0) {
      previous[next[row]] = previous[row];
    }
    taken[column]--;
    edgeOf[row] = -1;
  }
}
