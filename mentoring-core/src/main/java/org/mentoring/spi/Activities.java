package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.ParticipantId;

/** The record of activities. Thread-safe; every call is atomic. */
public interface Activities {
  /**
   * Adds an entry.
   *
   * @throws org.mentoring.failure.MentoringException {@code activity.exists} if the id is taken,
   *     {@code activity.unknown} if a retracted one is not there
   */
  void append(ActivityEntry entry);

  /** The activity with this id, retracted or not, if there is one. */
  Optional<Activity> find(ActivityId id);

  /** The entries about something, in the order in which they were added. */
  List<ActivityEntry> history(About about);

  /**
   * Entries of events that a participant attended or held jointly with the one they are about, in
   * the order in which they were added.
   */
  List<ActivityEntry> attended(ParticipantId participant);

  /** What there are entries about; in a stable order. */
  List<About> subjects();

  /**
   * All entries, in the order in which they were added.
   *
   * @param after where the page before ended; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<ActivityEntry> list(@Nullable String after, int most);

  /**
   * Puts a redacted form in the place of the entry that recorded, or retracted, the same activity.
   *
   * @throws org.mentoring.failure.MentoringException {@code activity.unknown}
   */
  void redact(ActivityEntry redacted);
}
