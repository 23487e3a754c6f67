package org.mentoring.matching;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.Proposing;
import org.mentoring.assignment.StableProblem;
import org.mentoring.criterion.Term;

/**
 * How both sides rank each other where nobody said so: by the pair's score. A pair that is kept
 * before points is everybody's first choice, and mentors prefer, among equal scores, who waited
 * longest.
 */
final class Rankings {
  private static final int WAITING_BITS = 27;
  private static final int KEPT_BIT = 60;

  private Rankings() {}

  static StableProblem of(OpenPairs pairs, Term.Side proposer) {
    Proposing proposing = proposer == Term.Side.MENTEE ? Proposing.MENTEES : Proposing.MENTORS;
    boolean waiting = Arrays.stream(pairs.waiting()).anyMatch(rank -> rank > 0);
    if (!pairs.keepFirst() && !waiting) {
      return StableProblem.byScore(pairs.edges(), pairs.places(), proposing);
    }
    Edges edges = pairs.edges();
    int[] menteeOf = new int[edges.size()];
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      Arrays.fill(menteeOf, edges.firstEdge(mentee), edges.firstEdge(mentee + 1), mentee);
    }
    IntToLongFunction worth =
        edge ->
            (pairs.kept().get(edge) ? 1L << KEPT_BIT : 0)
                | ((long) edges.scoreOf(edge) << WAITING_BITS);
    return StableProblem.of(
        edges,
        pairs.places(),
        ranks(menteeOf, edges.size(), worth),
        ranks(
            edges::mentorOf,
            edges.size(),
            edge -> worth.applyAsLong(edge) | pairs.waiting()[menteeOf[edge]]),
        proposing);
  }

  private static int[] ranks(int[] owner, int size, IntToLongFunction worth) {
    return ranks(edge -> owner[edge], size, worth);
  }

  private static int[] ranks(
      java.util.function.IntUnaryOperator owner, int size, IntToLongFunction worth) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, e -> e);
    Arrays.sort(
        order,
        (left, right) -> {
          int byOwner = Integer.compare(owner.applyAsInt(left), owner.applyAsInt(right));
          return byOwner != 0
              ? byOwner
              : Long.compare(worth.applyAsLong(right), worth.applyAsLong(left));
        });
    int[] ranks = new int[size];
    for (int k = 1; k < size; k++) {
      int edge = order[k];
      int before = order[k - 1];
      if (owner.applyAsInt(edge) == owner.applyAsInt(before)) {
        ranks[edge] = ranks[before] + (worth.applyAsLong(edge) < worth.applyAsLong(before) ? 1 : 0);
      }
    }
    return ranks;
  }
}
