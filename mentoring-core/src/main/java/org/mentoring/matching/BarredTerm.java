package org.mentoring.matching;

import java.util.Arrays;
import org.mentoring.criterion.Term;

/**
 * The mentor is none of a few that are barred to the mentee: the mentee itself, or who was excluded
 * by either.
 */
final class BarredTerm extends PairTerm.LeafTerm {
  private final int[][] barred;

  /**
   * @param barred per mentee the indexes of mentors, sorted
   */
  BarredTerm(Term term, int[][] barred) {
    super(term);
    this.barred = barred;
  }

  @Override
  long degree(int mentee, int mentor) {
    return Degree.of(Arrays.binarySearch(barred[mentee], mentor) < 0);
  }

  @Override
  int keep(int mentee, int[] row, int count) {
    return barred[mentee].length == 0 ? count : super.keep(mentee, row, count);
  }

  @Override
  long measured(int mentee, int mentor) {
    return Degree.holds(degree(mentee, mentor)) ? 1 : 0;
  }

  @Override
  int cost() {
    return 0;
  }
}
