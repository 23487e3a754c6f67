package org.mentoring.assignment;

import java.util.Arrays;

/**
 * The offers that each of the asked side keeps, with the least wanted at hand: one heap each, all
 * in one array. An offer is an edge with a level; among equal ranks the higher level is wanted
 * more. Since a mentee has one offer at most, what belongs to an offer is found by its mentee.
 */
final class KeptOffers {
  private static final int FREE = Integer.MAX_VALUE;

  private final PreferenceLists lists;
  private final int[] starts;
  private final int[] counts;
  private final int[] worstRanks;
  private final int[] heap;
  private final int[] placeOf;
  private final int[] edgeOf;
  private final byte[] levelOf;

  KeptOffers(PreferenceLists lists) {
    this.lists = lists;
    int[] degrees = new int[lists.asked()];
    for (int k = 0; k < lists.start(lists.askers()); k++) {
      degrees[lists.askedOf(lists.edgeAt(k))]++;
    }
    this.starts = new int[lists.asked() + 1];
    for (int each = 0; each < degrees.length; each++) {
      starts[each + 1] = starts[each] + Math.min(degrees[each], lists.askedPlaces(each));
    }
    this.counts = new int[lists.asked()];
    this.worstRanks = new int[lists.asked()];
    for (int each = 0; each < degrees.length; each++) {
      worstRanks[each] = starts[each] == starts[each + 1] ? -1 : FREE;
    }
    this.heap = new int[starts[degrees.length]];
    this.placeOf = new int[lists.mentees()];
    this.edgeOf = new int[lists.mentees()];
    Arrays.fill(edgeOf, -1);
    this.levelOf = new byte[lists.mentees()];
  }

  /** For each mentee its edge, or -1. */
  int[] edgeOf() {
    return edgeOf;
  }

  boolean isKept(int edge) {
    return edgeOf[lists.menteeOf(edge)] == edge;
  }

  boolean hasFreePlace(int asked) {
    return worstRanks[asked] == FREE;
  }

  /**
   * The offer that one without a free place would give up for this one, or -1. Most offers are
   * refused, so that is found out without a look at what is kept.
   */
  int inPlaceOf(int edge, int level) {
    int asked = lists.askedOf(edge);
    int rank = lists.askedRank(edge);
    int worst = worstRanks[asked];
    if (rank > worst) {
      return -1;
    }
    int kept = heap[starts[asked]];
    return rank < worst || level > levelOf[lists.menteeOf(kept)] ? kept : -1;
  }

  void keep(int edge, int level) {
    int asked = lists.askedOf(edge);
    int mentee = lists.menteeOf(edge);
    edgeOf[mentee] = edge;
    levelOf[mentee] = (byte) level;
    rise(asked, counts[asked]++, edge);
    if (starts[asked] + counts[asked] == starts[asked + 1]) {
      worstRanks[asked] = lists.askedRank(heap[starts[asked]]);
    }
  }

  /** Puts an offer in the place of another of the same one who is asked. */
  void replace(int kept, int edge, int level) {
    release(kept);
    keep(edge, level);
  }

  private void release(int edge) {
    int asked = lists.askedOf(edge);
    int mentee = lists.menteeOf(edge);
    edgeOf[mentee] = -1;
    int last = heap[starts[asked] + --counts[asked]];
    if (last != edge) {
      int at = placeOf[mentee];
      sink(asked, at, last);
      rise(asked, placeOf[lists.menteeOf(last)], last);
    }
  }

  void promote(int edge, int level) {
    int mentee = lists.menteeOf(edge);
    if (levelOf[mentee] < level) {
      levelOf[mentee] = (byte) level;
      sink(lists.askedOf(edge), placeOf[mentee], edge);
    }
  }

  /** Whether the first is to go before the second; ties by number, for the same answer always. */
  private boolean goesBefore(int one, int other) {
    int rank = lists.askedRank(one);
    int otherRank = lists.askedRank(other);
    if (rank != otherRank) {
      return rank > otherRank;
    }
    int level = levelOf[lists.menteeOf(one)];
    int otherLevel = levelOf[lists.menteeOf(other)];
    return level != otherLevel ? level < otherLevel : one > other;
  }

  private void rise(int asked, int from, int edge) {
    int start = starts[asked];
    int at = from;
    while (at > 0 && goesBefore(edge, heap[start + (at - 1) / 2])) {
      put(start, at, heap[start + (at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(start, at, edge);
  }

  private void sink(int asked, int from, int edge) {
    int start = starts[asked];
    int count = counts[asked];
    int at = from;
    while (2 * at + 1 < count) {
      int child = 2 * at + 1;
      if (child + 1 < count && goesBefore(heap[start + child + 1], heap[start + child])) {
        child++;
      }
      if (!goesBefore(heap[start + child], edge)) {
        break;
      }
      put(start, at, heap[start + child]);
      at = child;
    }
    put(start, at, edge);
  }

  private void put(int start, int at, int edge) {
    heap[start + at] = edge;
    placeOf[lists.menteeOf(edge)] = at;
  }
}
