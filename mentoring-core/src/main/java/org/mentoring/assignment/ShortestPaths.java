package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Successive shortest augmenting paths with potentials, in whole numbers. Each unit of a row is
 * inserted along the cheapest path to a free column or to "unmatched", whose price is so high that
 * one more pair outweighs every score; so after each step the answer is optimal for the units
 * inserted so far (Ahuja, Magnanti, Orlin: Network Flows, chapter 9.7).
 *
 * <p>Nodes are the rows, then the columns. A potential only ever falls; that of a column is 0 while
 * it has room, and its negative is then the price of a place there.
 */
final class ShortestPaths {
  private final Assignment.Bipartite graph;
  private final int rows;
  private final long unmatched;
  private final int greatest;
  private final int[] rowOf;
  private final boolean[] used;
  private final int[] flow;
  private final int[] lastUsed;
  private final int[] nextUsed;
  private final int[] previousUsed;
  private final long[] potential;
  private final int[] arrivedBy;
  private final NodeHeap heap;
  private final int[] scanned;

  private ShortestPaths(Assignment.Bipartite graph) {
    this.graph = graph;
    this.rows = graph.supply().length;
    int columns = graph.capacity().length;
    int edges = graph.targets().length;
    int most = 0;
    for (int score : graph.scores()) {
      most = Math.max(most, score);
    }
    greatest = most;
    long supply = Arrays.stream(graph.supply()).asLongStream().sum();
    long capacity = Arrays.stream(graph.capacity()).asLongStream().sum();
    // A path changes as many scores as there are pairs, at most; potentials stay within twice the
    // price.
    unmatched = Math.multiplyExact(Math.min(supply, capacity) + 1, most + 1L);
    Math.multiplyExact(unmatched, 8L);
    rowOf = new int[edges];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(rowOf, graph.starts()[row], graph.starts()[row + 1], row);
    }
    used = new boolean[edges];
    flow = new int[columns];
    lastUsed = new int[columns];
    Arrays.fill(lastUsed, -1);
    nextUsed = new int[edges];
    previousUsed = new int[edges];
    potential = new long[rows + columns];
    arrivedBy = new int[rows + columns];
    heap = new NodeHeap(rows + columns);
    scanned = new int[rows + columns];
  }

  /**
   * Which edges the optimum uses.
   *
   * @param stepsARow how far the progress goes on with each row
   */
  static boolean[] solve(Assignment.Bipartite graph, Pulse pulse, int stepsARow) {
    ShortestPaths paths = new ShortestPaths(graph);
    for (int row = 0; row < paths.rows; row++) {
      int supply = Math.min(graph.supply()[row], graph.starts()[row + 1] - graph.starts()[row]);
      for (int unit = 0; unit < supply; unit++) {
        if (unit == 0 && paths.enter(row)) {
          continue;
        }
        pulse.check();
        if (!paths.insert(row)) {
          break;
        }
      }
      pulse.advance(stepsARow);
    }
    return paths.used;
  }

  private long cost(int edge) {
    return (long) greatest - graph.scores()[edge];
  }

  /**
   * Gives a new row its potential; whether its best column had room, so that the first unit is
   * settled.
   */
  private boolean enter(int row) {
    long best = -unmatched;
    int bestEdge = -1;
    for (int e = graph.starts()[row]; e < graph.starts()[row + 1]; e++) {
      long gain = potential[rows + graph.targets()[e]] - cost(e);
      if (gain > best) {
        best = gain;
        bestEdge = e;
      }
    }
    potential[row] = best;
    if (bestEdge < 0) {
      return false;
    }
    int column = graph.targets()[bestEdge];
    if (flow[column] == graph.capacity()[column]) {
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
        leaveColumn(node, distance, best);
        continue;
      }
      long giveUp = distance + unmatched + potential[node];
      if (giveUp < best) {
        best = giveUp;
        end = node;
      }
      for (int e = graph.starts()[node]; e < graph.starts()[node + 1]; e++) {
        if (used[e]) {
          continue;
        }
        int column = graph.targets()[e];
        int next = rows + column;
        long there = distance + cost(e) + potential[node] - potential[next];
        if (there >= best) {
          continue;
        }
        if (flow[column] < graph.capacity()[column]) {
          best = there;
          end = next;
          arrivedBy[next] = e;
        } else if (heap.offer(next, there)) {
          arrivedBy[next] = e;
        }
      }
    }
    for (int k = 0; k < count; k++) {
      potential[scanned[k]] += heap.distance(scanned[k]) - best;
    }
    return augment(source, end);
  }

  private void leaveColumn(int node, long distance, long best) {
    for (int e = lastUsed[node - rows]; e >= 0; e = previousUsed[e]) {
      int row = rowOf[e];
      long there = distance - cost(e) + potential[node] - potential[row];
      if (there < best && heap.offer(row, there)) {
        arrivedBy[row] = e;
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
        node = rows + graph.targets()[edge];
      }
    }
    return true;
  }

  private void use(int edge) {
    used[edge] = true;
    int column = graph.targets()[edge];
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
    int column = graph.targets()[edge];
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
