package org.mentoring.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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
  private final Kept<ActivityId, Activity> activities;
  private final Kept<About, List<ActivityEntry>> histories;
  private final Kept<ParticipantId, List<ActivityEntry>> attended;

  /** All of them, by when they came. */
  private final Kept<Long, ActivityEntry> arrived;

  private final AtomicLong arrivals = new AtomicLong();
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
    this.arrived = Kept.sorted(units);
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
    arrived.put(arrivals.incrementAndGet(), entry);
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
      throw unknown(id);
    }
    return activity;
  }

  private static MentoringException unknown(ActivityId id) {
    return new MentoringException(
        "activity.unknown",
        Map.of("activity", id.value()),
        "Use the id that recording the activity answered with.");
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

  @Override
  public Page<ActivityEntry> list(@Nullable String after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<Arrived> found =
        arrived.keys().stream()
            .filter(number -> after == null || number > Long.parseLong(after))
            .limit(most + 1L)
            .flatMap(
                number -> Stream.ofNullable(arrived.get(number)).map(e -> new Arrived(number, e)))
            .toList();
    List<Arrived> page = found.subList(0, Math.min(most, found.size()));
    return new Page<>(
        page.stream().map(Arrived::entry).toList(),
        found.size() > most ? Long.toString(page.get(most - 1).number()) : null);
  }

  private record Arrived(long number, ActivityEntry entry) {}

  @Override
  public void redact(ActivityEntry redacted) {
    units.write(() -> replaced(redacted));
  }

  private void replaced(ActivityEntry redacted) {
    ActivityId id = id(redacted);
    Activity before = known(id);
    if (of(histories, before.about()).stream().noneMatch(each -> sameAs(redacted, each))) {
      throw unknown(id);
    }
    for (long number : arrived.keys()) {
      ActivityEntry entry = arrived.get(number);
      if (entry != null && sameAs(redacted, entry)) {
        arrived.put(number, redacted);
      }
    }
    replace(histories, before.about(), redacted);
    takingPart(before).forEach(each -> replace(attended, each, redacted));
    if (redacted instanceof ActivityEntry.Recorded recorded) {
      activities.put(id, recorded.activity());
    }
  }

  private static <K> void replace(
      Kept<K, List<ActivityEntry>> lists, K key, ActivityEntry redacted) {
    lists.put(
        key,
        of(lists, key).stream().map(each -> sameAs(redacted, each) ? redacted : each).toList());
  }

  private static boolean sameAs(ActivityEntry redacted, ActivityEntry entry) {
    return redacted.getClass() == entry.getClass() && id(redacted).equals(id(entry));
  }

  private static ActivityId id(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded recorded
        ? recorded.activity().id()
        : ((ActivityEntry.Retracted) entry).activity();
  }
}
