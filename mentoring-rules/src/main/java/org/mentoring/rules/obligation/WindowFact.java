package org.mentoring.rules.obligation;

import java.time.LocalDate;
import org.mentoring.obligation.ObligationWindow;

/**
 * A window as the rules read it: flat, with days as numbers and the day that is decided about, so
 * that each rule looks at one fact and joins none.
 *
 * @param place of the window in its case, from 0
 * @param today the day that is decided about, counted as {@link LocalDate#toEpochDay()}
 * @param opens the first day
 * @param deadline the last day in time
 * @param asked how often it is due
 * @param inTime how often it was done by the deadline
 * @param done how often it was done in all
 * @param waived whether an authority waived it
 */
public record WindowFact(
    int place,
    long today,
    long opens,
    long deadline,
    int asked,
    int inTime,
    int done,
    boolean waived) {
  static WindowFact of(int place, ObligationWindow window, LocalDate asOf) {
    return new WindowFact(
        place,
        asOf.toEpochDay(),
        window.opens().toEpochDay(),
        window.deadline().toEpochDay(),
        window.cadence().times(),
        window.doneInTime(),
        window.doneInTime() + window.doneLate(),
        window.waived());
  }
}
