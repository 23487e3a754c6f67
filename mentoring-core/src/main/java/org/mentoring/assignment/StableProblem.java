package org.mentoring.assignment;

import org.mentoring.failure.Invariants;

/**
 * Both sides rank: what a stable engine is asked. A rank is 0 for the best and grows as the wish
 * falls; equal ranks are a tie, gaps between ranks mean nothing, and whoever is not acceptable to
 * the other has no edge. Immutable and thread-safe.
 *
 * @see StableEngine
 */
public final class StableProblem {
  private static final int MOST = Integer.MAX_VALUE - 1;

  private final Edges edges;
  private final int[] places;
  private final int[] menteeRanks;
  private final int[] mentorRanks;
  private final Proposing proposing;

  private StableProblem(
      Edges edges, int[] places, int[] menteeRanks, int[] mentorRanks, Proposing proposing) {
    this.edges = edges;
    this.places = places;
    this.menteeRanks = menteeRanks;
    this.mentorRanks = mentorRanks;
    this.proposing = proposing;
  }

  /**
   * Everybody ranks.
   *
   * @param edges pairs of whom each is acceptable to the other; their scores do not decide, but are
   *     summed up in the answer
   * @param places how many mentees each mentor can take, 0 or more
   * @param menteeRanks for each edge the rank that its mentee gives the mentor, 0 to 2,147,483,646
   * @param mentorRanks for each edge the rank that its mentor gives the mentee, likewise
   * @param proposing who asks
   */
  public static StableProblem of(
      Edges edges, int[] places, int[] menteeRanks, int[] mentorRanks, Proposing proposing) {
    return new StableProblem(
        edges,
        checked("stable.places", places, edges.mentors(), Integer.MAX_VALUE),
        checked("stable.mentee-ranks", menteeRanks, edges.size(), MOST),
        checked("stable.mentor-ranks", mentorRanks, edges.size(), MOST),
        proposing);
  }

  /**
   * Both sides rank by the score: greater is better, equal scores are a tie.
   *
   * @param edges the possible pairs
   * @param places how many mentees each mentor can take, 0 or more
   * @param proposing who asks
   */
  public static StableProblem byScore(Edges edges, int[] places, Proposing proposing) {
    int[] checkedPlaces = checked("stable.places", places, edges.mentors(), Integer.MAX_VALUE);
    return new StableProblem(
        edges,
        checkedPlaces,
        PreferenceLists.ranksByScore(edges, Proposing.MENTEES),
        PreferenceLists.ranksByScore(edges, Proposing.MENTORS),
        proposing);
  }

  /** The same rankings, with this side asking. */
  public StableProblem proposedBy(Proposing side) {
    return new StableProblem(edges, places, menteeRanks, mentorRanks, side);
  }

  /** The possible pairs. */
  public Edges edges() {
    return edges;
  }

  /** How many mentees a mentor can take. */
  public int places(int mentor) {
    return places[mentor];
  }

  /** The rank that an edge's mentee gives its mentor; 0 is the best. */
  public int menteeRank(int edge) {
    return menteeRanks[edge];
  }

  /** The rank that an edge's mentor gives its mentee; 0 is the best. */
  public int mentorRank(int edge) {
    return mentorRanks[edge];
  }

  /** Who asks. */
  public Proposing proposing() {
    return proposing;
  }

  private static int[] checked(String what, int[] values, int count, int most) {
    Invariants.range(what, values.length, count, count);
    for (int each : values) {
      Invariants.range(what, each, 0, most);
    }
    return values.clone();
  }
}
