package org.mentoring.assignment;

/**
 * Inserts rows one by one, each along the cheapest path to a column with room or to a row that
 * rather stays unmatched, and raises the prices on the way by as much as the path costs; so after
 * each step the answer is optimal for the rows inserted so far (Ahuja, Magnanti, Orlin: Network
 * Flows, chapter 12.4). Ends at the first such column.
 */
final class RowPaths {
  private final Pairing pairing;
  private final RowGraph graph;
  private final NodeHeap heap;
  private final int[] scanned;
  private final int[] fromRow;
  private final int[] byEdge;
  private final int[] seenOwner;
  private int search;
  private long work;
  private long best;
  private int endColumn;

  RowPaths(Pairing pairing) {
    this.pairing = pairing;
    this.graph = pairing.graph;
    int columns = graph.capacity.length;
    heap = new NodeHeap(columns);
    scanned = new int[columns];
    fromRow = new int[columns];
    byEdge = new int[columns];
    seenOwner = new int[graph.starts.length - 1];
  }

  /** How many edges were looked at. */
  long work() {
    return work;
  }

  /** Inserts a row that is unmatched; it may stay so, or put out another. */
  void insert(int source) {
    search++;
    heap.clear();
    // Distances are those from the row, less its gain.
    best = -graph.rowFloor[graph.owners[source]];
    endColumn = -1;
    int endRow = source;
    relax(source, 0);
    int count = 0;
    while (heap.hasWithin(best)) {
      int column = heap.poll();
      scanned[count++] = column;
      long distance = heap.distance(column);
      for (int row = pairing.last[column]; row >= 0; row = pairing.next[row]) {
        // Rows of one owner gain the same: the first reached stands for all.
        if (seenOwner[graph.owners[row]] == search) {
          continue;
        }
        long base = distance + graph.points(pairing.edgeOf[row]) - pairing.price[column];
        long giveUp = base - graph.rowFloor[graph.owners[row]];
        if (giveUp < best) {
          best = giveUp;
          endRow = row;
          endColumn = -1;
        }
        relax(row, base);
      }
    }
    for (int k = 0; k < count; k++) {
      pairing.price[scanned[k]] += best - heap.distance(scanned[k]);
    }
    augment(source, endRow);
  }

  private void relax(int row, long base) {
    int owner = graph.owners[row];
    seenOwner[owner] = search;
    int end = graph.starts[owner + 1];
    work += end - graph.starts[owner];
    long[] price = pairing.price;
    int[] columns = graph.columns;
    for (int e = graph.starts[owner]; e < end; e++) {
      int column = columns[e];
      long there = base + price[column] - graph.points(e);
      if (there < best) {
        if (pairing.hasRoom(column)) {
          best = there;
          endColumn = column;
          fromRow[column] = row;
          byEdge[column] = e;
        } else if (heap.offer(column, there)) {
          fromRow[column] = row;
          byEdge[column] = e;
        }
      }
    }
  }

  private void augment(int source, int endRow) {
    int column = endColumn;
    if (column < 0) {
      if (endRow == source) {
        return;
      }
      column = pairing.columnOf(endRow);
      pairing.drop(endRow);
    }
    int row = fromRow[column];
    while (row != source) {
      int before = pairing.columnOf(row);
      pairing.drop(row);
      pairing.put(row, byEdge[column]);
      column = before;
      row = fromRow[column];
    }
    pairing.put(source, byEdge[column]);
  }
}
