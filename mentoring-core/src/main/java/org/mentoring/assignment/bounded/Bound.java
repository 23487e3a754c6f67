package org.mentoring.assignment.bounded;

import java.util.Comparator;

/**
 * One bound of a {@link BoundedProblem}, so that it can be named where it cannot be met or
 * honoured.
 *
 * @param kind what it bounds
 * @param number of the mentee, the mentor, the quota or the set that stays together, from 0
 * @param name the quota's or set's name; of a mentee or mentor its kind and number
 * @param least the least number of pairs, 0 or more
 * @param most the greatest number of pairs
 */
public record Bound(BoundKind kind, int number, String name, int least, int most)
    implements Comparable<Bound> {
  private static final Comparator<Bound> ORDER =
      Comparator.comparing(Bound::kind).thenComparingInt(Bound::number);

  /** By kind, then by number. */
  @Override
  public int compareTo(Bound other) {
    return ORDER.compare(this, other);
  }
}
