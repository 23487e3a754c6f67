package org.mentoring.spi;

import java.util.List;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.programme.BurnOutSign;

/**
 * What was measured of somebody in a position, for the rules.
 *
 * @param participant who
 * @param position as what
 * @param measures one for each sign that the definition watches
 */
public record BurnOutCase(ParticipantId participant, Position position, List<Measure> measures) {
  /** Copies. */
  public BurnOutCase {
    measures = List.copyOf(measures);
  }

  /**
   * How much there is of a sign.
   *
   * @param sign of the definition
   * @param value people, days, duties or points
   * @param bound more than that is found
   */
  public record Measure(BurnOutSign sign, long value, long bound) {}
}
