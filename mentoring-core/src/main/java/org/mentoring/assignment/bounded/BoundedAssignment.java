package org.mentoring.assignment.bounded;

import java.util.Arrays;
import java.util.BitSet;
import org.mentoring.assignment.Edges;

/** The pairs that an engine chose, and how good they are. Immutable and thread-safe. */
public final class BoundedAssignment {
  private final Edges edges;
  private final BitSet chosen;
  private final Objective objective;

  private BoundedAssignment(Edges edges, BitSet chosen, Objective objective) {
    this.edges = edges;
    this.chosen = chosen;
    this.objective = objective;
  }

  /**
   * Counts what the pairs are worth; whether they keep the bounds is for {@link BoundedChecker} to
   * say.
   *
   * @param chosen numbers of edges
   */
  public static BoundedAssignment of(BoundedProblem problem, BitSet chosen) {
    Edges edges = problem.edges();
    long mentees = 0;
    long kept = 0;
    long waited = 0;
    long score = 0;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int end = edges.firstEdge(mentee + 1);
      int first = chosen.nextSetBit(edges.firstEdge(mentee));
      mentees += first >= 0 && first < end ? 1 : 0;
      for (int e = first; e >= 0 && e < end; e = chosen.nextSetBit(e + 1)) {
        kept += problem.kept(e) ? 1 : 0;
        waited += problem.waiting(mentee);
        score += edges.scoreOf(e);
      }
    }
    return new BoundedAssignment(
        edges,
        (BitSet) chosen.clone(),
        new Objective(mentees, chosen.cardinality(), kept, waited, score));
  }

  /** The numbers of the chosen edges. */
  public BitSet chosen() {
    return (BitSet) chosen.clone();
  }

  /** The mentors of a mentee, ascending. */
  public int[] mentorsOf(int mentee) {
    int first = edges.firstEdge(mentee);
    int end = edges.firstEdge(mentee + 1);
    int[] mentors = new int[end - first];
    int count = 0;
    for (int e = chosen.nextSetBit(first); e >= 0 && e < end; e = chosen.nextSetBit(e + 1)) {
      mentors[count++] = edges.mentorOf(e);
    }
    return Arrays.copyOf(mentors, count);
  }

  /** How good they are. */
  public Objective objective() {
    return objective;
  }
}
