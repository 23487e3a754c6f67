package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Good prices and pairs to start from: unmatched rows bid for the column that they gain most at,
 * and put out who bid less (Jonker and Volgenant 1987, augmenting row reduction; with an increment:
 * Bertsekas's auction, with scaling).
 */
final class Bidding {
  private static final int INTERVAL = 1 << 12;
  private static final int ENOUGH = 8;
  private static final long PATIENCE = 64;

  private final Pairing pairing;
  private final RowGraph graph;
  private final StepListener listener;
  private final int[] rows;
  private final long[] bids;
  private final int[] queue;
  private int waiting;
  private long done;
  private long looks;

  /**
   * @param rows who bids; the others are unmatched
   */
  Bidding(Pairing pairing, int[] rows, StepListener listener) {
    this.pairing = pairing;
    this.graph = pairing.graph;
    this.listener = listener;
    bids = new long[graph.rows()];
    this.rows = rows;
    queue = rows.clone();
  }

  /**
   * Bids without increment, which leaves everything exact: each row in turn raises the price of its
   * best column up to where the second best is as good. Rows that cannot do so without harm stay
   * unmatched.
   */
  void reduceAll(int passes) {
    waiting = rows.length;
    for (int pass = 0; pass < passes; pass++) {
      int count = waiting;
      waiting = 0;
      long limit = done + 16L * count;
      int at = 0;
      while (at < count) {
        int row = queue[at++];
        int out = reduce(row);
        if (out >= 0 && out != row && done < limit) {
          queue[--at] = out;
        } else if (out >= 0) {
          queue[waiting++] = out;
        }
      }
    }
  }

  /** Who is unmatched after it, or -1 where nobody is or the row need not be inserted. */
  private int reduce(int row) {
    tick();
    int owner = graph.owners[row];
    long best = graph.rowFloor[owner];
    long second = best;
    int edge = -1;
    int secondEdge = -1;
    for (int e = graph.starts[owner]; e < graph.starts[owner + 1]; e++) {
      long gain = graph.points(e) - pairing.price[graph.columns[e]];
      if (gain > second) {
        if (gain > best) {
          second = best;
          secondEdge = edge;
          best = gain;
          edge = e;
        } else {
          second = gain;
          secondEdge = e;
        }
      }
    }
    if (edge < 0) {
      return -1;
    }
    int column = graph.columns[edge];
    if (pairing.hasRoom(column)) {
      pairing.put(row, edge);
      return -1;
    }
    if (best == second) {
      if (secondEdge >= 0 && pairing.hasRoom(graph.columns[secondEdge])) {
        pairing.put(row, secondEdge);
        return -1;
      }
      return row;
    }
    int out = pairing.last[column];
    if (graph.capacity[column] > 1 || graph.owners[out] == owner) {
      // A higher price would wrong the others of the column, or of the owner.
      return row;
    }
    pairing.price[column] += best - second;
    pairing.drop(out);
    pairing.put(row, edge);
    return out;
  }

  /**
   * Bids with an increment, ever finer: prices come near the optimum fast where bids without one
   * stall, but have to be made exact by {@link #settle}.
   */
  void approach() {
    boolean tight = Arrays.stream(graph.capacity).asLongStream().sum() == rows.length;
    long leastPoints = Long.MAX_VALUE;
    long mostPoints = 0;
    for (int e = 0; e < graph.columns.length; e++) {
      leastPoints = Math.min(leastPoints, graph.points(e));
      mostPoints = Math.max(mostPoints, graph.points(e));
    }
    long leastFloor = Arrays.stream(graph.columnFloor).min().orElse(0);
    long mostFloor = Arrays.stream(graph.columnFloor).max().orElse(0);
    long spread = mostPoints - leastPoints + mostFloor - leastFloor + 1;
    // Where there are too few columns for some rows, prices would rise without end.
    long least = mostPoints - leastFloor - ENOUGH * spread;
    // A price that an earlier round left too high only does no harm where every column fills up.
    long increment = Math.max(1, spread / (tight ? 64 : 1_024));
    while (round(increment, least) && increment > 1 && tight) {
      increment = Math.max(1, increment / 4);
    }
  }

  /** Whether the rows have bid to the end. */
  private boolean round(long increment, long least) {
    waiting = 0;
    for (int k = rows.length - 1; k >= 0; k--) {
      int row = rows[k];
      if (pairing.edgeOf[row] >= 0) {
        bids[row] = pairing.price[pairing.columnOf(row)];
        if (pairing.bestGain(row) - pairing.gain(row) > increment) {
          pairing.drop(row);
        }
      }
      if (pairing.edgeOf[row] < 0) {
        queue[waiting++] = row;
      }
    }
    long limit = looks + PATIENCE * graph.columns.length;
    while (waiting > 0) {
      int row = queue[--waiting];
      while (row >= 0) {
        row = bid(row, increment, least);
      }
      if (looks > limit) {
        return false;
      }
    }
    return true;
  }

  /** Who is put out by a row's bid, or -1. */
  private int bid(int row, long increment, long least) {
    tick();
    int owner = graph.owners[row];
    long best = Math.max(least, graph.rowFloor[owner]);
    long second = best;
    int edge = -1;
    int end = graph.starts[owner + 1];
    looks += end - graph.starts[owner];
    int[] columns = graph.columns;
    long[] price = pairing.price;
    for (int e = graph.starts[owner]; e < end; e++) {
      long gain = graph.points(e) - price[columns[e]];
      if (gain > second) {
        if (gain > best) {
          second = best;
          best = gain;
          edge = e;
        } else {
          second = gain;
        }
      }
    }
    if (edge < 0) {
      return -1;
    }
    int column = graph.columns[edge];
    if (pairing.hasRoom(column)) {
      bids[row] = price[column];
      pairing.put(row, edge);
      return -1;
    }
    bids[row] = price[column] + best - second + increment;
    int out = pairing.last[column];
    long lowest = bids[row];
    for (int other = pairing.next[out]; other >= 0; other = pairing.next[other]) {
      lowest = Math.min(lowest, Math.max(bids[other], bids[out]));
      out = bids[other] < bids[out] ? other : out;
    }
    // The price is the least bid of those who have the column.
    price[column] = lowest;
    pairing.drop(out);
    pairing.put(row, edge);
    return out;
  }

  /** Lets go every row that would rather have another column. */
  void settle() {
    for (int row : rows) {
      if (pairing.edgeOf[row] >= 0 && pairing.bestGain(row) > pairing.gain(row)) {
        pairing.drop(row);
      }
    }
  }

  private void tick() {
    if ((++done & (INTERVAL - 1)) == 0) {
      listener.advanced(0);
    }
  }
}
