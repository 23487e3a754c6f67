package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.Practice;

/**
 * Circles with an open mentorship that may be part of none. Whether it may is told by the practice
 * and the version that judge it, so that neither another practice nor another version closes what
 * it forbids.
 */
final class ForbiddenCircles {
  private final Mentoring mentoring;
  private @Nullable Boolean matter;

  /** For one command. */
  ForbiddenCircles(Mentoring mentoring) {
    this.mentoring = mentoring;
  }

  /** Whether any circle can be forbidden at all. */
  boolean matter() {
    Boolean found = matter;
    if (found == null) {
      found =
          mentoring.anyKnown(
              known -> known.practices().stream().anyMatch(Practice::refusesCircles));
      matter = found;
    }
    return found;
  }

  /**
   * Keeps other commands from changing what these have and, where circles are forbidden, from tying
   * anybody who hangs together with them: of two that each close one half of a circle neither would
   * see the other.
   */
  void lock(Collection<ParticipantId> parties) {
    if (!matter()) {
      mentoring.lock(parties);
      return;
    }
    SortedSet<ParticipantId> locked = new TreeSet<>();
    SortedSet<ParticipantId> all = connected(parties);
    while (!locked.containsAll(all)) {
      mentoring.lock(all);
      locked.addAll(all);
      all = connected(all);
    }
  }

  private SortedSet<ParticipantId> connected(Collection<ParticipantId> parties) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    Deque<ParticipantId> left = new ArrayDeque<>(parties);
    while (!left.isEmpty()) {
      ParticipantId next = left.pop();
      if (all.add(next)) {
        left.addAll(mentoring.running().together(List.of(next)));
      }
    }
    return all;
  }

  /** By which text a further mentorship of a practice of this version may not close one. */
  Optional<Citation> closed(
      Practice practice, PairKey further, Ties ties, LocalDate asOf, Instant knownAt) {
    if (practice.mutual() || !ties.closesCircle(further)) {
      return Optional.empty();
    }
    return practice.refusesCircles()
        ? Optional.of(practice.citation())
        : kept(ties, asOf, knownAt).entrySet().stream()
            .filter(
                each -> ties.closesCircle(new PairKey(further.mentee(), each.getKey().mentor())))
            .filter(
                each -> ties.closesCircle(new PairKey(each.getKey().mentee(), further.mentor())))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** The open pairs that may be part of none, each with the text that says so. */
  SortedMap<PairKey, Citation> kept(Ties ties, LocalDate asOf, Instant knownAt) {
    SortedMap<PairKey, Citation> kept =
        mentoring.running().standing(asOf, knownAt).keptFromCircles();
    kept.keySet().retainAll(ties.oneWay());
    return kept;
  }

  /**
   * From whom over others to whom an open pair that may be part of no circle leads: whoever closes
   * a circle with one of these closes one that is forbidden.
   *
   * @param pairs each the mentee and the mentor at both ends
   * @param citation the text that says so, of one of them
   */
  record Paths(SortedSet<PairKey> pairs, Citation citation) {}

  /** Empty where no practice but the own one forbids anything, or none of it is open. */
  Optional<Paths> paths(Practice practice, Ties ties, LocalDate asOf, Instant knownAt) {
    if (practice.mutual() || practice.refusesCircles() || !matter()) {
      return Optional.empty();
    }
    SortedMap<PairKey, Citation> kept = kept(ties, asOf, knownAt);
    SortedSet<PairKey> paths = new TreeSet<>();
    for (PairKey pair : kept.keySet()) {
      for (ParticipantId mentee : ties.mentees(pair.mentee())) {
        for (ParticipantId mentor : ties.mentors(pair.mentor())) {
          if (!mentee.equals(mentor)) {
            paths.add(new PairKey(mentee, mentor));
          }
        }
      }
    }
    return kept.values().stream().findFirst().map(citation -> new Paths(paths, citation));
  }

  /** The practice that forbids them; of an unknown version that of the one in force. */
  static Optional<Practice> forbidding(Mentoring mentoring, Particulars mentorship) {
    return mentoring
        .judging(mentorship)
        .orElse(mentoring)
        .definition()
        .practice(mentorship.practice())
        .filter(Practice::refusesCircles);
  }
}
