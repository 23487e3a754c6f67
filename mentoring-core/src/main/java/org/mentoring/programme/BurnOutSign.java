package org.mentoring.programme;

import java.time.Period;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * What tells that somebody in a position may burn out, and what helps (S3-08).
 *
 * @param sign what is looked at
 * @param moreThan found if there is more of it, 0 to 100,000; null for a sign of time
 * @param longerThan found if it lasts longer; null for a sign that is counted
 * @param kind the kind of activity about the person that is recognition, or holds the own answer in
 *     its number; null for other signs
 * @param helps what is told to help
 * @param citation where it comes from
 */
public record BurnOutSign(
    Sign sign,
    @Nullable Integer moreThan,
    @Nullable Period longerThan,
    @Nullable Code kind,
    SortedSet<Code> helps,
    Citation citation) {
  /** What is looked at. */
  public enum Sign {
    /**
     * People looked after at once: of a mentor, mentees in open mentorships; of others, people on
     * record of whom the attribute that is called like the position names this person.
     */
    LOAD,
    /** Days of service since the last recognition, or since the position is held. */
    UNRECOGNISED,
    /**
     * What is overdue of the person's own duties, as missed reports: what the position itself owes;
     * of a mentor also what mentors owe in open mentorships, of others what their position owes for
     * the centres that they belong to.
     */
    OVERDUE_DUTIES,
    /** The last own answer, in points. */
    OWN_ANSWER
  }

  /** Refuses a sign without the bound or the kind that it needs, or with others; sorts, copies. */
  public BurnOutSign {
    boolean ofTime = sign == Sign.UNRECOGNISED;
    Invariants.holds(
        ofTime ? longerThan != null && moreThan == null : longerThan == null && moreThan != null,
        "burn-out.bound",
        "more-than, longer-than",
        "longer-than for UNRECOGNISED, more-than for other signs");
    Invariants.holds(
        (ofTime || sign == Sign.OWN_ANSWER) == (kind != null),
        "burn-out.kind",
        "kind",
        "a kind of activity for UNRECOGNISED and OWN_ANSWER, none for other signs");
    Invariants.positive("longer-than", longerThan);
    if (moreThan != null) {
      Invariants.range("more-than", moreThan, 0, 100_000);
    }
    helps = Invariants.sortedNotEmpty("helps", helps);
  }
}
