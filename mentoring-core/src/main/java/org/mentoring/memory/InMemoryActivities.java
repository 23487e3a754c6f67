package org.mentoring.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** An empty store. */
  public InMemoryActivities() {}

  @Override
  public synchronized void append(ActivityEntry entry) {
    Activity activity;
    if (entry instanceof ActivityEntry.Recorded recorded) {
      activity = recorded.activity();
      if (activities.putIfAbsent(activity.id(), activity) != null) {
        throw new MentoringException(
            "activity.exists", Map.of("activity", activity.id().value()), "Use another id.");
      }
    } else {
      ActivityId wrong = ((ActivityEntry.Retracted) entry).activity();
      activity = activities.get(wrong);
      if (activity == null) {
        throw new MentoringException(
            "activity.unknown",
            Map.of("activity", wrong.value()),
            "Use the id that recording the activity answered with.");
      }
    }
    histories.computeIfAbsent(activity.about(), about -> new ArrayList<>()).add(entry);
    if (activity.happened() instanceof Happened.EventHeld event) {
      event
          .attended()
          .forEach(each -> attended.computeIfAbsent(each, id -> new ArrayList<>()).add(entry));
    }
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
