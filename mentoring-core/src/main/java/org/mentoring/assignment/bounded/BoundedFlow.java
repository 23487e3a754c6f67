package org.mentoring.assignment.bounded;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;

/**
 * The exact engine for bounds that nest: a flow of least cost with lower bounds, found by a network
 * simplex, part by part. Its answer comes with the prices that prove it. The time grows faster than
 * the problem: two thousand mentees in one piece take a tenth of a second, ten thousand one to two
 * seconds, a hundred thousand two minutes. There is no limit on the size, but a time budget gives
 * the best found so far with its proven gap; since the most mentees and pairs are looked for first,
 * and the other levels then, a search that is stopped in its second half has proved their number.
 * Thread-safe: it has no state.
 */
public final class BoundedFlow {
  /** What it honours. */
  public static final Set<BoundKind> HONOURED =
      Collections.unmodifiableSet(
          EnumSet.of(
              BoundKind.MENTEE,
              BoundKind.MENTOR,
              BoundKind.QUOTA_OF_MENTEES,
              BoundKind.QUOTA_OF_MENTORS));

  private static final int NARROWED_AT_MOST = 200;

  private final BoundedProblem problem;
  private final BooleanSupplier timeIsOver;
  private final StepListener listener;
  private final Nesting ofMentees;
  private final Nesting ofMentors;
  private final int[] local;

  private BoundedFlow(BoundedProblem problem, BooleanSupplier timeIsOver, StepListener listener) {
    this.problem = problem;
    this.timeIsOver = timeIsOver;
    this.listener = listener;
    Edges edges = problem.edges();
    ofMentees = Nesting.of(problem.quotas(), Quota.Side.MENTEES, edges.mentees());
    ofMentors = Nesting.of(problem.quotas(), Quota.Side.MENTORS, edges.mentors());
    local = new int[edges.mentors() + problem.quotas().size()];
  }

  /**
   * The best answer, or why there is none. Without a time limit the same problem always has the
   * same answer.
   *
   * @param timeIsOver asked now and then; once it is true, the best found so far is the answer
   * @throws org.mentoring.failure.MentoringException with {@code match.scores-too-large} where
   *     pairs, kept pairs and scores do not fit into one number of 64 bits
   */
  public static BoundedAnswer solve(
      BoundedProblem problem, BooleanSupplier timeIsOver, StepListener listener) {
    if (!HONOURED.containsAll(problem.kinds())) {
      EnumSet<BoundKind> others = EnumSet.copyOf(problem.kinds());
      others.removeAll(HONOURED);
      return new BoundedAnswer.NotHonoured(problem.bounds(others));
    }
    BoundedFlow flow = new BoundedFlow(problem, timeIsOver, listener);
    List<Limit> tooMany = flow.moreThanThereAre();
    if (!tooMany.isEmpty()) {
      return new BoundedAnswer.Infeasible(tooMany, true);
    }
    return flow.best(BoundedWeights.of(problem));
  }

  /** Whether any pairs keep all bounds; these nest. */
  static boolean possible(BoundedProblem problem) {
    BoundedFlow flow = new BoundedFlow(problem, () -> false, StepListener.NONE);
    if (!flow.moreThanThereAre().isEmpty()) {
      return false;
    }
    for (FlowComponents.Part each : flow.parts()) {
      if (flow.part(each, null).count(() -> false, StepListener.NONE)
          == NetworkSimplex.End.INFEASIBLE) {
        return false;
      }
    }
    return true;
  }

  private List<FlowComponents.Part> parts() {
    return FlowComponents.of(problem, ofMentees, ofMentors);
  }

  private FlowPart part(FlowComponents.Part of, @Nullable BoundedWeights weights) {
    return new FlowPart(problem, of, ofMentees, ofMentors, local, weights);
  }

  private BoundedAnswer best(BoundedWeights weights) {
    Edges edges = problem.edges();
    BitSet chosen = new BitSet(edges.size());
    PriceTable counting = new PriceTable(problem);
    PriceTable all = new PriceTable(problem);
    boolean optimal = true;
    boolean unmet = false;
    int told = 0;
    for (FlowComponents.Part each : parts()) {
      FlowPart part = part(each, weights);
      NetworkSimplex.End end = part.count(timeIsOver, listener);
      part.collectPrices(counting);
      if (end == NetworkSimplex.End.OPTIMAL) {
        end = part.solve(timeIsOver, listener);
      }
      if (end == NetworkSimplex.End.INFEASIBLE) {
        return narrowed(part.contradiction());
      }
      if (end == NetworkSimplex.End.TIME_IS_OVER) {
        optimal = false;
        unmet |= part.unmet();
      }
      part.collect(chosen);
      part.collectPrices(all);
      told += part.menteeCount();
      listener.advanced(part.menteeCount());
    }
    listener.advanced(edges.mentees() - told);
    BoundedPrices prices =
        optimal ? all.prices(weights.worths()) : sharpest(weights, counting, all);
    if (unmet) {
      return new BoundedAnswer.Undecided(BoundedChecker.atMost(problem, prices));
    }
    BoundedAssignment found = BoundedAssignment.of(problem, chosen);
    return optimal
        ? new BoundedAnswer.Optimal(found, prices)
        : new BoundedAnswer.Feasible(found, BoundedChecker.atMost(problem, prices), prices);
  }

  /** Of a search that was stopped: prices of its end, or of when only mentees and pairs counted. */
  private BoundedPrices sharpest(BoundedWeights weights, PriceTable counting, PriceTable all) {
    BoundedPrices ofEnd = all.sharpened(weights, 1);
    // So high that all scores together weigh less than one pair.
    long times = weights.besidesAtMost(problem) / weights.worths().pair() + 2;
    if (!counting.bears(times, weights.worths())) {
      return ofEnd;
    }
    BoundedPrices ofCounting = counting.sharpened(weights, times);
    Objective end = BoundedChecker.atMost(problem, ofEnd);
    return end.compareTo(BoundedChecker.atMost(problem, ofCounting)) < 0 ? ofEnd : ofCounting;
  }

  private BoundedAnswer narrowed(List<Limit> limits) {
    if (limits.size() > NARROWED_AT_MOST) {
      return new BoundedAnswer.Infeasible(limits, false);
    }
    return Contradictions.narrow(problem, limits, BoundedFlow::possible, timeIsOver);
  }

  /** A bound that asks for more pairs than are possible at all. */
  private List<Limit> moreThanThereAre() {
    Edges edges = problem.edges();
    int[] ofMentor = new int[edges.mentors()];
    for (int e = 0; e < edges.size(); e++) {
      ofMentor[edges.mentorOf(e)]++;
    }
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      if (problem.menteeLeast(mentee) > edges.firstEdge(mentee + 1) - edges.firstEdge(mentee)) {
        return List.of(new Limit(problem.menteeBound(mentee), Limit.End.LEAST));
      }
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      if (problem.mentorLeast(mentor) > ofMentor[mentor]) {
        return List.of(new Limit(problem.mentorBound(mentor), Limit.End.LEAST));
      }
    }
    List<Limit> tooMany = new ArrayList<>();
    for (int number = 0; number < problem.quotas().size() && tooMany.isEmpty(); number++) {
      Quota quota = problem.quotas().get(number);
      long pairs = 0;
      for (int member : quota.members()) {
        pairs +=
            quota.side() == Quota.Side.MENTEES
                ? edges.firstEdge(member + 1) - edges.firstEdge(member)
                : ofMentor[member];
      }
      if (quota.least() > pairs) {
        tooMany.add(new Limit(problem.quotaBound(number), Limit.End.LEAST));
      }
    }
    return tooMany;
  }
}
