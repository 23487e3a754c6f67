package org.mentoring.assignment;

import java.util.Arrays;
import java.util.BitSet;
import org.mentoring.failure.Invariants;

/**
 * What an exact engine is asked: every mentee gets one mentor at most, every mentor so many mentees
 * as it has places. The best answer is found level by level: most pairs; then, where asked, most
 * kept pairs; then the longest waiting in sum of their ranks; then the best worst score; then the
 * greatest total score. Immutable and thread-safe.
 */
public final class AssignmentProblem {
  private final Edges edges;
  private final int[] places;
  private final BitSet kept;
  private final int[] waiting;
  private final boolean worstScoreFirst;
  private final long leastScore;

  private AssignmentProblem(
      Edges edges,
      int[] places,
      BitSet kept,
      int[] waiting,
      boolean worstScoreFirst,
      long leastScore) {
    this.edges = edges;
    this.places = places;
    this.kept = kept;
    this.waiting = waiting;
    this.worstScoreFirst = worstScoreFirst;
    this.leastScore = leastScore;
  }

  /**
   * Most pairs, then the greatest total score.
   *
   * @param edges the possible pairs
   * @param places how many mentees each mentor can take, 0 or more
   */
  public static AssignmentProblem of(Edges edges, int[] places) {
    Invariants.range("assignment.places", places.length, edges.mentors(), edges.mentors());
    for (int each : places) {
      Invariants.range("assignment.places", each, 0, Integer.MAX_VALUE);
    }
    return new AssignmentProblem(
        edges, places.clone(), new BitSet(), new int[edges.mentees()], false, 0);
  }

  /**
   * After the number of pairs, as many of these edges as possible.
   *
   * @param keptEdges numbers of edges; at most one of a mentee
   */
  public AssignmentProblem keeping(BitSet keptEdges) {
    Invariants.range("assignment.kept", keptEdges.length(), 0, edges.size());
    return new AssignmentProblem(
        edges, places, (BitSet) keptEdges.clone(), waiting, worstScoreFirst, leastScore);
  }

  /**
   * After pairs and kept pairs, who waited longest goes first: the ranks of the matched mentees are
   * as great in sum as possible.
   *
   * @param ranks one for each mentee, 0 or more; a longer wait has a greater rank
   */
  public AssignmentProblem waiting(int[] ranks) {
    Invariants.range("assignment.waiting", ranks.length, edges.mentees(), edges.mentees());
    for (int each : ranks) {
      Invariants.range("assignment.waiting", each, 0, Integer.MAX_VALUE);
    }
    return new AssignmentProblem(edges, places, kept, ranks.clone(), worstScoreFirst, leastScore);
  }

  /** Before the total score, the least score of a pair is to be as great as possible. */
  public AssignmentProblem worstScoreFirst() {
    return new AssignmentProblem(edges, places, kept, waiting, true, leastScore);
  }

  /** The same with the total score directly after the levels before the worst score. */
  AssignmentProblem totalScoreOnly() {
    return new AssignmentProblem(edges, places, kept, waiting, false, leastScore);
  }

  /**
   * The same, but pairs with a lesser score are not possible.
   *
   * @param score the least score that a pair may have, 0 to 2,147,483,648 (which no pair has)
   */
  public AssignmentProblem fromScore(long score) {
    Invariants.range("assignment.score", score, 0, 1L << 31);
    return new AssignmentProblem(edges, places, kept, waiting, worstScoreFirst, score);
  }

  /** The possible pairs. */
  public Edges edges() {
    return edges;
  }

  /** The least score that a pair may have. */
  public long leastScore() {
    return leastScore;
  }

  /** Whether an edge may be chosen: its score is not too low and its mentor has a place at all. */
  public boolean usable(int edge) {
    return edges.scoreOf(edge) >= leastScore && places[edges.mentorOf(edge)] > 0;
  }

  /** How many mentees a mentor can take. */
  public int places(int mentor) {
    return places[mentor];
  }

  /** Whether an edge is better kept. */
  public boolean kept(int edge) {
    return kept.get(edge);
  }

  /** Whether any edge is better kept. */
  public boolean anyKept() {
    return !kept.isEmpty();
  }

  /** How long a mentee has waited, as a rank. */
  public int waiting(int mentee) {
    return waiting[mentee];
  }

  /** Whether any mentee has waited. */
  public boolean anyWaiting() {
    return Arrays.stream(waiting).anyMatch(rank -> rank > 0);
  }

  /** Whether the worst score comes before the total. */
  public boolean isWorstScoreFirst() {
    return worstScoreFirst;
  }
}
