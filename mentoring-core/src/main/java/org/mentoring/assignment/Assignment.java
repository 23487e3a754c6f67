package org.mentoring.assignment;

/**
 * Who goes to whom, with the proof that nothing is better. Immutable and thread-safe.
 *
 * @see OptimalityChecker
 */
public final class Assignment {
  private final int[] edgeOf;
  private final int pairs;
  private final int kept;
  private final long waited;
  private final int worstScore;
  private final long totalScore;
  private final Certificate certificate;

  Assignment(
      int[] edgeOf,
      int pairs,
      int kept,
      long waited,
      int worstScore,
      long totalScore,
      Certificate certificate) {
    this.edgeOf = edgeOf;
    this.pairs = pairs;
    this.kept = kept;
    this.waited = waited;
    this.worstScore = worstScore;
    this.totalScore = totalScore;
    this.certificate = certificate;
  }

  Assignment with(Certificate other) {
    return new Assignment(edgeOf, pairs, kept, waited, worstScore, totalScore, other);
  }

  /** The edge of a mentee, or -1 where it has none. */
  public int edgeOf(int mentee) {
    return edgeOf[mentee];
  }

  /** How many pairs there are. */
  public int pairs() {
    return pairs;
  }

  /** How many of them were to be kept. */
  public int kept() {
    return kept;
  }

  /** The sum of the matched mentees' waiting ranks. */
  public long waited() {
    return waited;
  }

  /** The least score of a pair; -1 where there is no pair. */
  public int worstScore() {
    return worstScore;
  }

  /** The sum of the scores. */
  public long totalScore() {
    return totalScore;
  }

  /** The proof. */
  public Certificate certificate() {
    return certificate;
  }
}
