package org.mentoring.assignment;

import java.util.BitSet;

/**
 * The optimum of one part, in three steps of which each leaves less to the next: bids give good
 * prices and most pairs; shortest paths insert the rows that are left; where they turn out to be
 * long, bids with increments come between, and columns whose prices are then too high are lowered.
 */
final class PartOptimum {
  /** How often shortest paths may look at all edges before they are judged. */
  private static final int TRIAL = 2;

  /** How often they would look at all edges if bids with increments are to be better. */
  private static final int LONG = 12;

  /** How many insertions tell how long the next ones will be, at least. */
  private static final int SAMPLE = 16;

  private final RowGraph graph;
  private final StepListener listener;
  private final Pairing pairing;
  private int told;

  private PartOptimum(RowGraph graph, StepListener listener) {
    this.graph = graph;
    this.listener = listener;
    pairing = new Pairing(graph);
  }

  /**
   * The optimum.
   *
   * @param listener hears at most one step for each row
   */
  static Pairing solve(RowGraph graph, StepListener listener) {
    BitSet all = new BitSet();
    all.set(0, graph.rows());
    return solve(graph, all, listener);
  }

  /**
   * The optimum.
   *
   * @param first the rows to begin with; the others come later, one by one, and had better not have
   *     to put out many
   */
  static Pairing solve(RowGraph graph, BitSet first, StepListener listener) {
    PartOptimum optimum = new PartOptimum(graph, listener);
    int[] rows = first.stream().toArray();
    Bidding bidding = new Bidding(optimum.pairing, rows, listener);
    bidding.reduceAll(2);
    if (!optimum.insertAll(rows, 0, true)) {
      bidding.approach();
      bidding.settle();
      optimum.insertAll(rows, 0, false);
    }
    first.flip(0, graph.rows());
    optimum.insertAll(first.stream().toArray(), rows.length, false);
    optimum.lowerAll();
    return optimum.pairing;
  }

  /**
   * Whether it was done; false where paths became long and that was to be said.
   *
   * @param base how many other rows are done before these
   */
  private boolean insertAll(int[] rows, int base, boolean impatient) {
    int[] unmatched = new int[rows.length];
    int left = 0;
    for (int k = rows.length - 1; k >= 0; k--) {
      if (pairing.edgeOf[rows[k]] < 0) {
        unmatched[left++] = rows[k];
      }
    }
    if (left == 0) {
      return true;
    }
    RowPaths paths = new RowPaths(pairing);
    double all = graph.columns.length;
    long before = 0;
    while (left > 0) {
      paths.insert(unmatched[--left]);
      tell(base + rows.length - left);
      if (impatient && left % SAMPLE == 0) {
        double average = (double) (paths.work() - before) / SAMPLE;
        before = paths.work();
        if (before > TRIAL * all && average * left > LONG * all) {
          return false;
        }
      }
    }
    return true;
  }

  /** The same rows may be done twice, but are told once. */
  private void tell(int done) {
    listener.advanced(Math.max(0, done - told));
    told = Math.max(told, done);
  }

  private void lowerAll() {
    ColumnPaths paths = null;
    for (int column = 0; column < graph.capacity.length; column++) {
      while (pairing.hasRoom(column) && pairing.price[column] > graph.columnFloor[column]) {
        paths = paths == null ? new ColumnPaths(pairing) : paths;
        listener.advanced(0);
        paths.lower(column);
      }
    }
  }
}
