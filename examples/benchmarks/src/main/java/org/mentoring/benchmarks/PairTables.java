package org.mentoring.benchmarks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.programme.Neighbours;
import org.mentoring.programme.Places;

/**
 * What anybody would work out once before looking at pairs: how far districts are apart, which are
 * neighbours, and who is tied to whom.
 */
final class PairTables {
  static final Attribute DISTRICT = Attribute.of("district");

  private static final double RADIUS = 6_371.0088;

  private final Map<String, Map<String, Integer>> kilometres = new HashMap<>();
  private final Map<String, Set<String>> near = new HashMap<>();
  private final Map<ParticipantId, Set<ParticipantId>> former = new HashMap<>();
  private final Map<ParticipantId, Set<ParticipantId>> mentorsOfSiblings = new HashMap<>();
  private final Map<ParticipantId, Set<ParticipantId>> below = new HashMap<>();

  PairTables(MatchRequest request) {
    for (Places places : request.yardsticks().places()) {
      for (Places.Point one : places.points()) {
        Map<String, Integer> row = new HashMap<>();
        places.points().forEach(other -> row.put(other.value(), kilometres(one, other)));
        kilometres.put(one.value(), row);
        near.computeIfAbsent(one.value(), key -> new HashSet<>()).add(one.value());
      }
    }
    for (Neighbours neighbours : request.yardsticks().neighbours()) {
      for (Neighbours.Pair pair : neighbours.pairs()) {
        near.computeIfAbsent(pair.one(), key -> new HashSet<>()).add(pair.other());
        near.computeIfAbsent(pair.other(), key -> new HashSet<>()).add(pair.one());
      }
    }
    tie(
        Ties.of(
            Stream.concat(request.mentees().stream(), request.mentors().stream())
                .map(Candidate::dossier)
                .toList()));
  }

  private void tie(Ties ties) {
    Map<ParticipantId, Set<ParticipantId>> mentors = new HashMap<>();
    Map<ParticipantId, Set<ParticipantId>> mentees = new HashMap<>();
    for (PairKey pair : ties.former()) {
      former.computeIfAbsent(pair.mentee(), key -> new HashSet<>()).add(pair.mentor());
      mentors.computeIfAbsent(pair.mentee(), key -> new HashSet<>()).add(pair.mentor());
    }
    for (PairKey pair : ties.open()) {
      mentors.computeIfAbsent(pair.mentee(), key -> new HashSet<>()).add(pair.mentor());
      mentees.computeIfAbsent(pair.mentor(), key -> new HashSet<>()).add(pair.mentee());
    }
    for (Ties.Siblings pair : ties.siblings()) {
      mentorsOfSiblings
          .computeIfAbsent(pair.one(), key -> new HashSet<>())
          .addAll(mentors.getOrDefault(pair.other(), Set.of()));
      mentorsOfSiblings
          .computeIfAbsent(pair.other(), key -> new HashSet<>())
          .addAll(mentors.getOrDefault(pair.one(), Set.of()));
    }
    for (ParticipantId top : mentees.keySet()) {
      Set<ParticipantId> all = new HashSet<>();
      descend(top, mentees, all);
      below.put(top, all);
    }
  }

  private static void descend(
      ParticipantId from, Map<ParticipantId, Set<ParticipantId>> mentees, Set<ParticipantId> all) {
    for (ParticipantId each : mentees.getOrDefault(from, Set.of())) {
      if (all.add(each)) {
        descend(each, mentees, all);
      }
    }
  }

  private static int kilometres(Places.Point one, Places.Point other) {
    double from = Math.toRadians(one.latitude().doubleValue());
    double to = Math.toRadians(other.latitude().doubleValue());
    double north = Math.sin((to - from) / 2);
    double east =
        Math.sin(
            Math.toRadians(other.longitude().doubleValue() - one.longitude().doubleValue()) / 2);
    double half = north * north + Math.cos(from) * Math.cos(to) * east * east;
    return (int) Math.round(2 * RADIUS * Math.asin(Math.sqrt(half)));
  }

  int kilometres(String one, String other) {
    return kilometres.getOrDefault(one, Map.of()).getOrDefault(other, Integer.MAX_VALUE);
  }

  /** The district itself and its neighbours. */
  Set<String> near(String district) {
    return near.getOrDefault(district, Set.of());
  }

  /** Who mentored the mentee before. */
  Set<ParticipantId> former(ParticipantId mentee) {
    return former.getOrDefault(mentee, Set.of());
  }

  /** Who mentors or mentored a sibling. */
  Set<ParticipantId> mentorsOfSiblings(ParticipantId mentee) {
    return mentorsOfSiblings.getOrDefault(mentee, Set.of());
  }

  /** Whom the mentee mentors, at once or over others. */
  Set<ParticipantId> below(ParticipantId mentee) {
    return below.getOrDefault(mentee, Set.of());
  }
}
