package org.mentoring.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.participant.Position;

/**
 * Points that every possible pair has, or none: they never change which pairs are the best; and
 * criteria that no pair seems to meet together.
 */
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
      for (int i = 0; i < hard.size(); i++) {
        for (Criterion other : hard.subList(i + 1, hard.size())) {
          apart(hard.get(i), other);
        }
        ages(hard.get(i));
      }
      plan.criteria().stream()
          .filter(criterion -> !criterion.hard())
          .forEach(soft -> soft(plan, soft, hard));
    }
    return found;
  }

  /** Whether no pair meets both depends on what is on record of people, which nobody knows here. */
  private void apart(Criterion one, Criterion other) {
    List<Term> others = conjuncts(other.term());
    if (conjuncts(one.term()).stream().anyMatch(each -> others.stream().anyMatch(apart(each)))) {
      note("undecided.criteria-apart", one, Map.of("criterion", one.id(), "other", other.id()));
    }
  }

  /**
   * The gap in age that the ages of both parties leave, where both are asked; people grow older
   * meanwhile, and an age may be waived, so it stays undecided.
   */
  private void ages(Criterion hard) {
    for (Term term : conjuncts(hard.term())) {
      if (!(term instanceof Term.AgeGap gap)) {
        continue;
      }
      Integer most = years(bound(Position.MENTOR, false), bound(Position.MENTEE, true), -1);
      Integer least = years(bound(Position.MENTOR, true), bound(Position.MENTEE, false), 0);
      Integer atMost = gap.atMost();
      if ((most != null && gap.atLeast() > most)
          || (least != null && atMost != null && atMost < least)) {
        note(
            "undecided.gap-beyond-ages",
            hard,
            Map.of(
                "criterion",
                hard.id(),
                "gap",
                (least == null ? "" : least) + ".." + (most == null ? "" : most)));
      }
    }
  }

  private static @Nullable Integer years(
      @Nullable Integer mentor, @Nullable Integer mentee, int more) {
    return mentor == null || mentee == null ? null : Integer.valueOf(mentor - mentee + more);
  }

  /** The lowest age that a party may have, or the one below which it has to be. */
  private @Nullable Integer bound(Position position, boolean lowest) {
    List<Integer> bounds =
        practice.party(position).stream()
            .flatMap(party -> party.requirements().stream())
            .filter(Requirement.Age.class::isInstance)
            .map(Requirement.Age.class::cast)
            .flatMap(age -> Stream.ofNullable(lowest ? age.atLeast() : age.below()))
            .sorted()
            .toList();
    return bounds.isEmpty() ? null : bounds.get(lowest ? bounds.size() - 1 : 0);
  }

  private static Predicate<Term> apart(Term one) {
    Range asked = Range.of(one);
    return other -> {
      Range given = Range.of(other);
      return (asked != null
              && given != null
              && asked.of().equals(given.of())
              && given.misses(asked))
          || (one instanceof Term.Same same
              && other instanceof Term.Different different
              && same.attribute().equals(different.attribute()))
          || (one instanceof Term.Different different
              && other instanceof Term.Same same
              && same.attribute().equals(different.attribute()));
    };
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
