package org.mentoring.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;

/** The locked pairs, taken out before anything else is assigned. */
final class Locks {
  private final int[] edges;
  private final BitSet settled;
  private final int[] places;

  private Locks(int[] edges, BitSet settled, int[] places) {
    this.edges = edges;
    this.settled = settled;
    this.places = places;
  }

  /** The numbers of the mentees that have a locked pair; not to be changed. */
  BitSet settled() {
    return settled;
  }

  /** The edge of a locked pair of a mentee, or -1. */
  int edgeOf(int mentee) {
    return edges[mentee];
  }

  /** How many places each mentor has beside the locked pairs. */
  int[] places() {
    return places.clone();
  }

  static Locks of(MatchRequest request, CandidateEdges candidates) {
    int[] edges = new int[candidates.mentees()];
    Arrays.fill(edges, -1);
    BitSet settled = new BitSet();
    int[] places = request.mentors().stream().mapToInt(Candidate::places).toArray();
    if (!request.locked().isEmpty()) {
      Map<ParticipantId, Integer> menteeIndex = Columns.indexOf(request.mentees());
      Map<ParticipantId, Integer> mentorIndex = Columns.indexOf(request.mentors());
      for (PairKey pair : request.locked()) {
        if (request.rejected().contains(pair)) {
          throw impossible(
              pair, "rejected", "The pair is rejected as well: take one of the two back.");
        }
        Integer mentee = menteeIndex.get(pair.mentee());
        Integer mentor = mentorIndex.get(pair.mentor());
        if (mentee == null || mentor == null) {
          throw impossible(pair, "unknown", "Lock pairs of parties that are in the request.");
        }
        if (settled.get(mentee)) {
          throw impossible(pair, "mentee-twice", "Lock one pair for a mentee.");
        }
        if (places[mentor] == 0) {
          throw impossible(pair, "places", "The mentor has no place left for this pair.");
        }
        edges[mentee] = candidates.edges().edge(mentee, mentor);
        if (edges[mentee] < 0) {
          throw impossible(
              pair, "criteria", "A hard criterion is not met: let the pair be explained.");
        }
        settled.set(mentee);
        places[mentor]--;
      }
    }
    return new Locks(edges, settled, places);
  }

  private static MentoringException impossible(PairKey pair, String why, String hint) {
    return new MentoringException(
        "match.lock-impossible",
        Map.of("mentee", pair.mentee().value(), "mentor", pair.mentor().value(), "why", why),
        hint);
  }
}
