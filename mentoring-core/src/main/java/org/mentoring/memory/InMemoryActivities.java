package org.mentoring.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Activities;

/** Activities in memory. Thread-safe. */
public final class InMemoryActivities implements Activities {
  private final Kept<ActivityId, Activity> activities;
  private final Kept<About, List<ActivityEntry>> histories;
  private final Kept<ParticipantId, List<ActivityEntry>> attended;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryActivities() {
    this(new UndoLog());
  }

  InMemoryActivities(UndoLog units) {
    this.units = units;
    this.activities = Kept.asAdded(units);
    this.histories = Kept.asAdded(units);
    this.attended = Kept.asAdded(units);
  }

  @Override
  public void append(ActivityEntry entry) {
    units.write(() -> appended(entry));
  }

  private void appended(ActivityEntry entry) {
    Activity activity =
        entry instanceof ActivityEntry.Recorded recorded
            ? added(recorded.activity())
            : known(((ActivityEntry.Retracted) entry).activity());
    append(histories, activity.about(), entry);
    takingPart(activity).forEach(each -> append(attended, each, entry));
  }

  private static <K> void append(Kept<K, List<ActivityEntry>> lists, K key, ActivityEntry entry) {
    List<ActivityEntry> entries = new ArrayList<>(of(lists, key));
    entries.add(entry);
    lists.put(key, List.copyOf(entries));
  }

  private static <K> List<ActivityEntry> of(Kept<K, List<ActivityEntry>> lists, K key) {
    List<ActivityEntry> entries = lists.get(key);
    return entries == null ? List.of() : entries;
  }

  private Activity added(Activity activity) {
    if (activities.get(activity.id()) != null) {
      throw new MentoringException(
          "activity.exists", Map.of("activity", activity.id().value()), "Use another id.");
    }
    activities.put(activity.id(), activity);
    return activity;
  }

  private Activity known(ActivityId id) {
    Activity activity = activities.get(id);
    if (activity == null) {
      throw new MentoringException(
          "activity.unknown",
          Map.of("activity", id.value()),
          "Use the id that recording the activity answered with.");
    }
    return activity;
  }

  private static SortedSet<ParticipantId> takingPart(Activity activity) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    if (activity.happened() instanceof Happened.EventHeld event) {
      all.addAll(event.attended());
      all.addAll(event.jointWith());
    }
    return all;
  }

  @Override
  public Optional<Activity> find(ActivityId id) {
    return Optional.ofNullable(activities.get(id));
  }

  @Override
  public List<ActivityEntry> history(About about) {
    return of(histories, about);
  }

  @Override
  public List<ActivityEntry> attended(ParticipantId participant) {
    return of(attended, participant);
  }

  @Override
  public List<About> subjects() {
    return histories.keys();
  }
}
