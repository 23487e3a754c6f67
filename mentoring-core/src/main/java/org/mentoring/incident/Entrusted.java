package org.mentoring.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;

/**
 * Somebody was made responsible for an incident.
 *
 * @param responsible who is responsible from then on, until somebody else is
 * @param on the day
 * @param by who entrusted it
 * @param recordedAt when it became known
 */
public record Entrusted(Actor responsible, LocalDate on, Actor by, Instant recordedAt) {
  /** Refuses a missing value. */
  public Entrusted {
    Invariants.present("Entrusted", responsible, on, by, recordedAt);
  }
}
