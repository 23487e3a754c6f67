package org.mentoring.matching;

import org.mentoring.criterion.Term;

/** A simple term that is asked of a pair with its sides changed. */
final class TurnedTerm extends PairTerm.LeafTerm {
  private final PairTerm.LeafTerm other;

  /**
   * @param other bound to columns with the sides changed
   */
  TurnedTerm(PairTerm.LeafTerm other) {
    super(new Term.Mirrored(other.term()));
    this.other = other;
  }

  @Override
  long degree(int mentee, int mentor) {
    return other.degree(mentor, mentee);
  }

  @Override
  long measured(int mentee, int mentor) {
    return other.measured(mentor, mentee);
  }

  @Override
  long outOf(int mentee, int mentor) {
    return other.outOf(mentor, mentee);
  }

  @Override
  int cost() {
    return 1 + other.cost();
  }
}
