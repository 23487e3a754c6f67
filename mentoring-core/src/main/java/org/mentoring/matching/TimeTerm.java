package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** Both are free at the same time of the week. */
final class TimeTerm extends PairTerm.LeafTerm {
  private final FreeTime mentees;
  private final FreeTime mentors;
  private final int atLeast;
  private final int full;
  private final int slotsAtLeast;

  TimeTerm(Term.SharedTime term, FreeTime mentees, FreeTime mentors) {
    super(term);
    this.mentees = mentees;
    this.mentors = mentors;
    this.atLeast = term.atLeast();
    this.full = term.full();
    this.slotsAtLeast = (atLeast + mentees.grid() - 1) / mentees.grid();
  }

  @Override
  long degree(int mentee, int mentor) {
    if (!mentees.known(mentee) || !mentors.known(mentor)) {
      return Degree.UNKNOWN;
    }
    int minutes = (int) measured(mentee, mentor);
    return minutes < atLeast ? Degree.NO : Degree.of(Math.min(minutes, full), full);
  }

  @Override
  int keep(int mentee, int[] row, int count) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int mentor = row[k];
      if (mentees.commonSlots(mentee, mentors, mentor) >= slotsAtLeast) {
        row[kept++] = mentor;
      }
    }
    return kept;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    if (!mentees.known(mentee)) {
      return;
    }
    int grid = mentees.grid();
    for (int k = 0; k < count; k++) {
      int slots = mentees.commonSlots(mentee, mentors, row[k]);
      if (slots >= slotsAtLeast) {
        int minutes = slots * grid;
        points[k] += minutes >= full ? weight : (int) ((long) weight * minutes / full);
      }
    }
  }

  @Override
  boolean graded() {
    return true;
  }

  @Override
  long measured(int mentee, int mentor) {
    return (long) mentees.commonSlots(mentee, mentors, mentor) * mentees.grid();
  }

  @Override
  long outOf(int mentee, int mentor) {
    return full;
  }

  @Override
  int cost() {
    return 20;
  }
}
