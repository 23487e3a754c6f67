package org.mentoring.matching;

import java.util.Arrays;

/**
 * The values that the parties of one side have of one attribute, as interned ids: bit sets of any
 * width while the vocabulary is small enough for them, else sorted lists.
 */
final class ValueSets {
  /** Beyond so many words a set of a few values is faster as a list. */
  private static final int WIDEST = 64;

  private final int[] starts;
  private final int[] ids;
  private final int[] counts;
  private final int words;
  private final long[] bits;
  private final int[] single;

  private ValueSets(int[] starts, int[] ids, int[] counts, int words, long[] bits, int[] single) {
    this.starts = starts;
    this.ids = ids;
    this.counts = counts;
    this.words = words;
    this.bits = bits;
    this.single = single;
  }

  /**
   * From the ids of each party.
   *
   * @param sets per party, sorted, each id once
   * @param vocabulary how many ids there are
   */
  static ValueSets of(int[][] sets, int vocabulary) {
    int parties = sets.length;
    int[] starts = new int[parties + 1];
    int[] counts = new int[parties];
    boolean atMostOne = true;
    for (int i = 0; i < parties; i++) {
      counts[i] = sets[i].length;
      starts[i + 1] = Math.addExact(starts[i], counts[i]);
      atMostOne &= counts[i] <= 1;
    }
    int[] ids = new int[starts[parties]];
    int words = Math.max(1, (vocabulary + 63) >>> 6);
    if (words > WIDEST) {
      words = 0;
    }
    long[] bits = new long[Math.multiplyExact(parties, words)];
    int[] single = new int[atMostOne ? parties : 0];
    Arrays.fill(single, -1);
    for (int i = 0; i < parties; i++) {
      System.arraycopy(sets[i], 0, ids, starts[i], counts[i]);
      for (int id : sets[i]) {
        if (words > 0) {
          bits[i * words + (id >>> 6)] |= 1L << id;
        }
        if (atMostOne) {
          single[i] = id;
        }
      }
    }
    return new ValueSets(starts, ids, counts, words, bits, single);
  }

  /** How many values each party has. */
  int[] counts() {
    return counts;
  }

  /** The one value of each party, -1 for none; empty where a party has several. */
  int[] single() {
    return single;
  }

  /** Words of a bit set; 0 where there are none. */
  int words() {
    return words;
  }

  /** The bit sets one after the other. */
  long[] bits() {
    return bits;
  }

  /** The ids of a party, sorted. */
  int[] of(int party) {
    return Arrays.copyOfRange(ids, starts[party], starts[party + 1]);
  }

  /**
   * How many values a party of this side shares with each party of a row. Where sets have several
   * words, the row is walked once for each word in which the party has a value at all.
   *
   * @param shared filled in as far as the row goes
   */
  void countShared(int mine, ValueSets other, int[] row, int count, int[] shared) {
    if (words == 0 || words != other.words) {
      for (int k = 0; k < count; k++) {
        shared[k] = common(mine, other, row[k]);
      }
      return;
    }
    BitRows.count(bits, mine, other.bits, words, row, count, shared);
  }

  /** Whether a party of this side shares a value with one of another. */
  boolean meets(int mine, ValueSets other, int theirs) {
    if (words > 0 && words == other.words) {
      int left = mine * words;
      int right = theirs * words;
      for (int w = 0; w < words; w++) {
        if ((bits[left + w] & other.bits[right + w]) != 0) {
          return true;
        }
      }
      return false;
    }
    return common(mine, other, theirs) > 0;
  }

  /** How many values a party of this side shares with one of another. */
  int common(int mine, ValueSets other, int theirs) {
    if (words > 0 && words == other.words) {
      int common = 0;
      int left = mine * words;
      int right = theirs * words;
      for (int w = 0; w < words; w++) {
        common += Long.bitCount(bits[left + w] & other.bits[right + w]);
      }
      return common;
    }
    int i = starts[mine];
    int j = other.starts[theirs];
    int common = 0;
    while (i < starts[mine + 1] && j < other.starts[theirs + 1]) {
      int order = Integer.compare(ids[i], other.ids[j]);
      if (order == 0) {
        common++;
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    return common;
  }
}
