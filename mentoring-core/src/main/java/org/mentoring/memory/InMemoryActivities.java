package org.mentoring.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Map<ActivityId, Activity> activities = new HashMap<>();
  private final Map<About, List<ActivityEntry>> histories = new LinkedHashMap<>();
  private final Map<ParticipantId, List<ActivityEntry>> attended = new HashMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryActivities() {
    this(new UndoLog());
  }

  InMemoryActivities(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void append(ActivityEntry entry) {
    Activity activity =
        entry instanceof ActivityEntry.Recorded recorded
            ? added(recorded.activity())
            : known(((ActivityEntry.Retracted) entry).activity());
    histories.computeIfAbsent(activity.about(), about -> new ArrayList<>()).add(entry);
    takingPart(activity)
        .forEach(each -> attended.computeIfAbsent(each, id -> new ArrayList<>()).add(entry));
    undo.note(() -> takeBack(entry, activity));
  }

  private Activity added(Activity activity) {
    if (activities.putIfAbsent(activity.id(), activity) != null) {
      throw new MentoringException(
          "activity.exists", Map.of("activity", activity.id().value()), "Use another id.");
    }
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

  private synchronized void takeBack(ActivityEntry entry, Activity activity) {
    if (entry instanceof ActivityEntry.Recorded) {
      activities.remove(activity.id());
    }
    takeBack(entry, activity.about(), histories);
    takingPart(activity).forEach(each -> takeBack(entry, each, attended));
  }

  private static <K> void takeBack(ActivityEntry entry, K key, Map<K, List<ActivityEntry>> lists) {
    List<ActivityEntry> entries = lists.getOrDefault(key, new ArrayList<>());
    entries.remove(entry);
    if (entries.isEmpty()) {
      lists.remove(key);
    }
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
  public synchronized Optional<Activity> find(ActivityId id) {
    return Optional.ofNullable(activities.get(id));
  }

  @Override
  public synchronized List<ActivityEntry> history(About about) {
    return List.copyOf(histories.getOrDefault(about, List.of()));
  }

  @Override
  public synchronized List<ActivityEntry> attended(ParticipantId participant) {
    return List.copyOf(attended.getOrDefault(participant, List.of()));
  }

  @Override
  public synchronized List<About> subjects() {
    return List.copyOf(histories.keySet());
  }
}
