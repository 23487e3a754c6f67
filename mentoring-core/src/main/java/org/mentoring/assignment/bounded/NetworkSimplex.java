package org.mentoring.assignment.bounded;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.mentoring.assignment.StepListener;

/**
 * The primal simplex on a network, in whole numbers (Ahuja, Magnanti, Orlin: Network Flows, chapter
 * 11). A basis is a spanning tree. It stays strongly feasible, so that degenerate steps cannot go
 * round in a circle: from every node some flow could still be sent to the root. The entering arc is
 * the worst of a block of arcs, so that neither all arcs are looked at in each step nor the first
 * good one is taken.
 *
 * <p>What cannot be met yet flows over an extra arc between a node and the root, at a cost above
 * that of any way round.
 */
final class NetworkSimplex {
  private static final int PIVOTS_A_PULSE = 256;
  private static final byte AT_LEAST = 1;
  private static final byte IN_TREE = 0;
  private static final byte AT_MOST = -1;
  private static final int NONE = -1;

  private final int nodes;
  private final int root;
  private final int arcs;
  private final int[] tail;
  private final int[] head;
  private final int[] room;
  private final long[] cost;
  private final int[] flow;
  private final byte[] state;
  private final long[] potential;
  private final int[] parent;
  private final int[] treeArc;
  private final int[] depth;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final int[] previousSibling;
  private final int[] least;
  private int scanFrom;

  /** How a search ended. */
  enum End {
    OPTIMAL,
    INFEASIBLE,
    TIME_IS_OVER
  }

  /**
   * Starts with a tree.
   *
   * @param network the circulation
   * @param upArc for each node but the root an arc that leads away from it, towards the root; each
   *     node comes before the one that the arc leads to. {@code NONE} where there is no such arc
   * @param extraCost the cost of an extra arc
   */
  NetworkSimplex(FlowNetwork network, int[] upArc, long extraCost) {
    nodes = network.nodes;
    root = network.root();
    arcs = network.arcs;
    int all = arcs + nodes - 1;
    tail = Arrays.copyOf(network.tail, all);
    head = Arrays.copyOf(network.head, all);
    cost = Arrays.copyOf(network.cost, all);
    room = new int[all];
    least = network.least;
    flow = new int[all];
    state = new byte[all];
    potential = new long[nodes];
    parent = new int[nodes];
    treeArc = new int[nodes];
    depth = new int[nodes];
    firstChild = new int[nodes];
    nextSibling = new int[nodes];
    previousSibling = new int[nodes];
    long[] surplus = new long[nodes];
    Arrays.fill(state, AT_LEAST);
    for (int a = 0; a < arcs; a++) {
      room[a] = network.most[a] - network.least[a];
      surplus[head[a]] += network.least[a];
      surplus[tail[a]] -= network.least[a];
    }
    Arrays.fill(firstChild, NONE);
    parent[root] = NONE;
    treeArc[root] = NONE;
    for (int v = 0; v < nodes - 1; v++) {
      plant(v, upArc[v], surplus, extraCost);
    }
    for (int v = nodes - 2; v >= 0; v--) {
      hang(v);
    }
  }

  private void plant(int node, int up, long[] surplus, long extraCost) {
    int extra = arcs + node;
    boolean upward = surplus[node] >= 0;
    tail[extra] = upward ? node : root;
    head[extra] = upward ? root : node;
    cost[extra] = extraCost;
    room[extra] = Integer.MAX_VALUE;
    int arc = extra;
    if (up != NONE && upward && surplus[node] < room[up]) {
      arc = up;
      surplus[head[up]] += surplus[node];
    }
    flow[arc] = Math.toIntExact(Math.abs(surplus[node]));
    state[arc] = IN_TREE;
    treeArc[node] = arc;
    parent[node] = arc == up ? head[up] : root;
  }

  private void hang(int node) {
    adopt(parent[node], node);
    settle(node);
  }

  /** Depth and potential follow from the parent's. */
  private void settle(int node) {
    int up = parent[node];
    int arc = treeArc[node];
    depth[node] = depth[up] + 1;
    potential[node] = tail[arc] == node ? potential[up] - cost[arc] : potential[up] + cost[arc];
  }

  private void adopt(int node, int child) {
    int next = firstChild[node];
    nextSibling[child] = next;
    previousSibling[child] = NONE;
    if (next != NONE) {
      previousSibling[next] = child;
    }
    firstChild[node] = child;
  }

  private void release(int child) {
    int previous = previousSibling[child];
    int next = nextSibling[child];
    if (previous == NONE) {
      firstChild[parent[child]] = next;
    } else {
      nextSibling[previous] = next;
    }
    if (next != NONE) {
      previousSibling[next] = previous;
    }
  }

  /** Goes on from the flow that was found with other costs; extra arcs keep theirs. */
  void reprice(long[] costs) {
    System.arraycopy(costs, 0, cost, 0, arcs);
    int node = root;
    while (true) {
      if (firstChild[node] != NONE) {
        node = firstChild[node];
      } else {
        while (node != root && nextSibling[node] == NONE) {
          node = parent[node];
        }
        if (node == root) {
          return;
        }
        node = nextSibling[node];
      }
      settle(node);
    }
  }

  /** Steps until nothing can be better, or the time is over. */
  End solve(BooleanSupplier timeIsOver, StepListener listener) {
    long pivots = 0;
    for (int entering = entering(); entering != NONE; entering = entering()) {
      pivot(entering);
      if (++pivots % PIVOTS_A_PULSE == 0) {
        listener.advanced(0);
        if (timeIsOver.getAsBoolean()) {
          return End.TIME_IS_OVER;
        }
      }
    }
    return unmet() ? End.INFEASIBLE : End.OPTIMAL;
  }

  /** Whether some bound is not met yet. */
  boolean unmet() {
    for (int a = arcs; a < flow.length; a++) {
      if (flow[a] > 0) {
        return true;
      }
    }
    return false;
  }

  int flow(int arc) {
    return least[arc] + flow[arc];
  }

  /** Below 0 at the most, above 0 at the least, 0 in between, once the flow is optimal. */
  long reducedCost(int arc) {
    return cost[arc] + potential[tail[arc]] - potential[head[arc]];
  }

  /** What could still flow over an arc, or be taken back if {@code backward}. */
  int residual(int arc, boolean backward) {
    return backward ? flow[arc] : room[arc] - flow[arc];
  }

  /** Below 0 where a node lacks inflow, above 0 where it has too much of it. */
  int unmetAt(int node) {
    int extra = arcs + node;
    return tail[extra] == node ? flow[extra] : -flow[extra];
  }

  private int entering() {
    int block = Math.max(16, (int) (Math.sqrt(arcs) / 2));
    long worst = 0;
    int found = NONE;
    int inBlock = 0;
    // The extra arcs never come back once they have left.
    for (int k = 0; k < arcs; k++) {
      int a = scanFrom;
      scanFrom = a + 1 == arcs ? 0 : a + 1;
      long reduced = state[a] * reducedCost(a);
      if (reduced < worst) {
        worst = reduced;
        found = a;
      }
      if (++inBlock >= block) {
        if (found != NONE) {
          return found;
        }
        inBlock = 0;
      }
    }
    return found;
  }

  private void pivot(int entering) {
    boolean forward = state[entering] == AT_LEAST;
    int first = forward ? tail[entering] : head[entering];
    int second = forward ? head[entering] : tail[entering];
    int join = join(first, second);
    int delta = room[entering];
    int cut = NONE;
    boolean cutBeforeEntering = false;
    // The last of the blocking arcs, seen from the join in the direction of the flow, leaves: so
    // the
    // tree stays strongly feasible.
    for (int v = first; v != join; v = parent[v]) {
      int a = treeArc[v];
      int free = tail[a] == v ? flow[a] : room[a] - flow[a];
      if (free < delta) {
        delta = free;
        cut = v;
        cutBeforeEntering = true;
      }
    }
    for (int v = second; v != join; v = parent[v]) {
      int a = treeArc[v];
      int free = tail[a] == v ? room[a] - flow[a] : flow[a];
      if (free <= delta) {
        delta = free;
        cut = v;
        cutBeforeEntering = false;
      }
    }
    if (delta > 0) {
      push(entering, forward ? delta : -delta, first, second, join, delta);
    }
    if (cut == NONE) {
      state[entering] = (byte) -state[entering];
      return;
    }
    int leaving = treeArc[cut];
    state[leaving] = flow[leaving] == 0 ? AT_LEAST : AT_MOST;
    state[entering] = IN_TREE;
    graft(entering, cut, cutBeforeEntering ? first : second, cutBeforeEntering ? second : first);
  }

  private int join(int first, int second) {
    int u = first;
    int v = second;
    while (depth[u] > depth[v]) {
      u = parent[u];
    }
    while (depth[v] > depth[u]) {
      v = parent[v];
    }
    while (u != v) {
      u = parent[u];
      v = parent[v];
    }
    return u;
  }

  private void push(int entering, int signed, int first, int second, int join, int delta) {
    flow[entering] += signed;
    for (int v = first; v != join; v = parent[v]) {
      int a = treeArc[v];
      flow[a] += tail[a] == v ? -delta : delta;
    }
    for (int v = second; v != join; v = parent[v]) {
      int a = treeArc[v];
      flow[a] += tail[a] == v ? delta : -delta;
    }
  }

  /** Cuts the branch at a node and hangs it, turned round, by the entering arc. */
  private void graft(int entering, int cut, int inside, int outside) {
    int node = inside;
    int newParent = outside;
    int newArc = entering;
    while (true) {
      int oldParent = parent[node];
      int oldArc = treeArc[node];
      release(node);
      parent[node] = newParent;
      treeArc[node] = newArc;
      adopt(newParent, node);
      if (node == cut) {
        break;
      }
      newParent = node;
      newArc = oldArc;
      node = oldParent;
    }
    settleBranch(inside);
  }

  private void settleBranch(int top) {
    long before = potential[top];
    settle(top);
    long shift = potential[top] - before;
    int node = top;
    while (true) {
      if (firstChild[node] != NONE) {
        node = firstChild[node];
      } else {
        while (node != top && nextSibling[node] == NONE) {
          node = parent[node];
        }
        if (node == top) {
          return;
        }
        node = nextSibling[node];
      }
      potential[node] += shift;
      depth[node] = depth[parent[node]] + 1;
    }
  }
}
