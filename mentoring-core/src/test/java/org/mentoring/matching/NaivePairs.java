package org.mentoring.matching;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.Places;
import org.mentoring.programme.Scale;
import org.mentoring.programme.Yardsticks;

/** What the terms mean, written down a second time over objects and without any care for speed. */
final class NaivePairs {
  private final Yardsticks yardsticks;
  private final Ties ties;

  NaivePairs(Yardsticks yardsticks, Ties ties) {
    this.yardsticks = yardsticks;
    this.ties = ties;
  }

  /** With the ties that the dossiers of the request tell. */
  static NaivePairs of(MatchRequest request) {
    List<Dossier> dossiers =
        Stream.concat(request.mentees().stream(), request.mentors().stream())
            .map(Candidate::dossier)
            .toList();
    return new NaivePairs(request.yardsticks(), request.ties().and(dossiers));
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
    } else if (term instanceof Term.Mirrored mirrored) {
      return share(mirrored.term(), mentor, mentee);
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
    } else if (term instanceof Term.Near near) {
      return near(near.attribute(), mentee, mentor);
    } else if (term instanceof Term.Distance distance) {
      return kilometres(distance.attribute(), mentee, mentor).map(far -> share(distance, far));
    } else if (term instanceof Term.WishesMet wishes) {
      Dossier asking = wishes.by() == Term.Side.MENTEE ? mentee : mentor;
      return wished(wishes.attribute(), asking, asking == mentee ? mentor : mentee);
    } else if (term instanceof Term.AheadInAsked asked) {
      return aheadInAsked(asked, mentee, mentor);
    } else if (term instanceof Term.ServiceGap gap) {
      Optional<LocalDate> mine = service(mentee, gap);
      Optional<LocalDate> theirs = service(mentor, gap);
      return mine.isEmpty() || theirs.isEmpty()
          ? Optional.empty()
          : within(age(theirs.get(), mine.get()), gap.atLeast(), gap.atMost());
    } else if (term instanceof Term.FormerMentor) {
      return known(ties.former().contains(new PairKey(mentee.participant(), mentor.participant())));
    } else if (term instanceof Term.MentorsSibling) {
      return known(mentorsSibling(mentee.participant(), mentor.participant()));
    } else if (term instanceof Term.NoCircle) {
      return known(!mentors(mentee.participant(), mentor.participant(), new TreeSet<>()));
    } else if (term instanceof Term.NotExcluded) {
      return Optional.of(
          excludes(mentee, mentor) || excludes(mentor, mentee) ? Share.NO : Share.YES);
    }
    return Optional.of(mentee.participant().equals(mentor.participant()) ? Share.NO : Share.YES);
  }

  private static Optional<Share> known(boolean holds) {
    return Optional.of(holds ? Share.YES : Share.NO);
  }

  private Optional<Share> near(Attribute attribute, Dossier mentee, Dossier mentor) {
    Set<String> mine = values(mentee, attribute);
    Set<String> theirs = values(mentor, attribute);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    return known(
        mine.stream()
            .anyMatch(
                one ->
                    theirs.stream().anyMatch(other -> one.equals(other) || borders(one, other))));
  }

  private boolean borders(String one, String other) {
    return yardsticks.neighbours().stream()
        .flatMap(each -> each.pairs().stream())
        .anyMatch(
            pair ->
                (pair.one().equals(one) && pair.other().equals(other))
                    || (pair.one().equals(other) && pair.other().equals(one)));
  }

  /** By the spherical law of cosines, another formula than the kernel's. */
  private Optional<Long> kilometres(Attribute attribute, Dossier mentee, Dossier mentor) {
    Places places =
        yardsticks.places().stream()
            .filter(each -> each.attribute().equals(attribute))
            .findFirst()
            .orElseThrow();
    Long least = null;
    for (Places.Point one : points(places, values(mentee, attribute))) {
      for (Places.Point other : points(places, values(mentor, attribute))) {
        double north = Math.toRadians(one.latitude().doubleValue());
        double south = Math.toRadians(other.latitude().doubleValue());
        double east =
            Math.toRadians(other.longitude().doubleValue() - one.longitude().doubleValue());
        double cosine =
            Math.sin(north) * Math.sin(south) + Math.cos(north) * Math.cos(south) * Math.cos(east);
        long far = Math.round(6_371.0088 * Math.acos(Math.max(-1, Math.min(1, cosine))));
        least = least == null ? far : Math.min(least, far);
      }
    }
    return Optional.ofNullable(least);
  }

  private static List<Places.Point> points(Places places, Set<String> values) {
    return places.points().stream().filter(point -> values.contains(point.value())).toList();
  }

  private static Share share(Term.Distance term, long far) {
    if (far > term.atMost()) {
      return Share.NO;
    }
    long steps = term.atMost() - term.full() + 1L;
    return new Share(Math.min(steps, term.atMost() + 1 - far), steps);
  }

  private static Optional<Share> wished(Attribute attribute, Dossier asking, Dossier other) {
    Set<String> wishes =
        asking
            .current(Fact.Wish.class)
            .filter(wish -> wish.attribute().equals(attribute))
            .map(Fact.Wish::value)
            .collect(Collectors.toSet());
    if (wishes.isEmpty()) {
      return Optional.of(Share.YES);
    }
    Set<String> values = values(other, attribute);
    return values.isEmpty() ? Optional.empty() : known(values.stream().anyMatch(wishes::contains));
  }

  private Optional<Share> aheadInAsked(Term.AheadInAsked term, Dossier mentee, Dossier mentor) {
    List<Term> asked = new ArrayList<>();
    for (Scale scale : yardsticks.scales()) {
      if (values(mentee, term.asked()).contains(scale.attribute().name())) {
        asked.add(new Term.Ahead(scale.attribute(), term.atLeast(), null));
      }
    }
    return asked.isEmpty() ? Optional.empty() : combined(asked, mentee, mentor, false);
  }

  private static Optional<LocalDate> service(Dossier dossier, Term.ServiceGap gap) {
    return dossier
        .current(Fact.InService.class)
        .filter(each -> gap.occupation() == null || each.occupation().equals(gap.occupation()))
        .map(Fact.InService::since)
        .min(LocalDate::compareTo);
  }

  private boolean mentorsSibling(ParticipantId mentee, ParticipantId mentor) {
    return Stream.concat(ties.open().stream(), ties.former().stream())
        .filter(pair -> pair.mentor().equals(mentor) && !pair.mentee().equals(mentee))
        .anyMatch(pair -> ties.siblings().contains(new Ties.Siblings(mentee, pair.mentee())));
  }

  /** Whether one mentors the other, at once or over others. */
  private boolean mentors(ParticipantId one, ParticipantId other, Set<ParticipantId> seen) {
    return seen.add(one)
        && ties.open().stream()
            .filter(pair -> pair.mentor().equals(one))
            .anyMatch(pair -> pair.mentee().equals(other) || mentors(pair.mentee(), other, seen));
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
            .anyMatch(exclusion -> exclusion.other().equals(other.participant()))
        || one.current(Fact.Guardian.class)
            .anyMatch(guardian -> guardian.guardian().equals(other.participant()));
  }

  private Optional<Integer> level(Dossier dossier, Attribute attribute) {
    Scale scale =
        yardsticks.scales().stream()
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
