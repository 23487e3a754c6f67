package org.mentoring.assignment;

import java.util.Arrays;
import java.util.Optional;

/** Solves a problem part by part, from each part's scarcer side, and puts the answers together. */
final class PartSolver {
  private static final int[] NOBODY = {};

  private final AssignmentProblem problem;
  private final Edges edges;
  private final boolean anyWaiting;
  private final StepListener listener;
  private final int[] localMentor;
  private final int[] edgeOf;
  private final long[] menteePrices;
  private final long[] mentorPrices;
  private final long[] pairValues;
  private final long[] keepValues;
  private final long[] waitingValues;
  private int[] mentorOf = NOBODY;
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
    localMentor = new int[edges.mentors()];
    Arrays.fill(localMentor, -1);
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

  private void solve(int part, int[] members) {
    int size = 0;
    for (int member : members) {
      size += edges.firstEdge(member + 1) - edges.firstEdge(member);
    }
    int[] starts = new int[members.length + 1];
    int[] columns = new int[size];
    int[] codes = new int[size];
    int mentors = 0;
    int mostScore = 0;
    long mostKept = 0;
    long allRanks = 0;
    size = 0;
    for (int m = 0; m < members.length; m++) {
      allRanks += problem.waiting(members[m]);
      for (int e = edges.firstEdge(members[m]); e < edges.firstEdge(members[m] + 1); e++) {
        if (problem.usable(e)) {
          int mentor = edges.mentorOf(e);
          if (localMentor[mentor] < 0) {
            localMentor[mentor] = mentors;
            mentors = take(mentor, mentors);
          }
          boolean kept = problem.kept(e);
          mostKept += kept ? 1 : 0;
          mostScore = Math.max(mostScore, edges.scoreOf(e));
          columns[size] = localMentor[mentor];
          codes[size++] = RowGraph.code(edges.scoreOf(e), kept);
        }
      }
      starts[m + 1] = size;
    }
    columns = Arrays.copyOf(columns, size);
    codes = Arrays.copyOf(codes, size);
    int[] places = new int[mentors];
    long allPlaces = 0;
    for (int k = 0; k < mentors; k++) {
      places[k] = problem.places(mentorOf[k]);
      allPlaces += places[k];
      localMentor[mentorOf[k]] = -1;
    }
    Levels levels = Levels.of(Math.min(members.length, allPlaces), mostScore, mostKept, allRanks);
    pairValues[part] = levels.pair();
    keepValues[part] = levels.keep();
    waitingValues[part] = levels.waiting();
    long[] floor = new long[members.length];
    for (int m = 0; m < members.length; m++) {
      floor[m] = -levels.pair() - levels.waiting() * problem.waiting(members[m]);
    }
    int[] one = new int[members.length];
    Arrays.fill(one, 1);
    if (levels.waiting() > 0
        || members.length < allPlaces
        || (members.length == allPlaces && mentors == allPlaces)) {
      RowGraph graph =
          new RowGraph(
              starts, columns, codes, levels.keep(), one, places, floor, new long[mentors]);
      Pairing pairing =
          levels.waiting() > 0 && members.length > allPlaces
              ? PartOptimum.solve(graph, LongestWaiting.choose(graph, listener), listener)
              : PartOptimum.solve(graph, listener);
      takeByMentees(members, mentors, pairing);
    } else {
      ColumnEdges turned = new ColumnEdges(starts, columns, mentors);
      int[] turnedCodes = new int[size];
      for (int at = 0; at < size; at++) {
        turnedCodes[at] = codes[turned.edges[at]];
      }
      RowGraph graph =
          new RowGraph(
              turned.starts,
              turned.rows,
              turnedCodes,
              levels.keep(),
              places,
              one,
              new long[mentors],
              floor);
      takeByMentors(members, mentors, PartOptimum.solve(graph, listener));
    }
  }

  private int take(int mentor, int count) {
    if (count == mentorOf.length) {
      mentorOf = Arrays.copyOf(mentorOf, Math.max(16, count * 2));
    }
    mentorOf[count] = mentor;
    return count + 1;
  }

  private void takeByMentees(int[] members, int mentors, Pairing pairing) {
    for (int m = 0; m < members.length; m++) {
      menteePrices[members[m]] = pairing.gain(m) - pairing.graph.rowFloor[m];
      if (pairing.edgeOf[m] >= 0) {
        edgeOf[members[m]] = edges.edge(members[m], mentorOf[pairing.columnOf(m)]);
      }
    }
    for (int k = 0; k < mentors; k++) {
      mentorPrices[mentorOf[k]] = pairing.price[k];
    }
  }

  private void takeByMentors(int[] members, int mentors, Pairing pairing) {
    RowGraph graph = pairing.graph;
    for (int m = 0; m < members.length; m++) {
      menteePrices[members[m]] = pairing.price[m] - graph.columnFloor[m];
      int row = pairing.last[m];
      if (row >= 0) {
        edgeOf[members[m]] = edges.edge(members[m], mentorOf[graph.owners[row]]);
      }
    }
    for (int k = 0; k < mentors; k++) {
      mentorPrices[mentorOf[k]] = pairing.gain(graph.firstRows[k]);
    }
  }
}
