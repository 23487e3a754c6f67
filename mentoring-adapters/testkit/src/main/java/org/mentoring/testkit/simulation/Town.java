package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.StoreContents;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.testkit.invariant.Breach;
import org.mentoring.testkit.invariant.UpheldInvariants;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * A small town in which a sequence of {@link CommandSequences} is lived: two centres, the people
 * who came, their pairs. It is the state of jqwik's chain; {@code toString} tells what happened,
 * step by step, by opaque ids, codes and states alone. For one thread.
 */
public final class Town {
  private static final int VISIT = 14;
  private static final int VISITS_BEFORE_SUMMING_UP = 4;
  private static final int FOLLOW_UP = 30;
  private static final int USUAL_LENGTH = 60;
  private static final int TRIES = 3;
  private static final int MOST_PAIRS = 3;
  private static final int PEOPLE_DECIDED_ABOUT = 2;
  private static final int TOPICS = 8;

  /** How rarely. */
  private static final int UNUSUAL = 8;

  /** So that nobody's clock comes ahead of that of a database. */
  private static final Period LIVED = Period.ofYears(4);

  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");
  private static final Code UNWILLING = Code.of("UNWILLING_PARTY");

  private final Life life;
  private final RulesProvider rules;
  private final SimulatedCentres centres;
  private final Records records;
  private final Intake intake;
  private final Companionship companionship;
  private final Rounds rounds;
  private final List<String> towns;
  private final @Nullable Town twin;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Crisis> crises = new ArrayList<>();
  private final List<PairKey> proposed = new ArrayList<>();
  private final Map<Position, Integer> arrived = new EnumMap<>(Position.class);
  private final List<String> told = new ArrayList<>();
  private final SortedSet<MentorshipState> reached = new TreeSet<>();
  private int strangers;

  private record Crisis(
      Pair pair, IncidentProcedure procedure, Actor responsible, IncidentId incident) {}

  /**
   * Opens the centres.
   *
   * @param stores empty
   * @param twin gives the same answers, or one of the two stores is wrong; null if there is none
   */
  Town(Scenario scenario, Stores stores, RulesProvider rules, @Nullable Town twin) {
    this.rules = rules;
    this.twin = twin;
    life = new Life(scenario, 0, rules, stores);
    centres = new SimulatedCentres(life);
    records = new Records(life, centres);
    intake = new Intake(life);
    companionship =
        new Companionship(life, centres, records, intake, new Duties(life, records, intake));
    rounds = new Rounds(life, centres, records, intake, companionship);
    SortedSet<String> allowed =
        scenario.definition().allowedValues().getOrDefault(Attribute.MUNICIPALITY, new TreeSet<>());
    List<String> all = allowed.isEmpty() ? SyntheticRegion.municipalities() : List.copyOf(allowed);
    towns = all.subList(0, Math.min(2, all.size()));
    centres.open(towns);
  }

  /** The programme. */
  public Mentoring mentoring() {
    return life.mentoring();
  }

  /** What it is kept in. */
  public Stores stores() {
    return life.stores();
  }

  /** The day that it is in the town. */
  public LocalDate today() {
    return life.today();
  }

  /** What happened, a line for each step: who, how many commands, what was refused, what became. */
  public List<String> told() {
    return Collections.unmodifiableList(told);
  }

  /** In which states mentorships were seen after a step: how far the sequence came. */
  public SortedSet<MentorshipState> reached() {
    return Collections.unmodifiableSortedSet(reached);
  }

  /** How often commands were refused, by the code of the finding. */
  public SortedMap<String, Long> refused() {
    return Collections.unmodifiableSortedMap(life.refused());
  }

  /** What must never be and is, as {@link UpheldInvariants} finds it today. */
  public List<Breach> breaches() {
    return UpheldInvariants.of(life.mentoring(), life.stores(), rules)
        .people(PEOPLE_DECIDED_ABOUT)
        .breaches(life.today());
  }

  /** Fails where something is breached: {@code chain.withInvariant(Town::upheld)}. */
  public void upheld() {
    assertThat(breaches()).isEmpty();
  }

  /**
   * Fails where the stores do not give out what their twin in memory does: at the end of a chain
   * {@linkplain CommandSequences#besideMemory() beside memory}, as it seals and hands out.
   */
  public void sameAsInMemory() {
    if (twin != null) {
      List<String> expected = StoreContents.of(twin.stores());
      List<String> actual = StoreContents.of(stores());
      // The first line that differs says more than all of them.
      for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
        assertThat(actual.get(i)).isEqualTo(expected.get(i));
      }
      assertThat(actual).hasSameSizeAs(expected);
    }
  }

  /** The steps, one below the other. */
  @Override
  public String toString() {
    return String.join("\n    ", told);
  }

  /**
   * Lives on.
   *
   * @param who chooses among people
   * @param which chooses among pairs and what else there is
   * @param how chooses between the usual and the unusual
   */
  void live(Deed deed, int who, int which, int how) {
    long before = life.accepted();
    SortedMap<String, Long> refusedBefore = new TreeMap<>(life.refused());
    String what = done(deed, who, which, how);
    pairs.forEach(pair -> reached.add(state(pair)));
    StringBuilder line = new StringBuilder(what);
    line.append(": ").append(life.accepted() - before).append(" commands");
    life.refused()
        .forEach(
            (code, count) -> {
              if (count > refusedBefore.getOrDefault(code, 0L)) {
                line.append(", refused ").append(code);
              }
            });
    told.add(line.toString());
    if (twin != null) {
      twin.live(deed, who, which, how);
      assertThat(line).hasToString(twin.told.get(twin.told.size() - 1));
    }
  }

  private void passes(int days) {
    if (life.today().isBefore(life.scenario().from().plus(LIVED))) {
      life.passes(days);
    }
  }

  private String done(Deed deed, int who, int which, int how) {
    return switch (deed) {
      case CARRY_ON -> carryOn(who, which);
      case ARRIVE ->
          "ARRIVE " + arrive(which % 2 == 0 ? Position.MENTEE : Position.MENTOR, how).id();
      case STRANGER -> stranger(which);
      case RECORD -> record(who, which, how);
      case CONSENT -> consent(who);
      case WITHDRAW_CONSENT -> withdrawConsent(who, which);
      case PROPOSE -> propose();
      case ASSIGN -> assign(who, which, how);
      case MEET -> with(deed, which, MentorshipState.ACTIVE, this::meet);
      case REPORT -> with(deed, which, MentorshipState.ACTIVE, companionship::seeToDuties);
      case PAUSE -> with(deed, which, MentorshipState.ACTIVE, this::pause);
      case INCIDENT -> with(deed, which, MentorshipState.ACTIVE, pair -> incident(pair, who));
      case SETTLE -> settle(which);
      case REPLACE ->
          with(deed, which, MentorshipState.ACTIVE, pair -> companionship.move(pair, true));
      case END_EARLY -> endEarly(which, how);
      case ERASE -> erase(who);
      case SEAL -> {
        life.mentoring().journal().seal();
        yield "SEAL";
      }
      case TIME_PASSES -> {
        passes(1 + how % 20);
        yield "TIME_PASSES to " + life.today();
      }
    };
  }

  // People.

  private Person arrive(Position position, int how) {
    int number = arrived.merge(position, 1, Integer::sum);
    Newcomer newcomer = newcomer(position, number, towns.get(how % 4 == 3 ? towns.size() - 1 : 0));
    intake.arrive(newcomer);
    life.agenda().catchUp();
    List<Person> people = intake.people();
    return people.get(people.size() - 1);
  }

  /** As a population has them, on this day and from this town. */
  private Newcomer newcomer(Position position, int number, String town) {
    Scenario scenario = life.scenario();
    Scenario today =
        new Scenario(
            scenario.definition(),
            scenario.practiceId(),
            life.today(),
            scenario.until(),
            scenario.rounds(),
            scenario.population(),
            scenario.behaviour());
    Newcomer some =
        Population.applicants(
                position == Position.MENTEE ? number : 0,
                position == Position.MENTOR ? number : 0,
                Period.ZERO)
            .newcomers(today, 0)
            .get(number - 1);
    ParticipantInput person = some.person();
    List<FactInput> facts =
        person.facts().stream()
            .map(
                each ->
                    each.fact() instanceof Fact.Trait trait
                            && trait.attribute().equals(Attribute.MUNICIPALITY)
                        ? FactInput.of(
                            new Fact.Trait(Attribute.MUNICIPALITY, town), each.validity())
                        : each)
            .toList();
    return new Newcomer(
        some.on(),
        position,
        new ParticipantInput(
            person.id(), person.kind(), person.references(), facts, person.place()));
  }

  private String stranger(int which) {
    ParticipantId id = ParticipantId.of("stranger-" + ++strangers);
    life.tried(
        life.mentoring()
            .register(
                Staff.OPERATOR,
                id,
                ParticipantKind.PERSON,
                List.of(new ExternalReference("portal", id.value()))));
    intake
        .people()
        .add(
            new Person(
                id,
                which % 2 == 0 ? Position.MENTEE : Position.MENTOR,
                towns.get(0),
                life.today()));
    return "STRANGER " + id;
  }

  private Optional<Person> person(int who) {
    List<Person> there = intake.people().stream().filter(each -> !each.gone()).toList();
    return there.isEmpty() ? Optional.empty() : Optional.of(there.get(who % there.size()));
  }

  private String record(int who, int which, int how) {
    Person person = person(who).orElse(null);
    if (person == null) {
      return carryOn(who, which);
    }
    String topic = "topic-" + which % TOPICS;
    intake.record(
        person,
        how % 2 == 0 ? new Fact.Interest(topic) : new Fact.Need(topic),
        Validity.from(life.today()));
    return "RECORD of " + person.id();
  }

  private String consent(int who) {
    Person person = person(who).orElse(null);
    if (person == null) {
      return carryOn(who, who);
    }
    life.party(person.position()).requirements().stream()
        .filter(Requirement.ConsentGiven.class::isInstance)
        .flatMap(each -> Remedies.of(each, life.party(person.position()), life.today()).stream())
        .forEach(fact -> intake.record(person, fact, Validity.from(life.today())));
    return "CONSENT of " + person.id();
  }

  private String withdrawConsent(int who, int which) {
    Person person = person(who).orElse(null);
    List<KnownFact> consents =
        person == null
            ? List.of()
            : life.mentoring().dossier(person.id(), life.today()).facts().stream()
                .filter(known -> known.fact() instanceof Fact.Consent)
                .filter(known -> known.validity().contains(life.today()))
                .toList();
    if (person == null || consents.isEmpty()) {
      return carryOn(who, which);
    }
    life.tried(
        life.mentoring()
            .withdrawConsent(
                Staff.OPERATOR, consents.get(which % consents.size()).id(), life.today()));
    return "WITHDRAW_CONSENT of " + person.id();
  }

  private String erase(int who) {
    Person person = person(who).orElse(null);
    if (person == null) {
      return carryOn(who, who);
    }
    if (life.tried(
            life.mentoring()
                .erasure()
                .erase(Staff.OPERATOR, person.id(), Code.of("ON_DEMAND"), life.today()))
        .isPresent()) {
      intake.people().stream()
          .filter(each -> each.id().equals(person.id()))
          .forEach(Person::leaves);
    }
    return "ERASE " + person.id();
  }

  // Pairs.

  private String propose() {
    proposed.clear();
    life.tried(
            life.mentoring()
                .propose(Staff.OPERATOR, life.scenario().practiceId(), life.today(), Progress.NONE))
        .ifPresent(
            proposal -> proposal.result().pairs().forEach(each -> proposed.add(each.pair())));
    return "PROPOSE " + proposed.size() + " pairs";
  }

  /** A proposed pair; now and then somebody who is not free or not ready. */
  private String assign(int who, int which, int how) {
    if (how % UNUSUAL == UNUSUAL - 1) {
      return together(anybody(Position.MENTEE, who), anybody(Position.MENTOR, which));
    }
    List<PairKey> pairs = proposedPairs();
    if (pairs.isEmpty()) {
      propose();
      pairs = proposedPairs();
    }
    if (pairs.isEmpty()) {
      arrive(Position.MENTEE, 0);
      arrive(Position.MENTOR, 0);
      propose();
      pairs = proposedPairs();
    }
    if (pairs.isEmpty()) {
      return together(anybody(Position.MENTEE, who), anybody(Position.MENTOR, which));
    }
    PairKey pair = pairs.get(who % pairs.size());
    return together(free(pair.mentee()).orElseThrow(), free(pair.mentor()).orElseThrow());
  }

  private List<PairKey> proposedPairs() {
    return proposed.stream()
        .filter(each -> free(each.mentee()).isPresent() && free(each.mentor()).isPresent())
        .toList();
  }

  private String together(Person mentee, Person mentor) {
    ParticipantId centre = centres.of(mentee.municipality());
    intake.review(mentee);
    intake.review(mentor);
    life.agenda().catchUp();
    rounds.together(centre, List.of(new PairKey(mentee.id(), mentor.id())));
    Mentorship assigned = rounds.assigned(centre, mentee, mentor).orElse(null);
    String what = "ASSIGN " + mentor.id() + " to " + mentee.id();
    if (assigned == null) {
      return what;
    }
    Pair pair = new Pair(assigned.particulars().id(), mentee, mentor, centre, life.today());
    mentee.pairs(1);
    mentor.pairs(1);
    mentee.partners().add(mentor.id());
    mentee.ended(null);
    pairs.add(pair);
    return what + " as " + pair.id();
  }

  private Optional<Person> free(ParticipantId id) {
    return intake.people().stream()
        .filter(each -> each.id().equals(id) && !each.gone() && !each.paired())
        .findFirst();
  }

  /** Comes to the town if there is none. */
  private Person anybody(Position position, int which) {
    List<Person> there =
        intake.people().stream()
            .filter(each -> each.position() == position && !each.gone())
            .toList();
    return there.isEmpty() ? arrive(position, 0) : there.get(which % there.size());
  }

  private MentorshipState state(Pair pair) {
    return companionship.state(pair);
  }

  private List<Pair> in(MentorshipState state) {
    return pairs.stream().filter(each -> state(each) == state).toList();
  }

  private interface OfPair {
    void does(Pair pair);
  }

  /** With a pair in a state; where there is none the town lives on until there is. */
  private String with(Deed deed, int which, MentorshipState state, OfPair act) {
    List<Pair> some = in(state);
    if (some.isEmpty()) {
      return carryOn(which, which);
    }
    Pair pair = some.get(which % some.size());
    act.does(pair);
    return deed + became(pair, state);
  }

  private String became(Pair pair, MentorshipState before) {
    MentorshipState after = state(pair);
    return " " + pair.id() + " " + (after == before ? before : before + " -> " + after);
  }

  private void meet(Pair pair) {
    records
        .kindOf(Shape.MEETING)
        .ifPresent(kind -> records.record(kind, MENTOR, Records.Matter.of(pair)));
  }

  private void pause(Pair pair) {
    life.tried(
        life.mentoring()
            .mentorships()
            .pause(companionship.runs(pair), pair.id(), "simulated", life.today()));
  }

  private void incident(Pair pair, int who) {
    List<IncidentProcedure> procedures = life.scenario().definition().incidents();
    if (procedures.isEmpty()) {
      return;
    }
    IncidentProcedure procedure = procedures.get(who % procedures.size());
    Actor responsible = Staff.of(procedure.responsible(), pair.centre());
    life.tried(
            life.mentoring()
                .incidents()
                .report(
                    responsible,
                    new NewIncident(
                        procedure.kinds().first(),
                        pair.id(),
                        new TreeSet<>(List.of(pair.mentee().id())),
                        life.today(),
                        Note.of("simulated"))))
        .ifPresent(id -> crises.add(new Crisis(pair, procedure, responsible, id)));
  }

  private String settle(int which) {
    if (crises.isEmpty()) {
      return carryOn(which, which);
    }
    Crisis crisis = crises.remove(which % crises.size());
    MentorshipState before = state(crisis.pair());
    companionship.settle(
        crisis.pair(), crisis.procedure(), crisis.responsible(), crisis.incident());
    return "SETTLE " + crisis.incident() + " of" + became(crisis.pair(), before);
  }

  private String endEarly(int which, int how) {
    List<Pair> open = pairs.stream().filter(each -> state(each).open()).toList();
    if (open.isEmpty()) {
      return carryOn(which, which);
    }
    Pair pair = open.get(which % open.size());
    MentorshipState before = state(pair);
    if (before == MentorshipState.PROPOSED || before == MentorshipState.AGREED) {
      withdraw(pair);
    } else {
      companionship.end(pair, UNWILLING, how % 2 == 0 ? MENTOR : MENTEE);
    }
    return "END_EARLY" + became(pair, before);
  }

  private void withdraw(Pair pair) {
    if (life.tried(
            life.mentoring()
                .mentorships()
                .withdraw(
                    rounds.by(Stage.START, pair.centre()), pair.id(), "simulated", life.today()))
        .isPresent()) {
      companionship.over(pair);
    }
  }

  /** What one of the pairs needs next, or one more pair. */
  private String carryOn(int who, int which) {
    List<Pair> going = pairs.stream().filter(this::goesOn).toList();
    boolean more = going.size() < MOST_PAIRS;
    int chosen = which % Math.max(1, going.size() + (more ? 1 : 0));
    if (chosen >= going.size()) {
      return assign(who, which, 0);
    }
    Pair pair = going.get(chosen);
    MentorshipState before = state(pair);
    switch (before) {
      case PROPOSED -> agree(pair);
      case AGREED -> start(pair);
      case ACTIVE -> beActive(pair);
      case PAUSED -> resume(pair);
      case CLOSING -> complete(pair);
      case CLOSED ->
          life.tried(
              life.mentoring()
                  .mentorships()
                  .beginFollowUp(companionship.runs(pair), pair.id(), life.today()));
      case IN_FOLLOW_UP -> followUp(pair);
      case ENDED -> throw new IllegalStateException("nothing more");
    }
    return "CARRY_ON" + became(pair, before);
  }

  /** Where nothing follows on the end, it goes no further. */
  private boolean goesOn(Pair pair) {
    MentorshipState state = state(pair);
    CompletionTerms terms = life.practice().completion();
    boolean followed = terms != null && !terms.followUp().isEmpty();
    return state != MentorshipState.ENDED && (state != MentorshipState.CLOSED || followed);
  }

  private void agree(Pair pair) {
    if (pair.nextVisit() > TRIES) {
      withdraw(pair);
    } else {
      rounds.agree(pair.id(), pair.centre(), pair.mentee(), pair.mentor());
    }
  }

  private void start(Pair pair) {
    if (pair.nextVisit() > 2 * TRIES) {
      withdraw(pair);
    } else {
      life.tried(
          life.mentoring()
              .mentorships()
              .start(rounds.by(Stage.START, pair.centre()), pair.id(), life.today()));
    }
  }

  /** A quarter of its time goes by, with all that is due; then it sums up. */
  private void beActive(Pair pair) {
    CompletionTerms terms = life.practice().completion();
    Period length = terms == null ? null : terms.atLeast();
    Particulars particulars =
        life.mentoring().mentorships().find(pair.id()).orElseThrow().particulars();
    LocalDate started = Objects.requireNonNull(particulars.startedOn());
    LocalDate ripe = length == null ? started.plusDays(USUAL_LENGTH) : started.plus(length);
    if (!life.today().isBefore(ripe)) {
      companionship.seeToDuties(pair);
      companionship.prepare(pair.centre(), List.of(pair));
      companionship.beginClosing(pair);
      return;
    }
    long days =
        Math.max(VISIT, (ripe.toEpochDay() - started.toEpochDay()) / VISITS_BEFORE_SUMMING_UP + 1);
    for (long passed = 0; passed < days && !pair.over(); passed += VISIT) {
      passes(VISIT);
      companionship.seeToDuties(pair);
      companionship.nextStep(pair);
      intake.review(pair.mentee());
      intake.review(pair.mentor());
      life.agenda().catchUp();
    }
  }

  /** What keeps it from going on is settled first. */
  private void resume(Pair pair) {
    for (Crisis crisis : List.copyOf(crises)) {
      if (crisis.pair() == pair) {
        crises.remove(crisis);
        companionship.settle(pair, crisis.procedure(), crisis.responsible(), crisis.incident());
      }
    }
    if (!pair.over() && state(pair) == MentorshipState.PAUSED) {
      life.tried(
          life.mentoring()
              .mentorships()
              .resume(companionship.runs(pair), pair.id(), "simulated", life.today()));
    }
  }

  private void complete(Pair pair) {
    if (companionship.completes(pair)) {
      companionship.becomesAlumnus(pair);
    } else if (pair.nextVisit() % TRIES == 0) {
      companionship.end(pair, UNWILLING, MENTEE);
    } else {
      passes(VISIT);
      companionship.seeToDuties(pair);
    }
  }

  private void followUp(Pair pair) {
    passes(FOLLOW_UP);
    companionship.seeToDuties(pair);
    life.tried(
        life.mentoring()
            .mentorships()
            .endFollowUp(companionship.runs(pair), pair.id(), life.today()));
  }

  /** By which a step is known before it is lived. */
  static String named(Deed deed, int who, int which, int how) {
    return String.format(Locale.ROOT, "%s %d %d %d", deed, who, which, how);
  }
}
