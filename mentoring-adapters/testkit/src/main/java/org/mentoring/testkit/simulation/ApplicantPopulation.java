package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.Place;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Scale;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/** Applicants for whatever a practice asks. */
final class ApplicantPopulation implements Population {
  private static final int TOPICS = 8;
  private static final int CHILD = 9;
  private static final int GROWN = 70;
  private static final Code OCCUPATION = Code.of("TEACHING");

  private final int mentees;
  private final int mentors;
  private final Period over;

  ApplicantPopulation(int mentees, int mentors, Period over) {
    Invariants.range("population.mentees", mentees, 0, 1_000_000);
    Invariants.range("population.mentors", mentors, 0, 1_000_000);
    this.mentees = mentees;
    this.mentors = mentors;
    this.over = over;
  }

  @Override
  public List<Newcomer> newcomers(Scenario scenario, long seed) {
    Chance chance = new Chance(seed);
    List<Newcomer> newcomers = new ArrayList<>();
    for (int i = 1; i <= mentees; i++) {
      newcomers.add(newcomer(scenario, chance, Position.MENTEE, "mentee", i));
    }
    for (int i = 1; i <= mentors; i++) {
      newcomers.add(newcomer(scenario, chance, Position.MENTOR, "mentor", i));
    }
    return newcomers;
  }

  private Newcomer newcomer(
      Scenario scenario, Chance chance, Position position, String role, int number) {
    String id = String.format(Locale.ROOT, "%s-%06d", role, number);
    Chance.Stream stream = chance.of("applicant", id);
    long days = scenario.from().plus(over).toEpochDay() - scenario.from().toEpochDay();
    LocalDate on = scenario.from().plusDays(stream.below((int) Math.max(1, days)));
    PartyTerms party = scenario.practice().party(position).orElseThrow();
    ParticipantKind kind =
        party.kinds().contains(ParticipantKind.PERSON)
            ? ParticipantKind.PERSON
            : party.kinds().first();
    List<FactInput> facts = new ArrayList<>();
    String town = town(scenario, stream);
    facts.add(FactInput.from(new Fact.Trait(Attribute.MUNICIPALITY, town), on));
    if (kind == ParticipantKind.PERSON) {
      LocalDate birth = birth(party, position, on, stream);
      facts.add(FactInput.of(new Fact.Birth(birth), Validity.from(birth)));
    }
    facts.add(FactInput.from(application(party, position, stream), on));
    for (Requirement requirement : party.requirements()) {
      given(requirement, town, stream).forEach(fact -> facts.add(FactInput.from(fact, on)));
    }
    wishes(scenario, position, kind, on, stream)
        .forEach(fact -> facts.add(FactInput.from(fact, on)));
    return new Newcomer(
        on,
        position,
        new ParticipantInput(
            ParticipantId.of(id), kind, new TreeSet<>(), facts, Place.of("simulated applicants")));
  }

  /** Where the definition does not say where people may live, in one of few places. */
  private static String town(Scenario scenario, Chance.Stream stream) {
    SortedSet<String> allowed =
        scenario.definition().allowedValues().getOrDefault(Attribute.MUNICIPALITY, new TreeSet<>());
    List<String> towns =
        allowed.isEmpty() ? SyntheticRegion.municipalities().subList(0, 3) : List.copyOf(allowed);
    return towns.get(stream.below(towns.size()));
  }

  private static LocalDate birth(
      PartyTerms party, Position position, LocalDate on, Chance.Stream stream) {
    int least = position == Position.MENTEE ? CHILD : 25;
    int most = GROWN;
    for (Requirement requirement : party.requirements()) {
      if (requirement instanceof Requirement.Age age) {
        Integer atLeast = age.atLeast();
        Integer below = age.below();
        least = atLeast == null ? least : Math.max(least, atLeast);
        most = below == null ? most : Math.min(most, below);
      }
    }
    // Children grow out of a programme: most come young enough to finish it.
    int years = least + stream.below(Math.max(1, most - least - (most <= 18 ? 1 : 0)));
    return on.minusYears(years).minusDays(1 + stream.below(300));
  }

  private static Fact application(PartyTerms party, Position position, Chance.Stream stream) {
    for (Requirement requirement : party.requirements()) {
      if (requirement instanceof Requirement.Intake intake && intake.position() == position) {
        List<Fact.WayIn> ways = List.copyOf(intake.anyOf());
        return new Fact.Application(position, ways.get(stream.below(ways.size())));
      }
    }
    return new Fact.Application(
        position, position == Position.MENTEE ? Fact.WayIn.FAMILY : Fact.WayIn.SELF);
  }

  /** What is so or not, and cannot be handed in. */
  static List<Fact> given(Requirement requirement, String town, Chance.Stream stream) {
    if (requirement instanceof Requirement.CircumstanceHolds circumstance) {
      return List.of(new Fact.Circumstance(circumstance.anyOf().first()));
    } else if (requirement instanceof Requirement.Registration registration) {
      return List.of(new Fact.PreventiveRegistration(registration.anyOf().first()));
    } else if (requirement instanceof Requirement.AffiliationFits affiliation
        && !affiliation.anyOf().isEmpty()) {
      return List.of(new Fact.Affiliation(affiliation.anyOf().first()));
    } else if (requirement instanceof Requirement.TraitKnown trait
        && !trait.attribute().equals(Attribute.MUNICIPALITY.name())) {
      String value =
          trait.anyOf().isEmpty()
              ? town
              : List.copyOf(trait.anyOf()).get(stream.below(trait.anyOf().size()));
      return List.of(new Fact.Trait(Attribute.of(trait.attribute()), value));
    }
    return List.of();
  }

  /** Interests, needs, offers, time, and where the definition has scales what somebody can. */
  private static List<Fact> wishes(
      Scenario scenario,
      Position position,
      ParticipantKind kind,
      LocalDate on,
      Chance.Stream stream) {
    List<Fact> facts = new ArrayList<>();
    topics(stream).forEach(topic -> facts.add(new Fact.Interest(topic)));
    for (String topic : topics(stream)) {
      facts.add(new Fact.Need(topic));
    }
    for (String topic : topics(stream)) {
      facts.add(new Fact.Offer(topic));
    }
    List<WeeklyWindow> windows = new ArrayList<>();
    for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
      if (stream.happens(0.5)) {
        windows.add(new WeeklyWindow(day, 15 * 60, 19 * 60));
      }
    }
    if (!windows.isEmpty()) {
      facts.add(new Fact.Availability(windows));
    }
    List<Scale> scales = scenario.definition().scales();
    for (Scale scale : scales) {
      int level = stream.below(scale.levels().size());
      facts.add(new Fact.Trait(scale.attribute(), scale.levels().get(level)));
    }
    if (!scales.isEmpty() && kind == ParticipantKind.PERSON) {
      String competence = scales.get(stream.below(scales.size())).attribute().name();
      facts.add(
          position == Position.MENTEE ? new Fact.Need(competence) : new Fact.Offer(competence));
      facts.add(new Fact.InService(OCCUPATION, on.minusYears(1 + stream.below(30))));
    }
    return facts;
  }

  private static Set<String> topics(Chance.Stream stream) {
    Set<String> topics = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      topics.add("topic-" + stream.below(TOPICS));
    }
    return topics;
  }
}
