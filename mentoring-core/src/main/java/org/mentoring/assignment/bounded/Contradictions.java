package org.mentoring.assignment.bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Narrows bounds that contradict each other to as few as possible: in halves first, so that few
 * questions are enough where few of many bounds are to blame (Junker's QuickXplain).
 */
public final class Contradictions {
  private final BoundedProblem problem;
  private final Predicate<BoundedProblem> possible;
  private final BooleanSupplier timeIsOver;
  private boolean complete = true;

  private Contradictions(
      BoundedProblem problem, Predicate<BoundedProblem> possible, BooleanSupplier timeIsOver) {
    this.problem = problem;
    this.possible = possible;
    this.timeIsOver = timeIsOver;
  }

  /**
   * Limits of which none can be left out, if the time suffices.
   *
   * @param problem has no answer
   * @param limits have no answer by themselves
   * @param possible whether a problem has an answer, or it is not known to have none
   * @param timeIsOver asked before every question
   */
  public static BoundedAnswer.Infeasible narrow(
      BoundedProblem problem,
      List<Limit> limits,
      Predicate<BoundedProblem> possible,
      BooleanSupplier timeIsOver) {
    Contradictions search = new Contradictions(problem, possible, timeIsOver);
    List<Limit> needed = search.needed(List.of(), false, limits);
    return new BoundedAnswer.Infeasible(needed, search.complete);
  }

  /** Those of some candidates that contradict a background, which by itself may do so already. */
  private List<Limit> needed(List<Limit> background, boolean grown, List<Limit> candidates) {
    if (grown && contradict(background)) {
      return List.of();
    }
    if (candidates.size() == 1 || !complete) {
      return candidates;
    }
    List<Limit> left = candidates.subList(0, candidates.size() / 2);
    List<Limit> right = candidates.subList(candidates.size() / 2, candidates.size());
    List<Limit> ofRight = needed(union(background, left), true, right);
    List<Limit> ofLeft = needed(union(background, ofRight), !ofRight.isEmpty(), left);
    return union(ofLeft, ofRight);
  }

  private boolean contradict(List<Limit> limits) {
    boolean found = !timeIsOver.getAsBoolean() && !possible.test(problem.under(limits));
    // An answer in the last moment may only mean that the time did not suffice.
    complete &= !timeIsOver.getAsBoolean();
    return found;
  }

  private static List<Limit> union(List<Limit> left, List<Limit> right) {
    List<Limit> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }
}
