package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;

/**
 * What counts for a completion of what mentees took part in: nothing that was done on a day without
 * the consents. It could not have been recorded, had the withdrawal been told by then; so it counts
 * no more than that. What others do needs none of these consents and is left as it is.
 */
final class ConsentedActivities {
  private final Workplace workplace;
  private final Practice practice;
  private final Particulars mentorship;
  private final Instant knownAt;
  private final ConsentDays consents;
  private final Map<ParticipantId, Map<LocalDate, Boolean>> asked = new HashMap<>();

  /**
   * @param mentorship with the parties of the day that is asked about, under the registrations that
   *     are kept
   * @param knownAt consents and withdrawals that became known later are left out
   */
  ConsentedActivities(
      Workplace workplace, Practice practice, Particulars mentorship, Instant knownAt) {
    this.workplace = workplace;
    this.practice = practice;
    this.mentorship = mentorship;
    this.knownAt = knownAt;
    this.consents = new ConsentDays(workplace);
  }

  /** Those that count, an event with those alone who could come to it. */
  List<Activity> of(List<Activity> activities) {
    CompletionTerms terms = practice.completion();
    if (terms == null || ConsentDays.asked(practice).isEmpty()) {
      return activities;
    }
    Set<Code> kinds = new HashSet<>(terms.requires());
    kinds.add(CompletionTerms.SUMMING_UP);
    kinds.add(CompletionTerms.EXIT_INTERVIEW);
    List<Activity> counting = new ArrayList<>();
    for (Activity activity : activities) {
      // Of the others, as reports and meetings, there are many, and none is asked for.
      if (kinds.contains(activity.kind())) {
        counting(activity).ifPresent(counting::add);
      } else {
        counting.add(activity);
      }
    }
    return counting;
  }

  private Optional<Activity> counting(Activity activity) {
    if (activity.happened() instanceof Happened.EventHeld event) {
      return counting(activity, event);
    }
    SortedSet<ParticipantId> took = tookPart(activity);
    return took.isEmpty() || took.stream().anyMatch(mentee -> consents(mentee, activity.on()))
        ? Optional.of(activity)
        : Optional.empty();
  }

  private Optional<Activity> counting(Activity activity, Happened.EventHeld event) {
    boolean all = event.attended().isEmpty() && activity.about() instanceof About.OfMentorship;
    SortedSet<ParticipantId> came = new TreeSet<>(all ? mentorship.mentees() : event.attended());
    boolean everybody =
        !came.removeIf(
            each -> mentorship.mentees().contains(each) && !consents(each, activity.on()));
    if (everybody) {
      return Optional.of(activity);
    }
    return came.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Activity(
                activity.id(),
                activity.kind(),
                activity.about(),
                activity.on(),
                new Happened.EventHeld(event.mode(), came, event.jointWith(), event.item()),
                activity.note(),
                activity.by(),
                activity.recordedAt()));
  }

  /** Mentees of whom one must have had the consents; none where it needs no mentee's consent. */
  private SortedSet<ParticipantId> tookPart(Activity activity) {
    SortedSet<ParticipantId> took = new TreeSet<>();
    if (!ConsentCheck.takesPart(activity.happened())) {
      return took;
    }
    if (activity.happened() instanceof Happened.PartGiven part && part.of() != null) {
      took.add(part.of());
    } else if (activity.about() instanceof About.OfParticipant of) {
      took.add(of.participant());
    } else {
      took.addAll(mentorship.mentees());
    }
    took.retainAll(mentorship.mentees());
    return took;
  }

  private boolean consents(ParticipantId mentee, LocalDate on) {
    return asked
        .computeIfAbsent(mentee, none -> new HashMap<>())
        .computeIfAbsent(
            on,
            day ->
                consents
                    .missing(practice, workplace.mentoring().dossier(mentee, day, knownAt))
                    .isEmpty());
  }
}
