package org.mentoring.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;

/**
 * A mentee who seeks a mentor and is left out of a proposal, because a mentorship says so.
 *
 * @param mentee who
 * @param reason why
 * @param until the first day on which it may be matched; null where that is not known
 */
public record LeftOut(ParticipantId mentee, Reason reason, @Nullable LocalDate until)
    implements Comparable<LeftOut> {
  @Override
  public int compareTo(LeftOut other) {
    return mentee.compareTo(other.mentee);
  }

  /** Why. */
  public enum Reason {
    /** It has an open mentorship in the practice. */
    IN_MENTORSHIP,
    /** It waits after its last mentorship, as the definition says. */
    IN_BUFFER
  }
}
