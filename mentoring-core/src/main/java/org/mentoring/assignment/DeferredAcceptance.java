package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Deferred acceptance (Gale and Shapley 1962) with places on either side, and for ties the rules of
 * Király ("Linear time local approximation algorithm for maximum stable marriage", Algorithms 6,
 * 2013), which find a stable matching of at least two thirds of the greatest:
 *
 * <ul>
 *   <li>among partners whom it ranks alike an asker first tries one with a free place, and an offer
 *       is unsure while another such partner is still free: whoever keeps an unsure offer gives it
 *       up for any other, and its asker goes to the free one;
 *   <li>an asker refused by all is promoted and asks its whole list once more: among offers that it
 *       ranks alike the asked side then wants the promoted one more.
 * </ul>
 *
 * <p>The asked side loses nothing that it ranks higher, save by the first rule, and that before it
 * has refused anybody; so nobody blocks. Each asker goes through its list twice at most.
 */
final class DeferredAcceptance {
  private static final int INTERVAL = 256;

  private final PreferenceLists lists;
  private final boolean ties;
  private final KeptOffers kept;
  private final int[] open;
  private final int[] next;
  private final int[] nextFree;
  private final boolean[] promoted;
  private final int[] lastUnsure;
  private final int[] previousUnsure;
  private int[] waiting = new int[16];
  private int waits;

  private DeferredAcceptance(PreferenceLists lists, boolean ties) {
    this.lists = lists;
    this.ties = ties;
    this.kept = new KeptOffers(lists);
    this.open = new int[lists.askers()];
    this.next = new int[lists.askers()];
    for (int asker = 0; asker < open.length; asker++) {
      open[asker] = lists.askerPlaces(asker);
      next[asker] = lists.start(asker);
    }
    this.nextFree = next.clone();
    this.promoted = new boolean[lists.askers()];
    this.lastUnsure = new int[lists.asked()];
    Arrays.fill(lastUnsure, -1);
    this.previousUnsure = new int[lists.mentees()];
  }

  /**
   * For each mentee its edge, or -1.
   *
   * @param ties whether anybody ranks two alike; without ties the answer is the askers' best
   */
  static int[] solve(PreferenceLists lists, boolean ties, StepListener listener) {
    DeferredAcceptance run = new DeferredAcceptance(lists, ties);
    long told = 0;
    for (int turn = 0; turn < lists.askers(); turn++) {
      run.settle(lists.askerAt(turn));
      if (turn % INTERVAL == INTERVAL - 1 || turn == lists.askers() - 1) {
        long done = (turn + 1L) * lists.mentees() / lists.askers();
        listener.advanced((int) (done - told));
        told = done;
      }
    }
    return run.kept.edgeOf();
  }

  /** Lets an asker ask until it is content or refused by all, and then all whom it displaced. */
  private void settle(int first) {
    ask(first);
    while (waits > 0) {
      ask(waiting[--waits]);
    }
  }

  private void ask(int asker) {
    while (open[asker] > 0) {
      if (next[asker] == lists.start(asker + 1)) {
        if (!ties || promoted[asker]) {
          return;
        }
        promoted[asker] = true;
        next[asker] = lists.start(asker);
        continue;
      }
      if (findFree(asker)) {
        int edge = lists.edgeAt(nextFree[asker]++);
        kept.keep(edge, 0);
        open[asker]--;
        noteUnsure(edge);
        continue;
      }
      offer(asker, lists.edgeAt(next[asker]++));
    }
  }

  /**
   * Whether among those whom the asker ranks alike, and who are next, one has a free place. Nobody
   * who has none gets one back, so the search goes on where it stopped.
   */
  private boolean findFree(int asker) {
    if (promoted[asker] || next[asker] == lists.start(asker + 1)) {
      return false;
    }
    int rank = lists.askerRank(lists.edgeAt(next[asker]));
    int end = lists.start(asker + 1);
    while (nextFree[asker] < end) {
      int edge = lists.edgeAt(nextFree[asker]);
      if (lists.askerRank(edge) != rank) {
        return false;
      }
      if (kept.hasFreePlace(lists.askedOf(edge))) {
        return true;
      }
      nextFree[asker]++;
    }
    return false;
  }

  private void noteUnsure(int edge) {
    if (ties) {
      int asked = lists.askedOf(edge);
      int mentee = lists.menteeOf(edge);
      previousUnsure[mentee] = lastUnsure[asked];
      lastUnsure[asked] = edge;
    }
  }

  /** An offer that is unsure still, no more noted; or -1. */
  private int takeUnsure(int asked) {
    while (lastUnsure[asked] >= 0) {
      int edge = lastUnsure[asked];
      lastUnsure[asked] = previousUnsure[lists.menteeOf(edge)];
      int asker = lists.askerOf(edge);
      if (findFree(asker) && lists.askerRank(lists.edgeAt(next[asker])) == lists.askerRank(edge)) {
        return edge;
      }
    }
    return -1;
  }

  /** To one without a free place. */
  private void offer(int asker, int edge) {
    int level = promoted[asker] ? 1 : 0;
    if (kept.isKept(edge)) {
      kept.promote(edge, level);
      return;
    }
    int displaced = ties ? takeUnsure(lists.askedOf(edge)) : -1;
    if (displaced < 0) {
      displaced = kept.inPlaceOf(edge, level);
      if (displaced < 0) {
        return;
      }
    }
    kept.replace(displaced, edge, level);
    open[asker]--;
    int other = lists.askerOf(displaced);
    open[other]++;
    if (waits == waiting.length) {
      waiting = Arrays.copyOf(waiting, waits * 2);
    }
    waiting[waits++] = other;
  }
}
