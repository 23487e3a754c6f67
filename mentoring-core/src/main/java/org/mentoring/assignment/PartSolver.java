package org.mentoring.assignment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Solves a problem part by part, from each part's scarcer side, and puts the answers together. */
final class PartSolver {
  private final AssignmentProblem problem;
  private final Edges edges;
  private final boolean anyWaiting;
  private final StepListener listener;
  private final PartEdges.Collector collector;
  private final int[] edgeOf;
  private final long[] menteePrices;
  private final long[] mentorPrices;
  private final long[] pairValues;
  private final long[] keepValues;
  private final long[] waitingValues;
  private int told;

  private PartSolver(AssignmentProblem problem, int parts, StepListener listener) {
    this.listener =
        steps -> {
          told += steps;
          listener.advanced(steps);
        };
    this.problem = problem;
    this.edges = problem.edges();
    anyWaiting = problem.anyWaiting();
    collector = new PartEdges.Collector(problem);
    edgeOf = new int[edges.mentees()];
    Arrays.fill(edgeOf, -1);
    menteePrices = new long[edges.mentees()];
    mentorPrices = new long[edges.mentors()];
    pairValues = new long[parts];
    keepValues = new long[parts];
    waitingValues = new long[parts];
  }

  /** Tells the listener one step for each mentee. */
  static Assignment solve(AssignmentProblem problem, StepListener listener) {
    Parts parts = Parts.of(problem, listener);
    PartSolver solver = new PartSolver(problem, parts.count(), listener);
    int done = 0;
    for (int part = 0; part < parts.count(); part++) {
      int[] members = parts.members(part);
      solver.longestWaitingFirst(members);
      solver.solve(part, members);
      done += members.length;
      solver.listener.advanced(done - solver.told);
    }
    solver.listener.advanced(problem.edges().mentees() - done);
    return solver.answer(
        new Certificate(
            solver.menteePrices,
            solver.mentorPrices,
            parts.partOf(),
            solver.pairValues,
            solver.keepValues,
            solver.waitingValues,
            Optional.empty()));
  }

  private Assignment answer(Certificate certificate) {
    int pairs = 0;
    int kept = 0;
    long waited = 0;
    long total = 0;
    int worst = Integer.MAX_VALUE;
    for (int mentee = 0; mentee < edgeOf.length; mentee++) {
      int edge = edgeOf[mentee];
      if (edge >= 0) {
        pairs++;
        kept += problem.kept(edge) ? 1 : 0;
        waited += problem.waiting(mentee);
        total += edges.scoreOf(edge);
        worst = Math.min(worst, edges.scoreOf(edge));
      }
    }
    return new Assignment(edgeOf, pairs, kept, waited, pairs == 0 ? -1 : worst, total, certificate);
  }

  private void longestWaitingFirst(int[] members) {
    if (anyWaiting) {
      long[] keys = new long[members.length];
      for (int m = 0; m < members.length; m++) {
        keys[m] = ((long) -problem.waiting(members[m]) << Integer.SIZE) | members[m];
      }
      Arrays.sort(keys);
      Arrays.setAll(members, m -> (int) keys[m]);
    }
  }

  /**
   * Rows are the scarcer side. Where waiting counts they are the mentees in any case, so that who
   * waited longest comes first.
   */
  private void solve(int part, int[] members) {
    PartEdges found = collector.collect(members);
    Levels levels = found.levels();
    pairValues[part] = levels.pair();
    keepValues[part] = levels.keep();
    waitingValues[part] = levels.waiting();
    long beyond = found.menteesBeyondPlaces();
    if (levels.waiting() > 0 && beyond > 0) {
      RowGraph graph = found.byMentee();
      BitSet first = LongestWaiting.choose(graph, listener);
      takeByMentees(members, found.mentors(), PartOptimum.solve(graph, first, listener));
    } else if (levels.waiting() > 0 || beyond <= 0) {
      takeByMentees(members, found.mentors(), PartOptimum.solve(found.byMentee(), listener));
    } else {
      takeByMentors(members, found.mentors(), PartOptimum.solve(found.byMentor(), listener));
    }
  }

  private void takeByMentees(int[] members, int[] mentors, Pairing pairing) {
    for (int m = 0; m < members.length; m++) {
      menteePrices[members[m]] = pairing.gain(m) - pairing.graph.rowFloor[m];
      if (pairing.edgeOf[m] >= 0) {
        edgeOf[members[m]] = edges.edge(members[m], mentors[pairing.columnOf(m)]);
      }
    }
    for (int k = 0; k < mentors.length; k++) {
      mentorPrices[mentors[k]] = pairing.price[k];
    }
  }

  private void takeByMentors(int[] members, int[] mentors, Pairing pairing) {
    RowGraph graph = pairing.graph;
    for (int m = 0; m < members.length; m++) {
      menteePrices[members[m]] = pairing.price[m] - graph.columnFloor[m];
      int row = pairing.last[m];
      if (row >= 0) {
        edgeOf[members[m]] = edges.edge(members[m], mentors[graph.owners[row]]);
      }
    }
    for (int k = 0; k < mentors.length; k++) {
      mentorPrices[mentors[k]] = pairing.gain(graph.firstRows[k]);
    }
  }
}
