package org.mentoring.assignment;

import java.util.Arrays;

/**
 * An exact optimum over candidate edges: as many mentees as possible, then the greatest total
 * score. Every connected component is solved by itself, from its scarcer side.
 */
final class Assignment {
  private final CandidateEdges edges;
  private final int[] places;
  private final boolean[] settled;
  private final Pulse pulse;
  private final int[] chosen;

  private Assignment(CandidateEdges edges, int[] places, boolean[] settled, Pulse pulse) {
    this.edges = edges;
    this.places = places;
    this.settled = settled;
    this.pulse = pulse;
    this.chosen = new int[edges.mentees()];
    Arrays.fill(chosen, -1);
  }

  /**
   * Per mentee the chosen edge, or -1.
   *
   * @param edges the possible pairs
   * @param places how many mentees each mentor can still take
   * @param settled mentees that stay out, because they have their pair already
   */
  static int[] solve(CandidateEdges edges, int[] places, boolean[] settled, Pulse pulse) {
    Assignment assignment = new Assignment(edges, places, settled, pulse);
    assignment.solveComponents();
    return assignment.chosen;
  }

  private void solveComponents() {
    int mentees = edges.mentees();
    int[] componentOf = new int[mentees];
    int components = components(componentOf);
    int[] starts = new int[components + 1];
    for (int mentee = 0; mentee < mentees; mentee++) {
      if (componentOf[mentee] >= 0) {
        starts[componentOf[mentee] + 1]++;
      }
    }
    for (int c = 0; c < components; c++) {
      starts[c + 1] += starts[c];
    }
    int[] members = new int[starts[components]];
    int[] next = starts.clone();
    for (int mentee = 0; mentee < mentees; mentee++) {
      if (componentOf[mentee] >= 0) {
        members[next[componentOf[mentee]]++] = mentee;
      }
    }
    int[] localMentor = new int[edges.mentors()];
    Arrays.fill(localMentor, -1);
    for (int c = 0; c < components; c++) {
      solve(Arrays.copyOfRange(members, starts[c], starts[c + 1]), localMentor);
    }
  }

  private boolean usable(int mentee, int edge) {
    return !settled[mentee] && places[edges.mentorOf(edge)] > 0;
  }

  /** Numbers the components by their first mentee; -1 for mentees without a usable edge. */
  private int components(int[] componentOf) {
    int mentees = edges.mentees();
    int[] parent = new int[mentees + edges.mentors()];
    Arrays.setAll(parent, i -> i);
    for (int mentee = 0; mentee < mentees; mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        if (usable(mentee, e)) {
          int a = root(parent, mentee);
          int b = root(parent, mentees + edges.mentorOf(e));
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
    // The least node of a component is its root and, since mentees come first, a mentee wherever
    // there is an edge.
    int[] number = new int[mentees];
    Arrays.fill(number, -1);
    int components = 0;
    for (int mentee = 0; mentee < mentees; mentee++) {
      componentOf[mentee] = -1;
      boolean any = false;
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1) && !any; e++) {
        any = usable(mentee, e);
      }
      if (any) {
        int root = root(parent, mentee);
        if (number[root] < 0) {
          number[root] = components++;
        }
        componentOf[mentee] = number[root];
      } else {
        pulse.advance(1);
      }
    }
    return components;
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void solve(int[] members, int[] localMentor) {
    int[] mentorOf = new int[16];
    int mentors = 0;
    int[] starts = new int[members.length + 1];
    int size = 0;
    for (int m = 0; m < members.length; m++) {
      size += edges.firstEdge(members[m] + 1) - edges.firstEdge(members[m]);
    }
    int[] targets = new int[size];
    int[] scores = new int[size];
    int[] origin = new int[size];
    size = 0;
    for (int m = 0; m < members.length; m++) {
      for (int e = edges.firstEdge(members[m]); e < edges.firstEdge(members[m] + 1); e++) {
        int mentor = edges.mentorOf(e);
        if (places[mentor] == 0) {
          continue;
        }
        if (localMentor[mentor] < 0) {
          if (mentors == mentorOf.length) {
            mentorOf = Arrays.copyOf(mentorOf, mentors * 2);
          }
          mentorOf[mentors] = mentor;
          localMentor[mentor] = mentors++;
        }
        targets[size] = localMentor[mentor];
        scores[size] = edges.scoreOf(e);
        origin[size++] = e;
      }
      starts[m + 1] = size;
    }
    int[] capacity = new int[mentors];
    long free = 0;
    for (int k = 0; k < mentors; k++) {
      capacity[k] = places[mentorOf[k]];
      free += capacity[k];
      localMentor[mentorOf[k]] = -1;
    }
    int[] one = new int[members.length];
    Arrays.fill(one, 1);
    Bipartite byMentee =
        new Bipartite(
            starts, Arrays.copyOf(targets, size), Arrays.copyOf(scores, size), one, capacity);
    boolean menteesAreScarce = members.length <= free;
    boolean[] used;
    if (menteesAreScarce) {
      used = ShortestPaths.solve(byMentee, pulse, 1);
    } else {
      int[] order = new int[size];
      used = new boolean[size];
      boolean[] turned = ShortestPaths.solve(byMentee.turned(order), pulse, 0);
      for (int e = 0; e < size; e++) {
        used[order[e]] = turned[e];
      }
      pulse.advance(members.length);
    }
    for (int m = 0; m < members.length; m++) {
      for (int e = starts[m]; e < starts[m + 1]; e++) {
        if (used[e]) {
          chosen[members[m]] = origin[e];
        }
      }
    }
  }

  /**
   * A small problem of its own: rows with supplies, columns with capacities, each edge usable once.
   */
  static final class Bipartite {
    private final int[] starts;
    private final int[] targets;
    private final int[] scores;
    private final int[] supply;
    private final int[] capacity;

    Bipartite(int[] starts, int[] targets, int[] scores, int[] supply, int[] capacity) {
      this.starts = starts;
      this.targets = targets;
      this.scores = scores;
      this.supply = supply;
      this.capacity = capacity;
    }

    int[] starts() {
      return starts;
    }

    int[] targets() {
      return targets;
    }

    int[] scores() {
      return scores;
    }

    int[] supply() {
      return supply;
    }

    int[] capacity() {
      return capacity;
    }

    /** Rows and columns changed; {@code order} is filled with the old number of each edge. */
    Bipartite turned(int[] order) {
      int[] turnedStarts = new int[capacity.length + 1];
      for (int target : targets) {
        turnedStarts[target + 1]++;
      }
      for (int c = 0; c < capacity.length; c++) {
        turnedStarts[c + 1] += turnedStarts[c];
      }
      int[] next = turnedStarts.clone();
      int[] turnedTargets = new int[targets.length];
      int[] turnedScores = new int[targets.length];
      for (int row = 0; row < supply.length; row++) {
        for (int e = starts[row]; e < starts[row + 1]; e++) {
          int at = next[targets[e]]++;
          turnedTargets[at] = row;
          turnedScores[at] = scores[e];
          order[at] = e;
        }
      }
      return new Bipartite(
          turnedStarts,
          turnedTargets,
          turnedScores,
          /* supply= */ capacity,
          /* capacity= */ supply);
    }
  }
}
