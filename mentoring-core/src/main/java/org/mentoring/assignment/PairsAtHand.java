package org.mentoring.assignment;

import java.util.Arrays;

/** A matching that can be changed, seen from both sides. */
final class PairsAtHand {
  private final StableProblem problem;
  private final int[] menteeOf;
  private final int[] edgeOf;
  private final int[] taken;
  private final int[] first;
  private final int[] following;
  private final int[] preceding;
  private int pairs;

  PairsAtHand(StableProblem problem, int[] menteeOf, int[] edges) {
    this.problem = problem;
    this.menteeOf = menteeOf;
    this.edgeOf = new int[edges.length];
    Arrays.fill(edgeOf, -1);
    this.taken = new int[problem.edges().mentors()];
    this.first = new int[taken.length];
    Arrays.fill(first, -1);
    this.following = new int[edges.length];
    this.preceding = new int[edges.length];
    for (int edge : edges) {
      if (edge >= 0) {
        join(edge);
      }
    }
  }

  int[] toArray() {
    return edgeOf.clone();
  }

  int pairs() {
    return pairs;
  }

  int menteeOf(int edge) {
    return menteeOf[edge];
  }

  boolean isJoined(int edge) {
    return edgeOf[menteeOf[edge]] == edge;
  }

  void join(int edge) {
    int mentee = menteeOf[edge];
    int mentor = problem.edges().mentorOf(edge);
    edgeOf[mentee] = edge;
    following[mentee] = first[mentor];
    preceding[mentee] = -1;
    if (first[mentor] >= 0) {
      preceding[first[mentor]] = mentee;
    }
    first[mentor] = mentee;
    taken[mentor]++;
    pairs++;
  }

  void part(int edge) {
    int mentee = menteeOf[edge];
    int mentor = problem.edges().mentorOf(edge);
    edgeOf[mentee] = -1;
    int before = preceding[mentee];
    int after = following[mentee];
    if (before >= 0) {
      following[before] = after;
    } else {
      first[mentor] = after;
    }
    if (after >= 0) {
      preceding[after] = before;
    }
    taken[mentor]--;
    pairs--;
  }

  boolean hasFreePlace(Proposing side, int number) {
    return side == Proposing.MENTEES ? edgeOf[number] < 0 : taken[number] < problem.places(number);
  }

  /** The first edge that somebody has, or -1. */
  int firstEdge(Proposing side, int number) {
    if (side == Proposing.MENTEES) {
      return edgeOf[number];
    }
    return first[number] < 0 ? -1 : edgeOf[first[number]];
  }

  /** The edge after this one, or -1. */
  int edgeAfter(Proposing side, int edge) {
    int after = side == Proposing.MENTEES ? -1 : following[menteeOf[edge]];
    return after < 0 ? -1 : edgeOf[after];
  }
}
