package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts, for mentors who keep free places, which doors are closed and by what, over all mentees.
 */
final class FreeMentorReasons {
  private final MatchRequest request;
  private final CandidateEdges edges;
  private final int[] free;
  private final int[] possible;
  private final int[] rejected;
  private final int[] unmatched;
  private final List<Map<String, int[]>> doors = new ArrayList<>();

  private FreeMentorReasons(MatchRequest request, CandidateEdges edges, int[] freePlaces) {
    this.request = request;
    this.edges = edges;
    int[] found = new int[freePlaces.length];
    int count = 0;
    for (int mentor = 0; mentor < freePlaces.length; mentor++) {
      if (freePlaces[mentor] > 0) {
        found[count++] = mentor;
        doors.add(new TreeMap<>());
      }
    }
    free = Arrays.copyOf(found, count);
    possible = new int[count];
    rejected = new int[count];
    unmatched = new int[count];
  }

  /**
   * By mentor.
   *
   * @param chosen per mentee the chosen edge, or -1
   * @param freePlaces places that are left, by mentor
   */
  static List<FreeMentor> of(
      MatchRequest request,
      Kernel kernel,
      CandidateEdges edges,
      int[] chosen,
      int[] freePlaces,
      Pulse pulse) {
    FreeMentorReasons reasons = new FreeMentorReasons(request, edges, freePlaces);
    int[][] refused = CandidateEdges.rejected(request);
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      pulse.check();
      reasons.look(
          mentee,
          kernel.policy(request.mentees().get(mentee).policy()),
          chosen[mentee] < 0,
          refused[mentee]);
    }
    List<FreeMentor> all = new ArrayList<>();
    for (int k = 0; k < reasons.free.length; k++) {
      all.add(reasons.tell(k, freePlaces[reasons.free[k]]));
    }
    return all;
  }

  private void look(int mentee, CompiledPolicy policy, boolean without, int[] refused) {
    CompiledPolicy.Compiled[] hard = policy.hard();
    int[] failures = new int[free.length];
    int[] last = new int[free.length];
    int[] row = new int[free.length];
    for (int c = 0; c < hard.length; c++) {
      System.arraycopy(free, 0, row, 0, free.length);
      int kept = hard[c].term().keep(mentee, row, free.length);
      int next = 0;
      for (int k = 0; k < free.length; k++) {
        if (next < kept && row[next] == free[k]) {
          next++;
        } else {
          failures[k]++;
          last[k] = c;
          door(k, hard[c])[0]++;
        }
      }
    }
    for (int k = 0; k < free.length; k++) {
      if (failures[k] == 1) {
        door(k, hard[last[k]])[1]++;
      } else if (failures[k] == 0) {
        possible[k]++;
        if (Arrays.binarySearch(refused, free[k]) >= 0) {
          rejected[k]++;
        } else if (without) {
          unmatched[k]++;
        }
      }
    }
  }

  private int[] door(int mentor, CompiledPolicy.Compiled compiled) {
    return doors.get(mentor).computeIfAbsent(compiled.criterion().id(), id -> new int[2]);
  }

  private FreeMentor tell(int k, int places) {
    return new FreeMentor(
        edges.mentor(free[k]),
        places,
        reason(k),
        request.mentees().size(),
        possible[k],
        rejected[k],
        doors.get(k).entrySet().stream()
            .map(
                door ->
                    new Unmatched.ClosedDoor(door.getKey(), door.getValue()[0], door.getValue()[1]))
            .toList());
  }

  private FreeMentor.Reason reason(int k) {
    if (request.mentees().isEmpty()) {
      return FreeMentor.Reason.NO_MENTEE;
    }
    if (possible[k] == 0) {
      return FreeMentor.Reason.NO_CANDIDATE;
    }
    if (rejected[k] == possible[k]) {
      return FreeMentor.Reason.ALL_REJECTED;
    }
    if (unmatched[k] == 0) {
      return FreeMentor.Reason.ALL_MATCHED;
    }
    return request.aim().bounds().any() ? FreeMentor.Reason.BOUND : FreeMentor.Reason.CIRCLE;
  }
}
