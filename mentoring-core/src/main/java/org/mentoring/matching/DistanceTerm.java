package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** The parties' places are near enough. */
final class DistanceTerm extends PairTerm.LeafTerm {
  private final Kilometres kilometres;
  private final int atMost;
  private final int full;

  DistanceTerm(Term.Distance term, Kilometres kilometres) {
    super(term);
    this.kilometres = kilometres;
    this.atMost = term.atMost();
    this.full = term.full();
  }

  @Override
  long degree(int mentee, int mentor) {
    int from = kilometres.mentees()[mentee];
    int to = kilometres.mentors()[mentor];
    return from < 0 || to < 0 ? Degree.UNKNOWN : degreeOf(kilometres.between(from, to));
  }

  private long degreeOf(int far) {
    if (far > atMost) {
      return Degree.NO;
    }
    return far <= full ? Degree.YES : Degree.of(atMost + 1 - far, atMost + 1 - full);
  }

  @Override
  int keep(int mentee, int[] row, int count) {
    return keep(mentee, row, count, true);
  }

  @Override
  int keepFailing(int mentee, int[] row, int count) {
    return keep(mentee, row, count, false);
  }

  private int keep(int mentee, int[] row, int count, boolean wanted) {
    int from = kilometres.mentees()[mentee];
    if (from < 0) {
      return 0;
    }
    int[] far = kilometres.from(from);
    int[] theirs = kilometres.mentors();
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int mentor = row[k];
      int to = theirs[mentor];
      if (to >= 0 && far(far, from, to) <= atMost == wanted) {
        row[kept++] = mentor;
      }
    }
    return kept;
  }

  @Override
  void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
    int from = kilometres.mentees()[mentee];
    if (from < 0) {
      return;
    }
    int[] far = kilometres.from(from);
    int[] theirs = kilometres.mentors();
    for (int k = 0; k < count; k++) {
      int to = theirs[row[k]];
      int away = to < 0 ? Integer.MAX_VALUE : far(far, from, to);
      if (away <= atMost) {
        points[k] +=
            away <= full ? weight : Degree.points(weight, atMost + 1 - away, atMost + 1 - full);
      }
    }
  }

  private int far(int[] measured, int from, int to) {
    int far = measured[to];
    return far == Kilometres.NOT_YET ? kilometres.measure(measured, from, to) : far;
  }

  @Override
  long measured(int mentee, int mentor) {
    return kilometres.between(kilometres.mentees()[mentee], kilometres.mentors()[mentor]);
  }

  @Override
  int cost() {
    return 2;
  }
}
