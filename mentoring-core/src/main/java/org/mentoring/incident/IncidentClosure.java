package org.mentoring.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;

/**
 * An incident was closed.
 *
 * @param resolution how it was resolved
 * @param on the day
 * @param by who closed it
 * @param recordedAt when it became known
 */
public record IncidentClosure(Resolution resolution, LocalDate on, Actor by, Instant recordedAt) {
  /** Refuses a missing value. */
  public IncidentClosure {
    Invariants.present("IncidentClosure", resolution, on, by, recordedAt);
  }
}
