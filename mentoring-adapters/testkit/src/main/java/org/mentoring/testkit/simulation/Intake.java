package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;

/** How people come, get what the programme asks, and go. */
final class Intake {
  private static final int LOOKED_AT_AGAIN = 90;

  private final Life life;
  private final List<Person> people = new ArrayList<>();

  Intake(Life life) {
    this.life = life;
  }

  List<Person> people() {
    return people;
  }

  static String municipality(Newcomer newcomer) {
    return newcomer.person().facts().stream()
        .map(FactInput::fact)
        .filter(Fact.Trait.class::isInstance)
        .map(Fact.Trait.class::cast)
        .filter(trait -> trait.attribute().equals(Attribute.MUNICIPALITY))
        .map(Fact.Trait::value)
        .findFirst()
        .orElse("");
  }

  void arrive(Newcomer newcomer) {
    ParticipantId id = newcomer.person().id();
    Optional<ParticipantId> registered =
        life.tried(
            life.mentoring()
                .register(
                    Staff.OPERATOR, id, newcomer.person().kind(), newcomer.person().references()));
    if (registered.isEmpty()) {
      return;
    }
    Person person = new Person(id, newcomer.position(), municipality(newcomer), life.today());
    people.add(person);
    newcomer.person().facts().stream()
        .sorted(Comparator.comparing((FactInput input) -> input.validity().from()))
        .forEach(input -> life.agenda().on(input.validity().from(), () -> told(person, input)));
    life.agenda().in(0, () -> review(person));
  }

  private void told(Person person, FactInput input) {
    Optional<FactId> recorded = record(person, input.fact(), input.validity());
    LocalDate withdrawn = input.withdrawn();
    if (recorded.isPresent() && withdrawn != null) {
      life.agenda()
          .on(
              withdrawn,
              () ->
                  life.tried(
                      life.mentoring().withdrawConsent(Staff.OPERATOR, recorded.get(), withdrawn)));
    }
  }

  Optional<FactId> record(Person person, Fact fact, Validity validity) {
    if (fact instanceof Fact.PositionHeld held) {
      new Belonging(life).decide(person.id(), held.position(), validity.from());
    } else if (fact instanceof Fact.Member member) {
      new Belonging(life).arrive(member, validity.from());
    }
    Optional<FactId> recorded =
        life.tried(life.mentoring().record(Staff.OPERATOR, person.id(), fact, validity));
    boolean seeks =
        (fact instanceof Fact.Application application
                && application.position() == person.position())
            || (fact instanceof Fact.PositionHeld held && held.position() == person.position())
            || (fact instanceof Fact.Referral && person.position() == Position.MENTEE);
    if (seeks) {
      recorded.ifPresent(id -> person.seeking().add(new Person.Seeking(id, fact, validity)));
    }
    return recorded;
  }

  /** Those who seek and are in no pair may have come to lack something. */
  void reviewAll() {
    people.stream().filter(person -> !person.paired()).forEach(this::review);
  }

  /** Asks the programme what is missing, and sees to it. */
  void review(Person person) {
    if (person.gone() || !person.underWay().isEmpty()) {
      return;
    }
    Decision decision =
        life.mentoring()
            .decide(person.id(), life.scenario().practiceId(), person.position(), life.today());
    SortedSet<String> missing = new TreeSet<>();
    decision.findings().stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .map(Finding::requirement)
        .forEach(missing::add);
    missing.forEach(requirement -> seeTo(person, requirement));
    if (!missing.isEmpty() && person.underWay().isEmpty() && !person.paired()) {
      life.agenda().in(LOOKED_AT_AGAIN, () -> review(person));
    }
  }

  private void seeTo(Person person, String requirement) {
    if (remedies(person, requirement).isEmpty()
        || life.chance()
            .of("never", person.id().value(), requirement)
            .happens(life.behaviour().value(Habit.NEVER_MET))) {
      return;
    }
    person.underWay().add(requirement);
    String time = Integer.toString(person.again(requirement));
    Chance.Stream stream = life.chance().of("meet", person.id().value(), requirement, time);
    int days = stream.days(life.behaviour().daysToMeet(requirement));
    boolean late = stream.happens(life.behaviour().value(Habit.FACT_LATE));
    int lag = late ? stream.days(life.behaviour().value(Habit.FACT_LATE_BY)) : 0;
    LocalDate held = life.today().plusDays(days);
    life.agenda().on(held.plusDays(lag), () -> met(person, requirement, held));
  }

  private void met(Person person, String requirement, LocalDate held) {
    person.underWay().remove(requirement);
    if (person.gone()) {
      return;
    }
    PartyTerms party = life.party(person.position());
    for (Requirement each : requirements(party, requirement)) {
      remedies(person, each, party, held)
          .forEach(fact -> record(person, fact, Validity.from(held)));
    }
    review(person);
  }

  private List<Fact> remedies(Person person, String requirement) {
    PartyTerms party = life.party(person.position());
    return requirements(party, requirement).stream()
        .flatMap(each -> remedies(person, each, party, life.today()).stream())
        .toList();
  }

  private static List<Fact> remedies(
      Person person, Requirement requirement, PartyTerms party, LocalDate on) {
    return requirement instanceof Requirement.HasMembers members
        ? Belonging.facts(person.id(), members)
        : Remedies.of(requirement, party, on);
  }

  private static List<Requirement> requirements(PartyTerms party, String id) {
    return party.requirements().stream().filter(each -> each.id().equals(id)).toList();
  }

  /** Nobody is matched any more who has gone: what told that it seeks a place ends. */
  void leave(Person person) {
    if (person.gone()) {
      return;
    }
    if (person.paired()) {
      person.leavesAfterPairs();
      takesNobodyElse(person);
      return;
    }
    person.leaves();
    for (Person.Seeking each : person.seeking()) {
      end(each);
    }
  }

  /** Who is going keeps the pairs that still run, and has no room for others. */
  private void takesNobodyElse(Person person) {
    if (person.position() == Position.MENTOR) {
      // Of several statements the smallest counts.
      record(person, new Fact.MentoringCapacity(person.openPairs()), Validity.from(life.today()));
    }
  }

  private void end(Person.Seeking seeking) {
    LocalDate today = life.today();
    @Nullable LocalDate until = seeking.validity().until();
    if (until != null && !until.isAfter(today)) {
      return;
    }
    if (seeking.validity().from().isBefore(today)) {
      life.tried(
          life.mentoring()
              .correct(
                  Staff.OPERATOR,
                  seeking.id(),
                  seeking.fact(),
                  Validity.between(seeking.validity().from(), today),
                  "has left the programme"));
    } else {
      life.tried(life.mentoring().retract(Staff.OPERATOR, seeking.id(), "has left the programme"));
    }
  }

  /** An alumnus comes back and would be a mentor. */
  void comeBack(Person alumnus) {
    Person mentor = new Person(alumnus.id(), Position.MENTOR, alumnus.municipality(), life.today());
    people.add(mentor);
    SortedSet<Fact.WayIn> ways = new TreeSet<>();
    life.party(Position.MENTOR).requirements().stream()
        .filter(Requirement.Intake.class::isInstance)
        .map(Requirement.Intake.class::cast)
        .forEach(intake -> ways.addAll(intake.anyOf()));
    Fact application =
        new Fact.Application(Position.MENTOR, ways.isEmpty() ? Fact.WayIn.SELF : ways.first());
    record(mentor, application, Validity.from(life.today()));
    brings(mentor).forEach(fact -> record(mentor, fact, Validity.from(life.today())));
    review(mentor);
  }

  /** What is so of a newcomer is so of one who comes back, where nothing of the kind is known. */
  private List<Fact> brings(Person mentor) {
    Chance.Stream stream = life.chance().of("comes-back", mentor.id().value());
    List<Fact> known =
        life.mentoring().dossier(mentor.id(), life.today()).facts().stream()
            .filter(each -> each.validity().contains(life.today()))
            .map(KnownFact::fact)
            .toList();
    return life.party(Position.MENTOR).requirements().stream()
        .flatMap(each -> ApplicantPopulation.given(each, mentor.municipality(), stream).stream())
        .filter(fact -> known.stream().noneMatch(each -> sameKind(each, fact)))
        .toList();
  }

  private static boolean sameKind(Fact known, Fact fact) {
    return (known instanceof Fact.Trait one && fact instanceof Fact.Trait other)
        ? one.attribute().equals(other.attribute())
        : known.equals(fact);
  }
}
