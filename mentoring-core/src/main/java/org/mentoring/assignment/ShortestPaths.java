package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Successive shortest augmenting paths with dual prices, in whole numbers. Each unit of a row is
 * inserted along the cheapest path to a column with room or to a unit that rather stays unmatched;
 * so after each step the answer is optimal for the units inserted so far (Ahuja, Magnanti, Orlin:
 * Network Flows, chapter 9.7).
 *
 * <p>Always gain(row) + price(column) is at least the points of an edge, and equal for a used one.
 * Gains only fall, and are at the floor where a unit is unmatched; prices only rise, and are at the
 * floor where a column has room.
 */
final class ShortestPaths {
  private final RowGraph graph;
  private final int rows;
  private final int[] rowOf;
  private final boolean[] used;
  private final int[] flow;
  private final int[] lastUsed;
  private final int[] nextUsed;
  private final int[] previousUsed;
  private final long[] gain;
  private final long[] price;
  private final int[] arrivedBy;
  private final NodeHeap heap;
  private final int[] scanned;

  private ShortestPaths(RowGraph graph) {
    this.graph = graph;
    this.rows = graph.supply.length;
    int columns = graph.capacity.length;
    int edges = graph.columns.length;
    rowOf = new int[edges];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(rowOf, graph.starts[row], graph.starts[row + 1], row);
    }
    used = new boolean[edges];
    flow = new int[columns];
    lastUsed = new int[columns];
    Arrays.fill(lastUsed, -1);
    nextUsed = new int[edges];
    previousUsed = new int[edges];
    gain = new long[rows];
    price = graph.columnFloor.clone();
    arrivedBy = new int[rows + columns];
    heap = new NodeHeap(rows + columns);
    scanned = new int[rows + columns];
  }

  /**
   * The optimum.
   *
   * @param stepsARow how far the progress goes on with each row
   */
  static ShortestPaths solve(RowGraph graph, StepListener listener, int stepsARow) {
    ShortestPaths paths = new ShortestPaths(graph);
    for (int row = 0; row < paths.rows; row++) {
      paths.insertUnits(row, listener);
      listener.advanced(stepsARow);
    }
    return paths;
  }

  /** Whether an edge is used. */
  boolean[] used() {
    return used;
  }

  long rowGain(int row) {
    return gain[row];
  }

  long columnPrice(int column) {
    return price[column];
  }

  /**
   * One unit more than the row has edges is tried where it has so many: it fails at once, and the
   * gain falls to the floor, as it must where a unit is unmatched.
   */
  private void insertUnits(int row, StepListener listener) {
    int degree = graph.starts[row + 1] - graph.starts[row];
    int supply = Math.min(graph.supply[row], degree + 1);
    for (int unit = 0; unit < supply; unit++) {
      if (unit == 0 && enter(row)) {
        continue;
      }
      listener.advanced(0);
      if (!insert(row)) {
        break;
      }
    }
  }

  /**
   * Gives a new row its gain; whether its best column had room, so that the first unit is settled.
   */
  private boolean enter(int row) {
    long best = graph.rowFloor[row];
    int bestEdge = -1;
    for (int e = graph.starts[row]; e < graph.starts[row + 1]; e++) {
      long there = graph.points(e) - price[graph.columns[e]];
      if (there > best) {
        best = there;
        bestEdge = e;
      }
    }
    gain[row] = best;
    if (bestEdge < 0) {
      return false;
    }
    int column = graph.columns[bestEdge];
    if (flow[column] == graph.capacity[column]) {
      return false;
    }
    use(bestEdge);
    flow[column]++;
    return true;
  }

  /** Inserts one unit; false if it and all further ones of the row stay unmatched. */
  private boolean insert(int source) {
    heap.clear();
    heap.offer(source, 0);
    arrivedBy[source] = -1;
    long best = Long.MAX_VALUE;
    int end = -1;
    int count = 0;
    while (!heap.isEmpty()) {
      int node = heap.poll();
      long distance = heap.distance(node);
      if (distance >= best) {
        break;
      }
      scanned[count++] = node;
      if (node >= rows) {
        leaveColumn(node - rows, distance, best);
        continue;
      }
      long giveUp = distance + gain[node] - graph.rowFloor[node];
      if (giveUp < best) {
        best = giveUp;
        end = node;
      }
      for (int e = graph.starts[node]; e < graph.starts[node + 1]; e++) {
        int column = graph.columns[e];
        long there = distance + gain[node] + price[column] - graph.points(e);
        if (there >= best) {
          continue;
        }
        if (flow[column] < graph.capacity[column]) {
          best = there;
          end = rows + column;
          arrivedBy[end] = e;
        } else if (heap.offer(rows + column, there)) {
          arrivedBy[rows + column] = e;
        }
      }
    }
    for (int k = 0; k < count; k++) {
      long slack = best - heap.distance(scanned[k]);
      if (scanned[k] < rows) {
        gain[scanned[k]] -= slack;
      } else {
        price[scanned[k] - rows] += slack;
      }
    }
    return augment(source, end);
  }

  /** Used edges have no slack: their rows are as near as the column. */
  private void leaveColumn(int column, long distance, long best) {
    for (int e = lastUsed[column]; e >= 0; e = previousUsed[e]) {
      if (distance < best && heap.offer(rowOf[e], distance)) {
        arrivedBy[rowOf[e]] = e;
      }
    }
  }

  private boolean augment(int source, int end) {
    if (end == source) {
      return false;
    }
    int node = end;
    if (node >= rows) {
      flow[node - rows]++;
    }
    while (node != source) {
      int edge = arrivedBy[node];
      if (node >= rows) {
        use(edge);
        node = rowOf[edge];
      } else {
        release(edge);
        node = rows + graph.columns[edge];
      }
    }
    return true;
  }

  private void use(int edge) {
    used[edge] = true;
    int column = graph.columns[edge];
    int last = lastUsed[column];
    previousUsed[edge] = last;
    nextUsed[edge] = -1;
    if (last >= 0) {
      nextUsed[last] = edge;
    }
    lastUsed[column] = edge;
  }

  private void release(int edge) {
    used[edge] = false;
    int column = graph.columns[edge];
    int previous = previousUsed[edge];
    int next = nextUsed[edge];
    if (previous >= 0) {
      nextUsed[previous] = next;
    }
    if (next >= 0) {
      previousUsed[next] = previous;
    } else {
      lastUsed[column] = previous;
    }
  }
}
