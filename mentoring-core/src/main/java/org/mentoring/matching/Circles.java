package org.mentoring.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.ParticipantId;

/**
 * Circles of mentoring: somebody mentors somebody who mentors somebody ... who mentors the first.
 */
final class Circles {
  private final Map<ParticipantId, SortedSet<ParticipantId>> menteesOf = new HashMap<>();

  private Circles(Collection<PairKey> mentorships) {
    for (PairKey each : mentorships) {
      menteesOf.computeIfAbsent(each.mentor(), key -> new TreeSet<>()).add(each.mentee());
    }
  }

  /** Over these mentorships, which may form circles already. */
  static Circles of(Collection<PairKey> mentorships) {
    return new Circles(mentorships);
  }

  /**
   * The pairs of one circle, each pair's mentee being the next one's mentor, or nothing where the
   * mentorships form none. The same mentorships give the same circle.
   */
  List<PairKey> any() {
    Set<ParticipantId> done = new HashSet<>();
    for (ParticipantId start : new TreeSet<>(menteesOf.keySet())) {
      List<ParticipantId> path = new ArrayList<>();
      Map<ParticipantId, Deque<ParticipantId>> open = new HashMap<>();
      enter(start, path, open);
      while (!path.isEmpty()) {
        ParticipantId last = path.get(path.size() - 1);
        ParticipantId next = open.getOrDefault(last, new ArrayDeque<>()).poll();
        if (next == null) {
          done.add(path.remove(path.size() - 1));
          open.remove(last);
        } else if (open.containsKey(next)) {
          return circle(path.subList(path.indexOf(next), path.size()));
        } else if (!done.contains(next)) {
          enter(next, path, open);
        }
      }
    }
    return List.of();
  }

  /** Everybody whom somebody mentors, directly or over others in between. */
  Set<ParticipantId> mentoredBy(ParticipantId mentor) {
    if (!menteesOf.containsKey(mentor)) {
      return Set.of();
    }
    Set<ParticipantId> found = new HashSet<>();
    Deque<ParticipantId> open = new ArrayDeque<>(List.of(mentor));
    while (!open.isEmpty()) {
      for (ParticipantId mentee :
          menteesOf.getOrDefault(open.pop(), Collections.emptySortedSet())) {
        if (found.add(mentee)) {
          open.push(mentee);
        }
      }
    }
    return found;
  }

  private void enter(
      ParticipantId id, List<ParticipantId> path, Map<ParticipantId, Deque<ParticipantId>> open) {
    path.add(id);
    open.put(id, new ArrayDeque<>(menteesOf.getOrDefault(id, Collections.emptySortedSet())));
  }

  private static List<PairKey> circle(List<ParticipantId> members) {
    List<PairKey> pairs = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      pairs.add(new PairKey(members.get((i + 1) % members.size()), members.get(i)));
    }
    return pairs;
  }
}
