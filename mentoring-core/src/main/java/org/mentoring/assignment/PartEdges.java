package org.mentoring.assignment;

import java.util.Arrays;

/**
 * The usable edges of one part, with mentees and mentors numbered anew, and what they are worth.
 */
final class PartEdges {
  private final int[] starts;
  private final int[] columns;
  private final int[] codes;
  private final int[] mentors;
  private final int[] places;
  private final long allPlaces;
  private final long[] menteeFloor;
  private final Levels levels;

  private PartEdges(
      int[] starts,
      int[] columns,
      int[] codes,
      int[] mentors,
      int[] places,
      long[] menteeFloor,
      Levels levels) {
    this.starts = starts;
    this.columns = columns;
    this.codes = codes;
    this.mentors = mentors;
    this.places = places;
    this.allPlaces = Arrays.stream(places).asLongStream().sum();
    this.menteeFloor = menteeFloor;
    this.levels = levels;
  }

  Levels levels() {
    return levels;
  }

  /** The numbers of the mentors in the problem. */
  int[] mentors() {
    return mentors;
  }

  /** How many mentees more there are than places. */
  long menteesBeyondPlaces() {
    return menteeFloor.length - allPlaces;
  }

  /** The mentees are the rows. */
  RowGraph byMentee() {
    return new RowGraph(
        starts,
        columns,
        codes,
        levels.keep(),
        ones(menteeFloor.length),
        places,
        menteeFloor,
        new long[places.length]);
  }

  /** The mentors are the rows, each as often as it has places. */
  RowGraph byMentor() {
    ColumnEdges turned = new ColumnEdges(starts, columns, places.length);
    int[] turnedCodes = new int[codes.length];
    for (int at = 0; at < turnedCodes.length; at++) {
      turnedCodes[at] = codes[turned.edges[at]];
    }
    return new RowGraph(
        turned.starts,
        turned.rows,
        turnedCodes,
        levels.keep(),
        places,
        ones(menteeFloor.length),
        new long[places.length],
        menteeFloor);
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Collects part after part of a problem. */
  static final class Collector {
    private final AssignmentProblem problem;
    private final Edges edges;
    private final int[] localMentor;
    private int[] mentors = new int[16];
    private int mentorCount;

    Collector(AssignmentProblem problem) {
      this.problem = problem;
      this.edges = problem.edges();
      localMentor = new int[edges.mentors()];
      Arrays.fill(localMentor, -1);
    }

    /** The edges of the part that consists of the mentees, who are numbered in this order. */
    PartEdges collect(int[] members) {
      int most = 0;
      for (int member : members) {
        most += edges.firstEdge(member + 1) - edges.firstEdge(member);
      }
      int[] starts = new int[members.length + 1];
      int[] columns = new int[most];
      int[] codes = new int[most];
      int size = 0;
      int mostScore = 0;
      long mostKept = 0;
      long allRanks = 0;
      mentorCount = 0;
      for (int m = 0; m < members.length; m++) {
        allRanks += problem.waiting(members[m]);
        for (int e = edges.firstEdge(members[m]); e < edges.firstEdge(members[m] + 1); e++) {
          if (problem.usable(e)) {
            boolean kept = problem.kept(e);
            mostKept += kept ? 1 : 0;
            mostScore = Math.max(mostScore, edges.scoreOf(e));
            columns[size] = local(edges.mentorOf(e));
            codes[size++] = RowGraph.code(edges.scoreOf(e), kept);
          }
        }
        starts[m + 1] = size;
      }
      int[] places = new int[mentorCount];
      long allPlaces = 0;
      for (int k = 0; k < mentorCount; k++) {
        places[k] = problem.places(mentors[k]);
        allPlaces += places[k];
        localMentor[mentors[k]] = -1;
      }
      Levels levels = Levels.of(Math.min(members.length, allPlaces), mostScore, mostKept, allRanks);
      long[] floor = new long[members.length];
      for (int m = 0; m < members.length; m++) {
        floor[m] = -levels.pair() - levels.waiting() * problem.waiting(members[m]);
      }
      return new PartEdges(
          starts,
          size < most ? Arrays.copyOf(columns, size) : columns,
          size < most ? Arrays.copyOf(codes, size) : codes,
          Arrays.copyOf(mentors, mentorCount),
          places,
          floor,
          levels);
    }

    private int local(int mentor) {
      if (localMentor[mentor] < 0) {
        if (mentorCount == mentors.length) {
          mentors = Arrays.copyOf(mentors, mentorCount * 2);
        }
        mentors[mentorCount] = mentor;
        localMentor[mentor] = mentorCount++;
      }
      return localMentor[mentor];
    }
  }
}
