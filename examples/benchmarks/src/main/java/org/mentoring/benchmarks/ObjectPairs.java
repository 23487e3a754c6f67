package org.mentoring.benchmarks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.Scale;

/**
 * Pair evaluation as one writes it without a second thought: people as objects with sets and lists,
 * one pair after the other, hard criteria first, the first that fails ends it. The dossiers are
 * read into the objects beforehand, so that the comparison is fair.
 */
final class ObjectPairs {
  private static final double NO = 0;

  private final List<Criterion> criteria;
  private final PairTables tables;

  ObjectPairs(List<Criterion> criteria, PairTables tables) {
    this.tables = tables;
    this.criteria =
        criteria.stream()
            .sorted(java.util.Comparator.comparing(criterion -> !criterion.hard()))
            .toList();
  }

  /** One party. Complete: every figure that a term looks at is known. */
  record Person(
      ParticipantId id,
      LocalDate birth,
      Map<Attribute, Set<String>> values,
      Map<Attribute, Integer> levels,
      List<WeeklyWindow> windows,
      Set<ParticipantId> excluded,
      Set<String> wishes,
      LocalDate service) {
    static Person of(Dossier dossier, List<Scale> scales) {
      Map<Attribute, Set<String>> values = new HashMap<>();
      Map<Attribute, Integer> levels = new HashMap<>();
      dossier
          .current(Fact.Trait.class)
          .forEach(
              trait ->
                  values
                      .computeIfAbsent(trait.attribute(), key -> new HashSet<>())
                      .add(trait.value()));
      Set<String> interests = new HashSet<>();
      Set<String> needs = new HashSet<>();
      Set<String> offers = new HashSet<>();
      dossier.current(Fact.Interest.class).forEach(interest -> interests.add(interest.topic()));
      dossier.current(Fact.Need.class).forEach(need -> needs.add(need.topic()));
      dossier.current(Fact.Offer.class).forEach(offer -> offers.add(offer.topic()));
      values.put(Attribute.INTERESTS, interests);
      values.put(Attribute.NEEDS, needs);
      values.put(Attribute.OFFERS, offers);
      for (Scale scale : scales) {
        for (String value : values.getOrDefault(scale.attribute(), Set.of())) {
          levels.merge(scale.attribute(), scale.levels().indexOf(value), Math::max);
        }
      }
      Set<ParticipantId> excluded = new HashSet<>();
      dossier.current(Fact.Exclusion.class).forEach(exclusion -> excluded.add(exclusion.other()));
      List<WeeklyWindow> windows =
          dossier
              .current(Fact.Availability.class)
              .flatMap(free -> free.windows().stream())
              .toList();
      return new Person(
          dossier.participant(),
          dossier.birthDate().orElseThrow(),
          values,
          levels,
          merged(windows),
          excluded,
          dossier.current(Fact.Wish.class).map(Fact.Wish::value).collect(Collectors.toSet()),
          dossier.current(Fact.InService.class).findFirst().orElseThrow().since());
    }

    Set<String> values(Attribute attribute) {
      return values.getOrDefault(attribute, Set.of());
    }

    private static List<WeeklyWindow> merged(List<WeeklyWindow> windows) {
      java.util.ArrayDeque<WeeklyWindow> merged = new java.util.ArrayDeque<>();
      for (WeeklyWindow window : windows.stream().sorted().toList()) {
        WeeklyWindow last = merged.peekLast();
        if (last != null && last.day() == window.day() && window.from() <= last.until()) {
          merged.removeLast();
          merged.add(
              new WeeklyWindow(last.day(), last.from(), Math.max(last.until(), window.until())));
        } else {
          merged.add(window);
        }
      }
      return List.copyOf(merged);
    }
  }

  /** The score, or -1 where the pair is not possible. */
  int evaluate(Person mentee, Person mentor) {
    int score = 0;
    for (Criterion criterion : criteria) {
      double degree = degree(criterion.term(), mentee, mentor);
      if (criterion.hard()) {
        if (degree <= NO) {
          return -1;
        }
      } else {
        // The tiny amount heals what binary fractions lose; the kernel counts in whole numbers.
        score += (int) (criterion.weight() * degree + 1e-9);
      }
    }
    return score;
  }

  private double degree(Term term, Person mentee, Person mentor) {
    if (term instanceof Term.Same same) {
      return common(mentee, same.attribute(), mentor, same.attribute()) > 0 ? 1 : NO;
    } else if (term instanceof Term.Different different) {
      return common(mentee, different.attribute(), mentor, different.attribute()) == 0 ? 1 : NO;
    } else if (term instanceof Term.Overlap overlap) {
      int common = common(mentee, overlap.attribute(), mentor, overlap.attribute());
      return common < overlap.atLeast()
          ? NO
          : (double) common / mentee.values(overlap.attribute()).size();
    } else if (term instanceof Term.Cover cover) {
      Person asking = cover.by() == Term.Side.MENTEE ? mentee : mentor;
      Person giving = cover.by() == Term.Side.MENTEE ? mentor : mentee;
      int common = common(asking, cover.asked(), giving, cover.given());
      return common < cover.atLeast() ? NO : (double) common / asking.values(cover.asked()).size();
    } else if (term instanceof Term.AgeGap gap) {
      long years = ChronoUnit.YEARS.between(mentor.birth, mentee.birth);
      Integer most = gap.atMost();
      return years >= gap.atLeast() && (most == null || years <= most) ? 1 : NO;
    } else if (term instanceof Term.Ahead ahead) {
      int steps =
          mentor.levels.getOrDefault(ahead.scale(), 0)
              - mentee.levels.getOrDefault(ahead.scale(), 0);
      Integer most = ahead.atMost();
      return steps >= ahead.atLeast() && (most == null || steps <= most) ? 1 : NO;
    } else if (term instanceof Term.SharedTime time) {
      int minutes = sharedMinutes(mentee, mentor);
      return minutes < time.atLeast() ? NO : Math.min(1, (double) minutes / time.full());
    } else if (term instanceof Term.Near near) {
      return near(near.attribute(), mentee, mentor) ? 1 : NO;
    } else if (term instanceof Term.Distance distance) {
      int far = tables.kilometres(district(mentee), district(mentor));
      return far > distance.atMost()
          ? NO
          : Math.min(
              1,
              (double) (distance.atMost() + 1 - far) / (distance.atMost() + 1 - distance.full()));
    } else if (term instanceof Term.WishesMet wishes) {
      Set<String> wished = (wishes.by() == Term.Side.MENTEE ? mentee : mentor).wishes;
      Person other = wishes.by() == Term.Side.MENTEE ? mentor : mentee;
      return wished.isEmpty() || !Collections.disjoint(wished, other.values(wishes.attribute()))
          ? 1
          : NO;
    } else if (term instanceof Term.ServiceGap gap) {
      long years = ChronoUnit.YEARS.between(mentor.service, mentee.service);
      Integer most = gap.atMost();
      return years >= gap.atLeast() && (most == null || years <= most) ? 1 : NO;
    } else if (term instanceof Term.AheadInAsked asked) {
      for (Map.Entry<Attribute, Integer> level : mentor.levels.entrySet()) {
        if (mentee.values(asked.asked()).contains(level.getKey().name())
            && level.getValue() - mentee.levels.getOrDefault(level.getKey(), 0)
                >= asked.atLeast()) {
          return 1;
        }
      }
      return NO;
    } else if (term instanceof Term.FormerMentor) {
      return tables.former(mentee.id).contains(mentor.id) ? 1 : NO;
    } else if (term instanceof Term.MentorsSibling) {
      return tables.mentorsOfSiblings(mentee.id).contains(mentor.id) ? 1 : NO;
    } else if (term instanceof Term.NoCircle) {
      return tables.below(mentee.id).contains(mentor.id) ? NO : 1;
    } else if (term instanceof Term.NotExcluded) {
      return mentee.excluded.contains(mentor.id) || mentor.excluded.contains(mentee.id) ? NO : 1;
    } else if (term instanceof Term.NotSelf) {
      return mentee.id.equals(mentor.id) ? NO : 1;
    } else if (term instanceof Term.Not not) {
      return degree(not.term(), mentee, mentor) > NO ? NO : 1;
    } else if (term instanceof Term.And and) {
      double least = 1;
      for (Term part : and.terms()) {
        least = Math.min(least, degree(part, mentee, mentor));
      }
      return least;
    } else if (term instanceof Term.Or or) {
      double greatest = NO;
      for (Term part : or.terms()) {
        greatest = Math.max(greatest, degree(part, mentee, mentor));
      }
      return greatest;
    }
    throw new IllegalStateException("unknown term");
  }

  private boolean near(Attribute attribute, Person mentee, Person mentor) {
    Set<String> theirs = mentor.values(attribute);
    for (String mine : mentee.values(attribute)) {
      for (String place : tables.near(mine)) {
        if (theirs.contains(place)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String district(Person person) {
    return person.values(PairTables.DISTRICT).iterator().next();
  }

  private static int common(Person one, Attribute mine, Person other, Attribute theirs) {
    int common = 0;
    Set<String> answers = other.values(theirs);
    for (String value : one.values(mine)) {
      if (answers.contains(value)) {
        common++;
      }
    }
    return common;
  }

  private static int sharedMinutes(Person mentee, Person mentor) {
    int minutes = 0;
    for (WeeklyWindow mine : mentee.windows) {
      for (WeeklyWindow theirs : mentor.windows) {
        if (mine.day() == theirs.day()) {
          minutes +=
              Math.max(
                  0, Math.min(mine.until(), theirs.until()) - Math.max(mine.from(), theirs.from()));
        }
      }
    }
    return minutes;
  }
}
