package org.mentoring.year.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
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
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.testkit.KnockOut;
import org.mentoring.time.Validity;

/**
 * "Our voices" with what a test needs in it. It does what the definition asks for and no more, so
 * that it also stands where something is knocked out of the definition.
 */
final class Voices implements AutoCloseable {
  static final String MULTI_LEVEL = "multi-level";
  static final String RELAY = "child-to-child";
  static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);
  static final LocalDate START = LocalDate.of(2020, 2, 3);
  static final LocalDate TODAY = LocalDate.of(2021, 12, 10);
  static final Actor COORDINATOR = new Actor("k-1", Code.of("COORDINATOR"), "voices");

  final Mentoring mentoring;
  final ParticipantId group;

  Voices(KnockOut knockOut) {
    mentoring =
        Mentoring.of(knockOut.in(BuiltInProgrammes.read("our-voices-2019")))
            .rules(knockOut.in(Rules.SHARED))
            .clock(Clock.fixed(Instant.parse("2021-12-10T06:00:00Z"), ZoneOffset.UTC))
            .identifiers(new SequentialIdentifiers())
            .build();
    group = registered("voices", ParticipantKind.ORGANISATION);
    fact(group, new Fact.PositionHeld(Position.CENTRE, null));
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

  /** Somebody of the group, with consent as a child and a clearance as an adult. */
  ParticipantId person(String id, LocalDate born) {
    ParticipantId person = registered(id, ParticipantKind.PERSON);
    fact(person, new Fact.Birth(born), born);
    fact(person, new Fact.AttachedTo(group, Code.of("CENTRE")));
    if (born.plusYears(18).isAfter(START)) {
      consent(person, Fact.ConsentGiver.GUARDIAN, "PARTICIPATION");
    } else {
      for (LocalDate issued : List.of(BEFORE, LocalDate.of(2020, 12, 1), TODAY.minusMonths(1))) {
        fact(
            person,
            new Fact.ClearanceCertificate(
                Code.of("CRIMINAL_RECORD"), issued, Fact.Outcome.POSITIVE),
            issued);
      }
    }
    return person;
  }

  void consent(ParticipantId about, Fact.ConsentGiver by, String purpose) {
    fact(about, new Fact.Consent(by, null, Code.of("MENTORING_CENTRE"), Code.of(purpose)));
  }

  void applied(ParticipantId person, Position position) {
    fact(person, new Fact.Application(position, Fact.WayIn.SELF));
  }

  /** Somebody takes a position, with the request and the decision that open it. */
  void holds(ParticipantId person, Position position, LocalDate from) {
    mentoring.definition().activities().stream()
        .filter(terms -> terms.opens().contains(position))
        .forEach(terms -> decided(terms, person, position, from));
    fact(person, new Fact.PositionHeld(position, null), from);
  }

  private void decided(
      ActivityTerms opening, ParticipantId person, Position position, LocalDate on) {
    for (Code kind :
        Stream.of(opening.answers(), opening.kind()).filter(Objects::nonNull).toList()) {
      tried(
              COORDINATOR,
              kind.value(),
              About.participant(person),
              on,
              Irkutsk.entry(ActivityTerms.item(position)),
              "as it was asked for")
          .orElseThrow();
    }
  }

  /** Somebody in a difficult life situation who applied as a mentee. */
  ParticipantId mentee(String id, int born) {
    return mentee(id, LocalDate.of(born, 3, 4));
  }

  ParticipantId mentee(String id, LocalDate born) {
    ParticipantId mentee = person(id, born);
    fact(mentee, new Fact.Circumstance(Code.of("DIFFICULT_LIFE_SITUATION")));
    applied(mentee, Position.MENTEE);
    holds(mentee, Position.MENTEE, BEFORE);
    return mentee;
  }

  /** A volunteer who chose to mentor, and about whom that was decided. */
  ParticipantId mentor(String id) {
    ParticipantId mentor = person(id, LocalDate.of(1985, 6, 7));
    becomesMentor(mentor);
    fact(mentor, new Fact.MentoringCapacity(3));
    return mentor;
  }

  void becomesMentor(ParticipantId person) {
    applied(person, Position.MENTOR);
    holds(person, Position.MENTOR, BEFORE);
  }

  Outcome<Mentorship> assign(NewMentorship terms) {
    return mentoring.mentorships().assign(COORDINATOR, terms.at(group));
  }

  Outcome<Mentorship> assign(String practice, ParticipantId mentor, ParticipantId mentee) {
    return assign(NewMentorship.individual(practice, mentor, mentee, START));
  }

  /** A pair that was assigned and agreed, and whose mentoring began. */
  MentorshipId pair(String practice, ParticipantId mentor, ParticipantId mentee) {
    return begun(NewMentorship.individual(practice, mentor, mentee, START));
  }

  MentorshipId begun(NewMentorship terms) {
    Mentorship assigned = assign(terms).orElseThrow();
    MentorshipId pair = assigned.particulars().id();
    ParticipantId mentor = terms.mentors().first();
    ParticipantId mentee = terms.mentees().first();
    for (Code party : terms(terms.practice()).agreedBy()) {
      if (party.value().equals("GUARDIAN")) {
        // The definition asks no guardian of an adult; of a child in either seat it does.
        Stream.of(mentor, mentee)
            .filter(each -> !mentoring.dossier(each, terms.on()).ofAge())
            .forEach(each -> agree(pair, party, each, terms.on()));
      } else {
        agree(pair, party, party.value().equals("MENTOR") ? mentor : mentee, terms.on());
      }
    }
    mentoring.mentorships().start(COORDINATOR, pair, terms.on()).orElseThrow();
    return pair;
  }

  private void agree(MentorshipId pair, Code party, ParticipantId forWhom, LocalDate on) {
    mentoring.mentorships().agree(COORDINATOR, pair, party, forWhom, on).orElseThrow();
  }

  MentorshipTerms terms(String practice) {
    return Objects.requireNonNull(
        mentoring.definition().practice(practice).orElseThrow().mentorship());
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

  Happened held(@Nullable String item, ParticipantId... attended) {
    return new Happened.EventHeld(
        Fact.Mode.IN_PERSON, new TreeSet<>(List.of(attended)), new TreeSet<>(), item);
  }

  Decision as(Position position, ParticipantId who, String practice) {
    return mentoring.decide(who, practice, position, START);
  }
}
