package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Citation;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.LeftOut;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/**
 * What running mentorships mean for those who are to be matched: which places are used, who has a
 * mentor already, who still waits after the last one.
 */
final class OpenMentorships {
  private final Mentorships mentorships;
  private final Mentoring mentoring;

  OpenMentorships(Mentorships mentorships, Mentoring mentoring) {
    this.mentorships = mentorships;
    this.mentoring = mentoring;
  }

  /** All of them as they stood on a day, with what was known at an instant. */
  Standing standing(LocalDate asOf, Instant knownAt) {
    List<Particulars> all = new ArrayList<>();
    MentorshipId after = null;
    do {
      Page<Particulars> page = mentorships.list(Mentorships.Which.all(), after, 1_000);
      all.addAll(page.items());
      after = page.next() == null ? null : MentorshipId.of(page.next());
    } while (after != null);
    return new Standing(all, asOf, knownAt);
  }

  /** Some participants, and all who are in an open mentorship with one of them. */
  SortedSet<ParticipantId> together(List<ParticipantId> participants) {
    SortedSet<ParticipantId> all = new TreeSet<>(participants);
    for (ParticipantId each : new MergedParties(mentoring, mentoring.now()).all(participants)) {
      for (Particulars found : mentorships.of(each)) {
        if (found.state().open()) {
          all.addAll(found.mentors());
          all.addAll(found.mentees());
        }
      }
    }
    return all;
  }

  /** Why two participants, each with all registrations, cannot be one person. */
  List<Finding> forbiddingMerge(SortedSet<ParticipantId> kept, SortedSet<ParticipantId> duplicate) {
    List<Finding> findings =
        new ArrayList<>(new MergeCheck(mentorships, kept, duplicate).findings());
    findings.addAll(circles(kept, duplicate));
    return findings;
  }

  /** A circle that neither of the two closes alone, and both do as one. */
  private List<Finding> circles(SortedSet<ParticipantId> kept, SortedSet<ParticipantId> duplicate) {
    ForbiddenCircles forbidden = new ForbiddenCircles(mentoring);
    if (!forbidden.matter()) {
      return List.of();
    }
    SortedSet<ParticipantId> one = new TreeSet<>(kept);
    one.addAll(duplicate);
    UnaryOperator<PairKey> merged =
        pair ->
            new PairKey(
                one.contains(pair.mentee()) ? one.first() : pair.mentee(),
                one.contains(pair.mentor()) ? one.first() : pair.mentor());
    LocalDate today = mentoring.today();
    Instant now = mentoring.nowOfAll();
    Ties before = mentoring.ties(today, now);
    SortedSet<PairKey> open = new TreeSet<>();
    before.oneWay().forEach(pair -> open.add(merged.apply(pair)));
    Ties after = new Ties(open, new TreeSet<>(), new TreeSet<>());
    // A circle that is new goes through the two.
    if (open.stream().noneMatch(p -> p.mentee().equals(one.first()) && after.closesCircle(p))) {
      return List.of();
    }
    for (Map.Entry<PairKey, Citation> each : forbidden.kept(before, today, now).entrySet()) {
      PairKey pair = each.getKey();
      PairKey then = merged.apply(pair);
      if (!then.mentee().equals(then.mentor())
          && after.closesCircle(then)
          && !before.closesCircle(pair)) {
        return List.of(
            Workplace.refusal("command.merge-circle", "circles-forbidden", each.getValue())
                .with("mentee", Parties.named(pair.mentee()))
                .with("mentor", Parties.named(pair.mentor())));
      }
    }
    return List.of();
  }

  /** Those of some participants alone, under whatever ids they were registered. */
  Standing standing(Iterable<ParticipantId> participants, LocalDate asOf, Instant knownAt) {
    SortedMap<MentorshipId, Particulars> all = new TreeMap<>();
    for (ParticipantId participant : new MergedParties(mentoring, knownAt).all(participants)) {
      mentorships.of(participant).forEach(each -> all.put(each.id(), each));
    }
    return new Standing(List.copyOf(all.values()), asOf, knownAt);
  }

  /**
   * How mentorships stood on a day: open are all that had not ended on it or before. For one
   * thread.
   */
  final class Standing {
    private final List<Particulars> open = new ArrayList<>();
    private final List<Particulars> over = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final LocalDate asOf;
    private final MergedParties merged;
    private final Map<String, SortedMap<ParticipantId, MentorshipId>> taken = new HashMap<>();
    private final Map<String, SortedMap<ParticipantId, LocalDate>> waiting = new HashMap<>();
    private final Map<String, SortedSet<PairKey>> pairs = new HashMap<>();

    private Standing(List<Particulars> all, LocalDate asOf, Instant knownAt) {
      this.asOf = asOf;
      this.merged = new MergedParties(mentoring, knownAt);
      for (Particulars each : all) {
        MentorshipState state = known(each, knownAt);
        if (state != null) {
          Closure closure = state.open() ? null : each.closure();
          Particulars then = each.withPartiesOn(asOf, knownAt);
          (closure == null || closure.on().isAfter(asOf) ? open : over).add(then);
          then.leavings()
              .forEach(
                  leaving ->
                      left.add(new Left(leaving, each.withPartiesOn(leaving.on().minusDays(1)))));
        }
      }
    }

    /** Pairs of open mentorships, in one practice or in all. */
    SortedSet<PairKey> pairs(@Nullable Practice practice) {
      return pairs.computeIfAbsent(
          practice == null ? "" : practice.id(), id -> pairsOf(open, practice));
    }

    /** Pairs of open mentorships that may be part of no circle. */
    SortedMap<PairKey, Citation> keptFromCircles() {
      SortedMap<PairKey, Citation> found = new TreeMap<>();
      for (Particulars each : open) {
        ForbiddenCircles.forbidding(mentoring, each)
            .ifPresent(
                practice ->
                    pairsOf(List.of(each), null)
                        .forEach(pair -> found.put(pair, practice.citation())));
      }
      return found;
    }

    /** Mentees with an open mentorship in a practice. */
    SortedMap<ParticipantId, MentorshipId> taken(Practice practice) {
      return taken.computeIfAbsent(practice.id(), id -> readTaken(practice));
    }

    private SortedMap<ParticipantId, MentorshipId> readTaken(Practice practice) {
      SortedMap<ParticipantId, MentorshipId> found = new TreeMap<>();
      for (Particulars each : open) {
        if (each.practice().equals(practice.id())) {
          each.mentees().forEach(mentee -> found.putIfAbsent(merged.kept(mentee), each.id()));
        }
      }
      return found;
    }

    /** Mentees who wait after their last mentorship, each with the first day of a new one. */
    SortedMap<ParticipantId, LocalDate> waiting(Practice practice) {
      return waiting.computeIfAbsent(practice.id(), id -> readWaiting(practice));
    }

    private SortedMap<ParticipantId, LocalDate> readWaiting(Practice practice) {
      SortedMap<ParticipantId, LocalDate> found = new TreeMap<>();
      Period buffer = buffer(practice);
      if (buffer == null) {
        return found;
      }
      for (Particulars each : over) {
        Closure closure = each.closure();
        if (each.practice().equals(practice.id())
            && closure != null
            && (closure.kind() == Closure.Kind.HANDED_OVER || closure.kind() == Closure.Kind.EARLY)
            && asOf.isBefore(closure.on().plus(buffer))) {
          for (ParticipantId mentee : each.mentees()) {
            wait(found, mentee, closure.on().plus(buffer));
          }
        }
      }
      for (Left each : left) {
        Leaving leaving = each.leaving();
        if (each.mentorship().practice().equals(practice.id())
            && each.began()
            && !leaving.asMentor()
            && asOf.isBefore(leaving.on().plus(buffer))) {
          wait(found, leaving.participant(), leaving.on().plus(buffer));
        }
      }
      return found;
    }

    private void wait(
        SortedMap<ParticipantId, LocalDate> found, ParticipantId mentee, LocalDate until) {
      found.merge(merged.kept(mentee), until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Why a mentee is kept out of matching in a practice, if a mentorship does so. */
    Optional<LeftOut> leftOut(Practice practice, ParticipantId mentee) {
      if (taken(practice).containsKey(mentee)) {
        return Optional.of(new LeftOut(mentee, LeftOut.Reason.IN_MENTORSHIP, null));
      }
      LocalDate until = waiting(practice).get(mentee);
      return until == null
          ? Optional.empty()
          : Optional.of(new LeftOut(mentee, LeftOut.Reason.IN_BUFFER, until));
    }

    /** How everybody is tied to others by mentorships of the library's own. */
    Ties ties() {
      SortedSet<PairKey> former = new TreeSet<>();
      for (Particulars each : over) {
        if (each.startedOn() != null) {
          former.addAll(pairsOf(List.of(each), null));
        }
      }
      for (Left each : left) {
        ParticipantId gone = merged.kept(each.leaving().participant());
        pairsOf(each.began() ? List.of(each.mentorship()) : List.of(), null).stream()
            .filter(pair -> pair.mentee().equals(gone) || pair.mentor().equals(gone))
            .forEach(former::add);
      }
      return new Ties(pairs(null), former, new TreeSet<>(), mutual());
    }

    /**
     * Open pairs between whom mentoring runs in both directions in each of their mentorships, by
     * the version that judges it.
     */
    private SortedSet<PairKey> mutual() {
      SortedSet<PairKey> mutual = new TreeSet<>();
      SortedSet<PairKey> oneWay = new TreeSet<>();
      for (Particulars each : open) {
        boolean both =
            mentoring
                .judging(each)
                .orElse(mentoring)
                .definition()
                .practice(each.practice())
                .filter(Practice::mutual)
                .isPresent();
        (both ? mutual : oneWay).addAll(pairsOf(List.of(each), null));
      }
      mutual.removeAll(oneWay);
      return mutual;
    }

    /** Pairs that were parted, in whichever practice. */
    List<Partings.Parting> partings() {
      List<Partings.Parting> partings = new ArrayList<>();
      for (Particulars each : over) {
        Closure closure = each.closure();
        if (closure != null) {
          for (PairKey pair : pairsOf(List.of(each), null)) {
            Partings.Parting.of(pair, each.practice(), closure).ifPresent(partings::add);
          }
        }
      }
      for (Left each : left) {
        Leaving leaving = each.leaving();
        ParticipantId gone = merged.kept(leaving.participant());
        for (PairKey pair : pairsOf(List.of(each.mentorship()), null)) {
          if ((leaving.asMentor() ? pair.mentor() : pair.mentee()).equals(gone)) {
            partings.add(
                new Partings.Parting(
                    pair,
                    each.mentorship().practice(),
                    leaving.reason(),
                    leaving.countsAsCompleted() || !each.began(),
                    leaving.on()));
          }
        }
      }
      return partings;
    }

    /** Those of them who are never paired again. */
    SortedSet<PairKey> partedForGood(Partings terms) {
      SortedSet<PairKey> parted = new TreeSet<>();
      if (terms.anyForGood()) {
        partings().stream()
            .filter(parting -> terms.forGood(parting).isPresent())
            .map(Partings.Parting::pair)
            .forEach(parted::add);
      }
      return parted;
    }

    private SortedSet<PairKey> pairsOf(List<Particulars> some, @Nullable Practice practice) {
      SortedSet<PairKey> pairs = new TreeSet<>();
      for (Particulars each : some) {
        if (practice == null || each.practice().equals(practice.id())) {
          for (ParticipantId mentee : each.mentees()) {
            for (ParticipantId mentor : each.mentors()) {
              pairs.add(new PairKey(merged.kept(mentee), merged.kept(mentor)));
            }
          }
        }
      }
      return pairs;
    }
  }

  /**
   * Who left a mentorship that went on.
   *
   * @param mentorship with the parties whom it had till then
   */
  private record Left(Leaving leaving, Particulars mentorship) {
    /** Whether mentoring had begun by then. */
    boolean began() {
      LocalDate started = mentorship.startedOn();
      return started != null && !leaving.on().isBefore(started);
    }
  }

  private static @Nullable Period buffer(Practice practice) {
    MentorshipTerms terms = practice.mentorship();
    return terms == null || terms.rematch() == null ? null : terms.rematch().buffer();
  }

  /** Null where nothing was known of it by then. */
  private static @Nullable MentorshipState known(Particulars mentorship, Instant knownAt) {
    Optional<StateChange> last =
        mentorship.changes().stream()
            .filter(change -> !change.recordedAt().isAfter(knownAt))
            .reduce((earlier, later) -> later);
    return last.map(StateChange::to).orElse(null);
  }
}
