package org.mentoring.activity;

import java.time.Instant;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;

/** An entry of the record of activities. Entries are only ever added. */
public sealed interface ActivityEntry {
  /**
   * An activity became known.
   *
   * @param activity the activity
   */
  record Recorded(Activity activity) implements ActivityEntry {}

  /**
   * A record turned out to be wrong.
   *
   * @param activity the wrong one
   * @param about what it was about
   * @param recordedAt when this became known
   * @param by who took it back
   * @param reason why, 1 to 500 characters
   */
  record Retracted(ActivityId activity, About about, Instant recordedAt, Actor by, String reason)
      implements ActivityEntry {
    @Override
    public String toString() {
      return "Retracted[" + activity + "]";
    }
  }
}
