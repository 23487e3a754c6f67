package org.mentoring.year.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.testkit.KnockOut;
import org.mentoring.time.Validity;

/**
 * The teachers of Nefteyugansk with what a test needs of them. It does what the definition asks for
 * and no more, so that it also stands where something is knocked out of the definition.
 */
final class Nefteyugansk implements AutoCloseable {
  static final String TRADITIONAL = "traditional";
  static final String REVERSE = "reverse";
  static final String PARTNERSHIP = "partnership";
  static final String NAVIGATORS = "navigators";
  static final List<String> FORMATS = List.of(TRADITIONAL, REVERSE, PARTNERSHIP);
  static final LocalDate BEFORE = LocalDate.of(2023, 1, 16);
  static final LocalDate START = LocalDate.of(2023, 3, 6);
  static final LocalDate CLOSING = LocalDate.of(2023, 12, 8);
  static final LocalDate TODAY = LocalDate.of(2025, 3, 10);
  static final Actor COORDINATOR = new Actor("k-1", Code.of("COORDINATOR"), "poisk");

  final Mentoring mentoring;
  final ParticipantId centre;

  Nefteyugansk(KnockOut knockOut) {
    this(knockOut, knockOut.in(BuiltInProgrammes.read("nefteyugansk-pedagogical-investment")));
  }

  private Nefteyugansk(KnockOut knockOut, ProgrammeDefinition definition) {
    mentoring =
        Mentoring.of(definition)
            .rules(knockOut.in(Rules.SHARED))
            .clock(Clock.fixed(Instant.parse("2025-03-10T06:00:00Z"), ZoneOffset.UTC))
            .identifiers(new SequentialIdentifiers())
            .build();
    centre = registered("poisk", ParticipantKind.ORGANISATION);
    fact(centre, new Fact.PositionHeld(Position.CENTRE, null));
  }

  /** Under the law that the programme names. */
  static Nefteyugansk underTheLaw() {
    return new Nefteyugansk(
        KnockOut.none(),
        BuiltInPacks.laidOver(BuiltInProgrammes.read("nefteyugansk-pedagogical-investment")));
  }

  @Override
  public void close() {
    mentoring.close();
  }

  void fact(ParticipantId about, Fact fact) {
    mentoring.record(COORDINATOR, about, fact, Validity.from(BEFORE)).orElseThrow();
  }

  ParticipantId registered(String id, ParticipantKind kind) {
    return mentoring.register(COORDINATOR, ParticipantId.of(id), kind, List.of()).orElseThrow();
  }

  /** A person of the town without anything that the programme asks for. */
  ParticipantId person(String id, LocalDate born) {
    ParticipantId person = registered(id, ParticipantKind.PERSON);
    mentoring.record(COORDINATOR, person, new Fact.Birth(born), Validity.from(born)).orElseThrow();
    fact(person, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    return person;
  }

  ParticipantId teacher(String id, int born) {
    ParticipantId teacher = person(id, LocalDate.of(born, 9, 1));
    fact(teacher, new Fact.Affiliation(Code.of("MUNICIPAL_GENERAL_EDUCATION")));
    return teacher;
  }

  void applied(ParticipantId person, Position position) {
    fact(person, new Fact.Application(position, Fact.WayIn.SELF));
  }

  ParticipantId mentee(String id, int born) {
    ParticipantId mentee = teacher(id, born);
    applied(mentee, Position.MENTEE);
    return mentee;
  }

  /** A teacher who has gone the track of competence leaders for all formats. */
  ParticipantId mentor(String id, int born) {
    ParticipantId mentor = teacher(id, born);
    applied(mentor, Position.MENTOR);
    FORMATS.forEach(practice -> track(practice, mentor));
    return mentor;
  }

  private void track(String practice, ParticipantId mentor) {
    for (PathStep step : track(practice)) {
      step.restsOn()
          .forEach(
              kind ->
                  tried(kind.value(), About.participant(centre), BEFORE, held(mentor))
                      .orElseThrow());
      step(practice, mentor, step.id()).orElseThrow();
    }
  }

  List<PathStep> track(String practice) {
    return mentoring
        .definition()
        .practice(practice)
        .orElseThrow()
        .party(Position.MENTOR)
        .orElseThrow()
        .path();
  }

  Outcome<FactId> step(String practice, ParticipantId mentor, String step) {
    return mentoring.record(
        COORDINATOR,
        mentor,
        new Fact.StepRecorded(practice, Position.MENTOR, step),
        Validity.from(BEFORE));
  }

  /** Stands so high in a competence, where the definition measures it. */
  void level(ParticipantId person, String competence, String level) {
    Attribute scale = Attribute.of(competence);
    if (mentoring.definition().scales().stream().anyMatch(each -> each.attribute().equals(scale))) {
      fact(person, new Fact.Trait(scale, level));
    }
  }

  void needs(ParticipantId person, String topic) {
    fact(person, new Fact.Need(topic));
  }

  void offers(ParticipantId person, String topic) {
    fact(person, new Fact.Offer(topic));
  }

  void served(ParticipantId person, int since) {
    fact(person, new Fact.InService(Code.of("TEACHING"), LocalDate.of(since, 9, 1)));
  }

  void publishes(ParticipantId person) {
    fact(
        person,
        new Fact.Consent(
            Fact.ConsentGiver.SELF, null, Code.of("MENTORING_CENTRE"), Code.of("PUBLICATION")));
  }

  /** Two who fit in a format. */
  MentorshipId pairIn(String practice, String id) {
    ParticipantId mentor = mentor("mentor-" + id, 1990);
    ParticipantId mentee = mentee("mentee-" + id, 1970);
    for (String competence : List.of("digital-teaching", "project-teaching")) {
      needs(mentee, competence);
      offers(mentor, competence);
      level(mentor, competence, "expert");
      level(mentee, competence, "beginner");
    }
    needs(mentor, "old-hand");
    offers(mentee, "old-hand");
    return begun(assign(practice, mentor, mentee).orElseThrow());
  }

  Outcome<Mentorship> assign(String practice, ParticipantId mentor, ParticipantId mentee) {
    return mentoring
        .mentorships()
        .assign(COORDINATOR, NewMentorship.individual(practice, mentor, mentee, START).at(centre));
  }

  Outcome<Mentorship> school(ParticipantId coach, Set<ParticipantId> navigators) {
    return mentoring
        .mentorships()
        .assign(
            COORDINATOR,
            new NewMentorship(
                NAVIGATORS,
                Arrangement.GROUP,
                new TreeSet<>(Set.of(coach)),
                new TreeSet<>(navigators),
                centre,
                null,
                null,
                START));
  }

  MentorshipId begun(Mentorship assigned) {
    MentorshipId id = assigned.particulars().id();
    for (Code party : terms(assigned.particulars().practice()).agreedBy()) {
      (party.value().equals("MENTOR")
              ? assigned.particulars().mentors()
              : assigned.particulars().mentees())
          .forEach(
              each ->
                  mentoring.mentorships().agree(COORDINATOR, id, party, each, START).orElseThrow());
    }
    mentoring.mentorships().start(COORDINATOR, id, START).orElseThrow();
    return id;
  }

  private MentorshipTerms terms(String practice) {
    return Objects.requireNonNull(
        mentoring.definition().practice(practice).orElseThrow().mentorship());
  }

  /** Entered in the bank of competence leaders, as the definition asks for. */
  void enterBank(ParticipantId leader) {
    About about = About.participant(leader);
    tried("JOINED_CLUSTER", about, BEFORE, Irkutsk.entry(null));
    tried(COORDINATOR, "LEADERS_BANK", about, BEFORE, Irkutsk.entry(null), "She led her school.");
    fact(leader, new Fact.RegisterEntry(Code.of("COMPETENCE_LEADERS")));
  }

  Outcome<ActivityId> tried(String kind, About about, LocalDate on, Happened what) {
    return tried(COORDINATOR, kind, about, on, what, null);
  }

  Outcome<ActivityId> tried(
      Actor by, String kind, About about, LocalDate on, Happened what, @Nullable String note) {
    return mentoring
        .activities()
        .record(by, Code.of(kind), about, on, what, note == null ? null : Note.of(note));
  }

  Happened held(ParticipantId... attended) {
    return new Happened.EventHeld(
        Fact.Mode.IN_PERSON, new TreeSet<>(List.of(attended)), new TreeSet<>());
  }

  static Actor as(String capacity, ParticipantId who) {
    return new Actor(who.value(), Code.of(capacity), "poisk");
  }

  Decision as(Position position, ParticipantId who, String practice) {
    return mentoring.decide(who, practice, position, START);
  }
}
