package org.mentoring.assignment.bounded;

import java.time.Duration;
import java.util.Set;
import org.mentoring.assignment.StepListener;

/**
 * Chooses pairs under bounds; found as a service. It keeps every bound that it honours in every
 * answer, and never leaves one out silently. Thread-safe.
 */
public interface BoundedEngine {
  /** A stable name, lower case with hyphens, for reports. */
  String name();

  /** The kinds of bounds that it honours. */
  Set<BoundKind> honours();

  /**
   * The best answer, or why there is none. As long as the time suffices, the same problem has the
   * same answer.
   *
   * @param problem if it has a kind of bound that is not honoured, the answer names it
   * @param budget after this time the best that was found is the answer; above zero and at most
   *     {@link BoundedEngines#NO_LIMIT}
   * @param listener hears of as many steps as there are mentees in sum, and may throw to stop
   */
  BoundedAnswer solve(BoundedProblem problem, Duration budget, StepListener listener);
}
