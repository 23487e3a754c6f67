package org.mentoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.obligation.Occurrence;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Cadence;

/** Activities that may count for obligations, each once. Not thread-safe. */
final class CountedActivities {
  private final Map<ActivityId, Activity> all = new LinkedHashMap<>();

  void add(Collection<Activity> activities) {
    activities.forEach(activity -> all.put(activity.id(), activity));
  }

  /**
   * Those that a cadence asks for: of its kind, held and not missed, in its mode, with the party.
   * Where several are asked for in a period, contacts, reports and meetings of one day are one.
   *
   * @param attended whether those came to an event whom the cadence asks for
   */
  List<Occurrence> occurrences(Cadence cadence, @Nullable Code with, Predicate<Activity> attended) {
    Set<LocalDate> days = new HashSet<>();
    String item = cadence.item();
    return all.values().stream()
        .filter(activity -> activity.kind().equals(cadence.due()))
        .filter(activity -> held(activity.happened()))
        .filter(activity -> inMode(activity.happened(), cadence.mode()))
        .filter(activity -> with == null || took(activity.happened(), with))
        .filter(activity -> item == null || item.equals(OrderedRecords.item(activity.happened())))
        .filter(attended)
        .filter(
            activity ->
                cadence.times() == 1 || !isOnceADay(activity.happened()) || days.add(activity.on()))
        .map(CountedActivities::occurrence)
        .toList();
  }

  private static Occurrence occurrence(Activity activity) {
    return activity.happened() instanceof Happened.MonthlyPlan plan
        ? new Occurrence(activity.on(), plan.month())
        : Occurrence.of(activity.on());
  }

  private static boolean isOnceADay(Happened happened) {
    return happened instanceof Happened.CheckIn
        || happened instanceof Happened.MentorReport
        || happened instanceof Happened.Meeting;
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
