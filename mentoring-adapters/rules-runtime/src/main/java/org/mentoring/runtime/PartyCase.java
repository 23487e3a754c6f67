package org.mentoring.runtime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;

/**
 * Whether somebody may take part: the question, as own rules read it. There is one in each case.
 * The birth date is not before own rules, only the age.
 *
 * @param day the day that is decided about
 * @param practice the practice's id; {@code centre} for a centre
 * @param position as what
 * @param kind what kind of party
 * @param years whole years completed on the day; null where the birth date is not known
 */
public record PartyCase(
    LocalDate day,
    String practice,
    Position position,
    ParticipantKind kind,
    @Nullable Integer years) {
  /** Redacted: the age is left out. */
  @Override
  public String toString() {
    return "PartyCase[" + day + ", " + practice + ", " + position + "]";
  }
}
