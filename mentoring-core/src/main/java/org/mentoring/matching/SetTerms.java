package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** Terms over values of attributes. */
final class SetTerms {
  private SetTerms() {}

  /** Whether both have values, and share one or share none. */
  static class Shared extends PairTerm.LeafTerm {
    private final ValueSets mentees;
    private final ValueSets mentors;
    private final boolean wanted;

    Shared(Term term, ValueSets mentees, ValueSets mentors, boolean wanted) {
      super(term);
      this.mentees = mentees;
      this.mentors = mentors;
      this.wanted = wanted;
    }

    @Override
    long degree(int mentee, int mentor) {
      if (mentees.counts()[mentee] == 0 || mentors.counts()[mentor] == 0) {
        return Degree.UNKNOWN;
      }
      return Degree.of(mentees.meets(mentee, mentors, mentor) == wanted);
    }

    @Override
    int keep(int mentee, int[] row, int count) {
      return keep(mentee, row, count, wanted);
    }

    @Override
    int keepFailing(int mentee, int[] row, int count) {
      return keep(mentee, row, count, !wanted);
    }

    private int keep(int mentee, int[] row, int count, boolean meeting) {
      if (mentees.counts()[mentee] == 0) {
        return 0;
      }
      int[] one = mentors.single();
      int kept = 0;
      if (one.length > 0 && mentees.single().length > 0) {
        int mine = mentees.single()[mentee];
        for (int k = 0; k < count; k++) {
          int mentor = row[k];
          int theirs = one[mentor];
          if (theirs >= 0 && theirs == mine == meeting) {
            row[kept++] = mentor;
          }
        }
        return kept;
      }
      int[] wholes = mentors.counts();
      if (mentees.words() == 1 && mentors.words() == 1) {
        long mine = mentees.bits()[mentee];
        long[] theirs = mentors.bits();
        for (int k = 0; k < count; k++) {
          int mentor = row[k];
          row[kept] = mentor;
          kept += (mine & theirs[mentor]) != 0 == meeting && wholes[mentor] > 0 ? 1 : 0;
        }
        return kept;
      }
      for (int k = 0; k < count; k++) {
        int mentor = row[k];
        if (wholes[mentor] > 0 && mentees.meets(mentee, mentors, mentor) == meeting) {
          row[kept++] = mentor;
        }
      }
      return kept;
    }

    @Override
    void addPoints(int mentee, int[] row, int count, int weight, int[] points) {
      if (mentees.counts()[mentee] == 0) {
        return;
      }
      int[] one = mentors.single();
      if (one.length > 0 && mentees.single().length > 0) {
        int mine = mentees.single()[mentee];
        for (int k = 0; k < count; k++) {
          int theirs = one[row[k]];
          points[k] += theirs >= 0 && theirs == mine == wanted ? weight : 0;
        }
        return;
      }
      int[] wholes = mentors.counts();
      for (int k = 0; k < count; k++) {
        if (wholes[row[k]] > 0 && mentees.meets(mentee, mentors, row[k]) == wanted) {
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

  /** The same value or a neighbour: the mentee's values with their neighbours are looked for. */
  static final class Near extends Shared {
    private final ValueSets mentees;
    private final ValueSets mentors;

    Near(Term term, ValueSets mentees, ValueSets nearby, ValueSets mentors) {
      super(term, nearby, mentors, true);
      this.mentees = mentees;
      this.mentors = mentors;
    }

    /** Borders in between: none within the same value, one to a neighbour, else 2 or more. */
    @Override
    long measured(int mentee, int mentor) {
      if (mentees.meets(mentee, mentors, mentor)) {
        return 0;
      }
      return Degree.holds(degree(mentee, mentor)) ? 1 : 2;
    }
  }

  /** One side wishes nothing, or the other has a value that it wishes. */
  static final class Wished extends PairTerm.LeafTerm {
    private final ValueSets mentees;
    private final ValueSets mentors;
    private final boolean menteeWishes;

    /**
     * @param mentees their wishes, or their values where the mentors wish
     * @param mentors likewise
     */
    Wished(Term term, ValueSets mentees, ValueSets mentors, boolean menteeWishes) {
      super(term);
      this.mentees = mentees;
      this.mentors = mentors;
      this.menteeWishes = menteeWishes;
    }

    @Override
    long degree(int mentee, int mentor) {
      int mine = mentees.counts()[mentee];
      int theirs = mentors.counts()[mentor];
      if ((menteeWishes ? mine : theirs) == 0) {
        return Degree.YES;
      }
      if ((menteeWishes ? theirs : mine) == 0) {
        return Degree.UNKNOWN;
      }
      return Degree.of(mentees.meets(mentee, mentors, mentor));
    }

    @Override
    int keep(int mentee, int[] row, int count) {
      if (menteeWishes && mentees.counts()[mentee] == 0) {
        return count;
      }
      int[] wishes = mentors.counts();
      int kept = 0;
      for (int k = 0; k < count; k++) {
        int mentor = row[k];
        if ((!menteeWishes && wishes[mentor] == 0) || mentees.meets(mentee, mentors, mentor)) {
          row[kept++] = mentor;
        }
      }
      return kept;
    }

    @Override
    long measured(int mentee, int mentor) {
      return Degree.holds(degree(mentee, mentor)) ? 1 : 0;
    }

    @Override
    int cost() {
      return 2;
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
          row[kept] = mentor;
          kept += Long.bitCount(mine & theirs[mentor]) >= atLeast ? 1 : 0;
        }
        return kept;
      }
      int[] shared = new int[count];
      mentees.countShared(mentee, mentors, row, count, shared);
      for (int k = 0; k < count; k++) {
        row[kept] = row[k];
        kept += shared[k] >= atLeast ? 1 : 0;
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
        int[] shared = new int[count];
        mentees.countShared(mentee, mentors, row, count, shared);
        for (int k = 0; k < count; k++) {
          points[k] += table[shared[k]];
        }
      }
    }

    private void addByMentor(int mentee, int[] row, int count, int weight, int[] points) {
      int[] wholes = mentors.counts();
      int[] shared = new int[count];
      mentees.countShared(mentee, mentors, row, count, shared);
      for (int k = 0; k < count; k++) {
        if (shared[k] >= atLeast) {
          points[k] += Degree.points(weight, shared[k], wholes[row[k]]);
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
