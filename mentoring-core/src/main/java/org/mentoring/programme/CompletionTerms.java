package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * When a mentorship is complete, and what follows.
 *
 * @param requires what must have happened
 * @param jointBy parties that sum up together; empty if that is not asked
 * @param followUp what is due after the completion
 * @param citation where it comes from
 */
public record CompletionTerms(
    List<Code> requires, SortedSet<Code> jointBy, List<Cadence> followUp, Citation citation) {
  /** Sorts and copies. */
  public CompletionTerms {
    requires = List.copyOf(requires);
    jointBy = Invariants.sorted(jointBy);
    followUp = List.copyOf(followUp);
  }
}
