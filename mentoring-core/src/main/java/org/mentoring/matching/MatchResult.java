package org.mentoring.matching;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MatchingPlan.Policy;

/**
 * The answer of a matching.
 *
 * @param policy which answer is the best
 * @param pairs by mentee
 * @param unmatched by mentee
 * @param freePlaces places left, by mentor; mentors without a free place are not in it
 * @param freeMentors why they are left, by mentor
 * @param sought mentors whom more mentees would rather have than they can take, by mentor
 * @param measures what this answer and those of the other policies are like, so that the price of
 *     each is seen
 * @param proof that the answer is the best one
 */
public record MatchResult(
    Policy policy,
    List<ProposedPair> pairs,
    List<Unmatched> unmatched,
    SortedMap<ParticipantId, Integer> freePlaces,
    List<FreeMentor> freeMentors,
    List<SoughtMentor> sought,
    SortedMap<Policy, PolicyMeasures> measures,
    MatchProof proof) {
  /** Copies. */
  public MatchResult {
    pairs = pairs.stream().sorted().toList();
    unmatched = List.copyOf(unmatched);
    freePlaces = Collections.unmodifiableSortedMap(new TreeMap<>(freePlaces));
    freeMentors = List.copyOf(freeMentors);
    sought = List.copyOf(sought);
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
  }

  /** The sum of the pairs' scores. */
  public long totalScore() {
    return pairs.stream().mapToLong(ProposedPair::score).sum();
  }

  /** The same with other reasons of those who stay without a mentor. */
  public MatchResult unmatched(List<Unmatched> others) {
    return new MatchResult(policy, pairs, others, freePlaces, freeMentors, sought, measures, proof);
  }
}
