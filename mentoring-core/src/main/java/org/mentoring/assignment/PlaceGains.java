package org.mentoring.assignment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.PriorityQueue;
import org.mentoring.failure.Invariants;

/**
 * What one more place with a mentor would bring, exactly, for all mentors at once. Among the dual
 * prices of an optimum those that are least for the mentors are the exact gains (the optimum is a
 * concave function of the places, with breaks at whole numbers only; Shapley and Shubik, "The
 * assignment game I", 1971, show that least prices exist for all at once), and one search for
 * shortest paths lowers the certificate's prices to them. Immutable and thread-safe.
 */
public final class PlaceGains {
  private final AssignmentProblem problem;
  private final boolean[] pair;
  private final long[] points;

  private PlaceGains(AssignmentProblem problem, boolean[] pair, long[] points) {
    this.problem = problem;
    this.pair = pair;
    this.points = points;
  }

  /**
   * The gains over an optimum.
   *
   * @param problem of pairs and total score only: no kept pairs, no waiting, no worst score
   * @param optimum its answer
   * @throws org.mentoring.failure.InvalidValue for a problem with further levels
   */
  public static PlaceGains of(AssignmentProblem problem, Assignment optimum) {
    Invariants.holds(
        !problem.anyKept() && !problem.anyWaiting() && !problem.isWorstScoreFirst(),
        "gains.levels",
        "problem",
        "pairs and total score only");
    Search search = new Search(problem, optimum);
    boolean[] pair = search.reached();
    long[] least = search.leastPrices();
    for (int mentor = 0; mentor < least.length; mentor++) {
      if (pair[mentor]) {
        least[mentor] -= search.pairValue(mentor);
      }
    }
    return new PlaceGains(problem, pair, least);
  }

  /**
   * Whether the gain is known: it is for mentors with places. Who has none is in no part of the
   * optimum, and so has no price in it.
   */
  public boolean known(int mentor) {
    return problem.places(mentor) > 0;
  }

  /**
   * How many pairs more there would be: 0 or 1.
   *
   * @throws org.mentoring.failure.InvalidValue for a mentor without places
   */
  public int pairs(int mentor) {
    ask(mentor);
    return pair[mentor] ? 1 : 0;
  }

  /**
   * How many points more there would be in all; negative at most where there is a pair more.
   *
   * @throws org.mentoring.failure.InvalidValue for a mentor without places
   */
  public long points(int mentor) {
    ask(mentor);
    return points[mentor];
  }

  private void ask(int mentor) {
    Invariants.holds(known(mentor), "gains.no-place", "mentor", "a mentor with places");
  }

  private static final class Search {
    private final Edges edges;
    private final Assignment optimum;
    private final Certificate prices;
    private final long[] price;
    private final long[] pairValue;
    private final int[] firstOf;
    private final int[] menteesOf;

    Search(AssignmentProblem problem, Assignment optimum) {
      this.edges = problem.edges();
      this.optimum = optimum;
      this.prices = optimum.certificate();
      this.price = new long[edges.mentors()];
      this.pairValue = new long[edges.mentors()];
      Arrays.setAll(price, prices::mentorPrice);
      firstOf = new int[edges.mentors() + 1];
      for (int mentee = 0; mentee < edges.mentees(); mentee++) {
        int chosen = optimum.edgeOf(mentee);
        if (chosen >= 0) {
          firstOf[edges.mentorOf(chosen) + 1]++;
        }
        for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
          pairValue[edges.mentorOf(e)] = pairValueOf(mentee);
        }
      }
      for (int mentor = 0; mentor < edges.mentors(); mentor++) {
        firstOf[mentor + 1] += firstOf[mentor];
      }
      menteesOf = new int[firstOf[edges.mentors()]];
      int[] next = firstOf.clone();
      for (int mentee = 0; mentee < edges.mentees(); mentee++) {
        int chosen = optimum.edgeOf(mentee);
        if (chosen >= 0) {
          menteesOf[next[edges.mentorOf(chosen)]++] = mentee;
        }
      }
    }

    private long pairValueOf(int mentee) {
      int part = prices.partOf(mentee);
      return part < 0 ? 0 : prices.pairValue(part);
    }

    long pairValue(int mentor) {
      return pairValue[mentor];
    }

    /** Mentors with a chain of exchanges from a mentee without a mentor to them. */
    boolean[] reached() {
      boolean[] reached = new boolean[edges.mentors()];
      ArrayDeque<Integer> open = new ArrayDeque<>();
      for (int mentee = 0; mentee < edges.mentees(); mentee++) {
        if (optimum.edgeOf(mentee) < 0) {
          reach(mentee, reached, open);
        }
      }
      while (!open.isEmpty()) {
        int mentor = open.remove();
        for (int k = firstOf[mentor]; k < firstOf[mentor + 1]; k++) {
          reach(menteesOf[k], reached, open);
        }
      }
      return reached;
    }

    private void reach(int mentee, boolean[] reached, ArrayDeque<Integer> open) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        int mentor = edges.mentorOf(e);
        if (!reached[mentor]) {
          reached[mentor] = true;
          open.add(mentor);
        }
      }
    }

    private long slack(int mentee, int edge) {
      return prices.menteePrice(mentee)
          + price[edges.mentorOf(edge)]
          - pairValueOf(mentee)
          - edges.scoreOf(edge);
    }

    long[] leastPrices() {
      long[] fall = price.clone();
      for (int mentee = 0; mentee < edges.mentees(); mentee++) {
        if (optimum.edgeOf(mentee) < 0) {
          for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
            int mentor = edges.mentorOf(e);
            fall[mentor] = Math.min(fall[mentor], slack(mentee, e));
          }
        }
      }
      PriorityQueue<long[]> open =
          new PriorityQueue<>(
              (left, right) ->
                  left[0] != right[0]
                      ? Long.compare(left[0], right[0])
                      : Long.compare(left[1], right[1]));
      for (int mentor = 0; mentor < fall.length; mentor++) {
        open.add(new long[] {fall[mentor], mentor});
      }
      while (!open.isEmpty()) {
        long[] next = open.remove();
        int mentor = (int) next[1];
        if (next[0] > fall[mentor]) {
          continue;
        }
        for (int k = firstOf[mentor]; k < firstOf[mentor + 1]; k++) {
          int mentee = menteesOf[k];
          for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
            int other = edges.mentorOf(e);
            long there = next[0] + slack(mentee, e);
            if (there < fall[other]) {
              fall[other] = there;
              open.add(new long[] {there, other});
            }
          }
        }
      }
      for (int mentor = 0; mentor < fall.length; mentor++) {
        fall[mentor] = price[mentor] - fall[mentor];
      }
      return fall;
    }
  }
}
