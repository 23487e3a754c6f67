package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts, for those who stay without a mentor, which doors are closed and by what. Over all mentors
 * with places.
 */
final class UnmatchedReasons {
  private final MatchRequest request;
  private final int[][] rejected;
  private final int[] open;
  private final int[] row;
  private final int[] failures;
  private final int[] lastFailure;

  UnmatchedReasons(MatchRequest request) {
    this.request = request;
    this.rejected = CandidateEdges.rejected(request);
    int mentors = request.mentors().size();
    int[] found = new int[mentors];
    int count = 0;
    for (int mentor = 0; mentor < mentors; mentor++) {
      if (request.mentors().get(mentor).places() > 0) {
        found[count++] = mentor;
      }
    }
    this.open = Arrays.copyOf(found, count);
    this.row = new int[count];
    this.failures = new int[mentors];
    this.lastFailure = new int[mentors];
  }

  Unmatched of(int mentee, CompiledPolicy policy) {
    Arrays.fill(failures, 0);
    CompiledPolicy.Compiled[] hard = policy.hard();
    int[] closed = new int[hard.length];
    for (int c = 0; c < hard.length; c++) {
      closed[c] = open.length - markFailures(mentee, hard[c], c);
    }
    int[] alone = new int[hard.length];
    int possible = 0;
    int refused = 0;
    for (int mentor : open) {
      if (failures[mentor] == 0) {
        possible++;
        refused += Arrays.binarySearch(rejected[mentee], mentor) >= 0 ? 1 : 0;
      } else if (failures[mentor] == 1) {
        alone[lastFailure[mentor]]++;
      }
    }
    List<Unmatched.ClosedDoor> doors = new ArrayList<>();
    for (int c = 0; c < hard.length; c++) {
      if (closed[c] > 0) {
        doors.add(new Unmatched.ClosedDoor(hard[c].criterion().id(), closed[c], alone[c]));
      }
    }
    doors.sort(Comparator.comparing(Unmatched.ClosedDoor::criterion));
    return new Unmatched(
        request.mentees().get(mentee).id(),
        reason(possible, refused),
        open.length,
        possible,
        refused,
        doors);
  }

  /** Marks the mentors that do not meet the criterion; how many do. */
  private int markFailures(int mentee, CompiledPolicy.Compiled criterion, int number) {
    System.arraycopy(open, 0, row, 0, open.length);
    int kept = criterion.term().keep(mentee, row, open.length);
    int next = 0;
    for (int mentor : open) {
      if (next < kept && row[next] == mentor) {
        next++;
      } else {
        failures[mentor]++;
        lastFailure[mentor] = number;
      }
    }
    return kept;
  }

  private Unmatched.Reason reason(int possible, int refused) {
    if (open.length == 0) {
      return Unmatched.Reason.NO_MENTOR;
    }
    if (possible == 0) {
      return Unmatched.Reason.NO_CANDIDATE;
    }
    return refused == possible ? Unmatched.Reason.ALL_REJECTED : Unmatched.Reason.ALL_TAKEN;
  }
}
