package org.mentoring.choosing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.assignment.Assignment;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.ExactEngine;
import org.mentoring.assignment.StepListener;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.PairKey;

/**
 * Makes the rounds of an event one after the other, each as the best matching of those who still
 * have somebody to meet: as many meetings as possible, the proposed ones, then those who met the
 * fewest, then mentors who met the fewest, then the better score.
 */
final class MeetingRounds {
  /** Scores are told apart in so many steps: finer ones would not change who should meet. */
  private static final int STEPS = 100;

  private final List<ParticipantId> mentees;
  private final List<ParticipantId> mentors;
  private final int[][] mentorsOf;
  private final int[][] qualities;
  private final int[] proposedOf;
  private final BitSet[] met;
  private final int[] wanted;
  private final int[] meetings;

  MeetingRounds(CandidateEdges candidates, Invitation invitation, int most) {
    this.mentees = List.copyOf(invitation.mentees());
    this.mentors = List.copyOf(invitation.mentors().keySet());
    this.mentorsOf = new int[mentees.size()][0];
    this.qualities = new int[mentees.size()][0];
    this.proposedOf = new int[mentees.size()];
    this.met = new BitSet[mentees.size()];
    this.wanted = new int[mentees.size()];
    this.meetings = new int[mentors.size()];
    Map<ParticipantId, Integer> numbers = new HashMap<>();
    mentors.forEach(mentor -> numbers.put(mentor, numbers.size()));
    int[] ladder = read(candidates, numbers);
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      for (int k = 0; k < qualities[mentee].length; k++) {
        long step = Arrays.binarySearch(ladder, qualities[mentee][k]);
        qualities[mentee][k] = (int) (step * STEPS / ladder.length);
      }
      met[mentee] = new BitSet();
      wanted[mentee] = Math.min(most, mentorsOf[mentee].length);
      proposedOf[mentee] = -1;
    }
    for (PairKey pair : invitation.proposed()) {
      int mentee = mentees.indexOf(pair.mentee());
      Integer mentor = numbers.get(pair.mentor());
      if (mentee >= 0 && mentor != null && Arrays.binarySearch(mentorsOf[mentee], mentor) >= 0) {
        proposedOf[mentee] = mentor;
      }
    }
  }

  /** Reads who is possible and the scores; the scores of the event, ascending, each once. */
  private int[] read(CandidateEdges candidates, Map<ParticipantId, Integer> numbers) {
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      int number = number(candidates, mentees.get(mentee));
      int first = candidates.firstEdge(number);
      int[] here = new int[candidates.firstEdge(number + 1) - first];
      int[] scores = new int[here.length];
      int count = 0;
      for (int e = first; e < candidates.firstEdge(number + 1); e++) {
        Integer mentor = numbers.get(candidates.mentor(candidates.mentorOf(e)));
        if (mentor != null) {
          here[count] = mentor;
          scores[count++] = candidates.scoreOf(e);
        }
      }
      mentorsOf[mentee] = Arrays.copyOf(here, count);
      qualities[mentee] = Arrays.copyOf(scores, count);
    }
    return Arrays.stream(qualities).flatMapToInt(Arrays::stream).distinct().sorted().toArray();
  }

  /** Candidates stand in the order of their ids. */
  private static int number(CandidateEdges candidates, ParticipantId mentee) {
    int low = 0;
    int high = candidates.mentees() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (candidates.mentee(middle).compareTo(mentee) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Invariants.holds(
        candidates.mentees() > 0 && candidates.mentee(low).equals(mentee),
        "invitation.mentee",
        "mentees",
        "mentees who are among the candidates");
    return low;
  }

  List<List<PairKey>> rounds() {
    List<List<PairKey>> rounds = new ArrayList<>();
    List<PairKey> round = round();
    while (!round.isEmpty()) {
      rounds.add(round);
      round = round();
    }
    return rounds;
  }

  private List<PairKey> round() {
    int busiest = Arrays.stream(meetings).max().orElse(0);
    Edges.Builder edges = Edges.builder(mentors.size());
    BitSet proposed = new BitSet();
    int[] ranks = new int[mentees.size()];
    int size = 0;
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      int left = wanted[mentee] - met[mentee].cardinality();
      int only = proposedOf[mentee];
      boolean reserved = left == 1 && only >= 0 && !met[mentee].get(only);
      int[] possible = new int[mentorsOf[mentee].length];
      int[] points = new int[possible.length];
      int count = 0;
      for (int k = 0; left > 0 && k < possible.length; k++) {
        int mentor = mentorsOf[mentee][k];
        if (!met[mentee].get(mentor) && (!reserved || mentor == only)) {
          proposed.set(size + count, mentor == only);
          possible[count] = mentor;
          points[count++] = points(busiest - meetings[mentor], qualities[mentee][k]);
        }
      }
      edges.mentee(possible, points, count);
      size += count;
      ranks[mentee] = left;
    }
    return take(edges.build(), proposed, ranks);
  }

  /** A mentor with fewer meetings comes before any score. */
  private static int points(int fewer, int quality) {
    return fewer * STEPS + quality;
  }

  private List<PairKey> take(Edges edges, BitSet proposed, int[] ranks) {
    int[] places = new int[mentors.size()];
    Arrays.fill(places, 1);
    AssignmentProblem problem =
        AssignmentProblem.of(edges, places).keeping(proposed).waiting(ranks);
    Assignment best = ExactEngine.solve(problem, StepListener.NONE);
    List<PairKey> round = new ArrayList<>();
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      int edge = best.edgeOf(mentee);
      if (edge >= 0) {
        int mentor = edges.mentorOf(edge);
        met[mentee].set(mentor);
        meetings[mentor]++;
        round.add(new PairKey(mentees.get(mentee), mentors.get(mentor)));
      }
    }
    return round;
  }
}
