package org.mentoring.assignment.bounded;

import java.util.Comparator;

/**
 * How good an answer is, level by level; the greater, the better.
 *
 * @param mentees how many mentees have a mentor; as many as pairs where none may have several
 * @param pairs how many pairs there are
 * @param kept how many of them were to be kept
 * @param waited the sum of the waiting ranks of their mentees, pair by pair
 * @param score the sum of their scores
 */
public record Objective(long mentees, long pairs, long kept, long waited, long score)
    implements Comparable<Objective> {
  /** No pair at all. */
  public static final Objective NONE = new Objective(0, 0, 0, 0, 0);

  private static final Comparator<Objective> ORDER =
      Comparator.comparingLong(Objective::mentees)
          .thenComparingLong(Objective::pairs)
          .thenComparingLong(Objective::kept)
          .thenComparingLong(Objective::waited)
          .thenComparingLong(Objective::score);

  /** By mentees, then pairs, then kept pairs, then waiting, then score. */
  @Override
  public int compareTo(Objective other) {
    return ORDER.compare(this, other);
  }
}
