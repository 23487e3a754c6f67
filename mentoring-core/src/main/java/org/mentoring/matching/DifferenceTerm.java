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
      // Written first and counted after, because a jump that nobody can foresee costs more.
      row[kept] = mentor;
      kept += within(mine, mentors[mentor]) ? 1 : 0;
    }
    return kept;
  }

  @Override
  int keepFailing(int mentee, int[] row, int count) {
    int mine = mentees[mentee];
    if (mine == UNKNOWN) {
      return 0;
    }
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int mentor = row[k];
      if (!within(mine, mentors[mentor]) && mentors[mentor] != UNKNOWN) {
        row[kept++] = mentor;
      }
    }
    return kept;
  }

  /**
   * Whether the difference is between the bounds, in one comparison of numbers without a sign; the
   * unknown number is so far from all others that it never is.
   */
  private boolean within(int mine, int theirs) {
    return sign * (theirs - mine) - least + Integer.MIN_VALUE <= most - least + Integer.MIN_VALUE;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    int mine = mentees[mentee];
    if (mine == UNKNOWN) {
      return;
    }
    for (int k = 0; k < count; k++) {
      points[k] += within(mine, mentors[row[k]]) ? weight : 0;
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
