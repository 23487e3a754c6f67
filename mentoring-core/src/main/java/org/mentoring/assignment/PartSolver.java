package org.mentoring.assignment;

import java.util.Arrays;
import java.util.Optional;

/** Solves a problem part by part, from each part's scarcer side, and puts the answers together. */
final class PartSolver {
  private final AssignmentProblem problem;
  private final Edges edges;
  private final StepListener listener;
  private final int[] localMentor;
  private final int[] edgeOf;
  private final long[] menteePrices;
  private final long[] mentorPrices;
  private final long[] pairValues;
  private final long[] keepValues;
  private final long[] waitingValues;

  private PartSolver(AssignmentProblem problem, int parts, StepListener listener) {
    this.problem = problem;
    this.edges = problem.edges();
    this.listener = listener;
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
    listener.advanced(0);
    Parts parts = Parts.of(problem);
    PartSolver solver = new PartSolver(problem, parts.count(), listener);
    int inParts = 0;
    for (int part = 0; part < parts.count(); part++) {
      int[] members = parts.members(part);
      inParts += members.length;
      solver.solve(part, members);
    }
    listener.advanced(problem.edges().mentees() - inParts);
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

  private void solve(int part, int[] members) {
    int[] mentorOf = new int[16];
    int mentors = 0;
    int[] starts = new int[members.length + 1];
    int size = 0;
    for (int member : members) {
      size += edges.firstEdge(member + 1) - edges.firstEdge(member);
    }
    int[] columns = new int[size];
    int[] codes = new int[size];
    int[] origin = new int[size];
    size = 0;
    int mostScore = 0;
    long mostKept = 0;
    long allRanks = 0;
    for (int m = 0; m < members.length; m++) {
      allRanks += problem.waiting(members[m]);
      for (int e = edges.firstEdge(members[m]); e < edges.firstEdge(members[m] + 1); e++) {
        if (!problem.usable(e)) {
          continue;
        }
        int mentor = edges.mentorOf(e);
        if (localMentor[mentor] < 0) {
          if (mentors == mentorOf.length) {
            mentorOf = Arrays.copyOf(mentorOf, mentors * 2);
          }
          mentorOf[mentors] = mentor;
          localMentor[mentor] = mentors++;
        }
        columns[size] = localMentor[mentor];
        codes[size] = RowGraph.code(edges.scoreOf(e), problem.kept(e));
        mostScore = Math.max(mostScore, edges.scoreOf(e));
        mostKept += problem.kept(e) ? 1 : 0;
        origin[size++] = e;
      }
      starts[m + 1] = size;
    }
    int[] capacity = new int[mentors];
    long places = 0;
    for (int k = 0; k < mentors; k++) {
      capacity[k] = problem.places(mentorOf[k]);
      places += capacity[k];
      localMentor[mentorOf[k]] = -1;
    }
    Levels levels = Levels.of(Math.min(members.length, places), mostScore, mostKept, allRanks);
    pairValues[part] = levels.pair();
    keepValues[part] = levels.keep();
    waitingValues[part] = levels.waiting();
    int[] one = new int[members.length];
    Arrays.fill(one, 1);
    long[] floor = new long[members.length];
    for (int m = 0; m < members.length; m++) {
      floor[m] = -levels.pair() - levels.waiting() * problem.waiting(members[m]);
    }
    RowGraph graph =
        new RowGraph(
            starts,
            Arrays.copyOf(columns, size),
            Arrays.copyOf(codes, size),
            levels.keep(),
            one,
            capacity,
            floor,
            new long[mentors]);
    boolean menteesAreRows = members.length <= places;
    ShortestPaths paths;
    boolean[] used;
    if (menteesAreRows) {
      paths = ShortestPaths.solve(graph, listener, 1);
      used = paths.used();
    } else {
      int[] order = new int[size];
      paths = ShortestPaths.solve(graph.turned(order), listener, 0);
      used = new boolean[size];
      for (int e = 0; e < size; e++) {
        used[order[e]] = paths.used()[e];
      }
      listener.advanced(members.length);
    }
    for (int m = 0; m < members.length; m++) {
      menteePrices[members[m]] =
          (menteesAreRows ? paths.rowGain(m) : paths.columnPrice(m)) - floor[m];
      for (int e = starts[m]; e < starts[m + 1]; e++) {
        if (used[e]) {
          edgeOf[members[m]] = origin[e];
        }
      }
    }
    for (int k = 0; k < mentors; k++) {
      mentorPrices[mentorOf[k]] = menteesAreRows ? paths.columnPrice(k) : paths.rowGain(k);
    }
  }
}
