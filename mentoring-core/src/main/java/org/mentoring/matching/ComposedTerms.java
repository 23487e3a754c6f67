package org.mentoring.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** And, or, not: Kleene's logic over {@link Degree}. */
final class ComposedTerms {
  private ComposedTerms() {}

  /**
   * All hold, with the least degree; or one holds, with the greatest. Each is the other with yes
   * and no in each other's places, so that one class does both.
   */
  static final class Joined extends PairTerm {
    private final PairTerm[] parts;
    private final PairTerm[] cheapestFirst;
    private final boolean all;
    private final int cost;

    Joined(PairTerm[] parts, boolean all) {
      this.parts = parts;
      this.all = all;
      this.cost = 1 + Arrays.stream(parts).mapToInt(PairTerm::cost).sum();
      this.cheapestFirst = parts.clone();
      Arrays.sort(cheapestFirst, Comparator.comparingInt(PairTerm::cost));
    }

    @Override
    long degree(int mentee, int mentor) {
      long best = all ? Degree.YES : Degree.NO;
      boolean unknown = false;
      for (PairTerm part : parts) {
        long degree = part.degree(mentee, mentor);
        if (degree == Degree.UNKNOWN) {
          unknown = true;
        } else if (all ? Degree.less(degree, best) : Degree.less(best, degree)) {
          best = degree;
        }
      }
      // One part that fails settles "all", one that holds settles "any", whatever is not known.
      return unknown && Degree.holds(best) == all ? Degree.UNKNOWN : best;
    }

    @Override
    int keep(int mentee, int[] mentors, int count) {
      return all ? each(mentee, mentors, count, true) : some(mentee, mentors, count, true);
    }

    @Override
    int keepFailing(int mentee, int[] mentors, int count) {
      return all ? some(mentee, mentors, count, false) : each(mentee, mentors, count, false);
    }

    private int each(int mentee, int[] mentors, int count, boolean holding) {
      int kept = count;
      for (int p = 0; p < cheapestFirst.length && kept > 0; p++) {
        kept = kept(cheapestFirst[p], mentee, mentors, kept, holding);
      }
      return kept;
    }

    /** What one part keeps need not be shown to the others; what none keeps goes. */
    private int some(int mentee, int[] mentors, int count, boolean holding) {
      int[] rest = Arrays.copyOf(mentors, count);
      int[] tried = new int[count];
      int left = count;
      for (int p = 0; p < cheapestFirst.length && left > 0; p++) {
        System.arraycopy(rest, 0, tried, 0, left);
        int kept = kept(cheapestFirst[p], mentee, tried, left, holding);
        if (kept == count) {
          return count;
        }
        left = without(tried, kept, rest, left);
      }
      return without(rest, left, mentors, count);
    }

    private static int kept(PairTerm part, int mentee, int[] mentors, int count, boolean holding) {
      return holding ? part.keep(mentee, mentors, count) : part.keepFailing(mentee, mentors, count);
    }

    /** Takes some of a row out of it; both are sorted. */
    private static int without(int[] some, int howMany, int[] row, int count) {
      if (howMany == 0) {
        return count;
      }
      int kept = 0;
      int next = 0;
      for (int k = 0; k < count; k++) {
        int mentor = row[k];
        if (next < howMany && some[next] == mentor) {
          next++;
        } else {
          row[kept++] = mentor;
        }
      }
      return kept;
    }

    /**
     * What does not hold gives no points, and more is never fewer points; so the least or greatest
     * points of the parts are those of the least or greatest degree.
     */
    @Override
    void addPoints(int mentee, int[] mentors, int count, int weight, int[] points) {
      int[] best = new int[count];
      parts[0].addPoints(mentee, mentors, count, weight, best);
      int[] next = new int[count];
      for (int p = 1; p < parts.length; p++) {
        Arrays.fill(next, 0);
        parts[p].addPoints(mentee, mentors, count, weight, next);
        for (int k = 0; k < count; k++) {
          best[k] = all ? Math.min(best[k], next[k]) : Math.max(best[k], next[k]);
        }
      }
      for (int k = 0; k < count; k++) {
        points[k] += best[k];
      }
    }

    @Override
    int cost() {
      return cost;
    }

    @Override
    void collectLeaves(List<LeafTerm> leaves) {
      for (PairTerm part : parts) {
        part.collectLeaves(leaves);
      }
    }
  }

  /** The term is known and does not hold. */
  static final class None extends PairTerm {
    private final PairTerm part;

    None(PairTerm part) {
      this.part = part;
    }

    @Override
    long degree(int mentee, int mentor) {
      long degree = part.degree(mentee, mentor);
      return degree == Degree.UNKNOWN ? Degree.UNKNOWN : Degree.of(degree == Degree.NO);
    }

    @Override
    int keep(int mentee, int[] mentors, int count) {
      return part.keepFailing(mentee, mentors, count);
    }

    @Override
    int keepFailing(int mentee, int[] mentors, int count) {
      return part.keep(mentee, mentors, count);
    }

    @Override
    void addPoints(int mentee, int[] mentors, int count, int weight, int[] points) {
      int[] failing = Arrays.copyOf(mentors, count);
      int kept = part.keepFailing(mentee, failing, count);
      int next = 0;
      for (int k = 0; k < count && next < kept; k++) {
        if (mentors[k] == failing[next]) {
          points[k] += weight;
          next++;
        }
      }
    }

    @Override
    int cost() {
      return 1 + part.cost();
    }

    @Override
    void collectLeaves(List<LeafTerm> leaves) {
      part.collectLeaves(leaves);
    }
  }
}
