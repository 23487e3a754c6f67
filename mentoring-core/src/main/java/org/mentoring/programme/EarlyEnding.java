package org.mentoring.programme;

import java.time.Period;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
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
 * @param again whether the same mentor and mentee may be paired again; null: with a reason on
 *     record, unless it counted as completed
 */
public record EarlyEnding(
    Code reason,
    SortedSet<Code> askedBy,
    boolean asCompleted,
    @Nullable Period atLeast,
    Citation citation,
    @OmittedIfAbsent @Nullable PairedAgain again) {
  /** Refuses a length that is not positive; sorts and copies. */
  public EarlyEnding {
    Invariants.positive("at-least", atLeast);
    askedBy = Invariants.sorted(askedBy);
  }

  /** An ending after which the same two may be paired again for a reason on record. */
  public EarlyEnding(
      Code reason,
      SortedSet<Code> askedBy,
      boolean asCompleted,
      @Nullable Period atLeast,
      Citation citation) {
    this(reason, askedBy, asCompleted, atLeast, citation, null);
  }
}
