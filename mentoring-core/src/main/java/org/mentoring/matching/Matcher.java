package org.mentoring.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.assignment.Assignment;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.ExactEngine;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;

/**
 * Finds who should mentor whom: exactly the greatest number of matched mentees and, among such
 * answers, the greatest total score. The same request gives the same answer, whatever the order in
 * which its parties are listed. Stateless and thread-safe.
 *
 * <p>A pair of a participant with itself and a pair that either side excluded are never possible,
 * whatever the criteria say: a policy without a hard criterion of that kind gets {@code
 * safety.not-self} and {@code safety.not-excluded}. What is missing never opens a door: a hard
 * criterion whose data are unknown is not met.
 *
 * <p>All methods throw {@link MentoringException} with {@code match.scale-unknown} for a scale that
 * the request does not hold, {@code match.criterion-twice} for a policy that names an id twice,
 * {@code match.weights-too-large} where the weights of a policy exceed 2,147,483,647 in sum, and
 * {@code match.mentee-places} for a mentee with other than one place.
 */
public final class Matcher {
  /** A matcher; one is enough for all threads. */
  public Matcher() {}

  /**
   * The best matching.
   *
   * @throws MentoringException {@code match.lock-impossible} if a locked pair is not possible, was
   *     rejected, takes a mentee twice or a mentor beyond its places
   */
  public MatchResult match(MatchRequest request) {
    return match(request, (done, total) -> {});
  }

  /**
   * As {@link #match(MatchRequest)}, and tells how far it is.
   *
   * @param progress called by this thread every few hundred steps and once at the end
   * @throws MentoringException also {@code match.interrupted} if this thread is interrupted
   *     meanwhile; it stays so
   */
  public MatchResult match(MatchRequest request, MatchProgress progress) {
    refuseMenteePlaces(request);
    Pulse pulse = new Pulse(progress, 2L * request.mentees().size());
    pulse.check();
    Kernel kernel = Kernel.of(request);
    CandidateEdges edges = CandidateEdges.of(request, kernel, pulse);
    Locks locks = Locks.of(request, edges);
    int[] free = locks.places();
    int[] chosen = choose(edges, locks, free, pulse);
    MatchResult result = result(request, kernel, edges, chosen, locks.settled(), free, pulse);
    pulse.finish();
    return result;
  }

  /**
   * Why two parties of the request can or cannot be a pair, leaf by leaf. Neither places nor locks
   * nor rejections matter.
   *
   * @throws MentoringException {@code match.pair-unknown} if one of them is not in the request
   */
  public PairExplanation explain(MatchRequest request, PairKey pair) {
    Candidate mentee = find(request.mentees(), pair.mentee(), "mentee");
    Candidate mentor = find(request.mentors(), pair.mentor(), "mentor");
    MatchRequest small =
        new MatchRequest(
            List.of(mentee),
            List.of(mentor),
            request.policies(),
            request.scales(),
            new TreeSet<>(),
            new TreeSet<>());
    return PairExplainer.explain(Kernel.of(small).policy(mentee.policy()), pair, 0, 0);
  }

  /** All possible pairs with their scores, less the rejected ones: what a matching chooses from. */
  public CandidateEdges candidates(MatchRequest request) {
    refuseMenteePlaces(request);
    return CandidateEdges.of(
        request, Kernel.of(request), new Pulse((done, total) -> {}, request.mentees().size()));
  }

  /** Per mentee the edge, or -1; takes what is used from the free places. */
  private static int[] choose(CandidateEdges candidates, Locks locks, int[] free, Pulse pulse) {
    Edges open = candidates.edges().without(locks.settled());
    Assignment best = ExactEngine.solve(AssignmentProblem.of(open, free), pulse::advance);
    int[] chosen = new int[candidates.mentees()];
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      int edge = best.edgeOf(mentee);
      if (edge < 0) {
        chosen[mentee] = locks.edgeOf(mentee);
      } else {
        chosen[mentee] = edge - open.firstEdge(mentee) + candidates.firstEdge(mentee);
        free[open.mentorOf(edge)]--;
      }
    }
    return chosen;
  }

  private static MatchResult result(
      MatchRequest request,
      Kernel kernel,
      CandidateEdges edges,
      int[] chosen,
      BitSet locked,
      int[] freePlaces,
      Pulse pulse) {
    List<ProposedPair> pairs = new ArrayList<>();
    UnmatchedReasons reasons = new UnmatchedReasons(request);
    List<Unmatched> unmatched = new ArrayList<>();
    long total = 0;
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      pulse.check();
      CompiledPolicy policy = kernel.policy(request.mentees().get(mentee).policy());
      if (chosen[mentee] < 0) {
        unmatched.add(reasons.of(mentee, policy));
        continue;
      }
      int mentor = edges.mentorOf(chosen[mentee]);
      PairKey key = new PairKey(edges.mentee(mentee), edges.mentor(mentor));
      PairExplanation explanation = PairExplainer.explain(policy, key, mentee, mentor);
      total += explanation.score();
      pairs.add(new ProposedPair(key, explanation.score(), locked.get(mentee), explanation));
    }
    SortedMap<ParticipantId, Integer> free = new TreeMap<>();
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      if (freePlaces[mentor] > 0) {
        free.put(edges.mentor(mentor), freePlaces[mentor]);
      }
    }
    return new MatchResult(pairs, unmatched, free, total);
  }

  private static void refuseMenteePlaces(MatchRequest request) {
    for (Candidate mentee : request.mentees()) {
      if (mentee.places() != 1) {
        throw new MentoringException(
            "match.mentee-places",
            Map.of("mentee", mentee.id().value(), "places", Integer.toString(mentee.places())),
            "A mentee has one place here; leave out mentees that need no mentor.");
      }
    }
  }

  private static Candidate find(List<Candidate> candidates, ParticipantId id, String side) {
    return candidates.stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new MentoringException(
                    "match.pair-unknown",
                    Map.of(side, id.value()),
                    "Ask about parties of the request."));
  }
}
