package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;

/**
 * What steps rest on: activities on record by the day of the step, less those taken back. A step
 * that says "they came to the event" is worth no more than the record of who came.
 */
final class StepGrounds {
  private final Mentoring mentoring;
  private final LocalDate on;
  private final @Nullable ActivityId without;
  private final Instant at;
  private final MergedParties merged;

  StepGrounds(Mentoring mentoring, LocalDate on) {
    this(mentoring, on, null, mentoring.now());
  }

  /** With what was known at an instant. */
  StepGrounds(Mentoring mentoring, LocalDate on, Instant at) {
    this(mentoring, on, null, at);
  }

  /** As if one activity were not there; null: with all. */
  StepGrounds(Mentoring mentoring, LocalDate on, @Nullable ActivityId without) {
    this(mentoring, on, without, mentoring.now());
  }

  private StepGrounds(Mentoring mentoring, LocalDate on, @Nullable ActivityId without, Instant at) {
    this.mentoring = mentoring;
    this.on = on;
    this.without = without;
    this.at = at;
    this.merged = new MergedParties(mentoring, at);
  }

  /** What a step of a participant's own path lacks. */
  List<Finding> missing(ParticipantId who, PathStep step) {
    if (step.restsOn().isEmpty()) {
      return List.of();
    }
    Set<Code> found = new HashSet<>();
    Stream.concat(
            mentoring.activities().of(About.participant(who), at).stream(),
            mentoring.activities().attendedBy(who, at).stream())
        .filter(this::counts)
        .forEach(activity -> found.add(activity.kind()));
    return step.restsOn().stream()
        .filter(kind -> !found.contains(kind))
        .map(
            kind ->
                Workplace.refusal("command.step-without-activity", step.id(), step.citation())
                    .with("kind", Parameter.code(kind)))
        .toList();
  }

  /**
   * What a step of a mentorship lacks.
   *
   * @param id null while there is no mentorship yet
   */
  List<Finding> missing(
      Workplace workplace,
      Practice practice,
      @Nullable MentorshipId id,
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees,
      MentorshipStep step) {
    List<Finding> findings = new ArrayList<>();
    for (Code kind : step.restsOn()) {
      SortedSet<ParticipantId> came = came(kind, id, mentors, mentees);
      SortedSet<ParticipantId> absent = new TreeSet<>(mentors);
      absent.addAll(mentees);
      absent.removeIf(party -> came.contains(merged.kept(party)));
      if (mentees.size() > 1) {
        // In a group, who is without a consent does not hold up those who go on.
        Parties.then(workplace, practice, on, at)
            .read(new TreeSet<>(), intersection(absent, mentees), new ArrayList<>())
            .stream()
            .filter(party -> !Parties.withoutConsent(List.of(party)).isEmpty())
            .forEach(party -> absent.remove(party.id()));
      }
      if (!absent.isEmpty()) {
        findings.add(
            Workplace.refusal("mentorship.step-without-activity", step.id(), step.citation())
                .with("step", Parameter.term(step.id()))
                .with("kind", Parameter.code(kind))
                .with("participants", named(absent)));
      }
    }
    return findings;
  }

  /** Parties for whom a record of the kind counts. */
  private SortedSet<ParticipantId> came(
      Code kind,
      @Nullable MentorshipId id,
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees) {
    SortedSet<ParticipantId> parties = merged.kept(mentors);
    parties.addAll(merged.kept(mentees));
    SortedSet<ParticipantId> came = new TreeSet<>();
    for (Activity activity : records(id, parties)) {
      if (!activity.kind().equals(kind) || !counts(activity)) {
        continue;
      }
      if (merged.kept(activity.happened()) instanceof Happened.EventHeld event
          && !(event.attended().isEmpty() && activity.about() instanceof About.OfMentorship)) {
        // Who came to it without the other side has not met it there.
        SortedSet<ParticipantId> attended = event.attended();
        if (attended.stream().anyMatch(merged.kept(mentors)::contains)
            && attended.stream().anyMatch(merged.kept(mentees)::contains)) {
          came.addAll(attended);
        }
      } else if (activity.about() instanceof About.OfMentorship) {
        came.addAll(parties);
      }
    }
    return came;
  }

  private List<Activity> records(@Nullable MentorshipId id, SortedSet<ParticipantId> parties) {
    List<Activity> records = new ArrayList<>();
    if (id != null) {
      records.addAll(mentoring.activities().of(About.mentorship(id), at));
    }
    parties.stream()
        .filter(party -> mentoring.participant(party).isPresent())
        .map(party -> mentoring.activities().attendedBy(party, at))
        .flatMap(List::stream)
        .forEach(records::add);
    return records;
  }

  /** A meeting that was missed is on record, but nobody came. */
  private boolean counts(Activity activity) {
    return !activity.id().equals(without)
        && !activity.on().isAfter(on)
        && !(activity.happened() instanceof Happened.Meeting meeting
            && meeting.outcome() != Happened.MeetingOutcome.HELD);
  }

  private static SortedSet<ParticipantId> intersection(
      SortedSet<ParticipantId> one, SortedSet<ParticipantId> other) {
    SortedSet<ParticipantId> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Parameter named(SortedSet<ParticipantId> participants) {
    return new Parameter.TermId(
        String.join(", ", participants.stream().map(ParticipantId::value).toList()),
        Sensitivity.STAFF_ONLY);
  }
}
