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
    int[] shared = new int[count];
    mentees.countShared(mentee, mentors, row, count, shared);
    int kept = 0;
    for (int k = 0; k < count; k++) {
      row[kept] = row[k];
      kept += shared[k] >= slotsAtLeast ? 1 : 0;
    }
    return kept;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    if (!mentees.known(mentee)) {
      return;
    }
    int[] shared = new int[count];
    mentees.countShared(mentee, mentors, row, count, shared);
    int grid = mentees.grid();
    for (int k = 0; k < count; k++) {
      if (shared[k] >= slotsAtLeast) {
        points[k] += Degree.points(weight, Math.min(full, shared[k] * grid), full);
      }
    }
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
