package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Nodes by their tentative distance; equal distances by number, so that the answer is the same on
 * every run.
 */
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

  boolean isEmpty() {
    return size == 0;
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
    up(place, node);
    return true;
  }

  /** Removes the nearest node. */
  int poll() {
    int nearest = heap[0];
    places[nearest] = DONE;
    int last = heap[--size];
    if (size > 0) {
      down(last);
    }
    return nearest;
  }

  private boolean before(int left, int right) {
    return distances[left] != distances[right] ? distances[left] < distances[right] : left < right;
  }

  private void up(int from, int node) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!before(node, heap[parent])) {
        break;
      }
      heap[place] = heap[parent];
      places[heap[place]] = place;
      place = parent;
    }
    heap[place] = node;
    places[node] = place;
  }

  private void down(int node) {
    int place = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], node)) {
        break;
      }
      heap[place] = heap[child];
      places[heap[place]] = place;
      place = child;
      child = 2 * place + 1;
    }
    heap[place] = node;
    places[node] = place;
  }
}
