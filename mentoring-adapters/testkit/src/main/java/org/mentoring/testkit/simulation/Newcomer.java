package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import org.mentoring.failure.Invariants;
import org.mentoring.participant.Position;
import org.mentoring.validation.people.ParticipantInput;

/**
 * Somebody who comes to a simulated programme.
 *
 * @param on the day of the arrival; what holds of the person from a later day becomes known then
 * @param position as what: {@link Position#MENTEE} or {@link Position#MENTOR}
 * @param person who it is, with what is told of it
 */
public record Newcomer(LocalDate on, Position position, ParticipantInput person) {
  /** Refuses another position. */
  public Newcomer {
    Invariants.present("newcomer", on, position, person);
    Invariants.holds(
        position == Position.MENTEE || position == Position.MENTOR,
        "newcomer.position",
        "position",
        "MENTEE or MENTOR");
  }
}
