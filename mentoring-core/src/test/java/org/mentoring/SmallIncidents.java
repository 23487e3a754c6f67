package org.mentoring;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * The small programme with three algorithms: a crisis of a child pauses the pair, one of a mentor
 * asks for another, one with the family ends it. The mentor reads the last kind, and has a step.
 * The commission is of the whole region, by the operator's word.
 */
final class SmallIncidents {
  static final String CANARY = "CANARY";
  static final Code CHILD = Code.of("CHILD_CRISIS");
  static final Code MENTOR_CRISIS = Code.of("MENTOR_CRISIS");
  static final Code FAMILY = Code.of("FAMILY_CONFLICT");
  static final Code CENTRE_HEAD = Code.of("CENTRE_HEAD");
  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  static final Code AS_MENTOR = Code.of("MENTOR");
  static final Actor COORDINATOR = SmallProgramme.COORDINATOR;
  static final Actor HEAD = new Actor("h-1", CENTRE_HEAD, "centre-1");
  static final Actor OTHER_HEAD = new Actor("h-2", CENTRE_HEAD, "centre-2");
  static final Actor COMMISSIONER = new Actor("k-1", COMMISSION, "commission");
  static final Actor OF_OPERATOR = new Actor("o-1", OPERATOR, "operator");
  static final Actor PSYCHOLOGIST = new Actor("ps-1", Code.of("SPECIALIST"), "school-1");
  static final Actor MENTOR = new Actor("mentor-1", AS_MENTOR, "centre-1");
  static final Actor MENTEE = new Actor("mentee-1", Code.of("MENTEE"), "centre-1");
  static final Actor OTHER_MENTOR = new Actor("mentor-2", AS_MENTOR, "centre-1");
  static final Actor GUARDIAN = new Actor("g-1", Code.of("GUARDIAN"), "family");
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");
  private static final Citation CITE = Citation.of("S2-15");

  final SmallMentorships mentorships;
  final IncidentCommands commands;
  final ParticipantId mentor;
  final ParticipantId mentee;

  SmallIncidents() {
    mentorships = new SmallMentorships(definition());
    commands = mentorships.mentoring.incidents();
    ParticipantId commission = ParticipantId.of(COMMISSIONER.organisation());
    mentorships
        .mentoring
        .register(OF_OPERATOR, commission, ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
    mentorships
        .mentoring
        .record(
            OF_OPERATOR,
            commission,
            new Fact.Trait(Attribute.ORGANISATION, "Commission of the region"),
            Validity.from(today()))
        .orElseThrow();
    mentor = mentorships.mentor("mentor-1");
    mentee = mentorships.mentee("mentee-1");
  }

  LocalDate today() {
    return mentorships.today();
  }

  MentorshipId active() {
    return mentorships.active(mentor, mentee);
  }

  /** What is reported of a child in a mentorship that runs or of none. */
  NewIncident of(Code kind, @Nullable MentorshipId mentorship, ParticipantId... concerns) {
    return new NewIncident(
        kind, mentorship, new TreeSet<>(Set.of(concerns)), today(), Note.of(CANARY));
  }

  IncidentId reported(Actor by, Code kind, @Nullable MentorshipId mentorship) {
    return commands.report(by, of(kind, mentorship, mentee)).orElseThrow();
  }

  IncidentId entrusted(Actor by, Code kind, @Nullable MentorshipId mentorship) {
    IncidentId id = reported(by, kind, mentorship);
    commands.entrust(COORDINATOR, id, HEAD, today()).orElseThrow();
    return id;
  }

  static ProgrammeDefinition definition() {
    ProgrammeDefinition small = SmallMentorships.definition();
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        small.under(),
        small.phases(),
        small.vocabulary(),
        small.scales(),
        small.neighbours(),
        small.places(),
        small.attributes(),
        small.standards(),
        small.practices(),
        small.centre(),
        small.targets(),
        small.records(),
        small.activities(),
        procedures(),
        small.calendars(),
        small.waivers(),
        small.privacy());
  }

  static List<IncidentProcedure> procedures() {
    return List.of(
        new IncidentProcedure(
            "children",
            new TreeSet<>(Set.of(CHILD)),
            CENTRE_HEAD,
            Period.ofWeeks(2),
            List.of(
                step("child-safe", CENTRE_HEAD, 1),
                step("talked", PSYCHOLOGIST.capacity(), 3),
                new IncidentProcedure.Step("written-up", CENTRE_HEAD, null, TITLE)),
            new TreeSet<>(Set.of(COMMISSION, CENTRE_HEAD)),
            IncidentProcedure.Effect.PAUSE,
            List.of(OPERATOR, COMMISSION),
            TITLE,
            CITE),
        new IncidentProcedure(
            "mentors",
            new TreeSet<>(Set.of(MENTOR_CRISIS)),
            CENTRE_HEAD,
            Period.ofWeeks(2),
            List.of(),
            new TreeSet<>(Set.of(CENTRE_HEAD, OPERATOR)),
            IncidentProcedure.Effect.REPLACE,
            List.of(OPERATOR),
            TITLE,
            CITE),
        new IncidentProcedure(
            "families",
            new TreeSet<>(Set.of(FAMILY)),
            CENTRE_HEAD,
            null,
            List.of(step("mentor-tells", AS_MENTOR, 7)),
            new TreeSet<>(Set.of(AS_MENTOR)),
            IncidentProcedure.Effect.END,
            List.of(),
            TITLE,
            CITE));
  }

  private static IncidentProcedure.Step step(String id, Code owner, int days) {
    return new IncidentProcedure.Step(id, owner, Period.ofDays(days), TITLE);
  }
}
