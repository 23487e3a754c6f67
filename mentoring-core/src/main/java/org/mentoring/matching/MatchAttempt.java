package org.mentoring.matching;

import java.util.List;
import org.mentoring.failure.Invariants;

/** A result, or the bounds that allow none. */
public sealed interface MatchAttempt {
  /**
   * A result.
   *
   * @param result the answer
   */
  record Found(MatchResult result) implements MatchAttempt {}

  /**
   * No answer, and nothing was left out to get one.
   *
   * @param refusals which bounds stand in the way, at least one
   */
  record Refused(List<MatchRefusal> refusals) implements MatchAttempt {
    /** Refuses an empty list; copies. */
    public Refused {
      refusals = Invariants.notEmpty("match.refusals", refusals);
    }
  }
}
