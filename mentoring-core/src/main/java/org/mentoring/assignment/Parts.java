package org.mentoring.assignment;

import java.util.Arrays;

/**
 * The connected parts of a problem, numbered by their first mentee. Mentees without a usable edge
 * are in none.
 */
final class Parts {
  private static final int INTERVAL = 1 << 12;

  private final int[] partOf;
  private final int[] starts;
  private final int[] members;

  private Parts(int[] partOf, int[] starts, int[] members) {
    this.partOf = partOf;
    this.starts = starts;
    this.members = members;
  }

  static Parts of(AssignmentProblem problem, StepListener listener) {
    int[] partOf = new int[problem.edges().mentees()];
    int count = number(problem, partOf, listener);
    int[] starts = new int[count + 1];
    for (int part : partOf) {
      if (part >= 0) {
        starts[part + 1]++;
      }
    }
    for (int part = 0; part < count; part++) {
      starts[part + 1] += starts[part];
    }
    int[] members = new int[starts[count]];
    int[] next = starts.clone();
    for (int mentee = 0; mentee < partOf.length; mentee++) {
      if (partOf[mentee] >= 0) {
        members[next[partOf[mentee]]++] = mentee;
      }
    }
    return new Parts(partOf, starts, members);
  }

  int count() {
    return starts.length - 1;
  }

  /** The part of each mentee, or -1; not to be changed. */
  int[] partOf() {
    return partOf;
  }

  /** The mentees of a part, ascending. */
  int[] members(int part) {
    return Arrays.copyOfRange(members, starts[part], starts[part + 1]);
  }

  private static int number(AssignmentProblem problem, int[] partOf, StepListener listener) {
    Edges edges = problem.edges();
    int mentees = edges.mentees();
    int[] parent = new int[mentees + edges.mentors()];
    Arrays.setAll(parent, i -> i);
    Arrays.fill(partOf, -1);
    for (int mentee = 0; mentee < mentees; mentee++) {
      if (mentee % INTERVAL == 0) {
        listener.advanced(0);
      }
      int root = root(parent, mentee);
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        if (problem.usable(e)) {
          partOf[mentee] = 0;
          int mentor = mentees + edges.mentorOf(e);
          if (parent[mentor] != root) {
            int other = root(parent, mentor);
            int least = Math.min(root, other);
            parent[Math.max(root, other)] = least;
            // Most mentors of a mentee are in its part already, and this is seen at once then.
            parent[mentor] = least;
            root = least;
          }
        }
      }
    }
    // The least node of a part is its root and, since mentees come first, a mentee: its number is
    // given before any other of the part needs it.
    int count = 0;
    for (int mentee = 0; mentee < mentees; mentee++) {
      if (partOf[mentee] == 0) {
        int root = root(parent, mentee);
        partOf[mentee] = root == mentee ? count++ : partOf[root];
      }
    }
    return count;
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
