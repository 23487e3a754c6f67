package org.mentoring.runtime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact;

/**
 * When a fact holds, as own rules read it. Facts that hold on the day of the case lie before the
 * rules by themselves as well; those that have ended only here.
 *
 * @param fact what
 * @param from the first day
 * @param until the first day after; null for no end
 * @param current whether it holds on the day of the case
 */
public record Held(Fact fact, LocalDate from, @Nullable LocalDate until, boolean current) {
  /** Redacted: the kind alone. */
  @Override
  public String toString() {
    return "Held[" + fact.kind() + "]";
  }
}
