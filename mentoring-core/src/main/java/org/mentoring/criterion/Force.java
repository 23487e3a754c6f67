package org.mentoring.criterion;

import org.mentoring.failure.Invariants;

/** What a criterion does to a pair. */
public sealed interface Force {
  /** A pair that does not meet it is not proposed. */
  record Hard() implements Force {}

  /**
   * Adds {@code floor(weight x degree)} points.
   *
   * @param weight points, 1 to 1,000,000
   */
  record Soft(int weight) implements Force {
    /** Refuses a weight out of range. */
    public Soft {
      Invariants.range("weight", weight, 1, 1_000_000);
    }
  }
}
