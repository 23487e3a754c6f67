package org.mentoring.assignment;

/**
 * Makes a stable matching greater where ties allow it. An asker with a free place takes the place
 * of one whom the asked side ranks no higher, that one goes on to another, and so on until somebody
 * reaches a free place: a chain. Nobody asked loses by it, and no asker passes over one who would
 * strictly rather have it; so nobody blocks afterwards, and there is a pair more.
 */
final class StableChains {
  private final PreferenceLists lists;
  private final Proposing asked;
  private final PairsAtHand pairs;
  private final int[] gained;
  private final int[] lost;
  private final boolean[] askerSeen;
  private final boolean[] askedSeen;
  private final int[] queue;
  private int tail;

  private StableChains(PreferenceLists lists, Proposing askers, PairsAtHand pairs) {
    this.lists = lists;
    this.asked = askers.other();
    this.pairs = pairs;
    this.gained = new int[lists.askers()];
    this.lost = new int[lists.askers()];
    this.askerSeen = new boolean[lists.askers()];
    this.askedSeen = new boolean[lists.asked()];
    this.queue = new int[lists.askers()];
  }

  /**
   * Looks for a chain from every free place of the askers, once; whom one search has seen the next
   * ones leave out, so that all together look at each edge once.
   *
   * @return whether a pair was added; then another look may find more
   */
  static boolean grow(PreferenceLists lists, Proposing askers, PairsAtHand pairs) {
    StableChains chains = new StableChains(lists, askers, pairs);
    boolean grown = false;
    for (int asker = 0; asker < lists.askers(); asker++) {
      if (lists.askerPlaces(asker) > 0 && pairs.hasFreePlace(askers, asker)) {
        grown |= chains.growFrom(asker);
      }
    }
    return grown;
  }

  private boolean growFrom(int root) {
    if (askerSeen[root]) {
      return false;
    }
    tail = 0;
    reach(root, -1, -1);
    for (int head = 0; head < tail; head++) {
      if (askFurther(queue[head])) {
        return true;
      }
    }
    return false;
  }

  /** True if a free place was reached and the chain to it was taken. */
  private boolean askFurther(int asker) {
    int limit = Integer.MAX_VALUE;
    for (int k = lists.start(asker); k < lists.start(asker + 1); k++) {
      int edge = lists.edgeAt(k);
      if (lists.askerRank(edge) > limit) {
        return false;
      }
      int other = lists.askedOf(edge);
      if (pairs.isJoined(edge) || lists.askedPlaces(other) == 0) {
        continue;
      }
      if (pairs.hasFreePlace(asked, other)) {
        take(asker, edge);
        return true;
      }
      int worst = worstRank(other);
      int rank = lists.askedRank(edge);
      if (rank < worst) {
        // Who is asked here would strictly rather have this asker: going further down would block.
        limit = lists.askerRank(edge);
      }
      if (rank <= worst && !askedSeen[other]) {
        askedSeen[other] = true;
        reachDisplaced(edge, worst);
      }
    }
    return false;
  }

  private void reachDisplaced(int edge, int worst) {
    int each = pairs.firstEdge(asked, lists.askedOf(edge));
    while (each >= 0) {
      int displaced = lists.askerOf(each);
      if (lists.askedRank(each) == worst && !askerSeen[displaced]) {
        reach(displaced, edge, each);
      }
      each = pairs.edgeAfter(asked, each);
    }
  }

  private void reach(int asker, int byEdge, int inPlaceOf) {
    askerSeen[asker] = true;
    gained[asker] = byEdge;
    lost[asker] = inPlaceOf;
    queue[tail++] = asker;
  }

  private int worstRank(int other) {
    int worst = -1;
    for (int each = pairs.firstEdge(asked, other); each >= 0; each = pairs.edgeAfter(asked, each)) {
      worst = Math.max(worst, lists.askedRank(each));
    }
    return worst;
  }

  /** From the end of a chain to its beginning everybody takes what the next one left. */
  private void take(int last, int lastEdge) {
    int asker = last;
    int edge = lastEdge;
    while (gained[asker] >= 0) {
      pairs.part(lost[asker]);
      pairs.join(edge);
      edge = gained[asker];
      asker = lists.askerOf(edge);
    }
    pairs.join(edge);
  }
}
