package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;

/**
 * A change of a mentorship's state.
 *
 * @param to the state from then on
 * @param on the day
 * @param by who changed it
 * @param reason why, 1 to 500 characters; null where the step itself says it
 * @param decision digest of the decision it rests on; empty where it rests on none
 * @param recordedAt when it became known
 */
public record StateChange(
    MentorshipState to,
    LocalDate on,
    Actor by,
    @Nullable String reason,
    String decision,
    Instant recordedAt) {
  @Override
  public String toString() {
    return "StateChange[" + to + ", " + on + "]";
  }
}
