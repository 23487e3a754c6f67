package org.mentoring.assignment;

/**
 * Who goes to whom so that no two would both rather have each other. Immutable and thread-safe.
 *
 * @see StabilityChecker
 */
public final class StableMatching {
  private final int[] edgeOf;
  private final int pairs;
  private final long totalScore;
  private final int worstScore;
  private final long menteeRanks;
  private final long mentorRanks;

  StableMatching(StableProblem problem, int[] edgeOf) {
    int count = 0;
    long total = 0;
    int worst = Integer.MAX_VALUE;
    long byMentees = 0;
    long byMentors = 0;
    for (int edge : edgeOf) {
      if (edge >= 0) {
        count++;
        total += problem.edges().scoreOf(edge);
        worst = Math.min(worst, problem.edges().scoreOf(edge));
        byMentees += problem.menteeRank(edge);
        byMentors += problem.mentorRank(edge);
      }
    }
    this.edgeOf = edgeOf;
    this.pairs = count;
    this.totalScore = total;
    this.worstScore = count == 0 ? -1 : worst;
    this.menteeRanks = byMentees;
    this.mentorRanks = byMentors;
  }

  /** The edge of a mentee, or -1 where it has none. */
  public int edgeOf(int mentee) {
    return edgeOf[mentee];
  }

  /** How many pairs there are. */
  public int pairs() {
    return pairs;
  }

  /** The sum of the scores. */
  public long totalScore() {
    return totalScore;
  }

  /** The least score of a pair; -1 where there is no pair. */
  public int worstScore() {
    return worstScore;
  }

  /** The sum of the ranks that matched mentees give their mentors; less is better for them. */
  public long menteeRanks() {
    return menteeRanks;
  }

  /** The sum of the ranks that mentors give their mentees; less is better for them. */
  public long mentorRanks() {
    return mentorRanks;
  }
}
