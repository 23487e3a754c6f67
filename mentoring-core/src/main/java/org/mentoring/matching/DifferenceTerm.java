package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** One number less another, between bounds: years of age and steps on a scale. */
final class DifferenceTerm extends PairTerm.LeafTerm {
  /** A number that nobody knows. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private final int[] mentees;
  private final int[] mentors;
  private final int sign;
  private final int unit;
  private final int least;
  private final int most;

  /**
   * @param mentees a number each, or {@link #UNKNOWN}
   * @param mentors likewise
   * @param sign 1 for mentor less mentee, -1 for mentee less mentor
   * @param unit how much of the numbers' difference makes one step; differences are rounded down
   * @param atLeast steps
   * @param atMost steps, inclusive
   */
  DifferenceTerm(
      Term term, int[] mentees, int[] mentors, int sign, int unit, int atLeast, int atMost) {
    super(term);
    this.mentees = mentees;
    this.mentors = mentors;
    this.sign = sign;
    this.unit = unit;
    this.least = atLeast * unit;
    this.most = (atMost + 1) * unit - 1;
  }

  @Override
  long degree(int mentee, int mentor) {
    if (mentees[mentee] == UNKNOWN || mentors[mentor] == UNKNOWN) {
      return Degree.UNKNOWN;
    }
    int difference = sign * (mentors[mentor] - mentees[mentee]);
    return Degree.of(difference >= least && difference <= most);
  }

  @Override
  int keep(int mentee, int[] row, int count) {
    int mine = mentees[mentee];
    if (mine == UNKNOWN) {
      return 0;
    }
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int mentor = row[k];
      int difference = sign * (mentors[mentor] - mine);
      if (difference >= least && difference <= most && mentors[mentor] != UNKNOWN) {
        row[kept++] = mentor;
      }
    }
    return kept;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    int mine = mentees[mentee];
    if (mine == UNKNOWN) {
      return;
    }
    for (int k = 0; k < count; k++) {
      int theirs = mentors[row[k]];
      int difference = sign * (theirs - mine);
      if (difference >= least && difference <= most && theirs != UNKNOWN) {
        points[k] += weight;
      }
    }
  }

  @Override
  long measured(int mentee, int mentor) {
    return Math.floorDiv(sign * (mentors[mentor] - mentees[mentee]), unit);
  }

  @Override
  int cost() {
    return 1;
  }
}
