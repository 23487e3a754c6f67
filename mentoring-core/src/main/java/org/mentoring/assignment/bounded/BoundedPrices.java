package org.mentoring.assignment.bounded;

/**
 * The proof of an optimum under bounds, as in linear programming: what each bound costs. A price
 * above 0 says that one more pair there would be worth so much, one below 0 that a pair fewer
 * would. Worths are weighted so that one more pair outweighs every kept pair and score, and one
 * more kept pair every score. Immutable and thread-safe.
 *
 * @see BoundedChecker
 */
public final class BoundedPrices {
  private final BoundedWorths worths;
  private final long[] mentees;
  private final long[] mentors;
  private final long[] quotas;

  /**
   * Copies.
   *
   * @param worths what each level of the objective is worth
   * @param mentees a price for each mentee's bound
   * @param mentors a price for each mentor's bound
   * @param quotas a price for each quota
   */
  public BoundedPrices(BoundedWorths worths, long[] mentees, long[] mentors, long[] quotas) {
    this.worths = worths;
    this.mentees = mentees.clone();
    this.mentors = mentors.clone();
    this.quotas = quotas.clone();
  }

  /** What each level of the objective is worth. */
  public BoundedWorths worths() {
    return worths;
  }

  /** For how many bounds of mentees there is a price. */
  public int mentees() {
    return mentees.length;
  }

  /** For how many bounds of mentors there is a price. */
  public int mentors() {
    return mentors.length;
  }

  /** For how many quotas there is a price. */
  public int quotas() {
    return quotas.length;
  }

  /** The price of a mentee's bound. */
  public long mentee(int mentee) {
    return mentees[mentee];
  }

  /** The price of a mentor's bound: what a place more would be worth, if above 0. */
  public long mentor(int mentor) {
    return mentors[mentor];
  }

  /** The price of a quota. */
  public long quota(int quota) {
    return quotas[quota];
  }
}
