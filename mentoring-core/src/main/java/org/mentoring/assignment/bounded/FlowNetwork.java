package org.mentoring.assignment.bounded;

import java.util.Arrays;

/**
 * A circulation with bounds: nodes from 0, the last of them the root; arcs with a least and a
 * greatest flow and a cost. Not thread-safe.
 */
final class FlowNetwork {
  final int nodes;
  int arcs;
  int[] tail;
  int[] head;
  int[] least;
  int[] most;
  long[] cost;

  FlowNetwork(int nodes, int arcs) {
    this.nodes = nodes;
    tail = new int[arcs];
    head = new int[arcs];
    least = new int[arcs];
    most = new int[arcs];
    cost = new long[arcs];
  }

  int root() {
    return nodes - 1;
  }

  void arc(int from, int to, int atLeast, int atMost, long price) {
    if (arcs == tail.length) {
      int length = arcs + arcs / 2 + 8;
      tail = Arrays.copyOf(tail, length);
      head = Arrays.copyOf(head, length);
      least = Arrays.copyOf(least, length);
      most = Arrays.copyOf(most, length);
      cost = Arrays.copyOf(cost, length);
    }
    tail[arcs] = from;
    head[arcs] = to;
    least[arcs] = atLeast;
    most[arcs] = atMost;
    cost[arcs++] = price;
  }
}
