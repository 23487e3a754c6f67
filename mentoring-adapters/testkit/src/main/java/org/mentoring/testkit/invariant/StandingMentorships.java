package org.mentoring.testkit.invariant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.mentorship.StateChange;
import org.mentoring.mentorship.VersionMoved;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/**
 * What must hold of the mentorships on record, each as of the day on which it was assigned and by
 * the version that it was pinned to then.
 */
final class StandingMentorships {
  private static final int PAGE = 1_000;
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private final Mentoring mentoring;
  private final JudgingVersions versions;
  private final List<Particulars> all = new ArrayList<>();

  /** What was known of them is gone, so that nothing can be told by it any more. */
  private final Set<ParticipantId> erased = new HashSet<>();

  StandingMentorships(Mentoring mentoring, Stores stores, RulesProvider rules) {
    this.mentoring = mentoring;
    for (Erasure each : stores.erasures().all()) {
      erased.add(each.participant());
    }
    MentorshipId after = null;
    do {
      Page<Particulars> page = stores.mentorships().list(Mentorships.Which.all(), after, PAGE);
      all.addAll(page.items());
      String next = page.next();
      after = next == null ? null : MentorshipId.of(next);
    } while (after != null);
    Instant newest =
        all.stream()
            .map(each -> assignment(each).recordedAt())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    versions = new JudgingVersions(mentoring, stores, rules, newest);
  }

  private static StateChange assignment(Particulars mentorship) {
    return mentorship.changes().get(0);
  }

  /** As it was assigned: a move to another version came later. */
  private static @Nullable PinnedVersion pinned(Particulars mentorship) {
    return mentorship.moves().isEmpty() ? mentorship.pinned() : mentorship.moves().get(0).from();
  }

  /** The version that it was under when it began. */
  private static @Nullable PinnedVersion pinnedOn(Particulars mentorship, LocalDate began) {
    PinnedVersion pinned = pinned(mentorship);
    for (VersionMoved move : mentorship.moves()) {
      if (!move.on().isAfter(began)) {
        pinned = move.to();
      }
    }
    return pinned;
  }

  private @Nullable Practice practice(Particulars mentorship, LocalDate day) {
    return practice(pinned(mentorship), mentorship, day);
  }

  private @Nullable Practice practice(
      @Nullable PinnedVersion pinned, Particulars mentorship, LocalDate day) {
    Mentoring judging = versions.of(pinned);
    return judging == null
        ? null
        : judging.definition().on(day).practice(mentorship.practice()).orElse(null);
  }

  /** What cannot be looked at must not pass for upheld. */
  private void notLookedAt(
      Invariant invariant,
      Particulars mentorship,
      @Nullable PinnedVersion pinned,
      Collection<Breach> found) {
    Mentoring judging = versions.of(pinned);
    String why =
        judging == null
            ? versions.why(pinned)
            : judging.definition().id()
                + " "
                + judging.definition().version()
                + " has no practice "
                + mentorship.practice();
    found.add(new Breach(invariant, mentorship.id().value(), "not looked at: " + why));
  }

  void parties(Collection<Breach> found) {
    for (Particulars each : all) {
      LocalDate on = assignment(each).on();
      Mentoring judging = versions.of(pinned(each));
      Practice practice = practice(each, on);
      if (judging == null || practice == null) {
        notLookedAt(Invariant.PARTIES_MAY_TAKE_PART, each, pinned(each), found);
      } else {
        Particulars then = each.withAllParties();
        for (ParticipantId mentor : then.mentors()) {
          party(judging, each, mentor, Position.MENTOR, found);
        }
        for (ParticipantId mentee : then.mentees()) {
          party(judging, each, mentee, Position.MENTEE, found);
        }
      }
      LocalDate began = each.startedOn();
      if (began != null) {
        began(each, began, found);
      }
    }
  }

  private void began(Particulars each, LocalDate began, Collection<Breach> found) {
    LocalDate assigned = assignment(each).on();
    if (began.isBefore(assigned)) {
      found.add(
          new Breach(
              Invariant.PARTIES_MAY_TAKE_PART,
              each.id().value(),
              "began on " + began + ", before it was assigned on " + assigned));
    }
    PinnedVersion pinned = pinnedOn(each, began);
    Practice practice = practice(pinned, each, assigned);
    if (practice == null) {
      notLookedAt(Invariant.PARTIES_MAY_TAKE_PART, each, pinned, found);
    } else {
      agreements(each, began, practice, found);
    }
  }

  private void party(
      Mentoring judging,
      Particulars mentorship,
      ParticipantId who,
      Position as,
      Collection<Breach> found) {
    if (erased.contains(who)) {
      return;
    }
    StateChange assigned = assignment(mentorship);
    if (mentoring.participant(who).isEmpty()) {
      found.add(
          new Breach(
              Invariant.PARTIES_MAY_TAKE_PART,
              mentorship.id().value(),
              as + " " + who + " is not registered"));
      return;
    }
    Decision decision =
        judging.decide(who, mentorship.practice(), as, assigned.on(), assigned.recordedAt());
    if (!decision.eligible()) {
      String missing =
          decision.findings().stream()
              .filter(finding -> finding.effect() != Effect.INFORMS)
              .map(Finding::requirement)
              .distinct()
              .collect(Collectors.joining(", "));
      found.add(
          new Breach(
              Invariant.PARTIES_MAY_TAKE_PART,
              mentorship.id().value(),
              as + " " + who + " on " + assigned.on() + ": " + missing));
    }
  }

  private void agreements(
      Particulars begun, LocalDate began, Practice practice, Collection<Breach> found) {
    MentorshipTerms terms = practice.mentorship();
    if (terms == null) {
      return;
    }
    for (Code party : terms.agreedBy()) {
      SortedSet<ParticipantId> asked =
          party.value().equals(Position.MENTOR.name()) ? begun.mentors() : begun.mentees();
      for (ParticipantId who : asked) {
        List<LocalDate> agreed =
            begun.agreements().stream()
                .filter(each -> each.party().equals(party) && each.participant().equals(who))
                .map(Agreement::on)
                .sorted()
                .toList();
        if (!agreed.isEmpty() && agreed.get(0).isAfter(began)) {
          found.add(
              new Breach(
                  Invariant.PARTIES_MAY_TAKE_PART,
                  begun.id().value(),
                  party
                      + " agreed for "
                      + who
                      + " on "
                      + agreed.get(0)
                      + ", after it began on "
                      + began));
        } else if (agreed.isEmpty()
            && (!party.equals(GUARDIAN) || hasGuardian(begun, practice, who))) {
          found.add(
              new Breach(
                  Invariant.PARTIES_MAY_TAKE_PART,
                  begun.id().value(),
                  "no agreement of " + party + " for " + who));
        }
      }
    }
  }

  /**
   * Whose guardian is asked for consent agrees too; with whom else that may be is not told here.
   */
  private boolean hasGuardian(Particulars begun, Practice practice, ParticipantId mentee) {
    StateChange assigned = assignment(begun);
    Dossier dossier = mentoring.dossier(mentee, assigned.on(), assigned.recordedAt());
    return practice.party(Position.MENTEE).stream()
        .flatMap(party -> party.requirements().stream())
        .filter(Requirement.ConsentGiven.class::isInstance)
        .map(Requirement.ConsentGiven.class::cast)
        .filter(consent -> consent.by() == Fact.ConsentGiver.GUARDIAN)
        .anyMatch(
            consent -> {
              Integer below = consent.belowAge();
              return below == null
                  || dossier
                      .birthDate()
                      .filter(born -> assigned.on().isBefore(born.plusYears(below)))
                      .isPresent();
            });
  }

  private static boolean isOpen(Particulars mentorship, LocalDate day, Instant known) {
    Closure closure = mentorship.closure();
    StateChange assigned = assignment(mentorship);
    return !assigned.on().isAfter(day)
        && !assigned.recordedAt().isAfter(known)
        && (closure == null || closure.on().isAfter(day));
  }

  void capacity(Collection<Breach> found) {
    Map<ParticipantId, List<Particulars>> ofMentor = new HashMap<>();
    Map<ParticipantId, List<Particulars>> ofMentee = new HashMap<>();
    for (Particulars each : all) {
      if (practice(each, assignment(each).on()) == null) {
        notLookedAt(Invariant.WITHIN_CAPACITY, each, pinned(each), found);
      }
      each.mentors()
          .forEach(who -> ofMentor.computeIfAbsent(who, any -> new ArrayList<>()).add(each));
      each.mentees()
          .forEach(who -> ofMentee.computeIfAbsent(who, any -> new ArrayList<>()).add(each));
    }
    ofMentor.forEach((who, mentorships) -> ofMentor(who, mentorships, found));
    ofMentee.forEach((who, mentorships) -> ofMentee(who, mentorships, found));
  }

  private void ofMentor(
      ParticipantId mentor, List<Particulars> mentorships, Collection<Breach> found) {
    if (erased.contains(mentor) || mentoring.participant(mentor).isEmpty()) {
      return;
    }
    for (Particulars each : mentorships) {
      LocalDate day = assignment(each).on();
      Practice practice = practice(each, day);
      MatchingPlan plan = practice == null ? null : practice.matching();
      if (plan == null) {
        continue;
      }
      long mentees =
          mentorships.stream()
              .filter(other -> other.practice().equals(each.practice()))
              .filter(other -> isOpen(other, day, assignment(each).recordedAt()))
              .flatMap(other -> other.withPartiesOn(day).mentees().stream())
              .distinct()
              .count();
      int most =
          Math.min(
              plan.capacity().most(),
              mentoring
                  .dossier(mentor, day, assignment(each).recordedAt())
                  .current(Fact.MentoringCapacity.class)
                  .mapToInt(Fact.MentoringCapacity::mentees)
                  .min()
                  .orElse(plan.capacity().usual()));
      if (mentees > most) {
        found.add(
            new Breach(
                Invariant.WITHIN_CAPACITY,
                mentor.value(),
                mentees + " mentees on " + day + ", at most " + most));
      }
    }
  }

  private static void ofMentee(
      ParticipantId mentee, List<Particulars> mentorships, Collection<Breach> found) {
    for (Particulars each : mentorships) {
      LocalDate day = assignment(each).on();
      long open =
          mentorships.stream()
              .filter(other -> other.practice().equals(each.practice()))
              .filter(other -> isOpen(other, day, assignment(each).recordedAt()))
              .count();
      if (open > 1) {
        found.add(
            new Breach(
                Invariant.WITHIN_CAPACITY,
                mentee.value(),
                open + " mentorships of " + each.practice() + " on " + day));
      }
    }
  }

  void circles(Collection<Breach> found) {
    for (Particulars each : all) {
      LocalDate day = assignment(each).on();
      Practice practice = practice(each, day);
      if (practice == null) {
        notLookedAt(Invariant.NO_CIRCLE, each, pinned(each), found);
        continue;
      }
      if (!practice.circlesForbidden() || practice.mutual()) {
        continue;
      }
      Map<ParticipantId, Set<ParticipantId>> mentees = new HashMap<>();
      for (Particulars other : all) {
        Practice its = practice(other, day);
        if (its != null && !its.mutual() && isOpen(other, day, assignment(each).recordedAt())) {
          for (ParticipantId mentor : other.mentors()) {
            mentees
                .computeIfAbsent(mentor, any -> new HashSet<>())
                .addAll(other.withPartiesOn(day).mentees());
          }
        }
      }
      for (ParticipantId mentor : each.mentors()) {
        if (reaches(each.mentees(), mentor, mentees)) {
          found.add(
              new Breach(Invariant.NO_CIRCLE, each.id().value(), "closed a circle on " + day));
        }
      }
    }
  }

  private static boolean reaches(
      Collection<ParticipantId> from,
      ParticipantId to,
      Map<ParticipantId, Set<ParticipantId>> mentees) {
    List<ParticipantId> open = new ArrayList<>(from);
    Set<ParticipantId> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ParticipantId next = open.remove(open.size() - 1);
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(mentees.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }
}
