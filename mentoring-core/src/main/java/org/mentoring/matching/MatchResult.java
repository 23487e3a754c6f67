package org.mentoring.matching;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.identity.ParticipantId;

/**
 * The answer of a matching.
 *
 * @param pairs by mentee
 * @param unmatched by mentee
 * @param freePlaces places left, by mentor; mentors without a free place are not in it
 * @param totalScore the sum over the pairs
 */
public record MatchResult(
    List<ProposedPair> pairs,
    List<Unmatched> unmatched,
    SortedMap<ParticipantId, Integer> freePlaces,
    long totalScore) {
  /** Copies. */
  public MatchResult {
    pairs = pairs.stream().sorted().toList();
    unmatched = List.copyOf(unmatched);
    freePlaces = Collections.unmodifiableSortedMap(new TreeMap<>(freePlaces));
  }
}
