package org.mentoring.mentorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.time.Validity;

/**
 * A time in which a mentorship rests.
 *
 * @param from the first day
 * @param until the first day after; null while it lasts
 * @param reason why, 1 to 500 characters
 * @param by who paused it
 * @param resumedBecause why it goes on; null while it lasts and where the mentorship ended in it
 * @param resumedBy who resumed it; null likewise
 */
public record Pause(
    LocalDate from,
    @Nullable LocalDate until,
    String reason,
    Actor by,
    @Nullable String resumedBecause,
    @Nullable Actor resumedBy) {
  /** Whether the day belongs to it. A pause that was resumed on its first day has no day. */
  public boolean contains(LocalDate day) {
    LocalDate end = until;
    return !day.isBefore(from) && (end == null || day.isBefore(end));
  }

  /** Its days; refused for a pause without a day. */
  public Validity days() {
    return new Validity(from, until);
  }

  @Override
  public String toString() {
    return "Pause[" + from + ", " + until + "]";
  }
}
