package org.mentoring.matching;

/**
 * How far a term is met, exactly: unknown, no, or a fraction above 0 and up to 1, packed in a
 * {@code long} so that nothing is allocated for a pair. Terms combine as in Kleene's logic of three
 * values, so that what is missing never opens a door.
 */
final class Degree {
  /** Something that the term looks at is missing. */
  static final long UNKNOWN = -1L;

  /** The term does not hold. */
  static final long NO = 0L;

  /** The term holds in full. */
  static final long YES = of(1, 1);

  private Degree() {}

  /**
   * A fraction.
   *
   * @param part at least 1
   * @param whole at least {@code part}
   */
  static long of(int part, int whole) {
    return ((long) part << 32) | whole;
  }

  static long of(boolean holds) {
    return holds ? YES : NO;
  }

  static boolean holds(long degree) {
    return degree > 0;
  }

  /** Whether the first of two known degrees is less than the second. */
  static boolean less(long left, long right) {
    if (left == NO || right == NO) {
      return left < right;
    }
    return (left >>> 32) * (int) right < (right >>> 32) * (int) left;
  }

  /** {@code floor(weight x degree)}; 0 for what does not hold. */
  static int points(int weight, long degree) {
    return degree > 0 ? points(weight, (int) (degree >>> 32), (int) degree) : 0;
  }

  /** {@code floor(weight x part / whole)}. Processors divide small numbers much faster. */
  static int points(int weight, int part, int whole) {
    long product = (long) weight * part;
    return product <= Integer.MAX_VALUE ? (int) product / whole : (int) (product / whole);
  }
}
