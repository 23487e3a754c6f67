package org.mentoring.rules.risk;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.mentoring.mentorship.Pause;
import org.mentoring.spi.CompletionCase;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/** Time that stands still while a mentorship is paused, or may not go on without a consent. */
final class Rest {
  private Rest() {}

  /** The days on which it stands still; by their first day, and none overlaps another. */
  static List<Validity> of(CompletionCase question) {
    return Spans.union(
        Stream.concat(
                question.mentorship().pauses().stream()
                    .filter(pause -> !pause.from().equals(pause.until()))
                    .map(Pause::days),
                question.withoutConsent().stream())
            .toList());
  }

  /**
   * The last day of a period after a day, each day of a rest within it adding one; the last of all
   * days where a rest within it has no end yet.
   *
   * @param rests by their first day; none overlaps another
   */
  static LocalDate endOf(LocalDate day, Period period, List<Validity> rests) {
    return Pause.endAfter(day, period, rests);
  }
}
