package org.mentoring.assignment.bounded;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;

/**
 * One part of a problem as a circulation: from the root through the quotas of mentees, from the
 * outermost inwards, to the mentees; over the possible pairs to the mentors; through their quotas
 * back to the root. Each bound is an arc into its mentee's, or out of its mentor's, node.
 */
final class FlowPart {
  private static final Comparator<Bound> ASKING_LITTLE_FIRST =
      Comparator.comparingInt(Bound::least).thenComparing(Comparator.naturalOrder());

  private final BoundedProblem problem;
  private final int[] mentees;
  private final int[] mentors;
  private final int[] quotasOfMentees;
  private final int[] quotasOfMentors;
  private final int firstMentee;
  private final int firstMentor;
  private final int firstQuotaOfMentors;
  private final int pairArcs;
  private final int[] edgeOf;
  private final FlowNetwork network;
  private final NetworkSimplex simplex;
  private final long[] costs;
  private final long firstPairWorth;
  private int[] firstPairOf = {};

  /**
   * Builds it.
   *
   * @param local scratch for all mentors and quotas of the problem, any content
   * @param weights what pairs are worth; null to look for any flow that keeps the bounds
   */
  FlowPart(
      BoundedProblem problem,
      FlowComponents.Part part,
      Nesting ofMentees,
      Nesting ofMentors,
      int[] local,
      @Nullable BoundedWeights weights) {
    this.problem = problem;
    Edges edges = problem.edges();
    mentees = part.mentees();
    mentors = part.mentors();
    quotasOfMentees = quotasAround(mentees, ofMentees);
    quotasOfMentors = quotasAround(mentors, ofMentors);
    // Out of a quota of mentors comes what its inner ones let through, so the innermost is first.
    for (int low = 0, high = quotasOfMentors.length - 1; low < high; low++, high--) {
      int moved = quotasOfMentors[low];
      quotasOfMentors[low] = quotasOfMentors[high];
      quotasOfMentors[high] = moved;
    }
    firstMentee = quotasOfMentees.length;
    firstMentor = firstMentee + mentees.length;
    firstQuotaOfMentors = firstMentor + mentors.length;
    int root = firstQuotaOfMentors + quotasOfMentors.length;
    int pairs = 0;
    for (int mentee : mentees) {
      pairs += edges.firstEdge(mentee + 1) - edges.firstEdge(mentee);
    }
    pairArcs = pairs;
    edgeOf = new int[pairs];
    network = new FlowNetwork(root + 1, pairs + root);
    int[] upArc = new int[root];
    Arrays.fill(upArc, -1);
    firstPairWorth = weights == null ? 0 : weights.worths().mentee();
    addPairs(edges, local, weights, upArc);
    addBounds(ofMentees, ofMentors, local, root, weights, upArc);
    costs = network.cost;
    network.cost = countingCosts();
    simplex = new NetworkSimplex(network, upArc, weights == null ? 1 : weights.extra());
  }

  /** The costs by which only mentees and pairs count. */
  private long[] countingCosts() {
    long[] counting = new long[network.arcs];
    for (int arc = pairArcs; arc < network.arcs; arc++) {
      counting[arc] = costs[arc];
    }
    return counting;
  }

  private static int[] quotasAround(int[] members, Nesting nesting) {
    BitSet around = new BitSet();
    for (int member : members) {
      int quota = nesting.innermost(member);
      while (quota != Nesting.NONE && !around.get(quota)) {
        around.set(quota);
        quota = nesting.outer(quota);
      }
    }
    return Arrays.stream(nesting.order()).filter(around::get).toArray();
  }

  private void addPairs(Edges edges, int[] local, @Nullable BoundedWeights weights, int[] upArc) {
    for (int k = 0; k < mentors.length; k++) {
      local[mentors[k]] = firstMentor + k;
    }
    for (int k = 0; k < mentees.length; k++) {
      int best = -1;
      for (int e = edges.firstEdge(mentees[k]); e < edges.firstEdge(mentees[k] + 1); e++) {
        int arc = network.arcs;
        edgeOf[arc] = e;
        long worth = weights == null ? 0 : weights.besides(problem, mentees[k], e);
        network.arc(firstMentee + k, local[edges.mentorOf(e)], 0, 1, -worth);
        if (best < 0 || network.cost[arc] < network.cost[best]) {
          best = arc;
        }
      }
      upArc[firstMentee + k] = best;
    }
  }

  private void addBounds(
      Nesting ofMentees,
      Nesting ofMentors,
      int[] local,
      int root,
      @Nullable BoundedWeights weights,
      int[] upArc) {
    int base = problem.edges().mentors();
    long pair = weights == null ? 0 : -weights.worths().pair();
    for (int k = 0; k < quotasOfMentees.length; k++) {
      local[base + quotasOfMentees[k]] = k;
    }
    for (int k = 0; k < quotasOfMentors.length; k++) {
      local[base + quotasOfMentors[k]] = firstQuotaOfMentors + k;
    }
    int firstPairs = 0;
    for (int node = 0; node < root; node++) {
      Bound bound = boundAt(node);
      int arc = network.arcs;
      if (node < firstMentor) {
        int outer =
            node < firstMentee
                ? ofMentees.outer(bound.number())
                : ofMentees.innermost(bound.number());
        int from = outer == Nesting.NONE ? root : local[base + outer];
        boolean apart = firstPairWorth > 0 && node >= firstMentee && bound.most() > 1;
        firstPairs += apart ? 1 : 0;
        long cost = from == root ? pair : 0;
        network.arc(
            from,
            node,
            apart ? Math.max(bound.least() - 1, 0) : bound.least(),
            apart ? bound.most() - 1 : bound.most(),
            apart || node < firstMentee ? cost : cost - firstPairWorth);
        if (from != root && upArc[from] < 0) {
          upArc[from] = arc;
        }
      } else {
        int outer =
            node < firstQuotaOfMentors
                ? ofMentors.innermost(bound.number())
                : ofMentors.outer(bound.number());
        int to = outer == Nesting.NONE ? root : local[base + outer];
        network.arc(node, to, bound.least(), bound.most(), 0);
        upArc[node] = arc;
      }
    }
    addFirstPairs(firstPairs);
  }

  /** A mentee's first pair is worth more than its others: it has an arc of its own. */
  private void addFirstPairs(int count) {
    firstPairOf = new int[count];
    int added = 0;
    for (int node = firstMentee; node < firstMentor && added < count; node++) {
      Bound bound = boundAt(node);
      if (bound.most() > 1) {
        firstPairOf[added++] = node;
        int others = pairArcs + node;
        long cost = network.cost[others] - firstPairWorth;
        network.arc(network.tail[others], node, Math.min(bound.least(), 1), 1, cost);
      }
    }
  }

  /** The node whose bound an arc is that is no pair. */
  private int nodeOf(int arc) {
    int number = arc - pairArcs;
    return number < network.root() ? number : firstPairOf[number - network.root()];
  }

  private Bound boundAt(int node) {
    if (node < firstMentee) {
      return problem.quotaBound(quotasOfMentees[node]);
    }
    if (node < firstMentor) {
      return problem.menteeBound(mentees[node - firstMentee]);
    }
    if (node < firstQuotaOfMentors) {
      return problem.mentorBound(mentors[node - firstMentor]);
    }
    return problem.quotaBound(quotasOfMentors[node - firstQuotaOfMentors]);
  }

  /** Looks for the most mentees and pairs, before anything else counts. */
  NetworkSimplex.End count(BooleanSupplier timeIsOver, StepListener listener) {
    return simplex.solve(timeIsOver, listener);
  }

  /** Goes on from there until nothing is better on any level. */
  NetworkSimplex.End solve(BooleanSupplier timeIsOver, StepListener listener) {
    simplex.reprice(costs);
    return simplex.solve(timeIsOver, listener);
  }

  boolean unmet() {
    return simplex.unmet();
  }

  int menteeCount() {
    return mentees.length;
  }

  void collect(BitSet chosen) {
    for (int arc = 0; arc < pairArcs; arc++) {
      if (simplex.flow(arc) > 0) {
        chosen.set(edgeOf[arc]);
      }
    }
  }

  void collectPrices(PriceTable into) {
    for (int k = 0; k < quotasOfMentees.length; k++) {
      into.quotas[quotasOfMentees[k]] = -simplex.reducedCost(pairArcs + k);
    }
    for (int k = 0; k < mentees.length; k++) {
      long price = -simplex.reducedCost(pairArcs + firstMentee + k);
      boolean several = problem.menteeMost(mentees[k]) > 1;
      into.mentees[mentees[k]] = several ? price : price - firstPairWorth;
    }
    for (int k = 0; k < mentors.length; k++) {
      into.mentors[mentors[k]] = -simplex.reducedCost(pairArcs + firstMentor + k);
    }
    for (int k = 0; k < quotasOfMentors.length; k++) {
      into.quotas[quotasOfMentors[k]] = -simplex.reducedCost(pairArcs + firstQuotaOfMentors + k);
    }
  }

  /**
   * Bounds that contradict each other: what has to flow into some nodes is more than what can flow
   * out of them, or the other way round (Hoffman's circulation theorem). To be asked once the
   * search has shown that there is no flow.
   */
  List<Limit> contradiction() {
    int asked = 0;
    List<Limit> shortest = List.of();
    for (int node = 0; node < network.root() && asked < 32; node++) {
      int unmet = simplex.unmetAt(node);
      if (unmet != 0) {
        asked++;
        List<Limit> found = contradiction(cut(node, unmet < 0), unmet < 0);
        if (shortest.isEmpty() || found.size() < shortest.size()) {
          shortest = found;
        }
      }
    }
    return shortest;
  }

  /** The nodes that a surplus can still reach; or those from which a lack could be filled. */
  private BitSet cut(int from, boolean backward) {
    int[] starts = new int[network.nodes + 1];
    int[] incident = incidence(starts);
    BitSet reached = new BitSet(network.nodes);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    reached.set(from);
    open.add(from);
    while (!open.isEmpty()) {
      int node = open.remove();
      for (int k = starts[node]; k < starts[node + 1]; k++) {
        int arc = incident[k];
        boolean leaves = network.tail[arc] == node;
        int other = leaves ? network.head[arc] : network.tail[arc];
        if (!reached.get(other) && simplex.residual(arc, leaves == backward) > 0) {
          reached.set(other);
          open.add(other);
        }
      }
    }
    return reached;
  }

  private int[] incidence(int[] starts) {
    for (int arc = 0; arc < network.arcs; arc++) {
      starts[network.tail[arc] + 1]++;
      starts[network.head[arc] + 1]++;
    }
    for (int node = 0; node < network.nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] next = starts.clone();
    int[] incident = new int[2 * network.arcs];
    for (int arc = 0; arc < network.arcs; arc++) {
      incident[next[network.tail[arc]]++] = arc;
      incident[next[network.head[arc]]++] = arc;
    }
    return incident;
  }

  private List<Limit> contradiction(BitSet within, boolean backward) {
    SortedSet<Bound> demands = new TreeSet<>(ASKING_LITTLE_FIRST);
    Set<Limit> limits = new LinkedHashSet<>();
    long tooMuch = 0;
    for (int arc = 0; arc < network.arcs; arc++) {
      boolean fromWithin = within.get(network.tail[arc]);
      if (fromWithin == within.get(network.head[arc])) {
        continue;
      }
      if (fromWithin == backward) {
        tooMuch += network.least[arc];
        if (network.least[arc] > 0) {
          demands.add(boundAt(nodeOf(arc)));
        }
      } else {
        tooMuch -= network.most[arc];
        if (arc >= pairArcs) {
          limits.add(new Limit(boundAt(nodeOf(arc)), Limit.End.MOST));
        }
      }
    }
    // What is asked in excess of the contradiction need not be named.
    for (Bound demand : demands) {
      if (demand.least() < tooMuch) {
        tooMuch -= demand.least();
      } else {
        limits.add(new Limit(demand, Limit.End.LEAST));
      }
    }
    return List.copyOf(limits);
  }
}
