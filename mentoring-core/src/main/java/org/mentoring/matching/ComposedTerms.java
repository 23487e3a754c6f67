package org.mentoring.matching;

import java.util.List;

/** And, or, not: Kleene's logic over {@link Degree}. */
final class ComposedTerms {
  private ComposedTerms() {}

  private static int costOf(PairTerm[] parts) {
    int cost = 1;
    for (PairTerm part : parts) {
      cost += part.cost();
    }
    return cost;
  }

  /** All hold; the least degree. */
  static final class All extends PairTerm {
    private final PairTerm[] parts;

    All(PairTerm[] parts) {
      this.parts = parts;
    }

    @Override
    long degree(int mentee, int mentor) {
      long least = Degree.YES;
      boolean unknown = false;
      for (PairTerm part : parts) {
        long degree = part.degree(mentee, mentor);
        if (degree == Degree.NO) {
          return Degree.NO;
        }
        if (degree == Degree.UNKNOWN) {
          unknown = true;
        } else if (Degree.less(degree, least)) {
          least = degree;
        }
      }
      return unknown ? Degree.UNKNOWN : least;
    }

    @Override
    int keep(int mentee, int[] mentors, int count) {
      int kept = count;
      for (PairTerm part : parts) {
        if (kept == 0) {
          break;
        }
        kept = part.keep(mentee, mentors, kept);
      }
      return kept;
    }

    @Override
    int cost() {
      return costOf(parts);
    }

    @Override
    void collectLeaves(List<LeafTerm> leaves) {
      for (PairTerm part : parts) {
        part.collectLeaves(leaves);
      }
    }
  }

  /** At least one holds; the greatest degree. */
  static final class Any extends PairTerm {
    private final PairTerm[] parts;

    Any(PairTerm[] parts) {
      this.parts = parts;
    }

    @Override
    long degree(int mentee, int mentor) {
      long greatest = Degree.NO;
      boolean unknown = false;
      for (PairTerm part : parts) {
        long degree = part.degree(mentee, mentor);
        if (degree == Degree.UNKNOWN) {
          unknown = true;
        } else if (degree != Degree.NO
            && (greatest == Degree.NO || Degree.less(greatest, degree))) {
          greatest = degree;
        }
      }
      return unknown && greatest == Degree.NO ? Degree.UNKNOWN : greatest;
    }

    @Override
    int cost() {
      return costOf(parts);
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
    int cost() {
      return 1 + part.cost();
    }

    @Override
    void collectLeaves(List<LeafTerm> leaves) {
      part.collectLeaves(leaves);
    }
  }
}
