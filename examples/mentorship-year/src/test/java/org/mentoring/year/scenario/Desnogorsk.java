package org.mentoring.year.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.testkit.KnockOut;
import org.mentoring.time.Validity;

/**
 * The programme of Desnogorsk with what a test needs in it. It does what the definition asks for
 * and no more, so that it also stands where something is knocked out of the definition.
 */
final class Desnogorsk implements AutoCloseable {
  static final String PEER = "peer";
  static final String BOTH = "intergenerational";
  static final String FAMILY = "school-family";
  static final String SUPPORT = "individual-support";
  static final LocalDate BEFORE = LocalDate.of(2022, 4, 1);
  static final LocalDate START = LocalDate.of(2022, 9, 5);
  static final LocalDate PHASE_OVER = LocalDate.of(2024, 7, 1);
  static final Actor COORDINATOR = new Actor("k-1", Code.of("COORDINATOR"), "lift");

  final Mentoring mentoring;
  final ParticipantId centre;

  Desnogorsk(KnockOut knockOut) {
    mentoring =
        Mentoring.of(knockOut.in(BuiltInProgrammes.read("desnogorsk-social-apartment")))
            .rules(knockOut.in(Rules.SHARED))
            .clock(Clock.fixed(Instant.parse("2024-07-10T06:00:00Z"), ZoneOffset.UTC))
            .identifiers(new SequentialIdentifiers())
            .build();
    centre = registered("lift", ParticipantKind.ORGANISATION);
    fact(centre, new Fact.PositionHeld(Position.CENTRE, null));
  }

  @Override
  public void close() {
    mentoring.close();
  }

  void fact(ParticipantId about, Fact fact) {
    fact(about, fact, BEFORE);
  }

  void fact(ParticipantId about, Fact fact, LocalDate from) {
    mentoring.record(COORDINATOR, about, fact, Validity.from(from)).orElseThrow();
  }

  ParticipantId registered(String id, ParticipantKind kind) {
    return mentoring.register(COORDINATOR, ParticipantId.of(id), kind, List.of()).orElseThrow();
  }

  /** Somebody with consent as a child and a clearance as an adult, who has applied for a seat. */
  ParticipantId person(String id, int born, Position position) {
    ParticipantId person = registered(id, ParticipantKind.PERSON);
    LocalDate birth = LocalDate.of(born, 3, 4);
    fact(person, new Fact.Birth(birth), birth);
    fact(person, new Fact.Application(position, Fact.WayIn.INVITATION));
    fact(person, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    if (born > 2006) {
      consent(person);
    } else {
      for (LocalDate issued : List.of(BEFORE, LocalDate.of(2024, 3, 1))) {
        fact(
            person,
            new Fact.ClearanceCertificate(
                Code.of("CRIMINAL_RECORD"), issued, Fact.Outcome.POSITIVE),
            issued);
      }
    }
    return person;
  }

  void consent(ParticipantId about) {
    fact(
        about,
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN,
            null,
            Code.of("MENTORING_CENTRE"),
            Code.of("PARTICIPATION")));
  }

  void trait(ParticipantId about, Attribute attribute, String value) {
    fact(about, new Fact.Trait(attribute, value));
  }

  private void inGroup(ParticipantId about) {
    trait(about, Attribute.GROUP, "7-b");
    trait(about, Attribute.COORDINATOR, "k-1");
  }

  /** A pupil of the group 7-b with all but a circumstance. */
  ParticipantId pupil(String id) {
    ParticipantId pupil = person(id, 2010, Position.MENTEE);
    inGroup(pupil);
    return pupil;
  }

  ParticipantId pupilInNeed(String id) {
    ParticipantId pupil = pupil(id);
    fact(pupil, new Fact.Circumstance(Code.of("SPECIAL_NEEDS")));
    return pupil;
  }

  /** A student who may be a mentor in the group 7-b. */
  ParticipantId student(String id) {
    ParticipantId student = person(id, 2007, Position.MENTOR);
    fact(student, new Fact.Affiliation(Code.of("STUDENT")));
    inGroup(student);
    return student;
  }

  /** Who needs one thing and offers another, in a seat between older and younger. */
  ParticipantId inSeat(String id, int born, Position position, String needs, String offers) {
    ParticipantId person = person(id, born, position);
    fact(person, new Fact.Need(needs));
    fact(person, new Fact.Offer(offers));
    fact(person, new Fact.Interest("chess"));
    return person;
  }

  ParticipantId family(String id, String school) {
    ParticipantId family = registered(id, ParticipantKind.FAMILY);
    fact(family, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    fact(family, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    trait(family, Attribute.ORGANISATION, school);
    consent(family);
    belongs(person(id + "-mother", 1985, Position.MENTEE), family, Position.GUARDIAN);
    belongs(person(id + "-child", 2010, Position.MENTEE), family, Position.CHILD);
    return family;
  }

  void belongs(ParticipantId member, ParticipantId party, Position as) {
    fact(party, new Fact.Member(member, as));
  }

  ParticipantId school(String id) {
    ParticipantId school = registered(id, ParticipantKind.ORGANISATION);
    fact(school, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    trait(school, Attribute.ORGANISATION, id);
    belongs(person(id + "-teacher", 1980, Position.MENTOR), school, Position.TEACHER);
    return school;
  }

  ParticipantId volunteer(String id) {
    ParticipantId volunteer = person(id, 1985, Position.MENTOR);
    fact(volunteer, new Fact.Affiliation(Code.of("VOLUNTEER")));
    return volunteer;
  }

  Outcome<Mentorship> assign(
      String practice, ParticipantId mentor, ParticipantId mentee, LocalDate on) {
    return mentoring
        .mentorships()
        .assign(COORDINATOR, NewMentorship.individual(practice, mentor, mentee, on).at(centre));
  }

  Outcome<Mentorship> group(String practice, ParticipantId mentor, Set<ParticipantId> mentees) {
    return mentoring
        .mentorships()
        .assign(
            COORDINATOR,
            new NewMentorship(
                practice,
                Arrangement.GROUP,
                new TreeSet<>(Set.of(mentor)),
                new TreeSet<>(mentees),
                centre,
                null,
                null,
                START));
  }

  Outcome<Mentorship> assign(String practice, ParticipantId mentor, ParticipantId mentee) {
    return assign(practice, mentor, mentee, START);
  }

  /** A pair that was assigned and agreed, and whose mentoring began. */
  MentorshipId pair(String practice, ParticipantId mentor, ParticipantId mentee) {
    Mentorship assigned = assign(practice, mentor, mentee).orElseThrow();
    MentorshipId pair = assigned.particulars().id();
    for (Code party : terms(practice).agreedBy()) {
      if (party.value().equals("GUARDIAN")) {
        // The definition asks no guardian of an adult; of a child in either seat it does.
        Stream.of(mentor, mentee)
            .filter(each -> isLookedAfter(each, each.equals(mentee)))
            .forEach(each -> agree(pair, party, each));
      } else {
        agree(pair, party, party.value().equals("MENTOR") ? mentor : mentee);
      }
    }
    mentoring.mentorships().start(COORDINATOR, pair, START).orElseThrow();
    return pair;
  }

  private boolean isLookedAfter(ParticipantId person, boolean whereUnknown) {
    Dossier dossier = mentoring.dossier(person, START);
    return dossier.birthDate().isPresent() ? !dossier.ofAge() : whereUnknown;
  }

  private void agree(MentorshipId pair, Code party, ParticipantId forWhom) {
    mentoring.mentorships().agree(COORDINATOR, pair, party, forWhom, START).orElseThrow();
  }

  MentorshipTerms terms(String practice) {
    return Objects.requireNonNull(
        mentoring.definition().practice(practice).orElseThrow().mentorship());
  }

  Outcome<ActivityId> tried(String kind, About about, LocalDate on, Happened what) {
    return mentoring.activities().record(COORDINATOR, Code.of(kind), about, on, what, null);
  }

  Happened held(@Nullable String item) {
    return new Happened.EventHeld(Fact.Mode.IN_PERSON, new TreeSet<>(), new TreeSet<>(), item);
  }

  Decision as(Position position, ParticipantId who, String practice) {
    return mentoring.decide(who, practice, position, START);
  }
}
