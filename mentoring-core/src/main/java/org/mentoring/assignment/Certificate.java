package org.mentoring.assignment;

import java.util.Optional;

/**
 * The proof that an {@link Assignment} is the best: prices of mentees and mentors, none below 0,
 * such that each possible pair is worth at most the prices of its two sides in sum, each chosen
 * pair exactly so much, and an unmatched mentee or a mentor with a place left costs nothing. Then
 * no other answer can be worth more (duality of linear programming).
 *
 * <p>What a pair is worth depends on the part it lies in: parts are sets of mentees and mentors
 * with no possible pair from one part to another. In part k it is {@code pairValue(k)}, and {@code
 * keepValue(k)} if it is better kept, and {@code waitingValue(k)} for each rank of the mentee's
 * waiting, and its score; each value is more than all lower ones can reach together in this part.
 * Edges of mentors without any place and edges below the least score do not count.
 *
 * <p>Immutable and thread-safe.
 *
 * @see OptimalityChecker
 */
public final class Certificate {
  private final long[] menteePrices;
  private final long[] mentorPrices;
  private final int[] partOf;
  private final long[] pairValues;
  private final long[] keepValues;
  private final long[] waitingValues;
  private final Optional<WorstScoreProof> worstScore;

  Certificate(
      long[] menteePrices,
      long[] mentorPrices,
      int[] partOf,
      long[] pairValues,
      long[] keepValues,
      long[] waitingValues,
      Optional<WorstScoreProof> worstScore) {
    this.menteePrices = menteePrices;
    this.mentorPrices = mentorPrices;
    this.partOf = partOf;
    this.pairValues = pairValues;
    this.keepValues = keepValues;
    this.waitingValues = waitingValues;
    this.worstScore = worstScore;
  }

  /**
   * Why a better worst score would cost pairs, kept pairs or waiting. The prices around it hold
   * among the edges of at least the threshold.
   *
   * @param threshold the worst score of the answer
   * @param anyScore an answer without regard to the worst score, with its proof: as many pairs, as
   *     many kept, as long waited as the answer
   * @param above the best answer from edges above the threshold only, with its proof: fewer pairs
   *     or, with as many pairs, fewer kept or, with as many kept, less waited
   */
  public record WorstScoreProof(int threshold, Assignment anyScore, Assignment above) {}

  Certificate with(WorstScoreProof proof) {
    return new Certificate(
        menteePrices,
        mentorPrices,
        partOf,
        pairValues,
        keepValues,
        waitingValues,
        Optional.of(proof));
  }

  /** What a mentee's being matched is worth; 0 where the mentee is unmatched. */
  public long menteePrice(int mentee) {
    return menteePrices[mentee];
  }

  /** What one more place of a mentor would at most be worth; 0 where it has a place left. */
  public long mentorPrice(int mentor) {
    return mentorPrices[mentor];
  }

  /** The number of a mentee's part, or -1 where it has no possible pair. */
  public int partOf(int mentee) {
    return partOf[mentee];
  }

  /** How many parts there are. */
  public int parts() {
    return pairValues.length;
  }

  /** What each pair is worth in a part. */
  public long pairValue(int part) {
    return pairValues[part];
  }

  /** What a kept pair is worth beside. */
  public long keepValue(int part) {
    return keepValues[part];
  }

  /** What each rank of waiting is worth beside. */
  public long waitingValue(int part) {
    return waitingValues[part];
  }

  /** The proof for the worst score, where it was asked for and there is a pair. */
  public Optional<WorstScoreProof> worstScore() {
    return worstScore;
  }
}
