package org.mentoring.matching;

import java.util.Arrays;

/** Tries every assignment: most pairs, then the greatest total. For a handful of parties only. */
final class BruteForce {
  private final long[][] scores;
  private final int[] places;
  private int bestPairs = -1;
  private long bestTotal;

  private BruteForce(long[][] scores, int[] places) {
    this.scores = scores;
    this.places = places;
  }

  record Best(int pairs, long total) {}

  /**
   * @param scores per mentee and mentor; negative where they cannot be a pair
   */
  static Best of(long[][] scores, int[] places) {
    BruteForce search = new BruteForce(scores, Arrays.copyOf(places, places.length));
    search.assign(0, 0, 0);
    return new Best(search.bestPairs, search.bestTotal);
  }

  private void assign(int mentee, int pairs, long total) {
    if (mentee == scores.length) {
      if (pairs > bestPairs || (pairs == bestPairs && total > bestTotal)) {
        bestPairs = pairs;
        bestTotal = total;
      }
      return;
    }
    assign(mentee + 1, pairs, total);
    for (int mentor = 0; mentor < places.length; mentor++) {
      if (scores[mentee][mentor] >= 0 && places[mentor] > 0) {
        places[mentor]--;
        assign(mentee + 1, pairs + 1, total + scores[mentee][mentor]);
        places[mentor]++;
      }
    }
  }
}
