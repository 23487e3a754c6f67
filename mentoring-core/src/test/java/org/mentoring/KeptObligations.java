package org.mentoring;

import static org.mentoring.SmallProgramme.COORDINATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.obligation.Obligation;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.Beginning;
import org.mentoring.programme.Cadence.OwedFor;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.DayCalendar;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * A programme that owes reports, check-ins and follow-up for mentorships, training for mentors, a
 * referral for mentees, events for centres. Mentorships and activities are put straight into the
 * stores, so that tests say when each became known.
 */
final class KeptObligations {
  static final String PRACTICE = SmallMentorships.PRACTICE;
  static final Code MENTOR = Code.of("MENTOR");
  static final Code CENTRE = Code.of("MENTORING_CENTRE");
  static final Code REPORT = Code.of("MENTOR_REPORT");
  static final Code CHECK_IN = Code.of("CHECK_IN");
  static final Code MONITORING = Code.of("OCCUPATION_MONITORING");
  static final Code REFERRAL = Code.of("SERVICE_REFERRAL");
  static final Code EVENT = Code.of("JOINT_EVENT");
  static final Code TRAINING = Code.of("IN_SERVICE_TRAINING");

  final Stores stores = InMemoryStores.create();
  final SmallProgramme programme;
  final Mentoring mentoring;
  private int activities;

  KeptObligations() {
    this(definition());
  }

  KeptObligations(ProgrammeDefinition definition) {
    programme = new SmallProgramme(definition, stores);
    mentoring = programme.mentoring;
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static Instant at(String day) {
    return day(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  ParticipantId person(String id) {
    ParticipantId known = ParticipantId.of(id);
    return stores.participants().find(known).isPresent() ? known : programme.person(id);
  }

  ParticipantId organisation(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  /** A mentorship in the state ACTIVE from a day on; known from that day on. */
  MentorshipId mentorship(String id, String mentor, String mentee, String start) {
    MentorshipId mentorship = MentorshipId.of(id);
    stores
        .mentorships()
        .save(
            new Particulars(
                mentorship,
                1,
                PRACTICE,
                Arrangement.INDIVIDUAL,
                new TreeSet<>(Set.of(person(mentor))),
                new TreeSet<>(Set.of(person(mentee))),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(change(MentorshipState.PROPOSED, start, start)),
                null));
    changed(mentorship, MentorshipState.ACTIVE, start, start, null);
    return mentorship;
  }

  void changed(MentorshipId id, MentorshipState to, String on) {
    changed(id, to, on, on, null);
  }

  void completed(MentorshipId id, String on) {
    Closure closure =
        new Closure(
            Closure.Kind.COMPLETED, null, null, null, true, day(on), COORDINATOR, "decision");
    changed(id, MentorshipState.CLOSED, on, on, closure);
  }

  void changed(
      MentorshipId id, MentorshipState to, String on, String known, @Nullable Closure closure) {
    Particulars before = stores.mentorships().find(id).orElseThrow();
    List<StateChange> changes = new ArrayList<>(before.changes());
    changes.add(change(to, on, known));
    stores
        .mentorships()
        .save(
            new Particulars(
                before.id(),
                before.version() + 1,
                before.practice(),
                before.arrangement(),
                before.mentors(),
                before.mentees(),
                null,
                null,
                null,
                List.of(),
                before.startedOn(),
                List.of(),
                List.of(),
                List.of(),
                changes,
                closure == null ? before.closure() : closure));
  }

  private static StateChange change(MentorshipState to, String on, String known) {
    return new StateChange(to, day(on), COORDINATOR, null, "", at(known));
  }

  ActivityId report(MentorshipId mentorship, String on) {
    return report(mentorship, on, on);
  }

  ActivityId report(MentorshipId mentorship, String on, String known) {
    Happened report = new Happened.MentorReport(Note.of("done"), null, null);
    return activity(REPORT, About.mentorship(mentorship), on, known, report);
  }

  ActivityId checkIn(MentorshipId mentorship, String on, String... with) {
    TreeSet<Code> parties = new TreeSet<>();
    for (String party : with) {
      parties.add(Code.of(party));
    }
    return activity(
        CHECK_IN,
        About.mentorship(mentorship),
        on,
        on,
        new Happened.CheckIn(parties, new TreeSet<>(), false));
  }

  ActivityId activity(Code kind, About about, String on, String known, Happened happened) {
    Activity activity =
        new Activity(
            ActivityId.of("a-" + ++activities),
            kind,
            about,
            day(on),
            happened,
            null,
            COORDINATOR,
            at(known));
    stores.activities().append(new ActivityEntry.Recorded(activity));
    return activity.id();
  }

  void retracted(ActivityId id, About about, String known) {
    stores
        .activities()
        .append(new ActivityEntry.Retracted(id, about, at(known), COORDINATOR, "wrong"));
  }

  /** What stands there, as {@code "MENTOR_REPORT 1 MET"}. */
  static List<String> told(List<Obligation> obligations) {
    return obligations.stream().map(KeptObligations::told).toList();
  }

  static List<String> told(List<Obligation> obligations, Code due) {
    return told(
        obligations.stream().filter(each -> each.window().cadence().due().equals(due)).toList());
  }

  static String told(Obligation obligation) {
    Code with = obligation.window().with();
    return obligation.window().cadence().due()
        + (with == null ? " " : " " + with + " ")
        + obligation.window().number()
        + " "
        + obligation.state();
  }

  private static Cadence cadence(
      Code due,
      @Nullable OwedFor owedFor,
      String every,
      boolean calendar,
      @Nullable String duration,
      List<Code> with,
      @Nullable String skips) {
    boolean trained = due.equals(TRAINING);
    return Cadence.builder(
            due,
            trained || due.equals(REPORT) ? MENTOR : CENTRE,
            Period.parse(every),
            Citation.of("S2-08"))
        .owedFor(owedFor)
        .calendar(calendar)
        .beginning(trained ? Beginning.FIRST_FULL : null)
        .grace(due.equals(REPORT) ? Period.ofDays(3) : null)
        .duration(duration == null ? null : Period.parse(duration))
        .mode(trained ? Fact.Mode.IN_PERSON : null)
        .with(with)
        .skips(skips)
        .build();
  }

  static ProgrammeDefinition definition() {
    ProgrammeDefinition small = SmallMentorships.definition();
    Practice practice = small.practices().get(0);
    CompletionTerms completion =
        new CompletionTerms(
            List.of(),
            new TreeSet<>(),
            List.of(cadence(MONITORING, null, "P1M", false, "P3M", List.of(), null)),
            Citation.CHOICE);
    Practice keeping =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            false,
            false,
            practice.parties(),
            practice.matching(),
            practice.mentorship(),
            List.of(
                cadence(REPORT, null, "P2W", false, null, List.of(), null).named("reports"),
                cadence(
                    CHECK_IN, null, "P1M", true, null, List.of(MENTOR, Code.of("MENTEE")), "may"),
                cadence(TRAINING, OwedFor.MENTOR, "P3M", true, null, List.of(), null),
                cadence(REFERRAL, OwedFor.MENTEE, "P1Y", false, "P1Y", List.of(), null)),
            completion,
            Citation.CHOICE);
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        List.of(),
        List.of(),
        small.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(keeping),
        new CentreTerms(
            new TreeSet<>(),
            0,
            List.of(cadence(EVENT, null, "P6M", true, null, List.of(), null)),
            Citation.CHOICE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new DayCalendar(
                "may",
                new LocalizedText("May", "май"),
                List.of(Validity.between(day("2020-05-01"), day("2020-06-01"))),
                Citation.CHOICE)),
        new WaiverTerms(
            new TreeSet<>(List.of(Code.of("REGIONAL_OPERATOR"))),
            new TreeSet<>(),
            null,
            Citation.CHOICE),
        small.privacy());
  }
}
