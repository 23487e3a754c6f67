package org.mentoring.assignment.bounded;

import java.util.Comparator;

/**
 * One end of a bound.
 *
 * @param bound the bound
 * @param end which end of it
 */
public record Limit(Bound bound, End end) implements Comparable<Limit> {
  private static final Comparator<Limit> ORDER =
      Comparator.comparing(Limit::end).thenComparing(Limit::bound);

  /** Which end of a bound. */
  public enum End {
    /** That there are so many at least. */
    LEAST,
    /** That there are so many at most. */
    MOST,
    /** Not a number but the rule itself: together, or at least so many or none. */
    RULE
  }

  /** By end, then by bound. */
  @Override
  public int compareTo(Limit other) {
    return ORDER.compare(this, other);
  }
}
