package org.mentoring.matching;

import java.util.Arrays;
import java.util.List;
import org.mentoring.identity.ParticipantId;

/**
 * All possible pairs of a request with their scores: those that meet every hard criterion and were
 * not rejected, of mentors with places. Mentees and mentors are numbered from 0 in the order of
 * their ids; the edges of a mentee stand together, by mentor. Immutable and thread-safe.
 */
public final class CandidateEdges {
  private final List<Candidate> mentees;
  private final List<Candidate> mentors;
  private final int[] starts;
  private final int[] targets;
  private final int[] scores;

  private CandidateEdges(
      List<Candidate> mentees, List<Candidate> mentors, int[] starts, int[] targets, int[] scores) {
    this.mentees = mentees;
    this.mentors = mentors;
    this.starts = starts;
    this.targets = targets;
    this.scores = scores;
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
    return targets.length;
  }

  /**
   * The first edge of a mentee; its edges reach to the first edge of the next, exclusive.
   *
   * @param mentee a mentee's number, or {@link #mentees()} for the end of all edges
   */
  public int firstEdge(int mentee) {
    return starts[mentee];
  }

  /** The number of an edge's mentor. */
  public int mentorOf(int edge) {
    return targets[edge];
  }

  /** An edge's score, 0 or more. */
  public int scoreOf(int edge) {
    return scores[edge];
  }

  /** The sum of all scores. */
  public long totalScore() {
    return Arrays.stream(scores).asLongStream().sum();
  }

  static CandidateEdges of(MatchRequest request, Kernel kernel, Pulse pulse) {
    int mentees = request.mentees().size();
    int mentors = request.mentors().size();
    int[] starts = new int[mentees + 1];
    int[] targets = new int[Math.max(16, mentees)];
    int[] scores = new int[targets.length];
    int[] row = new int[mentors];
    int[] points = new int[mentors];
    int[][] rejected = rejected(request);
    int size = 0;
    for (int mentee = 0; mentee < mentees; mentee++) {
      CompiledPolicy policy = kernel.policy(request.mentees().get(mentee).policy());
      int count = policy.possible(mentee, row);
      count = without(rejected[mentee], row, count);
      policy.score(mentee, row, count, points);
      int end = Math.addExact(size, count);
      if (end > targets.length) {
        int length = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, targets.length * 2L));
        targets = Arrays.copyOf(targets, length);
        scores = Arrays.copyOf(scores, length);
      }
      System.arraycopy(row, 0, targets, size, count);
      System.arraycopy(points, 0, scores, size, count);
      size = end;
      starts[mentee + 1] = size;
      pulse.advance(1);
    }
    return new CandidateEdges(
        request.mentees(),
        request.mentors(),
        starts,
        Arrays.copyOf(targets, size),
        Arrays.copyOf(scores, size));
  }

  /** Per mentee the numbers of the mentors that a person rejected, sorted. */
  static int[][] rejected(MatchRequest request) {
    int[][] rejected = new int[request.mentees().size()][0];
    if (request.rejected().isEmpty()) {
      return rejected;
    }
    var menteeIndex = PairLists.indexOf(request.mentees());
    var mentorIndex = PairLists.indexOf(request.mentors());
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
