package org.mentoring.journey;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/**
 * Somebody's way through the programme up to a day (S3-03), with dates: positions, what was planned
 * or asked for and what came of it, and events. Notes are free text: for those alone who may read
 * the person's records. Immutable and thread-safe.
 *
 * @param participant whose
 * @param asOf the day
 * @param positions held so far, in their order
 * @param steps what was planned or asked for: whatever another kind of activity answers, as steps
 *     of the route and requests for a position; by day
 * @param events that the participant came to, by day
 */
public record IndividualRoute(
    ParticipantId participant,
    LocalDate asOf,
    List<Held> positions,
    List<Step> steps,
    List<Activity> events) {
  /** Copies. */
  public IndividualRoute {
    Invariants.present("IndividualRoute", participant, asOf);
    positions = List.copyOf(positions);
    steps = List.copyOf(steps);
    events = List.copyOf(events);
  }

  /**
   * A position that was held.
   *
   * @param position which
   * @param practice the practice's id; null for the whole programme
   * @param when on which days
   */
  public record Held(Position position, @Nullable String practice, Validity when) {
    /** Refuses a missing value. */
    public Held {
      Invariants.present("Held", position, when);
    }
  }

  /**
   * Something that was planned or asked for.
   *
   * @param asked its record
   * @param answer what came of it: done, waived, decided; null as long as it is open
   */
  public record Step(Activity asked, @Nullable Activity answer) {
    /** Refuses a missing value. */
    public Step {
      Invariants.present("Step", asked);
    }

    /** What was planned or asked for, as {@code ROUTE_STEP}. */
    public Code kind() {
      return asked.kind();
    }
  }
}
