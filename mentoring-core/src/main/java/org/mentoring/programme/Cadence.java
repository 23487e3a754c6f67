package org.mentoring.programme;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * Something that is due again and again.
 *
 * @param due what is due
 * @param by who owes it
 * @param every the period
 * @param times how often in a period, 1 to 1,000
 * @param calendar whether periods are those of the calendar or count from the start
 * @param grace after the end of a period; null for none
 * @param duration for how long after the start; null without end
 * @param citation where it comes from
 */
public record Cadence(
    Code due,
    Code by,
    Period every,
    int times,
    boolean calendar,
    @Nullable Period grace,
    @Nullable Period duration,
    Citation citation) {
  /** Refuses a period that is not positive and a number out of range. */
  public Cadence {
    Invariants.holds(
        !every.isNegative() && !every.isZero(), "period.notPositive", "every", "a positive period");
    Invariants.range("times", times, 1, 1_000);
  }
}
