package org.mentoring.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;

/**
 * The criteria of a request, bound to its columns. Immutable once made, so that threads may share
 * it.
 */
final class Kernel {
  private static final Criterion NOT_SELF =
      new Criterion("safety.not-self", new Term.NotSelf(), new Force.Hard(), Citation.CHOICE);
  private static final Criterion NOT_EXCLUDED =
      new Criterion(
          "safety.not-excluded", new Term.NotExcluded(), new Force.Hard(), Citation.CHOICE);

  private final List<CompiledPolicy> policies;

  private Kernel(List<CompiledPolicy> policies) {
    this.policies = policies;
  }

  static Kernel of(MatchRequest request) {
    List<List<Criterion>> policies = request.policies().stream().map(Kernel::madeSafe).toList();
    Set<Term> leaves = new HashSet<>();
    policies.forEach(criteria -> criteria.forEach(criterion -> collect(criterion.term(), leaves)));
    Columns columns = Columns.of(request, leaves);
    boolean[] open = new boolean[request.mentors().size()];
    for (int mentor = 0; mentor < open.length; mentor++) {
      open[mentor] = request.mentors().get(mentor).places() > 0;
    }
    Blocks blocks = new Blocks(open);
    return new Kernel(
        policies.stream().map(criteria -> CompiledPolicy.of(criteria, columns, blocks)).toList());
  }

  /** The criteria that hold whatever a policy says. */
  static List<Criterion> safety() {
    return List.of(NOT_SELF, NOT_EXCLUDED);
  }

  CompiledPolicy policy(int index) {
    return policies.get(index);
  }

  /** No policy can leave these two doors open. */
  private static List<Criterion> madeSafe(List<Criterion> criteria) {
    List<Criterion> all = new ArrayList<>(criteria);
    for (Criterion safety : safety()) {
      if (criteria.stream()
          .noneMatch(criterion -> criterion.hard() && criterion.term().equals(safety.term()))) {
        all.add(safety);
      }
    }
    Set<String> ids = new HashSet<>();
    long weights = 0;
    for (Criterion criterion : all) {
      weights += criterion.weight();
      if (!ids.add(criterion.id())) {
        throw new MentoringException(
            "match.criterion-twice",
            Map.of("criterion", criterion.id()),
            "Give every criterion an id of its own.");
      }
    }
    if (weights > Integer.MAX_VALUE) {
      throw new MentoringException(
          "match.weights-too-large",
          Map.of("sum", Long.toString(weights), "most", Integer.toString(Integer.MAX_VALUE)),
          "Scale the weights of the soft criteria down.");
    }
    all.sort(null);
    return all;
  }

  private static void collect(Term term, Set<Term> leaves) {
    if (term instanceof Term.And and) {
      and.terms().forEach(part -> collect(part, leaves));
    } else if (term instanceof Term.Or or) {
      or.terms().forEach(part -> collect(part, leaves));
    } else if (term instanceof Term.Not not) {
      collect(not.term(), leaves);
    } else if (term instanceof Term.Mirrored mirrored) {
      collect(mirrored.term(), leaves);
    } else {
      leaves.add(term);
    }
  }
}
