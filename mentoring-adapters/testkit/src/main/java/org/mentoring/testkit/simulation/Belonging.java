package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.time.Validity;

/** Who takes part for a party that is no person, and what has to be decided of a position first. */
final class Belonging {
  private static final int YEARS_OF_A_CHILD = 10;
  private static final int YEARS_OF_AN_ADULT = 40;

  private final Life life;

  Belonging(Life life) {
    this.life = life;
  }

  /** What meets a requirement of members; those who belong are told apart by their party. */
  static List<Fact> facts(ParticipantId party, Requirement.HasMembers asked) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < asked.atLeast(); i++) {
      facts.add(
          new Fact.Member(
              ParticipantId.of(party.value() + "-" + asked.id() + "-" + i), asked.position()));
    }
    return facts;
  }

  /** Before somebody is told to belong to a party: who it is, with all that is asked of it. */
  void arrive(Fact.Member member, LocalDate on) {
    ParticipantId id = member.member();
    if (life.mentoring().participant(id).isPresent()) {
      return;
    }
    life.tried(life.mentoring().register(Staff.OPERATOR, id, ParticipantKind.PERSON, List.of()));
    LocalDate born =
        on.minusYears(member.as() == Position.CHILD ? YEARS_OF_A_CHILD : YEARS_OF_AN_ADULT);
    record(id, new Fact.Birth(born), born);
    PartyTerms asked = life.practice().party(member.as()).orElse(null);
    if (asked != null) {
      for (Requirement each : asked.requirements()) {
        Remedies.of(each, asked, on).forEach(fact -> record(id, fact, on));
      }
    }
  }

  private void record(ParticipantId about, Fact fact, LocalDate from) {
    life.tried(life.mentoring().record(Staff.OPERATOR, about, fact, Validity.from(from)));
  }

  /** Before somebody takes a position: what the programme decides of it first. */
  void decide(ParticipantId person, Position position, LocalDate on) {
    ParticipantId centre = lastCentre(person);
    for (ActivityTerms terms : life.scenario().definition().activities()) {
      if (terms.opens().contains(position)) {
        Code asked = terms.answers();
        if (asked != null) {
          told(person, asked, position, on, centre);
        }
        told(person, terms.kind(), position, on, centre);
      }
    }
  }

  /** The centre that ran its last mentorship; null where it was in none. */
  private @Nullable ParticipantId lastCentre(ParticipantId person) {
    return life.stores().mentorships().of(person).stream()
        .flatMap(each -> Stream.ofNullable(each.centre()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private void told(
      ParticipantId person,
      Code kind,
      Position position,
      LocalDate on,
      @Nullable ParticipantId centre) {
    Actor by =
        centre == null
            ? new Actor("coordinator", Staff.COORDINATOR, "operator")
            : Staff.of(Staff.COORDINATOR, centre);
    life.tried(
        life.mentoring()
            .activities()
            .record(
                by,
                kind,
                About.participant(person),
                on,
                new Happened.Entry(ActivityTerms.item(position), new TreeSet<>(), 1),
                Note.of("as it was asked for")));
  }
}
