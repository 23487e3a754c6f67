package org.mentoring.assignment;

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
  private final Bidding bidding;

  private PartOptimum(RowGraph graph, StepListener listener) {
    this.graph = graph;
    this.listener = listener;
    pairing = new Pairing(graph);
    bidding = new Bidding(pairing, listener);
  }

  static Pairing solve(RowGraph graph, StepListener listener) {
    PartOptimum optimum = new PartOptimum(graph, listener);
    optimum.bidding.reduceAll(2);
    if (!optimum.insertAll(true)) {
      optimum.bidding.approach();
      optimum.bidding.settle();
      optimum.insertAll(false);
      optimum.lowerAll();
    }
    return optimum.pairing;
  }

  /** Whether it was done; false where paths became long and that was to be said. */
  private boolean insertAll(boolean impatient) {
    int[] rows = new int[graph.rows()];
    int left = 0;
    for (int row = rows.length - 1; row >= 0; row--) {
      if (pairing.edgeOf[row] < 0) {
        rows[left++] = row;
      }
    }
    RowPaths paths = new RowPaths(pairing);
    double all = graph.columns.length;
    long before = 0;
    while (left > 0) {
      listener.advanced(0);
      paths.insert(rows[--left]);
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
