package org.mentoring.assignment;

import java.util.Arrays;

/** Nodes by their tentative distance. Four children a node: fewer levels, and they lie together. */
final class NodeHeap {
  private static final int UNSEEN = -1;
  private static final int DONE = -2;

  private final long[] distances;
  private final int[] places;
  private final int[] heap;
  private final int[] touched;
  private int size;
  private int touchedCount;

  NodeHeap(int nodes) {
    distances = new long[nodes];
    places = new int[nodes];
    Arrays.fill(places, UNSEEN);
    heap = new int[nodes];
    touched = new int[nodes];
  }

  /** Forgets everything, in the time of what was touched. */
  void clear() {
    for (int k = 0; k < touchedCount; k++) {
      places[touched[k]] = UNSEEN;
    }
    touchedCount = 0;
    size = 0;
  }

  /** Whether a node is nearer than a distance. */
  boolean hasWithin(long distance) {
    return size > 0 && distances[heap[0]] < distance;
  }

  /** The distance that was last offered and taken. */
  long distance(int node) {
    return distances[node];
  }

  /** Takes a distance if it is the first or less than the one known; whether it did. */
  boolean offer(int node, long distance) {
    int place = places[node];
    if (place == DONE || (place >= 0 && distances[node] <= distance)) {
      return false;
    }
    distances[node] = distance;
    if (place == UNSEEN) {
      touched[touchedCount++] = node;
      place = size++;
    }
    while (place > 0) {
      int parent = (place - 1) >>> 2;
      int above = heap[parent];
      if (distances[above] <= distance) {
        break;
      }
      heap[place] = above;
      places[above] = place;
      place = parent;
    }
    heap[place] = node;
    places[node] = place;
    return true;
  }

  /** Removes the nearest node. */
  int poll() {
    int nearest = heap[0];
    places[nearest] = DONE;
    int moved = heap[--size];
    if (size > 0) {
      down(moved, distances[moved]);
    }
    return nearest;
  }

  private void down(int node, long distance) {
    int place = 0;
    for (int child = 1; child < size; child = 4 * place + 1) {
      int nearest = child;
      long least = distances[heap[child]];
      for (int k = child + 1; k < Math.min(child + 4, size); k++) {
        if (distances[heap[k]] < least) {
          least = distances[heap[k]];
          nearest = k;
        }
      }
      if (least >= distance) {
        break;
      }
      heap[place] = heap[nearest];
      places[heap[place]] = place;
      place = nearest;
    }
    heap[place] = node;
    places[node] = place;
  }
}
