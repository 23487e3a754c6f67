package org.mentoring.activity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;

/**
 * Something that was done in a programme, on record. It is never edited: a wrong record is taken
 * back with a reason, and stays readable as what was known before. Immutable.
 *
 * @param id its id
 * @param kind its kind, as {@code MENTOR_REPORT}
 * @param about what it is about
 * @param on the day when it was done or handed in
 * @param happened what the record holds
 * @param note free text; null for none
 * @param by who recorded it
 * @param recordedAt when it became known
 */
public record Activity(
    ActivityId id,
    Code kind,
    About about,
    LocalDate on,
    Happened happened,
    @Nullable Note note,
    Actor by,
    Instant recordedAt) {
  /** Refuses a missing value. */
  public Activity {
    Invariants.present("Activity", id, kind, about, on, happened, by, recordedAt);
  }

  @Override
  public String toString() {
    return "Activity[" + id + ", " + kind + "]";
  }
}
