package org.mentoring.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;
import org.mentoring.assignment.bounded.Bound;
import org.mentoring.assignment.bounded.BoundKind;
import org.mentoring.assignment.bounded.BoundedAnswer;
import org.mentoring.assignment.bounded.BoundedAssignment;
import org.mentoring.assignment.bounded.BoundedChecker;
import org.mentoring.assignment.bounded.BoundedEngines;
import org.mentoring.assignment.bounded.BoundedPrices;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Limit;
import org.mentoring.assignment.bounded.Objective;
import org.mentoring.criterion.Attribute;
import org.mentoring.programme.MatchingPlan.CoordinatorLoad;
import org.mentoring.programme.MatchingPlan.GroupTerms;
import org.mentoring.programme.MatchingPlan.Policy;
import org.mentoring.programme.MatchingPlan.Share;
import org.mentoring.programme.MatchingPlan.TeamTerms;
import org.mentoring.programme.MatchingPlan.TogetherTerms;

/** Groups, teams, shares, loads and families, as a problem for an engine that honours them. */
final class BoundedMatching {
  private final MatchRequest request;
  private final CandidateEdges candidates;
  private final Locks locks;
  private final BitSet current = new BitSet();
  private final BitSet kept = new BitSet();
  private final int[] origin;
  private final int[] taken;

  BoundedMatching(MatchRequest request, CandidateEdges candidates, Locks locks) {
    this.request = request;
    this.candidates = candidates;
    this.locks = locks;
    this.origin = new int[candidates.size()];
    this.taken = new int[candidates.mentors()];
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      if (takenOut(mentee)) {
        taken[candidates.mentorOf(locks.edgeOf(mentee))]++;
      }
    }
    current.or(OpenPairs.edgesOf(request.aim().current(), request, candidates));
  }

  /** What an aim asks for besides bounds that no engine can do together with them. */
  static List<String> incompatible(MatchRequest request) {
    MatchAim aim = request.aim();
    List<String> names = new ArrayList<>();
    if (aim.policy() != Policy.OPTIMAL) {
      names.add(aim.policy().name());
    }
    if (aim.circlesForbidden()) {
      names.add("circles-forbidden");
    }
    MatchBounds bounds = aim.bounds();
    if (bounds.team() != null && bounds.together() != null && !request.locked().isEmpty()) {
      names.add("locks");
    }
    return names;
  }

  /** The answer, or why there is none. */
  Attempted solve(BoundedEngines engines, Duration budget, StepListener listener) {
    BoundedProblem problem = problem();
    BoundedAnswer answer = engines.solve(problem, budget, listener);
    if (answer instanceof BoundedAnswer.Optimal optimal) {
      return new Attempted(
          answer(problem, optimal.assignment(), optimal.prices().orElse(null), null), List.of());
    } else if (answer instanceof BoundedAnswer.Feasible feasible) {
      return new Attempted(
          answer(problem, feasible.assignment(), null, feasible.atMost()), List.of());
    } else if (answer instanceof BoundedAnswer.Infeasible infeasible) {
      return refused(infeasible.limits().stream().map(this::contradicted).toList());
    } else if (answer instanceof BoundedAnswer.NotHonoured missing) {
      return refused(
          missing.bounds().stream()
              .map(
                  bound ->
                      new MatchRefusal(MatchRefusal.Reason.NO_ENGINE, name(bound.kind()), "", 0, 0))
              .distinct()
              .toList());
    }
    return refused(List.of(new MatchRefusal(MatchRefusal.Reason.TIME_OVER, "budget", "", 0, 0)));
  }

  private static Attempted refused(List<MatchRefusal> refusals) {
    return new Attempted(null, refusals.stream().distinct().sorted().toList());
  }

  private BoundedProblem problem() {
    BoundedProblem.Builder problem = BoundedProblem.builder(edges());
    int[] places = request.mentors().stream().mapToInt(Candidate::places).toArray();
    GroupTerms group = request.aim().bounds().group();
    for (int mentor = 0; mentor < places.length; mentor++) {
      if (group == null) {
        problem.mentor(mentor, 0, places[mentor] - taken[mentor]);
      } else if (places[mentor] < group.least()) {
        // Who can take fewer leads no group.
        problem.mentor(mentor, 0, 0);
      } else if (!group.orNone() || taken[mentor] > 0) {
        // A locked pair opens its mentor's group.
        problem.mentor(
            mentor,
            Math.max(0, group.least() - taken[mentor]),
            Math.max(0, Math.min(group.most(), places[mentor]) - taken[mentor]));
      } else {
        problem.mentorOrNone(mentor, group.least(), Math.min(group.most(), places[mentor]));
      }
    }
    TeamTerms team = request.aim().bounds().team();
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      if (team == null) {
        problem.mentee(mentee, locks.settled().get(mentee) ? 1 : 0, 1);
      } else if (locks.settled().get(mentee)) {
        problem.mentee(mentee, team.least() - 1, team.most() - 1);
      } else {
        problem.menteeOrNone(mentee, team.least(), team.most());
      }
    }
    quotas(problem);
    return problem.keeping(kept).waiting(OpenPairs.waiting(request)).build();
  }

  /**
   * In teams a locked pair is taken out of the problem, for the mentee may have further mentors.
   */
  private boolean takenOut(int mentee) {
    return request.aim().bounds().team() != null && locks.settled().get(mentee);
  }

  /** The possible pairs; of a mentee with a locked pair and one mentor that pair alone. */
  private Edges edges() {
    Edges.Builder builder = Edges.builder(candidates.mentors());
    Integer price = request.aim().disruptionPrice();
    int[] mentors = new int[candidates.mentors()];
    int[] points = new int[candidates.mentors()];
    int size = 0;
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      int count = 0;
      for (int e = candidates.firstEdge(mentee); e < candidates.firstEdge(mentee + 1); e++) {
        boolean locked = locks.settled().get(mentee);
        if (takenOut(mentee) ? locks.edgeOf(mentee) == e : locked && locks.edgeOf(mentee) != e) {
          continue;
        }
        mentors[count] = candidates.mentorOf(e);
        points[count] = OpenPairs.worth(candidates.scoreOf(e), current.get(e), price);
        count++;
        if (current.get(e) && price == null) {
          kept.set(size);
        }
        origin[size++] = e;
      }
      builder.mentee(mentors, points, count);
    }
    return builder.build();
  }

  private void quotas(BoundedProblem.Builder problem) {
    MatchBounds bounds = request.aim().bounds();
    for (Share share : bounds.shares()) {
      BitSet members =
          with(request.mentees(), share.attribute()).getOrDefault(share.value(), new BitSet());
      int sure = (int) members.stream().filter(this::takenOut).count();
      for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
        if (takenOut(mentee)) {
          members.clear(mentee);
        }
      }
      problem.share(
          share.attribute() + "=" + share.value(), members, Math.max(0, share.least() - sure));
    }
    CoordinatorLoad load = bounds.load();
    if (load != null) {
      // The value may be a coordinator's name, so the load is told by whose mentor comes first.
      with(request.mentors(), load.attribute())
          .forEach(
              (value, members) ->
                  problem.quotaOfMentors(
                      candidates.mentor(members.nextSetBit(0)).value(),
                      members,
                      0,
                      Math.max(
                          0,
                          load.most()
                              - bounds.loaded().getOrDefault(value, 0)
                              - members.stream().map(m -> taken[m]).sum())));
    }
    TogetherTerms together = bounds.together();
    if (together != null) {
      // The value may name a family, so the set is told by its attribute alone.
      with(request.mentees(), together.attribute())
          .values()
          .forEach(members -> problem.together(together.attribute().name(), members));
    }
  }

  private static Map<String, BitSet> with(List<Candidate> candidates, Attribute attribute) {
    Map<String, BitSet> members = new TreeMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      for (String value : UnmatchedReasons.values(candidates.get(i).dossier(), attribute)) {
        members.computeIfAbsent(value, key -> new BitSet()).set(i);
      }
    }
    return members;
  }

  private PolicyAnswers.Answer answer(
      BoundedProblem problem,
      BoundedAssignment assignment,
      @Nullable BoundedPrices prices,
      @Nullable Objective atMost) {
    int[] chosen = new int[candidates.mentees()];
    Arrays.fill(chosen, -1);
    List<Integer> further = new ArrayList<>();
    BitSet edges = assignment.chosen();
    int pairs = edges.cardinality();
    int least = Integer.MAX_VALUE;
    int keptPairs = 0;
    long total = 0;
    for (int e = edges.nextSetBit(0); e >= 0; e = edges.nextSetBit(e + 1)) {
      int edge = origin[e];
      int mentee = candidates.menteeOf(edge);
      if (chosen[mentee] < 0) {
        chosen[mentee] = edge;
      } else {
        further.add(edge);
      }
      least = Math.min(least, candidates.scoreOf(edge));
      total += candidates.scoreOf(edge);
      keptPairs += current.get(edge) ? 1 : 0;
    }
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      if (takenOut(mentee)) {
        int edge = locks.edgeOf(mentee);
        if (chosen[mentee] >= 0) {
          further.add(chosen[mentee]);
        }
        chosen[mentee] = edge;
        least = Math.min(least, candidates.scoreOf(edge));
        total += candidates.scoreOf(edge);
        keptPairs += current.get(edge) ? 1 : 0;
        pairs++;
      }
    }
    boolean proved = prices != null && BoundedChecker.proves(problem, assignment, prices);
    List<String> faults = prices != null && !proved ? List.of("PRICES_PROVE_NOTHING") : List.of();
    MatchProof.Gap gap =
        atMost == null
            ? MatchProof.Gap.NONE
            : new MatchProof.Gap(
                (int) (atMost.pairs() - assignment.objective().pairs()),
                atMost.score() - assignment.objective().score());
    return new PolicyAnswers.Answer(
        chosen,
        further.stream().mapToInt(Integer::intValue).toArray(),
        new PolicyMeasures(pairs, keptPairs, total, pairs == 0 ? -1 : least, -1),
        new MatchProof(
            proved ? MatchProof.Kind.DUAL_PRICES : MatchProof.Kind.BOUNDS_CHECKED,
            faults,
            new TreeMap<>(),
            gap),
        null,
        new long[0]);
  }

  private MatchRefusal contradicted(Limit limit) {
    return refusal(MatchRefusal.Reason.CONTRADICTION, limit.bound());
  }

  private MatchRefusal refusal(MatchRefusal.Reason reason, Bound bound) {
    return new MatchRefusal(reason, name(bound.kind()), who(bound), bound.least(), bound.most());
  }

  /** As the definition spells it. */
  private String name(BoundKind kind) {
    return switch (kind) {
      case MENTOR, MENTOR_OR_NONE -> request.aim().bounds().group() == null ? "capacity" : "group";
      case MENTEE, MENTEE_OR_NONE -> "team";
      case QUOTA_OF_MENTEES, SHARE -> "shares";
      case QUOTA_OF_MENTORS -> "coordinator-load";
      case CROSSING_QUOTA -> "crossing-quota";
      case TOGETHER -> "together";
    };
  }

  private String who(Bound bound) {
    return switch (bound.kind()) {
      case MENTOR, MENTOR_OR_NONE -> candidates.mentor(bound.number()).value();
      case MENTEE, MENTEE_OR_NONE -> candidates.mentee(bound.number()).value();
      default -> bound.name();
    };
  }
}
