package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.EventPlan;
import org.mentoring.matching.MatchAim;
import org.mentoring.matching.MatchAttempt;
import org.mentoring.matching.MatchBounds;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchProposal.Intervention;
import org.mentoring.matching.MatchRefusal;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.Opening;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.matching.Unmatched;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/** Makes proposals of a pool as the plan of the practice wants them. */
final class Proposer {
  private final ProgrammeDefinition definition;
  private final Eligibility eligibility;
  private final Matcher matcher;

  Proposer(ProgrammeDefinition definition, Eligibility eligibility, Matcher matcher) {
    this.definition = definition;
    this.eligibility = eligibility;
    this.matcher = matcher;
  }

  /** What the proposal is to be called and of which day it is. */
  record Terms(
      ProposalId id,
      long version,
      Practice practice,
      MatchingPlan plan,
      LocalDate asOf,
      Instant knownAt) {}

  /**
   * A proposal or what stands in its way.
   *
   * @param proposal null where something does
   */
  record Attempt(@Nullable MatchProposal proposal, List<Finding> findings) {}

  /** The proposal, or the findings that stand in its way. */
  Attempt propose(
      Terms terms, MatchPool pool, SortedSet<PairKey> current, List<Intervention> interventions) {
    MatchingPlan plan = terms.plan();
    MatchRequest request =
        request(pool, Matchmaking.Standing.of(interventions))
            .aimingAt(aim(terms.practice(), plan, pool, current));
    MatchAttempt attempt = matcher.attempt(request, (done, total) -> {});
    if (attempt instanceof MatchAttempt.Found found && closes(found.result(), pool)) {
      // Only together do its pairs close what a neighbouring practice forbids.
      attempt =
          matcher.attempt(request.aimingAt(request.aim().withoutCircles()), (done, total) -> {});
    }
    if (attempt instanceof MatchAttempt.Refused refused) {
      return new Attempt(
          null, refused.refusals().stream().map(refusal -> finding(refusal, plan)).toList());
    }
    MatchResult result = withMentorsToBe(((MatchAttempt.Found) attempt).result(), request, pool);
    MatchingPlan.EventTerms event = plan.event();
    MatchProposal proposal =
        new MatchProposal(
            terms.id(),
            terms.version(),
            terms.practice().id(),
            plan.policy(),
            terms.asOf(),
            terms.knownAt(),
            eligibility.definitionHash(),
            eligibility.ruleSetHash(),
            result,
            current,
            interventions,
            event == null
                ? List.of()
                : EventPlan.suggest(result, pool::menteeDossier, event.pairs()),
            pool.leftOut());
    return new Attempt(proposal, List.of());
  }

  private static boolean closes(MatchResult result, MatchPool pool) {
    SortedSet<PairKey> all = new TreeSet<>(pool.neighbours());
    result.pairs().forEach(each -> all.add(each.pair()));
    Ties ties = new Ties(all, new TreeSet<>(), new TreeSet<>());
    return pool.neighbours().stream().anyMatch(ties::closesCircle);
  }

  static MatchAim aim(
      Practice practice, MatchingPlan plan, MatchPool pool, SortedSet<PairKey> current) {
    OptionalInt price = plan.disruptionPrice();
    MatchAim aim =
        MatchAim.of(plan.policy())
            .proposedBy(plan.proposer())
            .keeping(current, price.isPresent() ? price.getAsInt() : null)
            .bounded(MatchBounds.of(plan).loaded(pool.loaded()));
    if (plan.waiting() != null) {
      aim = aim.waiting(pool.waitingSince());
    }
    return practice.refusesCircles() ? aim.withoutCircles() : aim;
  }

  /**
   * For those who stay without a mentor, who could be one as soon as something is settled: one more
   * hour of training, a document.
   */
  private MatchResult withMentorsToBe(MatchResult result, MatchRequest request, MatchPool pool) {
    if (result.unmatched().isEmpty() || pool.almost().isEmpty()) {
      return result;
    }
    SortedSet<ParticipantId> without = new TreeSet<>();
    result.unmatched().forEach(each -> without.add(each.mentee()));
    CandidateEdges edges =
        matcher.candidates(
            new MatchRequest(
                request.mentees().stream().filter(each -> without.contains(each.id())).toList(),
                pool.almost(),
                request.policies(),
                request.yardsticks(),
                request.ties(),
                new TreeSet<>(),
                request.rejected()));
    List<Unmatched> told = new ArrayList<>();
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      Unmatched unmatched = result.unmatched().get(mentee);
      Optional<ParticipantId> ready = readiest(edges, mentee, pool);
      told.add(
          ready.isEmpty()
              ? unmatched
              : unmatched.with(
                  new Opening.OneMentorReady(
                      ready.get(), pool.missing().getOrDefault(ready.get(), List.of()))));
    }
    return result.unmatched(told);
  }

  private static Optional<ParticipantId> readiest(
      CandidateEdges edges, int mentee, MatchPool pool) {
    return IntStream.range(edges.firstEdge(mentee), edges.firstEdge(mentee + 1))
        .boxed()
        .min(
            Comparator.comparing(
                    (Integer edge) ->
                        pool.missing()
                            .getOrDefault(edges.mentor(edges.mentorOf(edge)), List.of())
                            .size())
                .thenComparing(edge -> -edges.scoreOf(edge))
                .thenComparing(edge -> edge))
        .map(edge -> edges.mentor(edges.mentorOf(edge)));
  }

  MatchRequest request(MatchPool pool, Matchmaking.Standing standing) {
    SortedSet<PairKey> rejected = new TreeSet<>(standing.rejected());
    rejected.addAll(pool.parted());
    return new MatchRequest(
        List.copyOf(pool.mentees().values()),
        List.copyOf(pool.mentors().values()),
        pool.policies(),
        definition.yardsticks(),
        pool.ties(),
        standing.locked(),
        rejected);
  }

  private static Finding finding(MatchRefusal refusal, MatchingPlan plan) {
    String range =
        refusal.most() == Integer.MAX_VALUE
            ? refusal.least() + "+"
            : refusal.least() + "-" + refusal.most();
    return Finding.of(
            "command.bound." + refusal.reason().name(),
            refusal.bound(),
            citation(refusal.bound(), plan),
            Effect.REFUSES)
        .with("bound", Parameter.term(refusal.bound()))
        .with("whom", new Parameter.TermId(refusal.whom(), Sensitivity.STAFF_ONLY))
        .with("range", new Parameter.TermId(range, Sensitivity.STAFF_ONLY));
  }

  private static Citation citation(String bound, MatchingPlan plan) {
    MatchingPlan.GroupTerms group = plan.group();
    MatchingPlan.TeamTerms team = plan.team();
    MatchingPlan.CoordinatorLoad load = plan.coordinatorLoad();
    MatchingPlan.TogetherTerms together = plan.together();
    if (bound.equals("group") && group != null) {
      return group.citation();
    } else if (bound.equals("team") && team != null) {
      return team.citation();
    } else if (bound.equals("shares") && !plan.shares().isEmpty()) {
      return plan.shares().get(0).citation();
    } else if (bound.equals("coordinator-load") && load != null) {
      return load.citation();
    } else if (bound.equals("together") && together != null) {
      return together.citation();
    }
    return bound.equals("capacity") ? plan.capacity().citation() : plan.citation();
  }
}
