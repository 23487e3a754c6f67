package org.mentoring.assignment;

import java.util.Arrays;
import java.util.BitSet;
import org.mentoring.failure.Invariants;

/**
 * Possible pairs with their scores, sparse. Mentees and mentors are numbered from 0; the edges of a
 * mentee stand together, by mentor. Immutable and thread-safe.
 */
public final class Edges {
  private final int mentors;
  private final int[] firstEdges;
  private final int[] mentorOf;
  private final int[] scores;

  private Edges(int mentors, int[] firstEdges, int[] mentorOf, int[] scores) {
    this.mentors = mentors;
    this.firstEdges = firstEdges;
    this.mentorOf = mentorOf;
    this.scores = scores;
  }

  /**
   * Takes mentee after mentee.
   *
   * @param mentors how many mentors there are, 0 or more
   */
  public static Builder builder(int mentors) {
    return new Builder(mentors);
  }

  /** How many mentees there are. */
  public int mentees() {
    return firstEdges.length - 1;
  }

  /** How many mentors there are. */
  public int mentors() {
    return mentors;
  }

  /** How many possible pairs there are. */
  public int size() {
    return mentorOf.length;
  }

  /**
   * The first edge of a mentee; its edges reach to the first edge of the next, exclusive.
   *
   * @param mentee a mentee's number, or {@link #mentees()} for the end of all edges
   */
  public int firstEdge(int mentee) {
    return firstEdges[mentee];
  }

  /** The number of an edge's mentor. */
  public int mentorOf(int edge) {
    return mentorOf[edge];
  }

  /** An edge's score, 0 or more. */
  public int scoreOf(int edge) {
    return scores[edge];
  }

  /** The edge of a mentee and a mentor, or -1 where the pair is not possible. */
  public int edge(int mentee, int mentor) {
    int found = Arrays.binarySearch(mentorOf, firstEdges[mentee], firstEdges[mentee + 1], mentor);
    return found < 0 ? -1 : found;
  }

  /**
   * The same without the edges of some mentees, who keep their numbers. The edges of all others
   * follow one another as before, so that the n-th edge of a mentee stays its n-th.
   */
  public Edges without(BitSet mentees) {
    if (mentees.isEmpty()) {
      return this;
    }
    int[] first = new int[firstEdges.length];
    int[] mentorOfLeft = new int[mentorOf.length];
    int[] scoresLeft = new int[scores.length];
    int size = 0;
    for (int mentee = 0; mentee < mentees(); mentee++) {
      int count = mentees.get(mentee) ? 0 : firstEdges[mentee + 1] - firstEdges[mentee];
      System.arraycopy(mentorOf, firstEdges[mentee], mentorOfLeft, size, count);
      System.arraycopy(scores, firstEdges[mentee], scoresLeft, size, count);
      size += count;
      first[mentee + 1] = size;
    }
    return new Edges(
        mentors, first, Arrays.copyOf(mentorOfLeft, size), Arrays.copyOf(scoresLeft, size));
  }

  /** Collects edges; not thread-safe, for one use. */
  public static final class Builder {
    private final int mentors;
    private int[] firstEdges = new int[16];
    private int[] mentorOf = new int[64];
    private int[] scores = new int[64];
    private int mentees;
    private int size;

    private Builder(int mentors) {
      this.mentors = mentors;
      Invariants.range("edges.mentors", mentors, 0, Integer.MAX_VALUE);
    }

    /**
     * The next mentee and the mentors that it could have.
     *
     * @param possible numbers of mentors, ascending, none twice; only the first {@code count} are
     *     read
     * @param points the pairs' scores, 0 or more
     * @param count how many, 0 for a mentee without a possible mentor
     */
    public Builder mentee(int[] possible, int[] points, int count) {
      int end = Math.addExact(size, count);
      if (end > mentorOf.length) {
        int length = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, mentorOf.length * 2L));
        mentorOf = Arrays.copyOf(mentorOf, length);
        scores = Arrays.copyOf(scores, length);
      }
      for (int k = 0; k < count; k++) {
        Invariants.range("edge.mentor", possible[k], 0, mentors - 1L);
        Invariants.range("edge.score", points[k], 0, Integer.MAX_VALUE);
        Invariants.holds(
            k == 0 || possible[k - 1] < possible[k],
            "edge.order",
            "mentors",
            "ascending, each once");
        mentorOf[size + k] = possible[k];
        scores[size + k] = points[k];
      }
      size = end;
      if (++mentees == firstEdges.length) {
        firstEdges = Arrays.copyOf(firstEdges, mentees * 2);
      }
      firstEdges[mentees] = size;
      return this;
    }

    /** All edges. */
    public Edges build() {
      return new Edges(
          mentors,
          Arrays.copyOf(firstEdges, mentees + 1),
          Arrays.copyOf(mentorOf, size),
          Arrays.copyOf(scores, size));
    }
  }
}
