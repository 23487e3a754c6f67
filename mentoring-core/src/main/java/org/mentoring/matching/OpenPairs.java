package org.mentoring.matching;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Edges;
import org.mentoring.identity.ParticipantId;

/**
 * The possible pairs that are still to be chosen from, once locked pairs are taken out: what the
 * engines see. Scores carry the price of a disruption, if there is one.
 */
final class OpenPairs {
  private final CandidateEdges candidates;
  private final Edges edges;
  private final int[] origin;
  private final int[] places;
  private final BitSet kept;
  private final int[] waiting;
  private final boolean keepFirst;

  private OpenPairs(
      CandidateEdges candidates,
      Edges edges,
      int[] origin,
      int[] places,
      BitSet kept,
      int[] waiting,
      boolean keepFirst) {
    this.candidates = candidates;
    this.edges = edges;
    this.origin = origin;
    this.places = places;
    this.kept = kept;
    this.waiting = waiting;
    this.keepFirst = keepFirst;
  }

  /**
   * @param barred numbers of candidate edges that are ruled out besides
   */
  static OpenPairs of(MatchRequest request, CandidateEdges candidates, Locks locks, BitSet barred) {
    MatchAim aim = request.aim();
    BitSet current = edgesOf(aim.current(), request, candidates);
    Integer price = current.isEmpty() ? null : aim.disruptionPrice();
    int[] waiting = waiting(request);
    boolean all = price == null && barred.isEmpty() && locks.settled().isEmpty();
    if (all) {
      return new OpenPairs(
          candidates,
          candidates.edges(),
          new int[0],
          locks.places(),
          current,
          waiting,
          !current.isEmpty());
    }
    Edges.Builder builder = Edges.builder(candidates.mentors());
    int[] origin = new int[candidates.size()];
    BitSet kept = new BitSet();
    int size = 0;
    int[] mentors = new int[candidates.mentors()];
    int[] points = new int[candidates.mentors()];
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      int count = 0;
      int end = locks.settled().get(mentee) ? 0 : candidates.firstEdge(mentee + 1);
      for (int e = candidates.firstEdge(mentee); e < end; e++) {
        if (barred.get(e)) {
          continue;
        }
        mentors[count] = candidates.mentorOf(e);
        points[count] = worth(candidates.scoreOf(e), current.get(e), price);
        count++;
        if (current.get(e) && price == null) {
          kept.set(size);
        }
        origin[size++] = e;
      }
      builder.mentee(mentors, points, count);
    }
    return new OpenPairs(
        candidates, builder.build(), origin, locks.places(), kept, waiting, !kept.isEmpty());
  }

  static int worth(int score, boolean current, @Nullable Integer price) {
    return current && price != null ? Math.addExact(score, price) : score;
  }

  static BitSet edgesOf(Iterable<PairKey> pairs, MatchRequest request, CandidateEdges candidates) {
    BitSet found = new BitSet();
    Map<ParticipantId, Integer> mentees = PairLists.indexOf(request.mentees());
    Map<ParticipantId, Integer> mentors = PairLists.indexOf(request.mentors());
    for (PairKey pair : pairs) {
      Integer mentee = mentees.get(pair.mentee());
      Integer mentor = mentors.get(pair.mentor());
      int edge = mentee == null || mentor == null ? -1 : candidates.edges().edge(mentee, mentor);
      if (edge >= 0) {
        found.set(edge);
      }
    }
    return found;
  }

  /** Days as ranks, so that a wait of years needs no greater numbers than one of weeks. */
  static int[] waiting(MatchRequest request) {
    SortedMap<ParticipantId, LocalDate> since = request.aim().waitingSince();
    int[] ranks = new int[request.mentees().size()];
    if (since.isEmpty()) {
      return ranks;
    }
    List<LocalDate> days = List.copyOf(new TreeSet<>(since.values()));
    for (int mentee = 0; mentee < ranks.length; mentee++) {
      LocalDate day = since.get(request.mentees().get(mentee).id());
      if (day != null) {
        ranks[mentee] = days.size() - java.util.Collections.binarySearch(days, day);
      }
    }
    return ranks;
  }

  Edges edges() {
    return edges;
  }

  int[] places() {
    return places;
  }

  /** Numbers of edges that come before points. */
  BitSet kept() {
    return kept;
  }

  boolean keepFirst() {
    return keepFirst;
  }

  /** The longer the wait, the greater. */
  int[] waiting() {
    return waiting;
  }

  /** The candidate edge of an edge. */
  int origin(int edge) {
    return origin.length == 0 ? edge : origin[edge];
  }

  CandidateEdges candidates() {
    return candidates;
  }
}
