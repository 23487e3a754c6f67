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
