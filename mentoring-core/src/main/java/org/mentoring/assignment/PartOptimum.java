package org.mentoring.assignment;

/**
 * The optimum of one part, in three steps of which each leaves less to the next: bids give good
 * prices and most pairs; shortest paths insert the rows that are left; where they turn out to be
 * long, bids with increments come between, and columns whose prices are then too high are lowered.
 */
final class PartOptimum {
  /** So often the edges are looked at by shortest paths before bids with increments are better. */
  private static final int PATIENCE = Integer.getInteger("patience", 12);

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
    if (!optimum.insertAll(PATIENCE * (long) graph.columns.length + 100_000)) {
      optimum.bidding.approach();
      optimum.bidding.settle();
      optimum.insertAll(Long.MAX_VALUE);
      optimum.lowerAll();
    }
    return optimum.pairing;
  }

  /** Whether it was done within so many looks at edges. */
  private boolean insertAll(long most) {
    RowPaths paths = new RowPaths(pairing);
    for (int row = 0; row < graph.rows(); row++) {
      if (pairing.edgeOf[row] < 0) {
        listener.advanced(0);
        paths.insert(row);
        if (paths.work() > most) {
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
