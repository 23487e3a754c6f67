package org.mentoring.ortools;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.StepListener;
import org.mentoring.assignment.bounded.BoundKind;
import org.mentoring.assignment.bounded.BoundedAnswer;
import org.mentoring.assignment.bounded.BoundedAssignment;
import org.mentoring.assignment.bounded.BoundedChecker;
import org.mentoring.assignment.bounded.BoundedEngine;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Contradictions;
import org.mentoring.assignment.bounded.Limit;
import org.mentoring.assignment.bounded.Objective;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.SystemSources;

/**
 * Chooses pairs under every kind of bound, by branch and bound of the solver SCIP in OR-Tools, one
 * level of the objective after the other, what the earlier ones reached being fixed. The pairs are
 * checked against every bound before they are given out, whatever the solver's rounding was. That
 * nothing is better is the solver's word, reckoned in floating point; there are no prices.
 * Thread-safe.
 */
public final class OrToolsEngine implements BoundedEngine {
  private final LongSupplier stopwatch;

  /** With the system's stopwatch; the native library is loaded when the first problem is solved. */
  public OrToolsEngine() {
    this(SystemSources.stopwatch());
  }

  OrToolsEngine(LongSupplier stopwatch) {
    this.stopwatch = stopwatch;
  }

  @Override
  public String name() {
    return "ortools-scip";
  }

  @Override
  public Set<BoundKind> honours() {
    return Collections.unmodifiableSet(EnumSet.allOf(BoundKind.class));
  }

  /**
   * {@inheritDoc}
   *
   * @throws MentoringException with {@code match.solver-not-loaded} where OR-Tools has no native
   *     library for this machine; with {@code match.solver-answer-invalid} where the solver's pairs
   *     break a bound
   */
  @Override
  public BoundedAnswer solve(BoundedProblem problem, Duration budget, StepListener listener) {
    load();
    return new Run(problem, stopwatch.getAsLong(), budget.toNanos(), listener).answer();
  }

  private static void load() {
    try {
      Loader.loadNativeLibraries();
    } catch (RuntimeException | UnsatisfiedLinkError notThere) {
      throw new MentoringException(
          "match.solver-not-loaded",
          Map.of("cause", notThere.getClass().getName()),
          "Put the ortools jar of this system and processor on the class path; the directory for"
              + " temporary files has to be writable.");
    }
  }

  /** One problem being solved. */
  private final class Run {
    private final BoundedProblem problem;
    private final long start;
    private final long allowed;
    private final StepListener listener;
    private final BitSet chosen = new BitSet();
    private Objective atMost = Objective.NONE;
    private boolean optimal = true;
    private boolean undecided;

    Run(BoundedProblem problem, long start, long allowed, StepListener listener) {
      this.problem = problem;
      this.start = start;
      this.allowed = allowed;
      this.listener = listener;
    }

    private long millisLeft() {
      return (allowed - (stopwatch.getAsLong() - start)) / 1_000_000;
    }

    private boolean timeIsOver() {
      return millisLeft() <= 0;
    }

    BoundedAnswer answer() {
      PairClasses classes = new PairClasses(problem);
      for (Part part : Part.of(problem)) {
        if (!solve(part, new PartModel(problem, part, classes))) {
          return contradiction(part);
        }
        listener.advanced(part.mentees().size());
      }
      if (undecided) {
        return new BoundedAnswer.Undecided(atMost);
      }
      List<Limit> broken = BoundedChecker.broken(problem, chosen);
      if (!broken.isEmpty()) {
        throw new MentoringException(
            "match.solver-answer-invalid",
            Map.of("solver", name(), "broken", Integer.toString(broken.size())),
            "The solver's rounding is at fault; report it with the problem.");
      }
      BoundedAssignment found = BoundedAssignment.of(problem, chosen);
      return optimal
          ? new BoundedAnswer.Optimal(found, null)
          : new BoundedAnswer.Feasible(found, atMost, null);
    }

    /** Adds the part's best pairs; false if it has no answer. */
    private boolean solve(Part part, PartModel model) {
      Map<PartModel.Measure, Long> reached = new EnumMap<>(PartModel.Measure.class);
      BitSet best = null;
      boolean proved = true;
      Map<PartModel.Measure, Long> limits = new EnumMap<>(PartModel.Measure.class);
      for (PartModel.Measure measure : PartModel.Measure.values()) {
        if (measure == PartModel.Measure.MENTEES && !model.countsMentees()) {
          continue;
        }
        long most = model.most(measure);
        limits.put(measure, most);
        if (!proved || (most == 0 && best != null)) {
          reached.putIfAbsent(measure, 0L);
          continue;
        }
        PartModel.Found found =
            timeIsOver() ? null : model.solve(measure, reached, best, millisLeft(), listener);
        if (found != null && impossible(found, best)) {
          return false;
        }
        if (found != null && found.chosen() != null) {
          best = found.chosen();
        } else if (best == null && nobodyIsNeeded(part)) {
          best = new BitSet();
        }
        if (best == null) {
          undecided = true;
          proved = false;
          continue;
        }
        long value = model.measured(measure, best);
        reached.put(measure, value);
        limits.put(measure, found == null ? most : Math.min(most, whole(found.atMost(), most)));
        proved = limits.get(measure) <= value;
      }
      optimal &= proved;
      if (best != null) {
        chosen.or(best);
      }
      long pairs = limits.getOrDefault(PartModel.Measure.PAIRS, 0L);
      atMost =
          new Objective(
              atMost.mentees() + limits.getOrDefault(PartModel.Measure.MENTEES, pairs),
              atMost.pairs() + pairs,
              atMost.kept() + limits.getOrDefault(PartModel.Measure.KEPT, 0L),
              atMost.waited() + limits.getOrDefault(PartModel.Measure.WAITED, 0L),
              atMost.score() + limits.getOrDefault(PartModel.Measure.SCORE, 0L));
      return true;
    }

    /** The solver's limit in whole numbers, with an allowance for what floating point hides. */
    private static long whole(double limit, long most) {
      double allowance = 1e-6 + Math.abs(limit) * 1e-9;
      return limit + allowance >= most ? most : (long) Math.floor(limit + allowance);
    }

    private static boolean impossible(PartModel.Found found, @Nullable BitSet known) {
      if (found.status() == MPSolver.ResultStatus.INFEASIBLE && known == null) {
        return true;
      }
      if (found.status() == MPSolver.ResultStatus.ABNORMAL
          || found.status() == MPSolver.ResultStatus.UNBOUNDED
          || found.status() == MPSolver.ResultStatus.MODEL_INVALID) {
        throw new MentoringException(
            "match.solver-failed",
            Map.of("status", found.status().name()),
            "Report it with the problem.");
      }
      return false;
    }

    private boolean nobodyIsNeeded(Part part) {
      return part.mentees().stream()
              .allMatch(k -> problem.menteeOrNone(k) || problem.menteeLeast(k) == 0)
          && part.mentors().stream()
              .allMatch(k -> problem.mentorOrNone(k) || problem.mentorLeast(k) == 0)
          && problem.shares().stream()
              .noneMatch(
                  share ->
                      share.least() > 0
                          && share.mentees().stream().anyMatch(part.mentees()::contains))
          && part.quotas().stream().allMatch(k -> problem.quotas().get(k).least() == 0);
    }

    private BoundedAnswer contradiction(Part part) {
      return Contradictions.narrow(
          problem, Blame.limits(problem, part), this::possible, this::timeIsOver);
    }

    /** Whether some pairs keep the bounds, or the time did not suffice to know. */
    private boolean possible(BoundedProblem under) {
      PairClasses classes = new PairClasses(under);
      for (Part part : Part.of(under)) {
        Run run = new Run(under, start, allowed, listener);
        if (!run.nobodyIsNeeded(part) && !timeIsOver()) {
          PartModel model = new PartModel(under, part, classes);
          PartModel.Found found = model.solve(null, Map.of(), null, millisLeft(), listener);
          if (impossible(found, null)) {
            return false;
          }
        }
      }
      return true;
    }
  }
}
