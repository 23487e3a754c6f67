package org.mentoring.assignment.bounded;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mentoring.assignment.Edges;

/**
 * The forest of the quotas of one side: each within the least that holds it. Those that overlap an
 * earlier one in part are left out; the earlier one is the larger, or of equal size the first
 * given.
 */
final class Nesting {
  static final int NONE = -1;

  private final int[] outer;
  private final int[] innermost;
  private final int[] order;
  private final BitSet crossing = new BitSet();

  private Nesting(List<Quota> quotas, Quota.Side side, int members) {
    outer = new int[quotas.size()];
    Arrays.fill(outer, NONE);
    innermost = new int[members];
    Arrays.fill(innermost, NONE);
    order =
        IntStream.range(0, quotas.size())
            .filter(q -> quotas.get(q).side() == side)
            .boxed()
            .sorted(Comparator.comparingInt(q -> -quotas.get(q).size()))
            .mapToInt(q -> q)
            .filter(q -> place(q, quotas.get(q)))
            .toArray();
  }

  static Nesting of(List<Quota> quotas, Quota.Side side, int members) {
    return new Nesting(quotas, side, members);
  }

  /** The quotas that do not nest with those before them. */
  static BitSet crossing(Edges edges, List<Quota> quotas) {
    BitSet crossing = of(quotas, Quota.Side.MENTEES, edges.mentees()).crossing;
    crossing.or(of(quotas, Quota.Side.MENTORS, edges.mentors()).crossing);
    return crossing;
  }

  private boolean place(int number, Quota quota) {
    int[] members = quota.members();
    if (members.length == 0) {
      return true;
    }
    int within = innermost[members[0]];
    for (int member : members) {
      if (innermost[member] != within) {
        crossing.set(number);
        return false;
      }
    }
    outer[number] = within;
    for (int member : members) {
      innermost[member] = number;
    }
    return true;
  }

  /** The nesting quotas, an outer one before its inner ones. */
  int[] order() {
    return order;
  }

  /** The quota around a quota, or {@link #NONE}. */
  int outer(int quota) {
    return outer[quota];
  }

  /** The innermost quota around a mentee or mentor, or {@link #NONE}. */
  int innermost(int member) {
    return innermost[member];
  }
}
