package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Activities;

/**
 * What people do, on record: plans, reports, meetings, check-ins, events, referrals, parts of joint
 * acts, entries of general records. A record is never edited: a wrong one is taken back with a
 * reason and recorded anew, and what was known before stays known. Thread-safe.
 */
public final class ActivityCommands {
  private static final Code RECORD = Code.of("RECORD_ACTIVITY");
  private static final Code RETRACT = Code.of("RETRACT_ACTIVITY");
  private static final Comparator<Activity> BY_DAY =
      Comparator.comparing(Activity::on)
          .thenComparing(Activity::recordedAt)
          .thenComparing(Activity::id);

  private final Workplace workplace;
  private final Activities activities;
  private final ActivityCheck check;

  ActivityCommands(Workplace workplace) {
    this.workplace = workplace;
    this.activities = workplace.stores().activities();
    this.check = new ActivityCheck(workplace, this);
  }

  /**
   * Records what was done. Refused, with all that is wrong: a kind that the definition does not
   * declare, or that is recorded otherwise than declared (shape, subject, capacity, mode); unknown
   * mentorships and participants; a day that lies in the future; a mentorship that takes no such
   * record in the state that it had on the day; a plan for a month that is over or that has one; an
   * event with too many pairs, or one that is to be held jointly without a neighbour on record; a
   * referral to an organisation that is no partner of the centre; items of a record that are
   * unknown or out of their order; an answer to what nobody asked; a record without another that it
   * rests on, or one more about the same than there may be; a decision without its reasons where
   * the definition asks for them; a part of a joint act by a party that has none or gave it; a
   * mentor who records for somebody else's mentorship, and any party that is none of it; where the
   * definition does not say who records a kind, whoever neither runs the mentorship nor is a party
   * of it; staff of one centre who record about another one or its mentorship; whatever a mentee
   * would take part in without the consents that the practice asks for; what a pair would do
   * together on a day on which its mentor (where mentoring runs in both directions, its mentee too)
   * does not meet what nobody may waive, as a clearance; and an event for a pair that an incident
   * has paused.
   *
   * @param by who records it; in the capacity {@code MENTOR} the actor's id is the mentor's
   *     participant id
   * @param kind as {@code MENTOR_REPORT}
   * @param about what it is about
   * @param on the day when it was done or handed in
   * @param happened what the record holds
   * @param note free text; null for none
   */
  public Outcome<ActivityId> record(
      Actor by, Code kind, About about, LocalDate on, Happened happened, @Nullable Note note) {
    Arguments.given("by", by, "kind", kind, "about", about, "on", on, "happened", happened);
    Arguments.day(workplace.today(), "on", on);
    Invariants.present("record", by, kind, about, on, happened);
    return workplace.command(
        RECORD,
        by,
        List.of(kind, subject(about)),
        () -> {
          Optional<Particulars> mentorship = mentorship(about);
          Optional<Finding> unknown = mentorship.flatMap(workplace::unknownVersion);
          if (unknown.isPresent()) {
            return workplace.refused(RECORD, subject(about), null, List.of(unknown.get()));
          }
          Mentoring judging =
              mentorship.map(workplace::judging).orElse(workplace).on(on).mentoring();
          if (judging != workplace.mentoring()) {
            return judging.activities().record(by, kind, about, on, happened, note);
          }
          lock(about, happened);
          List<Finding> findings = check.findings(by, kind, about, on, happened);
          check.reasons(kind, note).ifPresent(findings::add);
          if (!findings.isEmpty()) {
            return workplace.refused(RECORD, subject(about), practice(about), findings);
          }
          Activity activity =
              new Activity(
                  workplace.identifiers().newActivity(),
                  kind,
                  current(about),
                  on,
                  current(happened),
                  note,
                  by,
                  workplace.now());
          activities.append(new ActivityEntry.Recorded(activity));
          return new Outcome.Accepted<>(activity.id());
        });
  }

  /**
   * Takes a wrong record back. It stays readable as what was known before. Refused for an unknown
   * one, for one that was taken back before, for one on which another record or an entry in a
   * register rests, and for the only one that bears a step which was taken or a mentorship that was
   * completed. A party of a mentorship takes back only what it recorded itself; anybody else must
   * be one who could record it.
   *
   * @param reason why, 1 to 500 characters
   */
  public Outcome<ActivityId> retract(Actor by, ActivityId activity, String reason) {
    Arguments.given("by", by, "activity", activity, "reason", reason);
    Invariants.present("retract", by, activity);
    String why = Mentoring.reason(reason);
    return workplace.command(
        RETRACT,
        by,
        List.of(activity),
        () -> {
          Activity wrong = activities.find(activity).orElse(null);
          if (wrong == null) {
            return workplace.refused(
                RETRACT,
                activity.value(),
                null,
                List.of(Workplace.refusal("command.activity-unknown", "activity")));
          }
          Optional<Particulars> mentorship = mentorship(wrong.about());
          Optional<Finding> unknown = mentorship.flatMap(workplace::unknownVersion);
          if (unknown.isPresent()) {
            return workplace.refused(RETRACT, subject(wrong.about()), null, List.of(unknown.get()));
          }
          if (mentorship.isPresent() && !workplace.judges(mentorship.get())) {
            return workplace
                .judging(mentorship.get())
                .mentoring()
                .activities()
                .retract(by, activity, reason);
          }
          lock(wrong.about(), wrong.happened());
          List<Finding> findings = new ArrayList<>();
          if (isRetracted(wrong)) {
            findings.add(Workplace.refusal("command.activity-retracted", wrong.kind().value()));
          } else {
            findings.addAll(check.restingOn(wrong));
            findings.addAll(new StepsBorne(workplace).findings(wrong));
            check.ofAnother(by, wrong).ifPresent(findings::add);
          }
          if (!findings.isEmpty()) {
            return workplace.refused(
                RETRACT, subject(wrong.about()), practice(wrong.about()), findings);
          }
          activities.append(
              new ActivityEntry.Retracted(activity, wrong.about(), workplace.now(), by, why));
          return new Outcome.Accepted<>(activity);
        });
  }

  /** What is known now to have been done about something, by day; taken back ones are left out. */
  public List<Activity> of(About about) {
    return workplace.mentoring().asked(workplace::now, now -> of(about, now));
  }

  /**
   * What was known at an instant to have been done about something, by day; what was taken back by
   * then is left out. What was recorded about a merged duplicate counts for the one that is kept.
   *
   * @throws MentoringException {@code mentorship.unknown} or {@code participant.unknown}
   */
  public List<Activity> of(About about, Instant knownAt) {
    Arguments.given("about", about, "knownAt", knownAt);
    if (about instanceof About.OfMentorship of
        && workplace.stores().mentorships().find(of.mentorship()).isEmpty()) {
      throw new MentoringException(
          "mentorship.unknown",
          Map.of("mentorship", of.mentorship().value()),
          "Use the id that assigning the mentorship answered with.");
    }
    List<ActivityEntry> entries = new ArrayList<>();
    for (About each : sameAs(about, knownAt)) {
      entries.addAll(activities.history(each));
    }
    return standing(entries, knownAt);
  }

  /**
   * Events that a participant attended, or held jointly with the centre that recorded them, as far
   * as was known at an instant; by day.
   */
  public List<Activity> attendedBy(ParticipantId participant, Instant knownAt) {
    Arguments.given("participant", participant, "knownAt", knownAt);
    List<ActivityEntry> entries = new ArrayList<>();
    for (ParticipantId each : registrations(participant, knownAt)) {
      entries.addAll(activities.attended(each));
    }
    return standing(entries, knownAt);
  }

  /** All activities of a kind, as far as was known at an instant; by day. */
  public List<Activity> ofKind(Code kind, Instant knownAt) {
    Arguments.given("kind", kind, "knownAt", knownAt);
    List<Activity> found = new ArrayList<>();
    for (About about : activities.subjects()) {
      for (Activity each : standing(activities.history(about), knownAt)) {
        if (each.kind().equals(kind)) {
          found.add(each);
        }
      }
    }
    found.sort(BY_DAY);
    return List.copyOf(found);
  }

  private static List<Activity> standing(Collection<ActivityEntry> entries, Instant knownAt) {
    Map<ActivityId, Activity> recorded = new LinkedHashMap<>();
    Set<ActivityId> gone = new HashSet<>();
    for (ActivityEntry entry : entries) {
      if (entry instanceof ActivityEntry.Recorded known) {
        if (!known.activity().recordedAt().isAfter(knownAt)) {
          recorded.put(known.activity().id(), known.activity());
        }
      } else if (entry instanceof ActivityEntry.Retracted retracted
          && !retracted.recordedAt().isAfter(knownAt)) {
        gone.add(retracted.activity());
      }
    }
    return recorded.values().stream()
        .filter(activity -> !gone.contains(activity.id()))
        .sorted(BY_DAY)
        .toList();
  }

  private boolean isRetracted(Activity activity) {
    return activities.history(activity.about()).stream()
        .anyMatch(
            entry ->
                entry instanceof ActivityEntry.Retracted retracted
                    && retracted.activity().equals(activity.id()));
  }

  private Set<About> sameAs(About about, Instant knownAt) {
    Set<About> all = new LinkedHashSet<>();
    all.add(about);
    if (about instanceof About.OfParticipant of) {
      for (ParticipantId each : registrations(of.participant(), knownAt)) {
        all.add(About.participant(each));
      }
    }
    return all;
  }

  private SortedSet<ParticipantId> registrations(ParticipantId participant, Instant knownAt) {
    return workplace.mentoring().registrations(participant, knownAt);
  }

  /** Records name the registration that is kept, so that a merge loses nobody's record. */
  private About current(About about) {
    return about instanceof About.OfParticipant of
        ? About.participant(workplace.mentoring().keeper(of.participant()))
        : about;
  }

  private Happened current(Happened happened) {
    if (happened instanceof Happened.EventHeld event) {
      return new Happened.EventHeld(
          event.mode(), current(event.attended()), current(event.jointWith()), event.item());
    } else if (happened instanceof Happened.ServiceReferral referral) {
      return new Happened.ServiceReferral(workplace.mentoring().keeper(referral.partner()));
    } else if (happened instanceof Happened.Entry entry) {
      return new Happened.Entry(entry.item(), current(entry.concerns()), entry.number());
    }
    return happened;
  }

  private SortedSet<ParticipantId> current(SortedSet<ParticipantId> participants) {
    SortedSet<ParticipantId> kept = new TreeSet<>();
    participants.forEach(each -> kept.add(workplace.mentoring().keeper(each)));
    return kept;
  }

  /** Consents and clearances of those who take part are asked, and completion rests on records. */
  private void lock(About about, Happened happened) {
    SortedSet<ParticipantId> persons = new TreeSet<>();
    if (about instanceof About.OfMentorship of) {
      workplace
          .stores()
          .mentorships()
          .find(of.mentorship())
          .ifPresent(
              found -> {
                persons.addAll(found.mentors());
                persons.addAll(found.mentees());
              });
    } else if (about instanceof About.OfParticipant of) {
      persons.add(of.participant());
    }
    if (happened instanceof Happened.EventHeld event) {
      persons.addAll(event.attended());
      persons.addAll(event.jointWith());
    }
    workplace.mentoring().lock(persons);
  }

  private String subject(About about) {
    if (about instanceof About.OfMentorship of) {
      return of.mentorship().value();
    }
    return about instanceof About.OfParticipant of
        ? of.participant().value()
        : workplace.definition().id();
  }

  private @Nullable String practice(About about) {
    return mentorship(about).map(Particulars::practice).orElse(null);
  }

  private Optional<Particulars> mentorship(About about) {
    return Optional.of(about)
        .filter(About.OfMentorship.class::isInstance)
        .map(of -> ((About.OfMentorship) of).mentorship())
        .flatMap(workplace.stores().mentorships()::find);
  }
}
