package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Assignment;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.ExactEngine;
import org.mentoring.assignment.OptimalityChecker;
import org.mentoring.assignment.PlaceGains;
import org.mentoring.assignment.Proof;
import org.mentoring.assignment.StabilityChecker;
import org.mentoring.assignment.StableEngine;
import org.mentoring.assignment.StableMatching;
import org.mentoring.assignment.StableProblem;
import org.mentoring.assignment.StepListener;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MatchingPlan.Policy;

/** The answers of the policies over the same possible pairs, each with its proof. */
final class PolicyAnswers {
  private final MatchRequest request;
  private final CandidateEdges candidates;
  private final Locks locks;
  private final @Nullable CircleSearch circles;
  private final Map<Policy, Answer> found = new EnumMap<>(Policy.class);

  PolicyAnswers(MatchRequest request, CandidateEdges candidates, Locks locks) {
    this.request = request;
    this.candidates = candidates;
    this.locks = locks;
    this.circles = request.aim().circlesForbidden() ? new CircleSearch(request, candidates) : null;
  }

  /**
   * What a policy chose.
   *
   * @param chosen per mentee the candidate edge, locked ones included, or -1
   * @param further candidate edges of mentees that have several mentors
   * @param gains what one more place would bring; null where that is not known
   * @param worth what the policy looks at, in its order; greater is better
   */
  record Answer(
      int[] chosen,
      int[] further,
      PolicyMeasures measures,
      MatchProof proof,
      @Nullable PlaceGains gains,
      long[] worth) {
    /**
     * The same answer as the best one found without circles.
     *
     * @param pairs how many more a better answer could have at most
     * @param points likewise
     */
    Answer barringCircles(int pairs, long points) {
      MatchProof.Kind kind =
          proof.kind() == MatchProof.Kind.DUAL_PRICES
              ? MatchProof.Kind.DUAL_PRICES_AND_BARRED_CIRCLES
              : MatchProof.Kind.NO_BLOCKING_PAIR_BUT_CIRCLES;
      return new Answer(
          chosen,
          further,
          measures,
          new MatchProof(
              kind, proof.faults(), proof.mentorPrices(), new MatchProof.Gap(pairs, points)),
          null,
          worth);
    }
  }

  Answer under(Policy policy, StepListener listener) {
    Answer known = found.get(policy);
    if (known == null) {
      known = answer(policy, listener);
      found.put(policy, known);
    }
    return known;
  }

  private Answer answer(Policy policy, StepListener listener) {
    if (circles == null) {
      return solve(policy, new BitSet(), listener);
    }
    return circles.best(
        barred ->
            solve(policy, barred, barred.isEmpty() ? listener : steps -> listener.advanced(0)));
  }

  private Answer solve(Policy policy, BitSet barred, StepListener listener) {
    OpenPairs open = OpenPairs.of(request, candidates, locks, barred);
    StableProblem rankings = Rankings.of(open, request.aim().proposer());
    return policy == Policy.STABLE
        ? stable(open, rankings, listener)
        : exact(policy, open, rankings, listener);
  }

  private Answer exact(
      Policy policy, OpenPairs open, StableProblem rankings, StepListener listener) {
    AssignmentProblem problem = AssignmentProblem.of(open.edges(), open.places());
    boolean plain =
        policy == Policy.OPTIMAL
            && !request.aim().circlesForbidden()
            && (request.aim().disruptionPrice() == null || request.aim().current().isEmpty());
    if (open.keepFirst()) {
      problem = problem.keeping(open.kept());
      plain = false;
    }
    if (!request.aim().waitingSince().isEmpty()) {
      problem = problem.waiting(open.waiting());
      plain = false;
    }
    if (policy == Policy.MAX_MIN) {
      problem = problem.worstScoreFirst();
    }
    Assignment answer = ExactEngine.solve(problem, listener);
    Proof proof = OptimalityChecker.check(problem, answer);
    int[] chosen = chosen(open, answer::edgeOf);
    SortedMap<ParticipantId, Long> prices = new TreeMap<>();
    for (int mentor = 0; mentor < candidates.mentors(); mentor++) {
      long price = answer.certificate().mentorPrice(mentor);
      if (price > 0 && open.places()[mentor] > 0) {
        prices.put(candidates.mentor(mentor), price);
      }
    }
    List<String> faults = new ArrayList<>();
    proof.faults().forEach(fault -> faults.add(fault.code() + " " + fault.where()));
    return new Answer(
        chosen,
        new int[0],
        measures(chosen, rankings, answer::edgeOf),
        new MatchProof(MatchProof.Kind.DUAL_PRICES, faults, prices, MatchProof.Gap.NONE),
        plain ? PlaceGains.of(problem, answer) : null,
        new long[] {
          answer.pairs(),
          answer.kept(),
          answer.waited(),
          policy == Policy.MAX_MIN ? answer.worstScore() : 0,
          answer.totalScore()
        });
  }

  private Answer stable(OpenPairs open, StableProblem rankings, StepListener listener) {
    StableMatching matching = StableEngine.solve(rankings, listener);
    int[] chosen = chosen(open, matching::edgeOf);
    PolicyMeasures measures = measures(chosen, rankings, matching::edgeOf);
    List<String> faults =
        measures.blockingPairs() == 0
            ? List.of()
            : List.of("BLOCKING_PAIRS " + measures.blockingPairs());
    return new Answer(
        chosen,
        new int[0],
        measures,
        new MatchProof(
            MatchProof.Kind.NO_BLOCKING_PAIR, faults, new TreeMap<>(), MatchProof.Gap.NONE),
        null,
        new long[] {matching.pairs(), matching.totalScore()});
  }

  private int[] chosen(OpenPairs open, java.util.function.IntUnaryOperator edgeOf) {
    int[] chosen = new int[candidates.mentees()];
    Arrays.setAll(
        chosen,
        mentee -> {
          if (locks.settled().get(mentee)) {
            return locks.edgeOf(mentee);
          }
          int edge = edgeOf.applyAsInt(mentee);
          return edge < 0 ? -1 : open.origin(edge);
        });
    return chosen;
  }

  private PolicyMeasures measures(
      int[] chosen, StableProblem rankings, java.util.function.IntUnaryOperator edgeOf) {
    int pairs = 0;
    int kept = 0;
    long total = 0;
    int least = Integer.MAX_VALUE;
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      if (chosen[mentee] < 0) {
        continue;
      }
      pairs++;
      int score = candidates.scoreOf(chosen[mentee]);
      total += score;
      least = Math.min(least, score);
      PairKey pair =
          new PairKey(
              candidates.mentee(mentee), candidates.mentor(candidates.mentorOf(chosen[mentee])));
      kept += request.aim().current().contains(pair) ? 1 : 0;
    }
    return new PolicyMeasures(
        pairs,
        kept,
        total,
        pairs == 0 ? -1 : least,
        StabilityChecker.blockingPairs(rankings, edgeOf).size());
  }
}
