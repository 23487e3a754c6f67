package org.mentoring.assignment.bounded;

import java.util.Comparator;

/**
 * How good an answer is, level by level; the greater, the better.
 *
 * @param pairs how many pairs there are
 * @param kept how many of them were to be kept
 * @param score the sum of their scores
 */
public record Objective(long pairs, long kept, long score) implements Comparable<Objective> {
  private static final Comparator<Objective> ORDER =
      Comparator.comparingLong(Objective::pairs)
          .thenComparingLong(Objective::kept)
          .thenComparingLong(Objective::score);

  /** By pairs, then kept pairs, then score. */
  @Override
  public int compareTo(Objective other) {
    return ORDER.compare(this, other);
  }
}
