package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** Terms over values of attributes. */
final class SetTerms {
  private SetTerms() {}

  /** Whether both have values, and share one or share none. */
  static final class Shared extends PairTerm.LeafTerm {
    private final ValueSets mentees;
    private final ValueSets mentors;
    private final boolean wanted;

    Shared(Term term, ValueSets mentees, ValueSets mentors, boolean wanted) {
      super(term);
      this.mentees = mentees;
      this.mentors = mentors;
      this.wanted = wanted;
    }

    ValueSets mentees() {
      return mentees;
    }

    ValueSets mentors() {
      return mentors;
    }

    @Override
    long degree(int mentee, int mentor) {
      if (mentees.counts()[mentee] == 0 || mentors.counts()[mentor] == 0) {
        return Degree.UNKNOWN;
      }
      return Degree.of(mentees.common(mentee, mentors, mentor) > 0 == wanted);
    }

    @Override
    int keep(int mentee, int[] row, int count) {
      int[] theirs = mentors.single();
      int[] own = mentees.single();
      if (mentees.counts()[mentee] == 0) {
        return 0;
      }
      int kept = 0;
      if (theirs.length == 0 || own.length == 0) {
        int[] wholes = mentors.counts();
        for (int k = 0; k < count; k++) {
          int mentor = row[k];
          if (wholes[mentor] > 0 && mentees.common(mentee, mentors, mentor) > 0 == wanted) {
            row[kept++] = mentor;
          }
        }
        return kept;
      }
      int mine = own[mentee];
      for (int k = 0; k < count; k++) {
        int mentor = row[k];
        int value = theirs[mentor];
        if (value >= 0 && (value == mine) == wanted) {
          row[kept++] = mentor;
        }
      }
      return kept;
    }

    @Override
    void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
      int[] theirs = mentors.single();
      int[] own = mentees.single();
      if (mentees.counts()[mentee] == 0) {
        return;
      }
      if (theirs.length == 0 || own.length == 0) {
        int[] wholes = mentors.counts();
        for (int k = 0; k < count; k++) {
          if (wholes[row[k]] > 0 && mentees.common(mentee, mentors, row[k]) > 0 == wanted) {
            points[k] += weight;
          }
        }
        return;
      }
      int mine = own[mentee];
      for (int k = 0; k < count; k++) {
        int value = theirs[row[k]];
        if (value >= 0 && (value == mine) == wanted) {
          points[k] += weight;
        }
      }
    }

    @Override
    long measured(int mentee, int mentor) {
      return Degree.holds(degree(mentee, mentor)) ? 1 : 0;
    }

    @Override
    int cost() {
      return mentors.single().length > 0 ? 1 : 3;
    }
  }

  /** How many of the values that one side asks the other side has. */
  static final class Answered extends PairTerm.LeafTerm {
    private final ValueSets mentees;
    private final ValueSets mentors;
    private final boolean menteeAsks;
    private final int atLeast;

    Answered(Term term, ValueSets mentees, ValueSets mentors, boolean menteeAsks, int atLeast) {
      super(term);
      this.mentees = mentees;
      this.mentors = mentors;
      this.menteeAsks = menteeAsks;
      this.atLeast = atLeast;
    }

    private int asked(int mentee, int mentor) {
      return menteeAsks ? mentees.counts()[mentee] : mentors.counts()[mentor];
    }

    @Override
    long degree(int mentee, int mentor) {
      if (mentees.counts()[mentee] == 0 || mentors.counts()[mentor] == 0) {
        return Degree.UNKNOWN;
      }
      int common = mentees.common(mentee, mentors, mentor);
      return common < atLeast ? Degree.NO : Degree.of(common, asked(mentee, mentor));
    }

    @Override
    int keep(int mentee, int[] row, int count) {
      if (mentees.counts()[mentee] < atLeast) {
        return 0;
      }
      int kept = 0;
      if (mentees.words() == 1 && mentors.words() == 1) {
        long mine = mentees.bits()[mentee];
        long[] theirs = mentors.bits();
        for (int k = 0; k < count; k++) {
          int mentor = row[k];
          if (Long.bitCount(mine & theirs[mentor]) >= atLeast) {
            row[kept++] = mentor;
          }
        }
        return kept;
      }
      for (int k = 0; k < count; k++) {
        int mentor = row[k];
        if (mentees.common(mentee, mentors, mentor) >= atLeast) {
          row[kept++] = mentor;
        }
      }
      return kept;
    }

    @Override
    void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
      int mine = mentees.counts()[mentee];
      if (mine < atLeast) {
        return;
      }
      if (!menteeAsks) {
        addByMentor(mentee, row, count, weight, points);
        return;
      }
      // The whole is the same along the row, so that one small table spares a division for each
      // pair.
      int[] table = new int[mine + 1];
      for (int common = atLeast; common <= mine; common++) {
        table[common] = Degree.points(weight, Degree.of(common, mine));
      }
      if (mentees.words() == 1 && mentors.words() == 1) {
        long set = mentees.bits()[mentee];
        long[] theirs = mentors.bits();
        for (int k = 0; k < count; k++) {
          points[k] += table[Long.bitCount(set & theirs[row[k]])];
        }
      } else {
        for (int k = 0; k < count; k++) {
          points[k] += table[mentees.common(mentee, mentors, row[k])];
        }
      }
    }

    private void addByMentor(int mentee, int[] row, int count, int weight, int[] points) {
      int[] wholes = mentors.counts();
      for (int k = 0; k < count; k++) {
        int common = mentees.common(mentee, mentors, row[k]);
        if (common >= atLeast) {
          points[k] += (int) ((long) weight * common / wholes[row[k]]);
        }
      }
    }

    @Override
    long measured(int mentee, int mentor) {
      return mentees.common(mentee, mentors, mentor);
    }

    @Override
    long outOf(int mentee, int mentor) {
      return asked(mentee, mentor);
    }

    @Override
    int cost() {
      return 3 + mentors.words();
    }
  }
}
