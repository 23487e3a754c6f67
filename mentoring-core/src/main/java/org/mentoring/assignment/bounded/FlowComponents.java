package org.mentoring.assignment.bounded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mentoring.assignment.Edges;

/**
 * The parts of a problem that have nothing to do with each other: no edge and no quota joins them.
 */
final class FlowComponents {
  private final Edges edges;
  private final int mentors;
  private final int quotas;
  private final int[] root;

  private FlowComponents(BoundedProblem problem, Nesting ofMentees, Nesting ofMentors) {
    this.edges = problem.edges();
    mentors = edges.mentees();
    quotas = mentors + edges.mentors();
    root = new int[quotas + problem.quotas().size()];
    Arrays.setAll(root, node -> node);
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        join(mentee, mentors + edges.mentorOf(e));
      }
      joinQuota(mentee, ofMentees.innermost(mentee));
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      joinQuota(mentors + mentor, ofMentors.innermost(mentor));
    }
    for (Nesting nesting : List.of(ofMentees, ofMentors)) {
      for (int quota : nesting.order()) {
        joinQuota(quotas + quota, nesting.outer(quota));
      }
    }
  }

  /** Their members: mentees, mentors and quotas, each ascending; the largest part last. */
  static List<Part> of(BoundedProblem problem, Nesting ofMentees, Nesting ofMentors) {
    return new FlowComponents(problem, ofMentees, ofMentors).parts();
  }

  private List<Part> parts() {
    int[] mentorCount = new int[root.length];
    int[] menteeCount = new int[root.length];
    for (int mentee = 0; mentee < mentors; mentee++) {
      menteeCount[find(mentee)]++;
    }
    for (int mentor = mentors; mentor < quotas; mentor++) {
      mentorCount[find(mentor)]++;
    }
    Part[] byRoot = new Part[root.length];
    List<Part> parts = new ArrayList<>();
    for (int node = 0; node < quotas; node++) {
      int of = find(node);
      // Without people on both sides there is no pair, and nothing to choose.
      if (menteeCount[of] == 0 || mentorCount[of] == 0) {
        continue;
      }
      if (byRoot[of] == null) {
        byRoot[of] = new Part(new int[menteeCount[of]], new int[mentorCount[of]]);
        parts.add(byRoot[of]);
      }
      byRoot[of].add(node, mentors);
    }
    parts.sort((left, right) -> Integer.compare(left.size(), right.size()));
    return parts;
  }

  private void joinQuota(int node, int quota) {
    if (quota != Nesting.NONE) {
      join(node, quotas + quota);
    }
  }

  private void join(int left, int right) {
    int a = find(left);
    int b = find(right);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  private int find(int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** Mentees and mentors that belong together. */
  static final class Part {
    private final int[] mentees;
    private final int[] mentors;
    private int menteesAdded;
    private int mentorsAdded;

    private Part(int[] mentees, int[] mentors) {
      this.mentees = mentees;
      this.mentors = mentors;
    }

    private void add(int node, int firstMentor) {
      if (node < firstMentor) {
        mentees[menteesAdded++] = node;
      } else {
        mentors[mentorsAdded++] = node - firstMentor;
      }
    }

    int[] mentees() {
      return mentees;
    }

    int[] mentors() {
      return mentors;
    }

    int size() {
      return mentees.length + mentors.length;
    }
  }
}
