package org.mentoring.matching;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * Mentors with places by the value of an attribute, so that pairs that cannot meet are never looked
 * at.
 */
final class Blocks {
  private final boolean[] open;
  private final int[] all;
  private final IdentityHashMap<ValueSets, int[][]> byValue = new IdentityHashMap<>();

  Blocks(boolean[] open) {
    this.open = open.clone();
    int[] found = new int[open.length];
    int count = 0;
    for (int mentor = 0; mentor < open.length; mentor++) {
      if (open[mentor]) {
        found[count++] = mentor;
      }
    }
    this.all = Arrays.copyOf(found, count);
  }

  /** Every mentor with places, sorted. Not to be written to. */
  int[] all() {
    return all;
  }

  /** For each value of the column the mentors with places that have it, sorted. */
  int[][] of(ValueSets mentors) {
    return byValue.computeIfAbsent(mentors, this::build);
  }

  private int[][] build(ValueSets mentors) {
    int[][] blocks = new int[0][];
    int[] sizes = new int[0];
    for (int mentor = 0; mentor < open.length; mentor++) {
      if (!open[mentor]) {
        continue;
      }
      for (int id : mentors.of(mentor)) {
        if (id >= blocks.length) {
          int length = Math.max(id + 1, blocks.length * 2);
          blocks = Arrays.copyOf(blocks, length);
          sizes = Arrays.copyOf(sizes, length);
        }
        int[] block = blocks[id] == null ? new int[4] : blocks[id];
        if (sizes[id] == block.length) {
          block = Arrays.copyOf(block, block.length * 2);
        }
        block[sizes[id]++] = mentor;
        blocks[id] = block;
      }
    }
    int[][] trimmed = new int[blocks.length][];
    for (int id = 0; id < blocks.length; id++) {
      trimmed[id] = blocks[id] == null ? new int[0] : Arrays.copyOf(blocks[id], sizes[id]);
    }
    return trimmed;
  }
}
