package org.mentoring.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;

/** Points that every possible pair has, or none: they never change which pairs are the best. */
final class WeightFlaws {
  private static final String ALWAYS = "flaw.weight-always";

  /** Where these hold the degree is 1, and otherwise 0. */
  private static final Set<Class<?>> ALL_OR_NOTHING =
      Set.of(
          Term.Same.class,
          Term.Different.class,
          Term.Near.class,
          Term.AgeGap.class,
          Term.Ahead.class,
          Term.AheadInAsked.class,
          Term.ServiceGap.class,
          Term.WishesMet.class,
          Term.FormerMentor.class,
          Term.MentorsSibling.class);

  private static final Set<Class<?>> COMPOSED =
      Set.of(Term.And.class, Term.Or.class, Term.Not.class, Term.Mirrored.class);

  private final String at;
  private final Practice practice;
  private final List<Flaw> found = new ArrayList<>();

  WeightFlaws(String at, Practice practice) {
    this.at = at;
    this.practice = practice;
  }

  List<Flaw> all() {
    MatchingPlan plan = practice.matching();
    if (plan != null) {
      List<Criterion> hard = plan.criteria().stream().filter(Criterion::hard).toList();
      plan.criteria().stream()
          .filter(criterion -> !criterion.hard())
          .forEach(soft -> soft(plan, soft, hard));
    }
    return found;
  }

  private void soft(MatchingPlan plan, Criterion soft, List<Criterion> hard) {
    if (COMPOSED.contains(soft.term().getClass())) {
      if (!hard.isEmpty()) {
        note("undecided.weight", soft, Map.of("criterion", soft.id()));
      }
      return;
    }
    for (Criterion must : hard) {
      for (Term term : conjuncts(must.term())) {
        String code = code(term, soft.term());
        if (code != null) {
          told(plan, soft, must, code);
          return;
        }
      }
    }
  }

  private void told(MatchingPlan plan, Criterion soft, Criterion must, String code) {
    String emphasised =
        plan.emphases().stream()
            .filter(each -> each.criterion().equals(soft.id()))
            .map(each -> each.circumstance().value())
            .collect(Collectors.joining(", "));
    if (practice.mutual()) {
      // Either direction of a mutual pair may be the one that meets a criterion.
      note("undecided.weight", soft, Map.of("criterion", soft.id()));
    } else if (code.equals(ALWAYS) && !emphasised.isEmpty()) {
      // What all pairs have counts for more where the mentee is such, and decides who is chosen.
      note(
          "undecided.weight-emphasised",
          soft,
          Map.of("criterion", soft.id(), "other", must.id(), "circumstance", emphasised));
    } else {
      note(code, soft, Map.of("criterion", soft.id(), "other", must.id()));
    }
  }

  private void note(String code, Criterion about, Map<String, String> witness) {
    found.add(
        new Flaw(
            code, at + "/criterion:" + about.id(), null, new TreeMap<>(witness), about.citation()));
  }

  private static List<Term> conjuncts(Term term) {
    return term instanceof Term.And and
        ? and.terms().stream().flatMap(each -> conjuncts(each).stream()).toList()
        : List.of(term);
  }

  private static @Nullable String code(Term must, Term soft) {
    if (must instanceof Term.Distance near
        && soft instanceof Term.Distance points
        && near.attribute().equals(points.attribute())) {
      return near.atMost() <= points.full() ? ALWAYS : null;
    }
    if (must.equals(soft) && ALL_OR_NOTHING.contains(soft.getClass())) {
      return ALWAYS;
    }
    Range asked = Range.of(must);
    Range given = Range.of(soft);
    if (asked == null || given == null || !Objects.equals(asked.of(), given.of())) {
      return null;
    }
    return given.contains(asked) ? ALWAYS : given.misses(asked) ? "flaw.weight-never" : null;
  }

  /**
   * What a term asks of one number of a pair.
   *
   * @param of which number
   * @param most inclusive; null for no bound
   */
  private record Range(Object of, int least, @Nullable Integer most) {
    static @Nullable Range of(Term term) {
      if (term instanceof Term.AgeGap gap) {
        return new Range(Term.AgeGap.class, gap.atLeast(), gap.atMost());
      } else if (term instanceof Term.Ahead ahead) {
        return new Range(ahead.scale(), ahead.atLeast(), ahead.atMost());
      } else if (term instanceof Term.ServiceGap gap) {
        return new Range(
            Objects.requireNonNullElse(gap.occupation(), Term.ServiceGap.class),
            gap.atLeast(),
            gap.atMost());
      }
      return null;
    }

    boolean contains(Range other) {
      return least <= other.least && (most == null || (other.most != null && other.most <= most));
    }

    boolean misses(Range other) {
      return (most != null && most < other.least) || (other.most != null && other.most < least);
    }
  }
}
