package org.mentoring.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Quota;
import org.mentoring.failure.MentoringException;

/**
 * One part of a problem for the solver: a choice of 0 or 1 for each class of pairs, and one for
 * each person who has so many or none. Each level of the objective is solved by itself, those
 * before it fixed, since one objective of all levels would need weights beyond what floating point
 * holds.
 */
final class PartModel {
  private static final double NEVER_MORE = Double.POSITIVE_INFINITY;
  private static final int NO_CHOICE = -1;

  private final BoundedProblem problem;
  private final Part part;
  private final PairClasses classes;
  private final Map<Integer, Integer> choiceOfClass = new HashMap<>();
  private final List<List<Integer>> edgesOfChoice = new ArrayList<>();
  private final Map<Integer, Integer> menteeOf = new HashMap<>();
  private final Map<Integer, Set<Integer>> counted = new TreeMap<>();

  PartModel(BoundedProblem problem, Part part, PairClasses classes) {
    this.problem = problem;
    this.part = part;
    this.classes = classes;
    Edges edges = problem.edges();
    for (int mentee : part.mentees()) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        int of = classes.classOf(e);
        if (of != PairClasses.NEVER) {
          int choice = choiceOfClass.computeIfAbsent(of, key -> edgesOfChoice.size());
          if (choice == edgesOfChoice.size()) {
            edgesOfChoice.add(new ArrayList<>());
          }
          edgesOfChoice.get(choice).add(e);
          menteeOf.put(e, mentee);
          counted.computeIfAbsent(mentee, key -> new TreeSet<>()).add(choice);
        }
      }
    }
  }

  /** What is counted on a level of the objective. */
  enum Measure {
    MENTEES,
    PAIRS,
    KEPT,
    WAITED,
    SCORE
  }

  /**
   * What one call of the solver found.
   *
   * @param status how it ended
   * @param chosen the pairs; null where none were found
   * @param atMost no answer has more of what is counted
   */
  record Found(MPSolver.ResultStatus status, @Nullable BitSet chosen, double atMost) {}

  /** More of what is counted than any answer has. */
  long most(Measure measure) {
    if (measure == Measure.MENTEES) {
      return counted.size();
    }
    long sum = 0;
    for (int choice = 0; choice < edgesOfChoice.size(); choice++) {
      sum = Math.addExact(sum, value(measure, choice));
    }
    return sum;
  }

  private long value(Measure measure, int choice) {
    long sum = 0;
    for (int edge : edgesOfChoice.get(choice)) {
      sum += valueOfPair(measure, edge);
    }
    return sum;
  }

  private long valueOfPair(Measure measure, int edge) {
    return switch (measure) {
      case MENTEES -> 0;
      case PAIRS -> 1;
      case KEPT -> problem.kept(edge) ? 1 : 0;
      case WAITED -> problem.waiting(menteeOf.getOrDefault(edge, 0));
      case SCORE -> problem.edges().scoreOf(edge);
    };
  }

  /** How much of what is counted some pairs have. */
  long measured(Measure measure, BitSet chosen) {
    if (measure == Measure.MENTEES) {
      return chosen.stream().map(edge -> menteeOf.getOrDefault(edge, 0)).distinct().count();
    }
    return chosen.stream().mapToLong(edge -> valueOfPair(measure, edge)).sum();
  }

  /** Whether mentees are counted beside their pairs, since some may have several. */
  boolean countsMentees() {
    return part.mentees().stream().anyMatch(mentee -> problem.menteeMost(mentee) > 1);
  }

  /**
   * Solves one level.
   *
   * @param measure what is to be as great as possible; null for any answer
   * @param fixed what earlier levels reached
   * @param from an answer to start from; null if none is known
   */
  Found solve(
      @Nullable Measure measure,
      Map<Measure, Long> fixed,
      @Nullable BitSet from,
      long millis,
      StepListener listener) {
    MPSolver solver = solver();
    try {
      return solve(solver, measure, fixed, from, millis, listener);
    } finally {
      solver.delete();
    }
  }

  private static MPSolver solver() {
    MPSolver solver = MPSolver.createSolver("SCIP");
    if (solver == null) {
      throw new MentoringException(
          "match.solver-missing",
          Map.of("solver", "SCIP"),
          "Use OR-Tools as it is published, with its SCIP.");
    }
    return solver;
  }

  private Found solve(
      MPSolver solver,
      @Nullable Measure measure,
      Map<Measure, Long> fixed,
      @Nullable BitSet from,
      long millis,
      StepListener listener) {
    MPVariable[] choices = solver.makeBoolVarArray(edgesOfChoice.size());
    addBounds(solver, choices);
    Map<Integer, MPVariable> reached = reached(solver, choices);
    addShares(solver, reached);
    for (Map.Entry<Measure, Long> level : new TreeMap<>(fixed).entrySet()) {
      MPConstraint same = solver.makeConstraint((double) level.getValue(), NEVER_MORE);
      if (level.getKey() == Measure.MENTEES) {
        reached.values().forEach(each -> same.setCoefficient(each, 1));
      }
      for (int choice = 0; choice < choices.length; choice++) {
        same.setCoefficient(choices[choice], (double) value(level.getKey(), choice));
      }
    }
    MPObjective objective = solver.objective();
    if (measure == Measure.MENTEES) {
      reached.values().forEach(each -> objective.setCoefficient(each, 1));
    }
    for (int choice = 0; measure != null && choice < choices.length; choice++) {
      objective.setCoefficient(choices[choice], (double) value(measure, choice));
    }
    objective.setMaximization();
    if (from != null) {
      double[] values = new double[choices.length];
      for (int choice = 0; choice < choices.length; choice++) {
        values[choice] = from.get(edgesOfChoice.get(choice).get(0)) ? 1 : 0;
      }
      solver.setHint(choices, values);
    }
    solver.setTimeLimit(Math.max(1, millis));
    // The same on every run: one thread, one seed.
    solver.setSolverSpecificParametersAsString(
        "randomization/randomseedshift = 0\nparallel/maxnthreads = 1\nlp/threads = 1\n"
            + "misc/catchctrlc = FALSE");
    MPSolver.ResultStatus status = Solving.run(solver, parameters(), listener);
    if (status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE) {
      return new Found(status, chosen(choices), objective.bestBound());
    }
    return new Found(status, null, Double.POSITIVE_INFINITY);
  }

  /**
   * For each mentee whether it has a mentor, where that is counted. It need not be whole: it is 1
   * at most, and no more than the mentors it has.
   */
  private Map<Integer, MPVariable> reached(MPSolver solver, MPVariable[] choices) {
    Map<Integer, MPVariable> reached = new TreeMap<>();
    if (countsMentees()) {
      counted.forEach(
          (mentee, ofMentee) -> {
            MPVariable has = solver.makeNumVar(0, 1, "");
            MPConstraint mentors = solver.makeConstraint(0, NEVER_MORE);
            ofMentee.forEach(choice -> mentors.setCoefficient(choices[choice], 1));
            mentors.setCoefficient(has, -1);
            reached.put(mentee, has);
          });
    }
    return reached;
  }

  private void addShares(MPSolver solver, Map<Integer, MPVariable> reached) {
    for (BoundedProblem.Share share : problem.shares()) {
      if (share.mentees().stream().anyMatch(part.mentees()::contains)) {
        MPConstraint least = solver.makeConstraint(share.least(), NEVER_MORE);
        for (int mentee : share.mentees()) {
          MPVariable has = reached.get(mentee);
          if (has != null) {
            least.setCoefficient(has, 1);
          }
        }
      }
    }
  }

  private static MPSolverParameters parameters() {
    MPSolverParameters parameters = new MPSolverParameters();
    parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    return parameters;
  }

  private BitSet chosen(MPVariable[] choices) {
    BitSet chosen = new BitSet();
    for (int choice = 0; choice < choices.length; choice++) {
      if (choices[choice].solutionValue() > 0.5) {
        edgesOfChoice.get(choice).forEach(chosen::set);
      }
    }
    return chosen;
  }

  private void addBounds(MPSolver solver, MPVariable[] choices) {
    Edges edges = problem.edges();
    Map<Integer, Map<Integer, Integer>> ofMentors = new HashMap<>();
    for (int mentee : part.mentees()) {
      Map<Integer, Integer> counts = new TreeMap<>();
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        int choice = choiceOf(e);
        if (choice != NO_CHOICE) {
          counts.merge(choice, 1, Integer::sum);
          ofMentors
              .computeIfAbsent(edges.mentorOf(e), key -> new TreeMap<>())
              .merge(choice, 1, Integer::sum);
        }
      }
      addBound(
          solver,
          choices,
          counts,
          problem.menteeLeast(mentee),
          problem.menteeMost(mentee),
          problem.menteeOrNone(mentee));
    }
    for (int mentor : part.mentors()) {
      addBound(
          solver,
          choices,
          ofMentors.getOrDefault(mentor, Map.of()),
          problem.mentorLeast(mentor),
          problem.mentorMost(mentor),
          problem.mentorOrNone(mentor));
    }
    for (int number : part.quotas()) {
      Quota quota = problem.quotas().get(number);
      addBound(solver, choices, counted(quota, ofMentors), quota.least(), quota.most(), false);
    }
  }

  private Map<Integer, Integer> counted(
      Quota quota, Map<Integer, Map<Integer, Integer>> ofMentors) {
    Map<Integer, Integer> counts = new TreeMap<>();
    Edges edges = problem.edges();
    for (int member : quota.members()) {
      if (quota.side() == Quota.Side.MENTORS) {
        ofMentors
            .getOrDefault(member, Map.of())
            .forEach((choice, count) -> counts.merge(choice, count, Integer::sum));
        continue;
      }
      for (int e = edges.firstEdge(member); e < edges.firstEdge(member + 1); e++) {
        int choice = choiceOf(e);
        if (choice != NO_CHOICE) {
          counts.merge(choice, 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private int choiceOf(int edge) {
    int of = classes.classOf(edge);
    return of == PairClasses.NEVER ? NO_CHOICE : choiceOfClass.getOrDefault(of, NO_CHOICE);
  }

  private static void addBound(
      MPSolver solver,
      MPVariable[] choices,
      Map<Integer, Integer> counts,
      int least,
      int most,
      boolean orNone) {
    int possible = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (!orNone) {
      if (least > 0 || most < possible) {
        fill(solver.makeConstraint(least, most), choices, counts);
      }
      return;
    }
    MPVariable takesPlace = solver.makeBoolVar("");
    MPConstraint enough = solver.makeConstraint(0, NEVER_MORE);
    fill(enough, choices, counts);
    enough.setCoefficient(takesPlace, -least);
    MPConstraint notTooMany = solver.makeConstraint(-NEVER_MORE, 0);
    fill(notTooMany, choices, counts);
    notTooMany.setCoefficient(takesPlace, -Math.min(most, possible));
  }

  private static void fill(
      MPConstraint constraint, MPVariable[] choices, Map<Integer, Integer> counts) {
    counts.forEach((choice, count) -> constraint.setCoefficient(choices[choice], count));
  }
}
