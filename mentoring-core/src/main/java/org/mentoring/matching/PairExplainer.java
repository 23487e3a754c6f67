package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;

/** Tells a pair criterion by criterion and leaf by leaf. */
final class PairExplainer {
  private PairExplainer() {}

  static PairExplanation explain(CompiledPolicy policy, PairKey pair, int mentee, int mentor) {
    List<CriterionScore> scores = new ArrayList<>();
    boolean possible = true;
    long total = 0;
    for (CompiledPolicy.Compiled compiled : policy.criteria()) {
      long degree = compiled.term().degree(mentee, mentor);
      boolean holds = Degree.holds(degree);
      int points = Degree.points(compiled.criterion().weight(), degree);
      possible &= holds || !compiled.criterion().hard();
      total += points;
      scores.add(
          new CriterionScore(
              compiled.criterion(), holds, points, leaves(compiled.term(), mentee, mentor)));
    }
    return new PairExplanation(pair, possible, total, scores);
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
