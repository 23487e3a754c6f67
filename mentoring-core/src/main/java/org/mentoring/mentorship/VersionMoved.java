package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;

/**
 * That a mentorship was moved to another version of its programme.
 *
 * @param from the version before; null if it was pinned to none
 * @param to the version from then on
 * @param on the day
 * @param reason why, 1 to 500 characters
 * @param by who moved it
 * @param decision the id of the command that did it
 * @param recordedAt when it became known
 */
public record VersionMoved(
    @Nullable PinnedVersion from,
    PinnedVersion to,
    LocalDate on,
    String reason,
    Actor by,
    String decision,
    Instant recordedAt) {
  /** Refuses nulls. */
  public VersionMoved {
    Invariants.present("VersionMoved", to, on, reason, by, decision, recordedAt);
  }

  @Override
  public String toString() {
    return "VersionMoved[" + to.version() + ", " + on + "]";
  }
}
