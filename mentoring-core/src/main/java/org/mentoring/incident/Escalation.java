package org.mentoring.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;

/**
 * Somebody higher up was told of an incident.
 *
 * @param to the capacity that was told
 * @param reason why; null where a deadline had passed
 * @param on the day
 * @param by who told
 * @param recordedAt when it became known
 */
public record Escalation(
    Code to, @Nullable Note reason, LocalDate on, Actor by, Instant recordedAt) {
  /** Refuses a missing value. */
  public Escalation {
    Invariants.present("Escalation", to, on, by, recordedAt);
  }

  @Override
  public String toString() {
    return "Escalation[" + on + "]";
  }
}
