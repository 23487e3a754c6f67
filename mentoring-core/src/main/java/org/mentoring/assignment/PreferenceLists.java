package org.mentoring.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A stable problem seen by the side that asks: each asker's edges from the best to the worst, ties
 * by number. Either side can be that side; the other is asked.
 */
final class PreferenceLists {
  private final StableProblem problem;
  private final boolean mentees;
  private final int[] menteeOf;
  private final int[] starts;
  private final int[] order;
  private final int[] turns;

  private PreferenceLists(
      StableProblem problem,
      boolean mentees,
      int[] menteeOf,
      int[] starts,
      int[] order,
      int[] turns) {
    this.problem = problem;
    this.mentees = mentees;
    this.menteeOf = menteeOf;
    this.starts = starts;
    this.order = order;
    this.turns = turns;
  }

  /**
   * The lists of one side.
   *
   * @param menteeOf the mentee of every edge
   */
  static PreferenceLists of(StableProblem problem, Proposing side, int[] menteeOf) {
    Edges edges = problem.edges();
    boolean mentees = side == Proposing.MENTEES;
    int[] starts = starts(edges, side);
    int[] order = grouped(edges, side, starts);
    long[] keys = new long[64];
    for (int asker = 0; asker + 1 < starts.length; asker++) {
      int count = starts[asker + 1] - starts[asker];
      keys = keys.length < count ? new long[count * 2] : keys;
      for (int k = 0; k < count; k++) {
        int edge = order[starts[asker] + k];
        long rank = mentees ? problem.menteeRank(edge) : problem.mentorRank(edge);
        keys[k] = rank << 32 | edge;
      }
      Arrays.sort(keys, 0, count);
      for (int k = 0; k < count; k++) {
        order[starts[asker] + k] = (int) keys[k];
      }
    }
    int[] turns = new int[starts.length - 1];
    Arrays.setAll(turns, asker -> asker);
    return new PreferenceLists(problem, mentees, menteeOf, starts, order, turns);
  }

  /**
   * The same lists; in what order those stand who are ranked alike, and who asks first, is left to
   * chance.
   */
  PreferenceLists shuffled(SplittableRandom chance) {
    int[] shuffled = order.clone();
    for (int asker = 0; asker + 1 < starts.length; asker++) {
      int tie = starts[asker];
      for (int k = tie + 1; k < starts[asker + 1]; k++) {
        tie = askerRank(order[k]) == askerRank(order[tie]) ? tie : k;
        int other = tie + chance.nextInt(k - tie + 1);
        int edge = shuffled[k];
        shuffled[k] = shuffled[other];
        shuffled[other] = edge;
      }
    }
    int[] shuffledTurns = turns.clone();
    for (int k = 1; k < turns.length; k++) {
      int other = chance.nextInt(k + 1);
      shuffledTurns[k] = shuffledTurns[other];
      shuffledTurns[other] = turns[k];
    }
    return new PreferenceLists(problem, mentees, menteeOf, starts, shuffled, shuffledTurns);
  }

  /** The mentee of every edge. */
  static int[] menteeOf(Edges edges) {
    int[] found = new int[edges.size()];
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      Arrays.fill(found, edges.firstEdge(mentee), edges.firstEdge(mentee + 1), mentee);
    }
    return found;
  }

  /** Rank 0 for the greatest score of the one who ranks, 1 for the next smaller, and so on. */
  static int[] ranksByScore(Edges edges, Proposing side) {
    int[] starts = starts(edges, side);
    int[] grouped = grouped(edges, side, starts);
    int[] ranks = new int[edges.size()];
    long[] keys = new long[64];
    for (int each = 0; each + 1 < starts.length; each++) {
      int count = starts[each + 1] - starts[each];
      keys = keys.length < count ? new long[count * 2] : keys;
      for (int k = 0; k < count; k++) {
        int edge = grouped[starts[each] + k];
        keys[k] = (long) (Integer.MAX_VALUE - edges.scoreOf(edge)) << 32 | edge;
      }
      Arrays.sort(keys, 0, count);
      int rank = 0;
      for (int k = 0; k < count; k++) {
        rank += k > 0 && keys[k] >>> 32 != keys[k - 1] >>> 32 ? 1 : 0;
        ranks[(int) keys[k]] = rank;
      }
    }
    return ranks;
  }

  private static int[] starts(Edges edges, Proposing side) {
    if (side == Proposing.MENTEES) {
      int[] starts = new int[edges.mentees() + 1];
      Arrays.setAll(starts, edges::firstEdge);
      return starts;
    }
    int[] starts = new int[edges.mentors() + 1];
    for (int e = 0; e < edges.size(); e++) {
      starts[edges.mentorOf(e) + 1]++;
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      starts[mentor + 1] += starts[mentor];
    }
    return starts;
  }

  private static int[] grouped(Edges edges, Proposing side, int[] starts) {
    int[] grouped = new int[edges.size()];
    if (side == Proposing.MENTEES) {
      Arrays.setAll(grouped, e -> e);
      return grouped;
    }
    int[] next = starts.clone();
    for (int e = 0; e < grouped.length; e++) {
      grouped[next[edges.mentorOf(e)]++] = e;
    }
    return grouped;
  }

  int mentees() {
    return problem.edges().mentees();
  }

  int askers() {
    return starts.length - 1;
  }

  int asked() {
    return mentees ? problem.edges().mentors() : problem.edges().mentees();
  }

  /** Who is the n-th to ask. */
  int askerAt(int turn) {
    return turns[turn];
  }

  /** Where an asker's list begins; it ends where the next begins. */
  int start(int asker) {
    return starts[asker];
  }

  int edgeAt(int position) {
    return order[position];
  }

  int menteeOf(int edge) {
    return menteeOf[edge];
  }

  int askerOf(int edge) {
    return mentees ? menteeOf[edge] : problem.edges().mentorOf(edge);
  }

  int askedOf(int edge) {
    return mentees ? problem.edges().mentorOf(edge) : menteeOf[edge];
  }

  int askerRank(int edge) {
    return mentees ? problem.menteeRank(edge) : problem.mentorRank(edge);
  }

  int askedRank(int edge) {
    return mentees ? problem.mentorRank(edge) : problem.menteeRank(edge);
  }

  /** How many partners an asker may have; never more than it has edges. */
  int askerPlaces(int asker) {
    return Math.min(mentees ? 1 : problem.places(asker), starts[asker + 1] - starts[asker]);
  }

  /** How many partners one who is asked may have. */
  int askedPlaces(int asked) {
    return mentees ? problem.places(asked) : 1;
  }

  /** Whether an asker ranks any two alike. */
  boolean anyTie() {
    for (int asker = 0; asker + 1 < starts.length; asker++) {
      for (int k = starts[asker] + 1; k < starts[asker + 1]; k++) {
        if (askerRank(order[k]) == askerRank(order[k - 1])) {
          return true;
        }
      }
    }
    return false;
  }
}
