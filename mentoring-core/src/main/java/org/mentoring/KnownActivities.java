package org.mentoring;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.obligation.Occurrence;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Cadence;

/** Activities as they were known at an instant, and what they count for. */
final class KnownActivities {
  private final Map<ActivityId, Activity> known = new LinkedHashMap<>();
  private final Instant knownAt;

  KnownActivities(Instant knownAt) {
    this.knownAt = knownAt;
  }

  /** Adds those of a history that were recorded and not taken back; the same one only once. */
  void add(List<ActivityEntry> history) {
    add(history, activity -> true);
  }

  /** Adds some of them. */
  void add(List<ActivityEntry> history, Predicate<Activity> which) {
    Set<ActivityId> retracted = new HashSet<>();
    for (ActivityEntry entry : history) {
      if (entry instanceof ActivityEntry.Recorded recorded) {
        Activity activity = recorded.activity();
        if (!activity.recordedAt().isAfter(knownAt) && which.test(activity)) {
          known.put(activity.id(), activity);
        }
      } else if (entry instanceof ActivityEntry.Retracted wrong
          && !wrong.recordedAt().isAfter(knownAt)) {
        retracted.add(wrong.activity());
      }
    }
    known.keySet().removeAll(retracted);
  }

  /** Those that a cadence asks for. */
  List<Occurrence> occurrences(Cadence cadence, @Nullable Code with) {
    return known.values().stream()
        .filter(activity -> activity.kind().equals(cadence.due()))
        .filter(activity -> held(activity.happened()))
        .filter(activity -> inMode(activity.happened(), cadence.mode()))
        .filter(activity -> with == null || took(activity.happened(), with))
        .map(
            activity ->
                activity.happened() instanceof Happened.MonthlyPlan plan
                    ? new Occurrence(activity.on(), plan.month())
                    : Occurrence.of(activity.on()))
        .toList();
  }

  private static boolean held(Happened happened) {
    return !(happened instanceof Happened.Meeting meeting)
        || meeting.outcome() == Happened.MeetingOutcome.HELD;
  }

  private static boolean inMode(Happened happened, Fact.@Nullable Mode mode) {
    if (mode == null) {
      return true;
    }
    if (happened instanceof Happened.EventHeld event) {
      return event.mode() == mode;
    }
    return happened instanceof Happened.Meeting meeting && meeting.mode() == mode;
  }

  private static boolean took(Happened happened, Code party) {
    if (happened instanceof Happened.CheckIn contact) {
      return contact.with().contains(party);
    }
    return happened instanceof Happened.PartGiven part && part.party().equals(party);
  }
}
