package org.mentoring.programme;

import java.time.Period;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * A way in which a mentorship may end before its completion.
 *
 * @param reason as {@code UNWILLING_PARTY}, {@code MOVED}, {@code SAFETY}
 * @param askedBy capacities that may ask for it; empty: any
 * @param asCompleted whether it counts as completed
 * @param atLeast counts as completed only after so long, pauses left out; null: at once
 * @param citation where it comes from
 */
public record EarlyEnding(
    Code reason,
    SortedSet<Code> askedBy,
    boolean asCompleted,
    @Nullable Period atLeast,
    Citation citation) {
  /** Refuses a length that is not positive; sorts and copies. */
  public EarlyEnding {
    Invariants.positive("at-least", atLeast);
    askedBy = Invariants.sorted(askedBy);
  }
}
