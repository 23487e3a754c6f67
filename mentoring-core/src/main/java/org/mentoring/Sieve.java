package org.mentoring;

/**
 * Lets through as many ids at a time as memory may hold, others in later passes. It finds out by
 * itself how many passes that takes. For one thread.
 */
final class Sieve {
  private final int most;
  private int passes = 1;
  private int pass;

  /**
   * @param most lets so many through at a time, about
   */
  Sieve(int most) {
    this.most = most;
  }

  /** Whether it is an id of this pass. */
  boolean takes(String id) {
    int hash = id.hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), passes) == pass;
  }

  /**
   * Lets fewer through from now on, if there are too many.
   *
   * @param held how many were let through
   */
  boolean narrows(int held) {
    // Ids that all have one hash come through together, however narrow it is.
    if (held <= most || passes >= 1 << 16) {
      return false;
    }
    passes *= 2;
    return true;
  }

  /** Goes on to the next pass, if there is one. */
  boolean next() {
    pass++;
    return pass < passes;
  }
}
