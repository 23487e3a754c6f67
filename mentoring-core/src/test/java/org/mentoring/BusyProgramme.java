package org.mentoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RecordTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** A programme with every shape of activity, centres, and one mentorship that runs. */
final class BusyProgramme {
  static final LocalDate TODAY = LocalDate.of(2020, 10, 1);
  static final LocalDate STARTED = LocalDate.of(2020, 9, 5);
  static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");
  static final Actor MENTOR = new Actor("mentor", Code.of("MENTOR"), "centre-1");
  static final Citation CITE = Citation.of("S2-07");

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2020-10-01T06:00:00Z"));
  final Stores stores;
  final Mentoring mentoring;
  final ParticipantId centre;
  final ParticipantId mentor;
  final ParticipantId child;
  final FactId consent;
  final MentorshipId pair = MentorshipId.of("pair");

  BusyProgramme() {
    this(InMemoryStores.create());
  }

  BusyProgramme(Stores stores) {
    this(stores, definition());
  }

  BusyProgramme(Stores stores, ProgrammeDefinition definition) {
    this.stores = stores;
    mentoring =
        Mentoring.of(definition)
            .clock(
                new Clock() {
                  @Override
                  public ZoneId getZone() {
                    return ZoneOffset.UTC;
                  }

                  @Override
                  public Clock withZone(ZoneId zone) {
                    return this;
                  }

                  @Override
                  public Instant instant() {
                    return now.get();
                  }
                })
            .stores(stores)
            .identifiers(new SequentialIdentifiers())
            .rules(new SmallProgramme.PlainRules(new AtomicInteger()))
            .build();
    centre = centre("centre-1");
    mentor = mentor("mentor");
    child = person("child");
    fact(child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    fact(child, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    consent = consent(child);
    mentorship(
        "pair",
        mentor,
        child,
        MentorshipState.PROPOSED,
        MentorshipState.AGREED,
        MentorshipState.ACTIVE);
  }

  void later() {
    now.updateAndGet(instant -> instant.plusSeconds(60));
  }

  ParticipantId person(String id) {
    return registered(id, ParticipantKind.PERSON);
  }

  ParticipantId organisation(String id) {
    return registered(id, ParticipantKind.ORGANISATION);
  }

  private ParticipantId registered(String id, ParticipantKind kind) {
    return mentoring.register(COORDINATOR, ParticipantId.of(id), kind, List.of()).orElseThrow();
  }

  ParticipantId mentor(String id) {
    ParticipantId person = person(id);
    fact(person, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    return person;
  }

  ParticipantId centre(String id) {
    ParticipantId organisation = organisation(id);
    // That it is one, its own people tell.
    mentoring
        .record(
            Actor.coordinator("c-of-" + id, id),
            organisation,
            new Fact.PositionHeld(Position.CENTRE, null),
            Validity.from(day(-60)))
        .orElseThrow();
    return organisation;
  }

  /** A mentee with a mentorship of its own. */
  ParticipantId menteeInPair(String id) {
    ParticipantId mentee = person(id);
    fact(mentee, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    consent(mentee);
    mentorship("pair-of-" + id, mentor("mentor-of-" + id), mentee, MentorshipState.ACTIVE);
    return mentee;
  }

  FactId consent(ParticipantId mentee) {
    return fact(
        mentee,
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN,
            null,
            Code.of("MENTORING_CENTRE"),
            Code.of("PARTICIPATION")));
  }

  FactId fact(ParticipantId about, Fact fact) {
    return mentoring.record(COORDINATOR, about, fact, Validity.from(day(-60))).orElseThrow();
  }

  static LocalDate day(int fromToday) {
    return TODAY.plusDays(fromToday);
  }

  /** A mentorship that has passed through states, the last of them since {@link #STARTED}. */
  MentorshipId mentorship(
      String id, ParticipantId by, ParticipantId of, MentorshipState... states) {
    List<StateChange> changes = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      changes.add(
          new StateChange(
              states[i],
              STARTED.minusDays(states.length - 1L - i),
              COORDINATOR,
              null,
              "",
              now.get()));
    }
    stores
        .mentorships()
        .save(
            new Particulars(
                MentorshipId.of(id),
                1,
                "adolescents",
                Arrangement.INDIVIDUAL,
                ids(by),
                ids(of),
                centre,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                changes,
                null));
    return MentorshipId.of(id);
  }

  Outcome<ActivityId> record(String kind, Happened happened) {
    return record(HEAD, kind, About.mentorship(pair), happened);
  }

  Outcome<ActivityId> record(Actor by, String kind, About about, Happened happened) {
    return record(by, kind, about, TODAY, happened);
  }

  Outcome<ActivityId> record(Actor by, String kind, About about, LocalDate on, Happened happened) {
    return mentoring.activities().record(by, Code.of(kind), about, on, happened, null);
  }

  static Happened report() {
    return new Happened.MentorReport(Note.of("went skating"), null, null);
  }

  static Happened met() {
    return new Happened.Meeting(Happened.MeetingOutcome.HELD, Fact.Mode.IN_PERSON, 60);
  }

  static Happened event(ParticipantId... attended) {
    return new Happened.EventHeld(Fact.Mode.IN_PERSON, ids(attended), new TreeSet<>());
  }

  static Happened jointEvent(ParticipantId... with) {
    return new Happened.EventHeld(Fact.Mode.IN_PERSON, new TreeSet<>(), ids(with));
  }

  static Happened item(@Nullable String item) {
    return new Happened.Entry(item, new TreeSet<>(), 1);
  }

  static SortedSet<ParticipantId> ids(ParticipantId... ids) {
    return new TreeSet<>(Arrays.asList(ids));
  }

  static SortedSet<Code> codes(String... codes) {
    SortedSet<Code> all = new TreeSet<>();
    for (String code : codes) {
      all.add(Code.of(code));
    }
    return all;
  }

  static LocalizedText text(String text) {
    return new LocalizedText(text, text);
  }

  static ProgrammeDefinition definition() {
    ProgrammeDefinition base = SmallProgramme.definition(List.of());
    return new ProgrammeDefinition(
        "busy",
        base.version(),
        base.title(),
        null,
        base.zone(),
        List.of(),
        List.of(),
        List.of(
            new VocabularyTerm(Code.of("STATUTE"), text("statute")),
            new VocabularyTerm(Code.of("PLAN_OF_WORK"), text("plan of work")),
            new VocabularyTerm(Code.of("BANK"), text("bank"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(practice(base.practices().get(0))),
        centreTerms(),
        List.of(),
        List.of(
            record("modules", "REGISTER", "module-1", "module-2", "module-3"),
            record("cases", "CONTEST", "described", "submitted", "assessed", "published"),
            record("innovation", "LADDER", "adopter", "site", "core"),
            new RecordTerms(
                "zones",
                Code.of("REGISTER"),
                text("zones"),
                false,
                List.of(
                    new RecordTerms.Item("window", text("window"), 0),
                    new RecordTerms.Item("mixed-age", text("mixed-age"), 0)),
                Citation.of("S0-08")),
            new RecordTerms(
                "positions",
                Code.of("ROUTE"),
                text("positions"),
                false,
                List.of(
                    new RecordTerms.Item("mentor", text("mentor"), 0),
                    new RecordTerms.Item("consumer", text("consumer"), 0)),
                Citation.of("S3-04")),
            new RecordTerms(
                "budget",
                Code.of("BUDGET"),
                text("budget"),
                false,
                List.of(
                    new RecordTerms.Item(
                        "speakers",
                        text("speakers"),
                        100_000,
                        new RecordTerms.Cost(20_000, 5, 10_000, 90_000)),
                    new RecordTerms.Item(
                        "bank", text("bank"), 2_600, new RecordTerms.Cost(2_600, 1, 0, 2_600))),
                Citation.of("S4-10"),
                102_600L)),
        activities(),
        List.of(),
        List.of(),
        null,
        base.privacy());
  }

  private static Practice practice(Practice base) {
    PartyTerms mentee = base.party(Position.MENTEE).orElseThrow();
    PartyTerms consenting =
        new PartyTerms(
            Position.MENTEE,
            mentee.kinds(),
            List.of(
                new Requirement.ConsentGiven(
                    "mentee-consent",
                    Citation.of("S2-03"),
                    Fact.ConsentGiver.GUARDIAN,
                    Code.of("MENTORING_CENTRE"),
                    Code.of("PARTICIPATION"),
                    null,
                    null)),
            List.of(),
            mentee.citation());
    return new Practice(
        base.id(),
        base.title(),
        base.format(),
        base.arrangements(),
        false,
        false,
        List.of(consenting, base.party(Position.MENTOR).orElseThrow()),
        base.matching(),
        List.of(),
        new CompletionTerms(
            List.of(Code.of("SUMMING_UP")),
            codes("MENTEE", "GUARDIAN", "MENTOR"),
            List.of(Code.of("MENTOR")),
            null,
            List.of(),
            List.of(
                new Cadence(
                    Code.of("FOLLOW_UP_REPORT"),
                    Code.of("MENTORING_CENTRE"),
                    Period.ofMonths(6),
                    1,
                    false,
                    null,
                    null,
                    CITE)),
            CITE),
        base.citation());
  }

  private static CentreTerms centreTerms() {
    Citation cite = Citation.of("S1-15");
    return new CentreTerms(
        codes("STATUTE", "PLAN_OF_WORK"),
        2,
        List.of(
            new Requirement.TrainingDone(
                "organisers-trained", cite, Fact.TrainingKind.ORGANISERS, 60, null, null)),
        List.of(
            new PathStep("training", new TreeSet<>(Set.of("organisers-trained")), null, null, cite),
            new PathStep("premises", new TreeSet<>(), null, null, cite),
            new PathStep("opening", new TreeSet<>(), null, null, cite)),
        List.of(
            new OrganisationalModel(
                "model-1", text("the centre itself"), null, codes("COORDINATOR"), cite),
            new OrganisationalModel(
                "model-2", text("a partner"), Code.of("POSITIONS"), new TreeSet<>(), cite)),
        List.of(),
        cite);
  }

  private static RecordTerms record(String id, String kind, String... items) {
    return new RecordTerms(
        id,
        Code.of(kind),
        text(id),
        true,
        Arrays.stream(items).map(item -> new RecordTerms.Item(item, text(item), 0)).toList(),
        Citation.of("S1-11"));
  }

  private static List<ActivityTerms> activities() {
    return List.of(
        ofPair("MONTHLY_PLAN", Shape.MONTHLY_PLAN, "MENTOR", "CENTRE_HEAD"),
        ofPair("MENTOR_REPORT", Shape.REPORT, "MENTOR", "CENTRE_HEAD"),
        ofPair("FOLLOW_UP_REPORT", Shape.REPORT),
        ofPair("MEETING", Shape.MEETING),
        ofPair("CHECK_IN", Shape.CHECK_IN),
        ofPair("SERVICE_REFERRAL", Shape.SERVICE_REFERRAL),
        ofPair("SUMMING_UP", Shape.PART),
        ofPair("EXIT_INTERVIEW", Shape.PART),
        ofPair("SUPPORT_CHAT", Shape.ENTRY),
        ofPair("GRADUATION_EVENT", Shape.EVENT),
        held("WORKSHOP", null, false),
        held("ACQUAINTANCE_TRAINING", 3, false),
        held("JOINT_EVENT", null, true),
        heldIn("ZONE_EVENT", "zones"),
        itemOf("ORGANISERS_MODULE", "modules"),
        itemOf("BEST_PRACTICE", "cases"),
        itemOf("INNOVATION_STATUS", "innovation"),
        answering("ROUTE_STEP", null, null),
        answering("ROUTE_STEP_DONE", "ROUTE_STEP", null),
        answering("ROUTE_STEP_WAIVED", "ROUTE_STEP", ActivityTerms.NoteAsked.REASONS),
        resting("BANK_DECISION", ActivityTerms.About.PARTICIPANT, null, "WORKSHOP", "BANK"),
        opening("SEAT_REQUEST", null),
        opening("SEAT_REFUSED", "SEAT_REQUEST"),
        opening("SEAT_DECISION", "SEAT_REQUEST", Position.CONSUMER),
        resting("DIRECTION", ActivityTerms.About.MENTORSHIP, 1, null, null),
        resting("FESTIVAL_WORK", ActivityTerms.About.MENTORSHIP, null, "DIRECTION", null),
        new ActivityTerms(
            Code.of("EXPENSE"),
            Shape.ENTRY,
            ActivityTerms.About.PROGRAMME,
            new TreeSet<>(),
            null,
            "budget",
            null,
            false,
            text("expense"),
            Citation.of("S4-10")),
        new ActivityTerms(
            Code.of("SEMINAR"),
            Shape.ENTRY,
            ActivityTerms.About.PROGRAMME,
            new TreeSet<>(),
            null,
            null,
            null,
            false,
            text("seminar"),
            CITE));
  }

  private static ActivityTerms ofPair(String kind, Shape shape, String... by) {
    return new ActivityTerms(
        Code.of(kind),
        shape,
        ActivityTerms.About.MENTORSHIP,
        codes(by),
        null,
        null,
        null,
        false,
        text(kind),
        CITE);
  }

  private static ActivityTerms held(String kind, @Nullable Integer mostPairs, boolean joint) {
    return new ActivityTerms(
        Code.of(kind),
        Shape.EVENT,
        ActivityTerms.About.PARTICIPANT,
        new TreeSet<>(),
        Fact.Mode.IN_PERSON,
        null,
        mostPairs,
        joint,
        text(kind),
        Citation.of("S2-06"));
  }

  private static ActivityTerms answering(
      String kind, @Nullable String answers, ActivityTerms.@Nullable NoteAsked note) {
    return new ActivityTerms(
        Code.of(kind),
        Shape.ENTRY,
        ActivityTerms.About.PARTICIPANT,
        new TreeSet<>(),
        null,
        "zones",
        null,
        false,
        text(kind),
        CITE,
        null,
        answers == null ? null : Code.of(answers),
        note);
  }

  private static ActivityTerms opening(
      String kind, @Nullable String answers, Position... positions) {
    return new ActivityTerms(
        Code.of(kind),
        Shape.ENTRY,
        ActivityTerms.About.PARTICIPANT,
        new TreeSet<>(),
        null,
        "positions",
        null,
        false,
        text(kind),
        Citation.of("S3-04"),
        null,
        answers == null ? null : Code.of(answers),
        null,
        null,
        List.of(),
        null,
        List.of(positions),
        List.of());
  }

  private static ActivityTerms resting(
      String kind,
      ActivityTerms.About about,
      @Nullable Integer most,
      @Nullable String restsOn,
      @Nullable String enters) {
    return new ActivityTerms(
        Code.of(kind),
        Shape.ENTRY,
        about,
        new TreeSet<>(),
        null,
        null,
        null,
        false,
        text(kind),
        Citation.of("S4-06"),
        null,
        null,
        null,
        most,
        restsOn == null ? List.of() : List.of(Code.of(restsOn)),
        enters == null ? null : Code.of(enters));
  }

  private static ActivityTerms itemOf(String kind, String record) {
    return itemOf(kind, Shape.ENTRY, record);
  }

  private static ActivityTerms heldIn(String kind, String record) {
    return itemOf(kind, Shape.EVENT, record);
  }

  private static ActivityTerms itemOf(String kind, Shape shape, String record) {
    return new ActivityTerms(
        Code.of(kind),
        shape,
        ActivityTerms.About.PARTICIPANT,
        new TreeSet<>(),
        null,
        record,
        null,
        false,
        text(kind),
        CITE);
  }
}
