package org.mentoring.ortools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Quota;

/**
 * Mentees, mentors and quotas that have to do with each other, by way of pairs, quotas or shares.
 *
 * @param mentees ascending
 * @param mentors ascending
 * @param quotas ascending
 */
record Part(List<Integer> mentees, List<Integer> mentors, List<Integer> quotas) {
  /** The parts of a problem, the smallest first; everybody is in one. */
  static List<Part> of(BoundedProblem problem) {
    Edges edges = problem.edges();
    int firstMentor = edges.mentees();
    int firstQuota = firstMentor + edges.mentors();
    int[] root = new int[firstQuota + problem.quotas().size()];
    Arrays.setAll(root, node -> node);
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        join(root, mentee, firstMentor + edges.mentorOf(e));
      }
    }
    for (int number = 0; number < problem.quotas().size(); number++) {
      Quota quota = problem.quotas().get(number);
      int shift = quota.side() == Quota.Side.MENTEES ? 0 : firstMentor;
      for (int member : quota.members()) {
        join(root, shift + member, firstQuota + number);
      }
    }
    for (BoundedProblem.Share share : problem.shares()) {
      for (int mentee : share.mentees()) {
        join(root, mentee, share.mentees().get(0));
      }
    }
    Part[] byRoot = new Part[root.length];
    List<Part> parts = new ArrayList<>();
    for (int node = 0; node < root.length; node++) {
      int of = find(root, node);
      if (byRoot[of] == null) {
        byRoot[of] = new Part(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        parts.add(byRoot[of]);
      }
      if (node < firstMentor) {
        byRoot[of].mentees.add(node);
      } else if (node < firstQuota) {
        byRoot[of].mentors.add(node - firstMentor);
      } else {
        byRoot[of].quotas.add(node - firstQuota);
      }
    }
    parts.sort((left, right) -> Integer.compare(left.size(), right.size()));
    return parts;
  }

  private static void join(int[] root, int left, int right) {
    int a = find(root, left);
    int b = find(root, right);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  private static int find(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  int size() {
    return mentees.size() + mentors.size();
  }
}
