package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** The mentor is ahead on a scale that the mentee asks for. */
final class AskedScaleTerm extends PairTerm.LeafTerm {
  private final int[][] asked;
  private final int[][] mentees;
  private final int[][] mentors;
  private final int atLeast;

  /**
   * @param asked per mentee the numbers of the scales that it asks for
   * @param mentees the mentees' levels by the scales' numbers
   * @param mentors likewise
   */
  AskedScaleTerm(Term.AheadInAsked term, int[][] asked, int[][] mentees, int[][] mentors) {
    super(term);
    this.asked = asked;
    this.mentees = mentees;
    this.mentors = mentors;
    this.atLeast = term.atLeast();
  }

  @Override
  long degree(int mentee, int mentor) {
    boolean unknown = asked[mentee].length == 0;
    for (int scale : asked[mentee]) {
      int mine = mentees[scale][mentee];
      int theirs = mentors[scale][mentor];
      if (mine == DifferenceTerm.UNKNOWN || theirs == DifferenceTerm.UNKNOWN) {
        unknown = true;
      } else if (theirs - mine >= atLeast) {
        return Degree.YES;
      }
    }
    return unknown ? Degree.UNKNOWN : Degree.NO;
  }

  @Override
  int keep(int mentee, int[] row, int count) {
    if (asked[mentee].length != 1) {
      return super.keep(mentee, row, count);
    }
    int[] theirs = mentors[asked[mentee][0]];
    int least = leastLevel(mentee);
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int mentor = row[k];
      row[kept] = mentor;
      kept += theirs[mentor] >= least ? 1 : 0;
    }
    return kept;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    if (asked[mentee].length != 1) {
      super.addPoints(mentee, row, count, weight, points);
      return;
    }
    int[] theirs = mentors[asked[mentee][0]];
    int least = leastLevel(mentee);
    for (int k = 0; k < count; k++) {
      points[k] += theirs[row[k]] >= least ? weight : 0;
    }
  }

  /**
   * From which level on the one scale a mentor is ahead; nobody is where the mentee's is unknown.
   */
  private int leastLevel(int mentee) {
    int mine = mentees[asked[mentee][0]][mentee];
    return mine == DifferenceTerm.UNKNOWN ? Integer.MAX_VALUE : mine + atLeast;
  }

  /** The most steps ahead on one of the scales whose levels are known. */
  @Override
  long measured(int mentee, int mentor) {
    int most = Integer.MIN_VALUE;
    for (int scale : asked[mentee]) {
      int mine = mentees[scale][mentee];
      int theirs = mentors[scale][mentor];
      if (mine != DifferenceTerm.UNKNOWN && theirs != DifferenceTerm.UNKNOWN) {
        most = Math.max(most, theirs - mine);
      }
    }
    return most;
  }

  @Override
  int cost() {
    return 4;
  }
}
