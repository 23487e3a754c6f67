package org.mentoring.ortools;

import java.util.Arrays;
import java.util.List;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.bounded.BoundedProblem;

/**
 * Possible pairs that are formed all or none, because their mentees stay together: one choice for
 * the solver. Pairs of a mentor whom not all of them can have are no choice at all.
 */
final class PairClasses {
  static final int NEVER = -1;

  private final int[] first;
  private final boolean[] never;

  PairClasses(BoundedProblem problem) {
    Edges edges = problem.edges();
    first = new int[edges.size()];
    Arrays.setAll(first, edge -> edge);
    never = new boolean[edges.size()];
    for (BoundedProblem.Together together : problem.together()) {
      bind(edges, together.mentees());
    }
    for (int edge = 0; edge < first.length; edge++) {
      if (never[edge]) {
        never[find(edge)] = true;
      }
    }
  }

  private void bind(Edges edges, List<Integer> mentees) {
    for (int mentee : mentees) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        for (int other : mentees) {
          int shared = edges.edge(other, edges.mentorOf(e));
          if (shared < 0) {
            never[e] = true;
          } else {
            int a = find(e);
            int b = find(shared);
            first[Math.max(a, b)] = Math.min(a, b);
          }
        }
      }
    }
  }

  private int find(int edge) {
    int at = edge;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }

  /** The first edge of those that go with an edge, or {@link #NEVER}. */
  int classOf(int edge) {
    int of = find(edge);
    return never[of] ? NEVER : of;
  }
}
