package org.mentoring.matching;

import java.util.Arrays;
import org.mentoring.criterion.Term;

/** Whether the mentor is one of a few that the mentee is tied to. Always known. */
final class ListedTerm extends PairTerm.LeafTerm {
  private final int[][] listed;
  private final boolean wanted;

  /**
   * @param listed per mentee the numbers of mentors, sorted
   * @param wanted whether the term holds for those listed, or for all others
   */
  ListedTerm(Term term, int[][] listed, boolean wanted) {
    super(term);
    this.listed = listed;
    this.wanted = wanted;
  }

  @Override
  long degree(int mentee, int mentor) {
    return Degree.of(Arrays.binarySearch(listed[mentee], mentor) >= 0 == wanted);
  }

  @Override
  int keep(int mentee, int[] row, int count) {
    return keep(listed[mentee], row, count, wanted);
  }

  @Override
  int keepFailing(int mentee, int[] row, int count) {
    return keep(listed[mentee], row, count, !wanted);
  }

  /** Both are sorted, so that one walk along the row finds all. */
  static int keep(int[] listed, int[] row, int count, boolean wanted) {
    if (listed.length == 0) {
      return wanted ? 0 : count;
    }
    int kept = 0;
    int next = 0;
    for (int k = 0; k < count; k++) {
      int mentor = row[k];
      while (next < listed.length && listed[next] < mentor) {
        next++;
      }
      boolean found = next < listed.length && listed[next] == mentor;
      if (found == wanted) {
        row[kept++] = mentor;
      }
    }
    return kept;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    if (!wanted) {
      for (int k = 0; k < count; k++) {
        points[k] += weight;
      }
    }
    for (int mentor : listed[mentee]) {
      int k = Arrays.binarySearch(row, 0, count, mentor);
      if (k >= 0) {
        points[k] += wanted ? weight : -weight;
      }
    }
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
