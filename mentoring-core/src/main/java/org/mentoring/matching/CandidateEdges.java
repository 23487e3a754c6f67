package org.mentoring.matching;

import java.util.Arrays;
import java.util.List;
import org.mentoring.assignment.Edges;
import org.mentoring.identity.ParticipantId;

/**
 * All possible pairs of a request with their scores: those that meet every hard criterion and were
 * not rejected, of mentors with places. Mentees and mentors are numbered from 0 in the order of
 * their ids; the edges of a mentee stand together, by mentor. Immutable and thread-safe.
 */
public final class CandidateEdges {
  private final List<Candidate> mentees;
  private final List<Candidate> mentors;
  private final Edges edges;

  private CandidateEdges(List<Candidate> mentees, List<Candidate> mentors, Edges edges) {
    this.mentees = mentees;
    this.mentors = mentors;
    this.edges = edges;
  }

  /** The same without the people: what an engine is asked. */
  public Edges edges() {
    return edges;
  }

  /** How many mentees there are. */
  public int mentees() {
    return mentees.size();
  }

  /** How many mentors there are, those without places too. */
  public int mentors() {
    return mentors.size();
  }

  /** The id of the mentee with a number. */
  public ParticipantId mentee(int mentee) {
    return mentees.get(mentee).id();
  }

  /** The id of the mentor with a number. */
  public ParticipantId mentor(int mentor) {
    return mentors.get(mentor).id();
  }

  /** How many possible pairs there are. */
  public int size() {
    return edges.size();
  }

  /**
   * The first edge of a mentee; its edges reach to the first edge of the next, exclusive.
   *
   * @param mentee a mentee's number, or {@link #mentees()} for the end of all edges
   */
  public int firstEdge(int mentee) {
    return edges.firstEdge(mentee);
  }

  /** The number of an edge's mentor. */
  public int mentorOf(int edge) {
    return edges.mentorOf(edge);
  }

  /** An edge's score, 0 or more. */
  public int scoreOf(int edge) {
    return edges.scoreOf(edge);
  }

  /** The sum of all scores. */
  public long totalScore() {
    long sum = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      sum += edges.scoreOf(edge);
    }
    return sum;
  }

  static CandidateEdges of(MatchRequest request, Kernel kernel, Pulse pulse) {
    int mentees = request.mentees().size();
    int mentors = request.mentors().size();
    Edges.Builder edges = Edges.builder(mentors);
    int[] row = new int[mentors];
    int[] points = new int[mentors];
    int[][] rejected = rejected(request);
    for (int mentee = 0; mentee < mentees; mentee++) {
      CompiledPolicy policy = kernel.policy(request.mentees().get(mentee).policy());
      int count = policy.possible(mentee, row);
      count = without(rejected[mentee], row, count);
      policy.score(mentee, row, count, points);
      edges.mentee(row, points, count);
      pulse.advance(1);
    }
    return new CandidateEdges(request.mentees(), request.mentors(), edges.build());
  }

  /** Per mentee the numbers of the mentors that a person rejected, sorted. */
  static int[][] rejected(MatchRequest request) {
    int[][] rejected = new int[request.mentees().size()][0];
    if (request.rejected().isEmpty()) {
      return rejected;
    }
    var menteeIndex = Columns.indexOf(request.mentees());
    var mentorIndex = Columns.indexOf(request.mentors());
    for (PairKey pair : request.rejected()) {
      Integer mentee = menteeIndex.get(pair.mentee());
      Integer mentor = mentorIndex.get(pair.mentor());
      if (mentee != null && mentor != null) {
        int[] longer = Arrays.copyOf(rejected[mentee], rejected[mentee].length + 1);
        longer[longer.length - 1] = mentor;
        rejected[mentee] = longer;
      }
    }
    for (int[] each : rejected) {
      Arrays.sort(each);
    }
    return rejected;
  }

  private static int without(int[] rejected, int[] row, int count) {
    if (rejected.length == 0) {
      return count;
    }
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (Arrays.binarySearch(rejected, row[k]) < 0) {
        row[kept++] = row[k];
      }
    }
    return kept;
  }
}
