package org.mentoring.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Page;

/** Activities in memory. Thread-safe. */
public final class InMemoryActivities implements Activities {
  private final Map<ActivityId, Activity> activities = new HashMap<>();
  private final Map<About, List<ActivityEntry>> histories = new LinkedHashMap<>();
  private final Map<ParticipantId, List<ActivityEntry>> attended = new HashMap<>();

  private final List<ActivityEntry> all = new ArrayList<>();

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
    all.add(entry);
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
    all.remove(entry);
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

  @Override
  public synchronized Page<ActivityEntry> list(@Nullable String after, int most) {
    Invariants.range("most", most, 1, 1_000);
    int from = after == null ? 0 : Integer.parseInt(after);
    int until = Math.min(all.size(), from + most);
    return new Page<>(
        all.subList(from, until), until < all.size() ? Integer.toString(until) : null);
  }

  @Override
  public synchronized void redact(ActivityEntry redacted) {
    ActivityEntry before =
        all.stream()
            .filter(each -> place(each).equals(place(redacted)))
            .findFirst()
            .orElseThrow(
                () ->
                    new MentoringException(
                        "activity.unknown",
                        Map.of("activity", place(redacted).id().value()),
                        "Look at the id."));
    replace(before, redacted);
    undo.note(() -> replace(redacted, before));
  }

  private record Entered(ActivityId id, boolean retracted) {}

  private static Entered place(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded recorded
        ? new Entered(recorded.activity().id(), false)
        : new Entered(((ActivityEntry.Retracted) entry).activity(), true);
  }

  private synchronized void replace(ActivityEntry before, ActivityEntry after) {
    all.replaceAll(each -> each == before ? after : each);
    histories.values().forEach(list -> list.replaceAll(each -> each == before ? after : each));
    attended.values().forEach(list -> list.replaceAll(each -> each == before ? after : each));
    if (after instanceof ActivityEntry.Recorded recorded) {
      activities.put(recorded.activity().id(), recorded.activity());
    }
  }
}
