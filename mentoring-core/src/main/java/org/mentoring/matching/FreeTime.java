package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mentoring.participant.WeeklyWindow;

/**
 * The free minutes of a usual week of one side's parties. Where all times of the request lie on a
 * common grid of some minutes, each week is a bit set over that grid, which loses nothing; else it
 * is a sorted list of stretches.
 */
final class FreeTime {
  private static final int WEEK = 7 * 1_440;

  /** Beyond so many words merging two short lists is faster. */
  private static final int WIDEST = 32;

  private final int grid;
  private final int words;
  private final long[] bits;
  private final int[][] stretches;

  private FreeTime(int grid, int words, long[] bits, int[][] stretches) {
    this.grid = grid;
    this.words = words;
    this.bits = bits;
    this.stretches = stretches;
  }

  /**
   * The stretches of a week: beginnings and ends in turn, in minutes of the week, sorted, apart
   * from each other.
   */
  static int[] stretches(List<WeeklyWindow> windows) {
    int[] out = new int[windows.size() * 2];
    int size = 0;
    List<WeeklyWindow> sorted = new ArrayList<>(windows);
    Collections.sort(sorted);
    for (WeeklyWindow window : sorted) {
      int day = (window.day().getValue() - 1) * 1_440;
      int from = day + window.from();
      int until = day + window.until();
      if (size > 0 && from <= out[size - 1]) {
        out[size - 1] = Math.max(out[size - 1], until);
      } else {
        out[size++] = from;
        out[size++] = until;
      }
    }
    return Arrays.copyOf(out, size);
  }

  /** The coarsest grid that all times of both sides lie on. */
  static int grid(int[][] left, int[][] right) {
    int grid = WEEK;
    for (int[][] side : List.of(left, right)) {
      for (int[] week : side) {
        for (int minute : week) {
          grid = greatestCommonDivisor(grid, minute);
        }
      }
    }
    return grid;
  }

  private static int greatestCommonDivisor(int left, int right) {
    int a = left;
    int b = right;
    while (b != 0) {
      int rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** One side on a grid that both sides lie on. */
  static FreeTime of(int[][] stretches, int grid) {
    int words = (WEEK / grid + 63) >>> 6;
    if (words > WIDEST) {
      return new FreeTime(1, 0, new long[0], stretches);
    }
    long[] bits = new long[Math.multiplyExact(words, stretches.length)];
    for (int party = 0; party < stretches.length; party++) {
      int[] week = stretches[party];
      for (int s = 0; s < week.length; s += 2) {
        for (int slot = week[s] / grid; slot < week[s + 1] / grid; slot++) {
          bits[party * words + (slot >>> 6)] |= 1L << slot;
        }
      }
    }
    return new FreeTime(grid, words, bits, stretches);
  }

  /** Whether the party told its free time. */
  boolean known(int party) {
    return stretches[party].length > 0;
  }

  /** Minutes of one slot of the grid. */
  int grid() {
    return grid;
  }

  /**
   * How many slots of the grid a party of this side shares with each party of a row of another side
   * on the same grid.
   */
  void countShared(int mine, FreeTime other, int[] row, int count, int[] shared) {
    if (words > 0) {
      BitRows.count(bits, mine, other.bits, words, row, count, shared);
      return;
    }
    for (int k = 0; k < count; k++) {
      shared[k] = commonSlots(mine, other, row[k]);
    }
  }

  /**
   * How many slots of the grid a party of this side shares with one of another side on the same
   * grid.
   */
  int commonSlots(int mine, FreeTime other, int theirs) {
    if (words > 0) {
      int common = 0;
      int left = mine * words;
      int right = theirs * words;
      for (int w = 0; w < words; w++) {
        common += Long.bitCount(bits[left + w] & other.bits[right + w]);
      }
      return common;
    }
    int[] a = stretches[mine];
    int[] b = other.stretches[theirs];
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      common += Math.max(0, Math.min(a[i + 1], b[j + 1]) - Math.max(a[i], b[j]));
      if (a[i + 1] < b[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return common;
  }
}
