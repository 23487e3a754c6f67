package org.mentoring.assignment;

import java.util.Arrays;

/** The parts of a problem that share nobody: each can take its answer from where it is best. */
final class Islands {
  private final StableProblem problem;
  private final int[] islandOf;

  Islands(StableProblem problem) {
    this.problem = problem;
    Edges edges = problem.edges();
    int[] parent = new int[edges.mentors()];
    Arrays.setAll(parent, mentor -> mentor);
    int[] anyMentor = new int[edges.mentees()];
    Arrays.fill(anyMentor, -1);
    for (int mentee = 0; mentee < anyMentor.length; mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        int mentor = edges.mentorOf(e);
        if (problem.places(mentor) > 0) {
          anyMentor[mentee] = anyMentor[mentee] < 0 ? mentor : anyMentor[mentee];
          parent[root(parent, mentor)] = root(parent, anyMentor[mentee]);
        }
      }
    }
    this.islandOf = anyMentor;
    for (int mentee = 0; mentee < anyMentor.length; mentee++) {
      if (anyMentor[mentee] >= 0) {
        islandOf[mentee] = root(parent, anyMentor[mentee]);
      }
    }
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** More pairs than this are not possible: on no island more than mentees or places. */
  int mostPairs() {
    Edges edges = problem.edges();
    int[] mentees = new int[edges.mentors()];
    int[] sought = new int[edges.mentors()];
    for (int mentee = 0; mentee < islandOf.length; mentee++) {
      if (islandOf[mentee] >= 0) {
        mentees[islandOf[mentee]]++;
        for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
          sought[edges.mentorOf(e)]++;
        }
      }
    }
    long[] places = new long[edges.mentors()];
    int[] islandOfMentor = islandOfMentor();
    for (int mentor = 0; mentor < places.length; mentor++) {
      if (islandOfMentor[mentor] >= 0) {
        places[islandOfMentor[mentor]] += Math.min(sought[mentor], problem.places(mentor));
      }
    }
    int most = 0;
    for (int island = 0; island < places.length; island++) {
      most += (int) Math.min(mentees[island], places[island]);
    }
    return most;
  }

  private int[] islandOfMentor() {
    Edges edges = problem.edges();
    int[] found = new int[edges.mentors()];
    Arrays.fill(found, -1);
    for (int mentee = 0; mentee < islandOf.length; mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        if (problem.places(edges.mentorOf(e)) > 0) {
          found[edges.mentorOf(e)] = islandOf[mentee];
        }
      }
    }
    return found;
  }

  int count(int[] edgeOf) {
    int count = 0;
    for (int edge : edgeOf) {
      count += edge < 0 ? 0 : 1;
    }
    return count;
  }

  /** Replaces the answer of every island on which the other has more pairs. */
  void takeGreater(int[] best, int[] other) {
    int[] more = new int[problem.edges().mentors()];
    for (int mentee = 0; mentee < best.length; mentee++) {
      if (islandOf[mentee] >= 0) {
        more[islandOf[mentee]] += (other[mentee] < 0 ? 0 : 1) - (best[mentee] < 0 ? 0 : 1);
      }
    }
    for (int mentee = 0; mentee < best.length; mentee++) {
      if (islandOf[mentee] >= 0 && more[islandOf[mentee]] > 0) {
        best[mentee] = other[mentee];
      }
    }
  }
}
