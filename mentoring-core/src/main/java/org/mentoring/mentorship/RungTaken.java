package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;

/**
 * A rung of the ladder of escalation, taken.
 *
 * @param rung the rung's id
 * @param on the day
 * @param reason why, 1 to 500 characters
 * @param by who took it
 * @param recordedAt when it became known
 */
public record RungTaken(String rung, LocalDate on, String reason, Actor by, Instant recordedAt) {
  /** Refuses a blank or long reason. */
  public RungTaken {
    Invariants.text("reason", reason, 500);
  }

  @Override
  public String toString() {
    return "RungTaken[" + rung + ", " + on + "]";
  }
}
