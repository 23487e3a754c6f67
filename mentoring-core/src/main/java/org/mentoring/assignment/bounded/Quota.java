package org.mentoring.assignment.bounded;

import java.util.BitSet;

/**
 * How many pairs a set of mentees or of mentors has in sum: the share of a municipality, the load
 * of a coordinator. Immutable and thread-safe.
 */
public final class Quota {
  private final String name;
  private final Side side;
  private final BitSet members;
  private final int least;
  private final int most;

  Quota(String name, Side side, BitSet members, int least, int most) {
    this.name = name;
    this.side = side;
    this.members = members;
    this.least = least;
    this.most = most;
  }

  Quota within(int atLeast, int atMost) {
    return new Quota(name, side, members, atLeast, atMost);
  }

  /** Whose pairs are counted. */
  public enum Side {
    /** The pairs of mentees. */
    MENTEES,
    /** The pairs of mentors. */
    MENTORS
  }

  /** The caller's name for it. */
  public String name() {
    return name;
  }

  /** Whose pairs are counted. */
  public Side side() {
    return side;
  }

  /** How many mentees or mentors it has. */
  public int size() {
    return members.cardinality();
  }

  /** Whether a mentee or mentor belongs to it. */
  public boolean contains(int member) {
    return members.get(member);
  }

  /** The numbers of its mentees or mentors, ascending. */
  public int[] members() {
    return members.stream().toArray();
  }

  /** The least number of pairs, 0 or more. */
  public int least() {
    return least;
  }

  /** The greatest number of pairs. */
  public int most() {
    return most;
  }
}
