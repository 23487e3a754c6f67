package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * When a mentorship is complete, and what follows.
 *
 * @param requires what must have happened: kinds of activity, of the mentorship itself or of its
 *     centre with the mentee among those who came
 * @param jointBy parties that sum up together, each giving its part; empty if that is not asked
 * @param exitInterviews parties with whom an exit interview is asked before the closure
 * @param atLeast how long the mentorship must have run, pauses left out; null if it does not matter
 * @param endings how it may end early
 * @param followUp what is due after the completion
 * @param citation where it comes from
 */
public record CompletionTerms(
    List<Code> requires,
    SortedSet<Code> jointBy,
    @OmittedIfAbsent List<Code> exitInterviews,
    @OmittedIfAbsent @Nullable Period atLeast,
    @OmittedIfAbsent List<EarlyEnding> endings,
    List<Cadence> followUp,
    Citation citation) {
  /** Sorts and copies. */
  public CompletionTerms {
    requires = List.copyOf(requires);
    jointBy = Invariants.sorted(jointBy);
    exitInterviews = List.copyOf(exitInterviews);
    endings = List.copyOf(endings);
    followUp = List.copyOf(followUp);
  }

  /** Terms that know no exit interviews, no least length and no early endings. */
  public CompletionTerms(
      List<Code> requires, SortedSet<Code> jointBy, List<Cadence> followUp, Citation citation) {
    this(requires, jointBy, List.of(), null, List.of(), followUp, citation);
  }
}
