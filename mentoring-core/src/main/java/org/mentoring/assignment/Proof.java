package org.mentoring.assignment;

import java.util.List;

/**
 * What a check of a certificate found.
 *
 * @param faults everything that is wrong; empty where the proof holds
 */
public record Proof(List<Fault> faults) {
  /** Copies. */
  public Proof {
    faults = List.copyOf(faults);
  }

  /** Whether nothing is wrong, so that no answer is better than the one checked. */
  public boolean holds() {
    return faults.isEmpty();
  }

  /**
   * One fault.
   *
   * @param code what is wrong
   * @param where the number of the mentee, mentor, edge or part that the code names; -1 for the
   *     whole answer
   */
  public record Fault(Code code, int where) {}

  /** What may be wrong. */
  public enum Code {
    /** A mentee's chosen edge is another's, or none at all. */
    EDGE_OF_ANOTHER,
    /** A mentee's chosen edge has less than the least score. */
    SCORE_TOO_LOW,
    /** A mentor has more mentees than places. */
    PLACES_EXCEEDED,
    /** Pairs, kept pairs, waiting, worst or total score are not those of the chosen edges. */
    FIGURES_UNTRUE,
    /** A mentee's price is below 0. */
    MENTEE_PRICE_BELOW_ZERO,
    /** A mentor's price is below 0. */
    MENTOR_PRICE_BELOW_ZERO,
    /** An unmatched mentee has a price. */
    UNMATCHED_COSTS,
    /** A mentor with a place left has a price. */
    FREE_PLACE_COSTS,
    /** A usable edge leads from a mentee's part to another, or its mentee is in no part. */
    PARTS_TOUCH,
    /** An edge is worth more than its prices. */
    PRICES_TOO_LOW,
    /** A chosen edge is worth less than its prices. */
    PRICES_TOO_HIGH,
    /** A part's values do not put the levels above one another, or are beyond whole numbers. */
    LEVELS_MIXED,
    /** An edge's value or prices are beyond whole numbers. */
    TOO_LARGE,
    /** It is not proved that no answer has a better worst score. */
    WORST_SCORE_UNPROVED
  }
}
