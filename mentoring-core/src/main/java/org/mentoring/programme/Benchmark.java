package org.mentoring.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.text.LocalizedText;

/**
 * One item of a standard by which a running programme is measured. It asks nothing of anybody: what
 * a pack asks are its rules.
 *
 * @param code lower case with hyphens, unique among the benchmarks of the pack; that of a rule of
 *     the pack: how far that rule is met
 * @param title how people call it
 * @param from the first day of those on which a mentorship is measured by it that began then; null:
 *     any
 * @param until the first day after those; null: it is still in force
 * @param measure how it is told; null: as the rule of the same code asks
 * @param citation where it comes from
 */
public record Benchmark(
    String code,
    LocalizedText title,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable Measure measure,
    Citation citation) {
  /** Refuses an end that is not after the beginning. */
  public Benchmark {
    Invariants.holds(
        from == null || until == null || until.isAfter(from),
        "validity.empty",
        "until",
        "a day after from");
  }

  /** Whether what began on this day is measured by it. */
  public boolean inForce(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
