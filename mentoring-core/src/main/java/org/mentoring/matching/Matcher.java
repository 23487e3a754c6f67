package org.mentoring.matching;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.assignment.bounded.BoundedEngines;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MatchingPlan.Policy;

/**
 * Finds who should mentor whom, as the request's {@link MatchAim} says: under {@code OPTIMAL}
 * exactly the greatest number of matched mentees and, among such answers, the greatest total score;
 * under {@code STABLE} so that no two would both rather have each other; under {@code MAX_MIN} the
 * greatest number of mentees, then the best worst score. Each answer is checked by code of its own
 * before it is told, and says what the other policies would give. The same request gives the same
 * answer, whatever the order in which its parties are listed. Stateless and thread-safe.
 *
 * <p>A pair of a participant with itself and a pair that either side excluded are never possible,
 * whatever the criteria say: a policy without a hard criterion of that kind gets {@code
 * safety.not-self} and {@code safety.not-excluded}. What is missing never opens a door: a hard
 * criterion whose data are unknown is not met.
 *
 * <p>All methods throw {@link MentoringException} with {@code match.scale-unknown}, {@code
 * match.neighbours-unknown} and {@code match.places-unknown} for a yardstick that the request does
 * not hold, {@code match.criterion-twice} for a policy that names an id twice, {@code
 * match.weights-too-large} where the weights of a policy exceed 2,147,483,647 in sum, and {@code
 * match.mentee-places} for a mentee with other than one place.
 */
public final class Matcher {
  private final BoundedEngines engines;
  private final Duration budget;

  /**
   * A matcher with the engines that are found as services and all the time in the world; one is
   * enough for all threads.
   */
  public Matcher() {
    this(BoundedEngines.atHand(() -> 0L), BoundedEngines.NO_LIMIT);
  }

  /**
   * A matcher with a limit to the time that an engine for bounds takes.
   *
   * @param engines for groups, teams, shares, loads and families
   * @param budget after it the best answer found is told with its gap; above zero
   */
  public Matcher(BoundedEngines engines, Duration budget) {
    this.engines = engines;
    this.budget = budget;
  }

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
    MatchAttempt attempt = attempt(request, progress);
    if (attempt instanceof MatchAttempt.Found found) {
      return found.result();
    }
    List<MatchRefusal> refusals = ((MatchAttempt.Refused) attempt).refusals();
    throw new MentoringException(
        "match.bounds",
        Map.of(
            "bounds",
            refusals.stream()
                .map(refusal -> refusal.reason() + " " + refusal.bound())
                .distinct()
                .collect(Collectors.joining(", "))),
        "Attempt the matching to read which bounds stand in the way.");
  }

  /**
   * As {@link #match(MatchRequest, MatchProgress)}, for requests whose aim has bounds: where they
   * contradict each other, or no engine at hand honours them, they are named and nothing is left
   * out to get an answer.
   */
  public MatchAttempt attempt(MatchRequest request, MatchProgress progress) {
    refuseMenteePlaces(request);
    Pulse pulse = new Pulse(progress, 2L * request.mentees().size());
    pulse.check();
    Kernel kernel = Kernel.of(request);
    CandidateEdges edges = CandidateEdges.of(request, kernel, pulse);
    Locks locks = Locks.of(request, edges);
    ResultWriter writer = new ResultWriter(request, kernel, edges, locks, pulse);
    MatchAttempt attempt =
        request.aim().bounds().any()
            ? bounded(request, edges, locks, writer, pulse)
            : free(request, edges, locks, writer, pulse);
    pulse.finish();
    return attempt;
  }

  private static MatchAttempt free(
      MatchRequest request, CandidateEdges edges, Locks locks, ResultWriter writer, Pulse pulse) {
    PolicyAnswers answers = new PolicyAnswers(request, edges, locks);
    PolicyAnswers.Answer answer = answers.under(request.aim().policy(), pulse::advance);
    SortedMap<Policy, PolicyMeasures> measures = new TreeMap<>();
    for (Policy policy : Policy.values()) {
      measures.put(policy, answers.under(policy, steps -> pulse.check()).measures());
    }
    return new MatchAttempt.Found(writer.of(answer, measures));
  }

  private MatchAttempt bounded(
      MatchRequest request, CandidateEdges edges, Locks locks, ResultWriter writer, Pulse pulse) {
    List<String> incompatible = BoundedMatching.incompatible(request);
    if (!incompatible.isEmpty()) {
      return new MatchAttempt.Refused(
          incompatible.stream()
              .map(name -> new MatchRefusal(MatchRefusal.Reason.NOT_WITH_BOUNDS, name, "", 0, 0))
              .toList());
    }
    Attempted attempted =
        new BoundedMatching(request, edges, locks).solve(engines, budget, pulse::advance);
    PolicyAnswers.Answer answer = attempted.answer();
    if (answer == null) {
      return new MatchAttempt.Refused(attempted.refusals());
    }
    return new MatchAttempt.Found(
        writer.of(answer, new TreeMap<>(Map.of(Policy.OPTIMAL, answer.measures()))));
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
            request.yardsticks(),
            request.allTies(),
            new TreeSet<>(),
            new TreeSet<>(),
            MatchAim.optimal());
    return PairExplainer.explain(Kernel.of(small).policy(mentee.policy()), pair, 0, 0);
  }

  /** All possible pairs with their scores, less the rejected ones: what a matching chooses from. */
  public CandidateEdges candidates(MatchRequest request) {
    refuseMenteePlaces(request);
    return CandidateEdges.of(
        request, Kernel.of(request), new Pulse((done, total) -> {}, request.mentees().size()));
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
