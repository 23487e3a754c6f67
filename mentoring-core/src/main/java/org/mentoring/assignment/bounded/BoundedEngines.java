package org.mentoring.assignment.bounded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.LongSupplier;
import org.mentoring.assignment.StepListener;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;

/**
 * The engines at hand. A problem goes to the first that honours all its kinds of bounds: the core's
 * own wherever the bounds nest, since its proof can be checked; else one that was added. Where none
 * does, the bounds are named and nothing is tried. Every answer is checked before it is given out.
 * Immutable and thread-safe if its engines are.
 */
public final class BoundedEngines {
  /** For who sets no limit to the time. */
  public static final Duration NO_LIMIT = Duration.ofDays(365);

  private final List<BoundedEngine> engines;

  private BoundedEngines(List<BoundedEngine> engines) {
    this.engines = List.copyOf(engines);
  }

  /**
   * The core's own engine, then those that are found as services, by name.
   *
   * @param stopwatch nanoseconds from some origin, by which the core's engine keeps its budget
   */
  public static BoundedEngines atHand(LongSupplier stopwatch) {
    List<BoundedEngine> found = new ArrayList<>();
    ServiceLoader.load(BoundedEngine.class).forEach(found::add);
    found.sort(Comparator.comparing(BoundedEngine::name));
    return with(found, stopwatch);
  }

  /**
   * The core's own engine, then these.
   *
   * @param stopwatch nanoseconds from some origin, by which the core's engine keeps its budget
   */
  public static BoundedEngines with(List<BoundedEngine> others, LongSupplier stopwatch) {
    List<BoundedEngine> all = new ArrayList<>();
    all.add(new FlowEngine(stopwatch));
    all.addAll(others);
    return new BoundedEngines(all);
  }

  /** The kinds of bounds that some engine honours. */
  public Set<BoundKind> honoured() {
    EnumSet<BoundKind> honoured = EnumSet.noneOf(BoundKind.class);
    engines.forEach(each -> honoured.addAll(each.honours()));
    return Collections.unmodifiableSet(honoured);
  }

  /** The engine that a problem goes to; empty where none honours all its kinds of bounds. */
  public Optional<BoundedEngine> engineFor(BoundedProblem problem) {
    return engines.stream().filter(each -> each.honours().containsAll(problem.kinds())).findFirst();
  }

  /**
   * The best answer of the engine that fits.
   *
   * @param budget above zero; {@link #NO_LIMIT} to wait however long it takes
   * @throws MentoringException with {@code match.engine-answer-invalid} where an engine's pairs
   *     break a bound: a fault of that engine
   */
  public BoundedAnswer solve(BoundedProblem problem, Duration budget, StepListener listener) {
    Invariants.holds(
        !budget.isNegative() && !budget.isZero(), "bounded.budget", "budget", "more than zero");
    Optional<BoundedEngine> engine = engineFor(problem);
    if (engine.isEmpty()) {
      return new BoundedAnswer.NotHonoured(problem.bounds(notHonoured(problem)));
    }
    Duration allowed = budget.compareTo(NO_LIMIT) < 0 ? budget : NO_LIMIT;
    BoundedAnswer answer = engine.get().solve(problem, allowed, listener);
    if (answer instanceof BoundedAnswer.Optimal optimal) {
      check(problem, optimal.assignment(), engine.get());
    } else if (answer instanceof BoundedAnswer.Feasible feasible) {
      check(problem, feasible.assignment(), engine.get());
    }
    return answer;
  }

  /** What nobody honours; or, where each kind has its engine, what the best single one does not. */
  private Set<BoundKind> notHonoured(BoundedProblem problem) {
    EnumSet<BoundKind> missing = EnumSet.copyOf(problem.kinds());
    missing.removeAll(honoured());
    if (!missing.isEmpty()) {
      return missing;
    }
    EnumSet<BoundKind> fewest = EnumSet.copyOf(problem.kinds());
    for (BoundedEngine engine : engines) {
      EnumSet<BoundKind> open = EnumSet.copyOf(problem.kinds());
      open.removeAll(engine.honours());
      if (open.size() < fewest.size()) {
        fewest = open;
      }
    }
    return fewest;
  }

  private static void check(
      BoundedProblem problem, BoundedAssignment assignment, BoundedEngine engine) {
    BitSet chosen = assignment.chosen();
    List<Limit> broken = BoundedChecker.broken(problem, chosen);
    if (!broken.isEmpty()) {
      throw new MentoringException(
          "match.engine-answer-invalid",
          Map.of("engine", engine.name(), "broken", Integer.toString(broken.size())),
          "The engine is at fault; report it with the problem, or use another.");
    }
  }
}
