package org.mentoring.matching;

import java.util.List;
import org.mentoring.criterion.Term;

/**
 * A term that is bound to the columns of one request. Parties are indexes. Whole rows of mentors
 * are tested at once, so that the loop over them is in one class and the compiler can make it
 * tight.
 */
abstract class PairTerm {
  /** How far a pair meets the term, as in {@link Degree}. */
  abstract long degree(int mentee, int mentor);

  /** What a test costs, roughly, so that cheap ones go first. */
  abstract int cost();

  /** The simple terms inside, in their order. */
  abstract void collectLeaves(List<LeafTerm> leaves);

  /**
   * Moves the mentors that meet the term to the front, in their order, and returns how many they
   * are.
   *
   * @param mentors sorted; what stands behind those that are kept is lost
   */
  int keep(int mentee, int[] mentors, int count) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (Degree.holds(degree(mentee, mentors[k]))) {
        mentors[kept++] = mentors[k];
      }
    }
    return kept;
  }

  /** As {@link #keep}, of the mentors of whom it is known that they do not meet the term. */
  int keepFailing(int mentee, int[] mentors, int count) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (degree(mentee, mentors[k]) == Degree.NO) {
        mentors[kept++] = mentors[k];
      }
    }
    return kept;
  }

  /** Adds the points of each mentor of the row. */
  void addPoints(int mentee, int[] mentors, int count, int weight, int[] points) {
    for (int k = 0; k < count; k++) {
      points[k] += Degree.points(weight, degree(mentee, mentors[k]));
    }
  }

  /** A simple term, which can tell what it measured. */
  abstract static class LeafTerm extends PairTerm {
    private final Term term;

    LeafTerm(Term term) {
      this.term = term;
    }

    final Term term() {
      return term;
    }

    /** The figure, where both sides are known. */
    abstract long measured(int mentee, int mentor);

    /** The whole that the figure is a part of; 0 where there is none. */
    long outOf(int mentee, int mentor) {
      return 0;
    }

    @Override
    final void collectLeaves(List<LeafTerm> leaves) {
      leaves.add(this);
    }
  }
}
