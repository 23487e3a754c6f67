package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;

/**
 * Which values of an attribute are neighbours, as municipalities with a common border. The relation
 * is symmetric: each pair is said once.
 *
 * @param attribute whose values
 * @param pairs at least one; each two different values, no two values twice in whatever order
 * @param citation where it comes from
 */
public record Neighbours(Attribute attribute, List<Pair> pairs, Citation citation) {
  /** Refuses two values that are declared twice. */
  public Neighbours {
    pairs = Invariants.notEmpty("neighbours.pairs", pairs);
    SortedSet<Pair> seen = new TreeSet<>();
    for (Pair pair : pairs) {
      Invariants.holds(
          seen.add(pair), "neighbours.twice", "pairs", "each pair once, in one of its orders");
    }
  }

  /**
   * Two values that are neighbours. The lesser one comes first, so that a pair is equal to the same
   * one the other way round.
   *
   * @param one 1 to 200 characters
   * @param other 1 to 200 characters, another value
   */
  public record Pair(String one, String other) implements Comparable<Pair> {
    /** Refuses a blank or overlong value and one that neighbours itself; puts them in order. */
    public Pair {
      Invariants.text("neighbours.one", one, 200);
      Invariants.text("neighbours.other", other, 200);
      Invariants.holds(
          !one.equals(other), "neighbours.self", "neighbours.other", "two different values");
      if (one.compareTo(other) > 0) {
        String greater = one;
        one = other;
        other = greater;
      }
    }

    @Override
    public int compareTo(Pair that) {
      int order = one.compareTo(that.one);
      return order != 0 ? order : other.compareTo(that.other);
    }
  }
}
