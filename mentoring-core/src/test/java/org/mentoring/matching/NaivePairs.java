package org.mentoring.matching;

import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.Scale;

/** What the terms mean, written down a second time over objects and without any care for speed. */
final class NaivePairs {
  private final List<Scale> scales;

  NaivePairs(List<Scale> scales) {
    this.scales = scales;
  }

  /** A degree: empty where unknown, else part of whole. */
  record Share(long part, long whole) {
    static final Share YES = new Share(1, 1);
    static final Share NO = new Share(0, 1);

    boolean holds() {
      return part > 0;
    }

    boolean less(Share other) {
      return part * other.whole < other.part * whole;
    }
  }

  boolean possible(Dossier mentee, Dossier mentor, List<Criterion> criteria) {
    return !mentee.participant().equals(mentor.participant())
        && !excludes(mentee, mentor)
        && !excludes(mentor, mentee)
        && criteria.stream()
            .filter(Criterion::hard)
            .allMatch(criterion -> holds(criterion, mentee, mentor));
  }

  boolean holds(Criterion criterion, Dossier mentee, Dossier mentor) {
    return share(criterion.term(), mentee, mentor).map(Share::holds).orElse(false);
  }

  long points(Criterion criterion, Dossier mentee, Dossier mentor) {
    return share(criterion.term(), mentee, mentor)
        .map(share -> criterion.weight() * share.part() / share.whole())
        .orElse(0L);
  }

  long score(Dossier mentee, Dossier mentor, List<Criterion> criteria) {
    return criteria.stream().mapToLong(criterion -> points(criterion, mentee, mentor)).sum();
  }

  Optional<Share> share(Term term, Dossier mentee, Dossier mentor) {
    if (term instanceof Term.And and) {
      return combined(and.terms(), mentee, mentor, true);
    } else if (term instanceof Term.Or or) {
      return combined(or.terms(), mentee, mentor, false);
    } else if (term instanceof Term.Not not) {
      return share(not.term(), mentee, mentor).map(share -> share.holds() ? Share.NO : Share.YES);
    } else if (term instanceof Term.Same same) {
      return common(same.attribute(), mentee, same.attribute(), mentor)
          .map(n -> n > 0 ? Share.YES : Share.NO);
    } else if (term instanceof Term.Different different) {
      return common(different.attribute(), mentee, different.attribute(), mentor)
          .map(n -> n > 0 ? Share.NO : Share.YES);
    } else if (term instanceof Term.Overlap overlap) {
      int whole = values(mentee, overlap.attribute()).size();
      return common(overlap.attribute(), mentee, overlap.attribute(), mentor)
          .map(n -> n >= overlap.atLeast() ? new Share(n, whole) : Share.NO);
    } else if (term instanceof Term.Cover cover) {
      Dossier asking = cover.by() == Term.Side.MENTEE ? mentee : mentor;
      Dossier giving = cover.by() == Term.Side.MENTEE ? mentor : mentee;
      int whole = values(asking, cover.asked()).size();
      return common(cover.asked(), asking, cover.given(), giving)
          .map(n -> n >= cover.atLeast() ? new Share(n, whole) : Share.NO);
    } else if (term instanceof Term.AgeGap gap) {
      if (mentee.birthDate().isEmpty() || mentor.birthDate().isEmpty()) {
        return Optional.empty();
      }
      int years = age(mentor.birthDate().get(), mentee.birthDate().get());
      return within(years, gap.atLeast(), gap.atMost());
    } else if (term instanceof Term.Ahead ahead) {
      Optional<Integer> low = level(mentee, ahead.scale());
      Optional<Integer> high = level(mentor, ahead.scale());
      return low.isEmpty() || high.isEmpty()
          ? Optional.empty()
          : within(high.get() - low.get(), ahead.atLeast(), ahead.atMost());
    } else if (term instanceof Term.SharedTime time) {
      BitSet shared = minutes(mentee);
      BitSet other = minutes(mentor);
      if (shared.isEmpty() || other.isEmpty()) {
        return Optional.empty();
      }
      shared.and(other);
      int minutes = shared.cardinality();
      return Optional.of(
          minutes < time.atLeast()
              ? Share.NO
              : new Share(Math.min(minutes, time.full()), time.full()));
    } else if (term instanceof Term.NotExcluded) {
      return Optional.of(
          excludes(mentee, mentor) || excludes(mentor, mentee) ? Share.NO : Share.YES);
    }
    return Optional.of(mentee.participant().equals(mentor.participant()) ? Share.NO : Share.YES);
  }

  private Optional<Share> combined(List<Term> terms, Dossier mentee, Dossier mentor, boolean all) {
    List<Optional<Share>> shares = terms.stream().map(term -> share(term, mentee, mentor)).toList();
    boolean unknown = shares.stream().anyMatch(Optional::isEmpty);
    List<Share> known = shares.stream().flatMap(Optional::stream).toList();
    if (all) {
      if (known.stream().anyMatch(share -> !share.holds())) {
        return Optional.of(Share.NO);
      }
      return unknown ? Optional.empty() : known.stream().reduce((a, b) -> b.less(a) ? b : a);
    }
    if (known.stream().anyMatch(Share::holds)) {
      return known.stream().reduce((a, b) -> a.less(b) ? b : a);
    }
    return unknown ? Optional.empty() : Optional.of(Share.NO);
  }

  /** The age that somebody would have on a day, below 0 before birth. */
  static int age(LocalDate birth, LocalDate day) {
    if (!day.isBefore(birth)) {
      return Period.between(birth, day).getYears();
    }
    int years = 0;
    // Before birth: the first whole year that lies wholly before it.
    while (birthdayIn(birth, birth.getYear() + years).isAfter(day)) {
      years--;
    }
    return years;
  }

  private static LocalDate birthdayIn(LocalDate birth, int year) {
    LocalDate first = LocalDate.of(year, birth.getMonthValue(), 1);
    return first.plusDays(birth.getDayOfMonth() - 1L);
  }

  private static Optional<Share> within(int value, int atLeast, @Nullable Integer atMost) {
    return Optional.of(
        value >= atLeast && (atMost == null || value <= atMost) ? Share.YES : Share.NO);
  }

  private static boolean excludes(Dossier one, Dossier other) {
    return one.current(Fact.Exclusion.class)
        .anyMatch(exclusion -> exclusion.other().equals(other.participant()));
  }

  private Optional<Integer> level(Dossier dossier, Attribute attribute) {
    Scale scale =
        scales.stream()
            .filter(each -> each.attribute().equals(attribute))
            .findFirst()
            .orElseThrow();
    return values(dossier, attribute).stream()
        .map(scale.levels()::indexOf)
        .filter(i -> i >= 0)
        .max(Integer::compare);
  }

  private static Optional<Integer> common(
      Attribute mine, Dossier one, Attribute theirs, Dossier other) {
    Set<String> left = values(one, mine);
    Set<String> right = values(other, theirs);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of((int) left.stream().filter(right::contains).count());
  }

  static Set<String> values(Dossier dossier, Attribute attribute) {
    Set<String> values =
        dossier
            .current(Fact.Trait.class)
            .filter(trait -> trait.attribute().equals(attribute))
            .map(Fact.Trait::value)
            .collect(Collectors.toCollection(TreeSet::new));
    if (attribute.equals(Attribute.INTERESTS)) {
      dossier.current(Fact.Interest.class).map(Fact.Interest::topic).forEach(values::add);
    } else if (attribute.equals(Attribute.NEEDS)) {
      dossier.current(Fact.Need.class).map(Fact.Need::topic).forEach(values::add);
    } else if (attribute.equals(Attribute.OFFERS)) {
      dossier.current(Fact.Offer.class).map(Fact.Offer::topic).forEach(values::add);
    }
    return values;
  }

  private static BitSet minutes(Dossier dossier) {
    BitSet minutes = new BitSet();
    for (Fact.Availability availability : dossier.current(Fact.Availability.class).toList()) {
      for (WeeklyWindow window : availability.windows()) {
        int day = (window.day().getValue() - 1) * 1_440;
        minutes.set(day + window.from(), day + window.until());
      }
    }
    return minutes;
  }
}
