package org.mentoring.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.digest.CanonicalForm;
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

  /**
   * Entries of activities that name a participant in what happened: who attended or held jointly, a
   * partner, those whom an entry concerns; each with its retraction, in the order in which they
   * were added. Those that are about the participant are found by {@link #history}. This goes
   * through all entries; a store that can look them up does better.
   */
  default List<ActivityEntry> naming(ParticipantId participant) {
    List<ActivityEntry> found = new ArrayList<>();
    String after = null;
    do {
      Page<ActivityEntry> page = list(after, 1_000);
      for (ActivityEntry entry : page.items()) {
        Optional<Activity> activity =
            entry instanceof ActivityEntry.Recorded recorded
                ? Optional.of(recorded.activity())
                : find(((ActivityEntry.Retracted) entry).activity());
        Set<ParticipantId> named = new HashSet<>();
        activity.ifPresent(
            each -> CanonicalForm.visit(each.happened(), ParticipantId.class, named::add));
        if (named.contains(participant)) {
          found.add(entry);
        }
      }
      after = page.next();
    } while (after != null);
    return List.copyOf(found);
  }

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
