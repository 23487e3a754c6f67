package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Term;

/** Tells a pair criterion by criterion and leaf by leaf. */
final class PairExplainer {
  private PairExplainer() {}

  static PairExplanation explain(CompiledPolicy policy, PairKey pair, int mentee, int mentor) {
    List<CriterionScore> scores = new ArrayList<>();
    boolean possible = true;
    long total = 0;
    for (CompiledPolicy.Compiled compiled : policy.criteria()) {
      CriterionScore score = score(compiled, mentee, mentor);
      possible &= score.holds() || !compiled.criterion().hard();
      total += score.points();
      scores.add(score);
    }
    return new PairExplanation(pair, possible, total, scores);
  }

  /** One criterion of a pair. */
  static CriterionScore score(CompiledPolicy.Compiled compiled, int mentee, int mentor) {
    long degree = compiled.term().degree(mentee, mentor);
    return new CriterionScore(
        compiled.criterion(),
        Degree.holds(degree),
        Degree.points(compiled.criterion().weight(), degree),
        leaves(compiled.term(), mentee, mentor));
  }

  /**
   * How far a pair is from meeting a term that it does not meet, in the term's own measure: 0 where
   * something is only not on record, the greatest number where there is no measure.
   */
  static long distance(PairTerm term, int mentee, int mentor) {
    if (term.degree(mentee, mentor) == Degree.UNKNOWN) {
      return 0;
    }
    if (!(term instanceof PairTerm.LeafTerm leaf)) {
      return Long.MAX_VALUE - 1;
    }
    long measured = leaf.measured(mentee, mentor);
    if (leaf.term() instanceof Term.AgeGap gap) {
      return outside(measured, gap.atLeast(), gap.atMost());
    } else if (leaf.term() instanceof Term.ServiceGap gap) {
      return outside(measured, gap.atLeast(), gap.atMost());
    } else if (leaf.term() instanceof Term.Distance distance) {
      return measured - distance.atMost();
    } else if (leaf.term() instanceof Term.Ahead ahead) {
      return outside(measured, ahead.atLeast(), ahead.atMost());
    } else if (leaf.term() instanceof Term.SharedTime time) {
      return time.atLeast() - measured;
    } else if (leaf.term() instanceof Term.Overlap overlap) {
      return overlap.atLeast() - measured;
    } else if (leaf.term() instanceof Term.Cover cover) {
      return cover.atLeast() - measured;
    }
    return Long.MAX_VALUE - 1;
  }

  private static long outside(long measured, int least, @Nullable Integer most) {
    return measured < least ? least - measured : most == null ? 0 : measured - most;
  }

  private static List<CriterionScore.Leaf> leaves(PairTerm term, int mentee, int mentor) {
    List<PairTerm.LeafTerm> found = new ArrayList<>();
    term.collectLeaves(found);
    List<CriterionScore.Leaf> leaves = new ArrayList<>();
    for (PairTerm.LeafTerm leaf : found) {
      long degree = leaf.degree(mentee, mentor);
      boolean known = degree != Degree.UNKNOWN;
      leaves.add(
          new CriterionScore.Leaf(
              leaf.term(),
              Degree.holds(degree),
              known ? leaf.measured(mentee, mentor) : 0,
              leaf.outOf(mentee, mentor),
              known));
    }
    return leaves;
  }
}
