package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.time.Validity;

/** How pairs live, from their beginning to their end and what follows. */
final class Companionship {
  private static final int FIRST_VISIT = 7;
  private static final int VISITS = 14;
  private static final int FOLLOW_UP = 30;
  private static final int SETTLED = 3;
  private static final int RETURNS_WITHIN = 365;
  private static final double YEAR = 365.25;
  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");
  private static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Code UNWILLING = Code.of("UNWILLING_PARTY");
  private static final Code MOVED = Code.of("MOVED");
  private static final Code WITHDRAWN = Code.of("CONSENT_WITHDRAWN");

  private final Life life;
  private final SimulatedCentres centres;
  private final Records records;
  private final Intake intake;
  private final Duties duties;

  /** Pairs that run, by centre. */
  private final SortedMap<ParticipantId, List<Pair>> running = new TreeMap<>();

  Companionship(
      Life life, SimulatedCentres centres, Records records, Intake intake, Duties duties) {
    this.life = life;
    this.centres = centres;
    this.records = records;
    this.intake = intake;
    this.duties = duties;
  }

  /** Once a month each centre sees to what it owes, and sums up with those who are ready. */
  void plan() {
    LocalDate day = life.scenario().from().withDayOfMonth(1).plusMonths(1).minusDays(5);
    while (day.isBefore(life.scenario().until())) {
      life.agenda().on(day, () -> centres.all().forEach(this::month));
      day = day.plusMonths(1);
    }
  }

  void begin(MentorshipId id, Person mentee, Person mentor, ParticipantId centre) {
    int length = (int) Math.round(life.behaviour().value(Habit.LENGTH));
    Pair pair = new Pair(id, mentee, mentor, centre, life.today().plusDays(length));
    mentee.pairs(1);
    mentor.pairs(1);
    mentee.partners().add(mentor.id());
    mentee.ended(null);
    running.computeIfAbsent(centre, any -> new ArrayList<>()).add(pair);
    life.agenda().in(0, () -> look(pair));
    visitIn(FIRST_VISIT, pair, 0);
  }

  private void visitIn(int days, Pair pair, int after) {
    foresee(pair, after, days);
    life.agenda().in(days, () -> visit(pair));
  }

  private void visit(Pair pair) {
    if (pair.over()) {
      return;
    }
    int number = pair.nextVisit();
    if (runs(state(pair))) {
      if (state(pair) == MentorshipState.ACTIVE) {
        meet(pair, number);
        nextStep(pair);
      }
      if (number % 2 == 0) {
        intake.review(pair.mentee());
        intake.review(pair.mentor());
      }
    }
    visitIn(VISITS, pair, number);
  }

  private static boolean runs(MentorshipState state) {
    return state == MentorshipState.ACTIVE || state == MentorshipState.CLOSING;
  }

  MentorshipState state(Pair pair) {
    return find(pair).particulars().state();
  }

  private Mentorship find(Pair pair) {
    return life.mentoring().mentorships().find(pair.id()).orElseThrow();
  }

  /** Duties keep days of their own, for they do not fall due by visits. */
  private void look(Pair pair) {
    if (pair.over()) {
      return;
    }
    LocalDate again = runs(state(pair)) ? seeToDuties(pair) : life.today().plusDays(SETTLED);
    life.agenda().on(again, () -> look(pair));
  }

  /** When it has to be done again. */
  LocalDate seeToDuties(Pair pair) {
    LocalDate today = life.today();
    LocalDate again = today.plusDays(VISITS);
    Records.Matter matter = Records.Matter.of(pair);
    again = duties.see(life.mentoring().oversight().obligations(pair.id(), today), matter, again);
    if (owedFor(Cadence.OwedFor.MENTOR)) {
      again =
          duties.see(
              life.mentoring().oversight().obligationsOf(pair.mentor().id(), today), matter, again);
    }
    if (owedFor(Cadence.OwedFor.MENTEE)) {
      again =
          duties.see(
              life.mentoring().oversight().obligationsOf(pair.mentee().id(), today), matter, again);
    }
    return again;
  }

  private boolean owedFor(Cadence.OwedFor whom) {
    return life.practice().cadences().stream().anyMatch(each -> each.owedFor() == whom);
  }

  private void meet(Pair pair, int number) {
    boolean missed =
        luck("meeting", pair, number).happens(life.behaviour().value(Habit.DUTY_MISSED));
    if (!missed) {
      records
          .kindOf(Shape.MEETING)
          .ifPresent(kind -> records.record(kind, MENTOR, Records.Matter.of(pair)));
    }
  }

  /** The next step that a person records, if the ones before it were taken. */
  boolean nextStep(Pair pair) {
    MentorshipTerms terms = life.practice().mentorship();
    if (terms == null) {
      return false;
    }
    SortedSet<String> taken = new TreeSet<>();
    find(pair).particulars().steps().stream().map(StepTaken::step).forEach(taken::add);
    for (MentorshipStep step : terms.path()) {
      if (step.stage() == null && !taken.contains(step.id()) && taken.containsAll(step.after())) {
        step.restsOn().forEach(kind -> records.record(kind, null, Records.Matter.of(pair)));
        Actor by =
            Staff.isParty(step.owner())
                ? Staff.party(step.owner(), pair)
                : Staff.of(step.owner(), pair.centre());
        return life.tried(
                life.mentoring().mentorships().recordStep(by, pair.id(), step.id(), life.today()))
            .isPresent();
      }
    }
    return false;
  }

  private Chance.Stream luck(String what, Pair pair, int number) {
    return life.chance()
        .of(what, pair.mentee().id().value(), pair.mentor().id().value(), Integer.toString(number));
  }

  /** What befalls a pair before the next visit, each on a day of its own. */
  private void foresee(Pair pair, int number, int days) {
    Chance.Stream stream = luck("pair", pair, number);
    double lasting = life.behaviour().value(Habit.LASTS_HALF_A_YEAR);
    double parting = stream.until(-StrictMath.log(lasting) / (YEAR / 2));
    double moving = stream.until(life.behaviour().value(Habit.MOVES) / YEAR);
    double withdrawing = stream.until(life.behaviour().value(Habit.CONSENT_WITHDRAWN) / YEAR);
    double incident = stream.until(life.behaviour().value(Habit.INCIDENTS) / YEAR);
    boolean byMentor = stream.happens(0.5);
    befalls(pair, withdrawing, days, () -> withdraw(pair));
    befalls(pair, moving, days, () -> move(pair, byMentor));
    befalls(
        pair,
        parting,
        days,
        () -> {
          if (end(pair, UNWILLING, byMentor ? MENTOR : MENTEE)) {
            after(pair, byMentor);
          }
        });
    befalls(pair, incident, days, () -> incident(pair, stream));
  }

  /** Nothing befalls a pair that does not run then. */
  private void befalls(Pair pair, double when, int days, Runnable what) {
    if (when > days) {
      return;
    }
    life.agenda()
        .in(
            Math.max(1, (int) StrictMath.ceil(when)),
            () -> {
              if (!pair.over() && runs(state(pair))) {
                what.run();
              }
            });
  }

  Actor runs(Pair pair) {
    return Staff.of(Rounds.owner(life.practice().mentorship(), Stage.START), pair.centre());
  }

  /** Whether it ended; how a mentorship may end the definition says. */
  boolean end(Pair pair, Code reason, Code askedBy) {
    CompletionTerms terms = life.practice().completion();
    List<EarlyEnding> endings = terms == null ? List.of() : terms.endings();
    EarlyEnding ending =
        endings.stream()
            .filter(each -> each.reason().equals(reason))
            .findFirst()
            .or(() -> endings.stream().filter(each -> each.reason().equals(UNWILLING)).findFirst())
            .orElse(null);
    Code why = ending == null ? reason : ending.reason();
    Code by =
        ending == null || ending.askedBy().isEmpty() || ending.askedBy().contains(askedBy)
            ? askedBy
            : ending.askedBy().first();
    boolean ended =
        life.tried(
                life.mentoring()
                    .mentorships()
                    .endEarly(runs(pair), pair.id(), why, by, "simulated", life.today()))
            .isPresent();
    if (ended) {
      over(pair);
    }
    return ended;
  }

  void over(Pair pair) {
    pair.end();
    running.getOrDefault(pair.centre(), new ArrayList<>()).remove(pair);
    pair.mentee().pairs(-1);
    pair.mentor().pairs(-1);
    for (Person each : List.of(pair.mentee(), pair.mentor())) {
      if (each.goesAfterPairs()) {
        intake.leave(each);
      }
    }
  }

  /** Who goes on looking for another one after a pair has ended before its time. */
  private void after(Pair pair, boolean byMentor) {
    boolean mentorStays =
        luck("mentor-goes-on", pair, 0).happens(life.behaviour().value(Habit.MENTOR_GOES_ON));
    if (!mentorStays) {
      intake.leave(pair.mentor());
    }
    boolean menteeStays =
        luck("mentee-goes-on", pair, 0).happens(life.behaviour().value(Habit.MENTEE_GOES_ON));
    if (!byMentor || !menteeStays) {
      intake.leave(pair.mentee());
      return;
    }
    MentorshipTerms terms = life.practice().mentorship();
    boolean handsOver =
        terms != null && terms.rematch() != null && terms.rematch().historyConsent() == null;
    pair.mentee().ended(handsOver ? pair.id() : null);
  }

  /** Who moves is gone; where it is the mentor, the mentee is given to another one if it wants. */
  void move(Pair pair, boolean mentorMoves) {
    MentorshipTerms terms = life.practice().mentorship();
    MentorshipTerms.RematchTerms rematch = terms == null ? null : terms.rematch();
    if (mentorMoves && rematch != null && rematch.askedBy().contains(MENTOR)) {
      Code decides = rematch.decidedBy();
      Actor by = decides == null ? runs(pair) : Staff.of(decides, pair.centre());
      if (life.tried(
              life.mentoring()
                  .mentorships()
                  .rematch(by, pair.id(), MENTOR, null, "moves away", life.today()))
          .isEmpty()) {
        return;
      }
      over(pair);
    } else if (!end(pair, MOVED, mentorMoves ? MENTOR : MENTEE)) {
      return;
    }
    if (!mentorMoves) {
      intake.leave(pair.mentee());
      return;
    }
    intake.leave(pair.mentor());
    after(pair, true);
  }

  private void withdraw(Pair pair) {
    List<KnownFact> consents =
        life.mentoring().dossier(pair.mentee().id(), life.today()).facts().stream()
            .filter(known -> known.fact() instanceof Fact.Consent)
            .filter(known -> known.validity().contains(life.today()))
            .toList();
    if (consents.isEmpty()) {
      return;
    }
    consents.forEach(
        known ->
            life.tried(life.mentoring().withdrawConsent(Staff.OPERATOR, known.id(), life.today())));
    if (end(pair, WITHDRAWN, GUARDIAN)) {
      intake.leave(pair.mentee());
    }
  }

  private void incident(Pair pair, Chance.Stream stream) {
    List<IncidentProcedure> procedures = life.scenario().definition().incidents();
    if (procedures.isEmpty()) {
      return;
    }
    IncidentProcedure procedure = procedures.get(stream.below(procedures.size()));
    Actor responsible = Staff.of(procedure.responsible(), pair.centre());
    SortedSet<ParticipantId> concerns = new TreeSet<>(List.of(pair.mentee().id()));
    Optional<IncidentId> incident =
        life.tried(
            life.mentoring()
                .incidents()
                .report(
                    responsible,
                    new NewIncident(
                        procedure.kinds().first(),
                        pair.id(),
                        concerns,
                        life.today(),
                        Note.of("simulated"))));
    incident.ifPresent(
        id -> life.agenda().in(SETTLED, () -> settle(pair, procedure, responsible, id)));
  }

  void settle(Pair pair, IncidentProcedure procedure, Actor responsible, IncidentId id) {
    LocalDate today = life.today();
    life.tried(life.mentoring().incidents().entrust(responsible, id, responsible, today));
    for (IncidentProcedure.Step step : procedure.steps()) {
      Actor by = Staff.of(step.owner(), pair.centre());
      life.tried(life.mentoring().incidents().takeStep(by, id, step.id(), today));
    }
    if (procedure.effect() == IncidentProcedure.Effect.REPLACE && !pair.over()) {
      move(pair, true);
    }
    life.tried(life.mentoring().incidents().close(responsible, id, Note.of("simulated"), today));
    if (!pair.over() && state(pair) == MentorshipState.PAUSED) {
      life.tried(life.mentoring().mentorships().resume(runs(pair), pair.id(), "is settled", today));
    }
  }

  private void month(ParticipantId centre) {
    List<Pair> pairs = List.copyOf(running.getOrDefault(centre, List.of()));
    SortedSet<ParticipantId> came = new TreeSet<>();
    for (Pair pair : pairs) {
      if (luck("event", pair, life.today().getMonthValue()).happens(0.5)) {
        came.add(pair.mentee().id());
        came.add(pair.mentor().id());
      }
    }
    duties.see(
        life.mentoring().oversight().obligationsOf(centre, life.today()),
        Records.Matter.of(centre, came),
        life.today().plusMonths(1));
    List<Pair> ripe =
        pairs.stream()
            .filter(pair -> !pair.ripe().isAfter(life.today()))
            .filter(
                pair ->
                    state(pair) == MentorshipState.ACTIVE || state(pair) == MentorshipState.CLOSING)
            .toList();
    if (!ripe.isEmpty()) {
      sumUp(centre, ripe);
    }
  }

  private void sumUp(ParticipantId centre, List<Pair> ripe) {
    for (Pair pair : ripe) {
      duties.catchUp(
          life.mentoring().oversight().obligations(pair.id(), life.today()),
          Records.Matter.of(pair));
    }
    prepare(centre, ripe);
    CompletionTerms terms = life.practice().completion();
    ripe.forEach(pair -> complete(pair, terms));
  }

  /** What is left of the way, and what must have happened before anybody sums up. */
  void prepare(ParticipantId centre, List<Pair> ripe) {
    CompletionTerms terms = life.practice().completion();
    for (Pair pair : ripe) {
      while (state(pair) == MentorshipState.ACTIVE && nextStep(pair)) {
        // All that is left of the way.
      }
    }
    if (terms != null) {
      SortedSet<ParticipantId> all = new TreeSet<>();
      ripe.forEach(pair -> all.addAll(Records.Matter.of(pair).came()));
      terms.requires().forEach(kind -> records.record(kind, null, Records.Matter.of(centre, all)));
    }
  }

  private void complete(Pair pair, @Nullable CompletionTerms terms) {
    if (state(pair) == MentorshipState.ACTIVE) {
      beginClosing(pair);
    }
    if (phaseLasts(terms)) {
      endsAsCompleted(pair, terms);
    } else if (completes(pair)) {
      completed(pair, terms);
    }
  }

  /** Whether the phase still runs that has to be over before anything is complete. */
  private boolean phaseLasts(@Nullable CompletionTerms terms) {
    return terms != null
        && life.scenario().definition().phases().stream()
            .filter(phase -> phase.id().equals(terms.afterPhase()))
            .anyMatch(phase -> phase.when().contains(life.today()));
  }

  /** Each party gives its part first. */
  void beginClosing(Pair pair) {
    parts(pair, life.practice().completion());
    Actor closing =
        Staff.of(Rounds.owner(life.practice().mentorship(), Stage.SUMMING_UP), pair.centre());
    life.tried(life.mentoring().mentorships().beginClosing(closing, pair.id(), life.today()));
  }

  /** Whether it did. */
  boolean completes(Pair pair) {
    Actor completing =
        Staff.of(Rounds.owner(life.practice().mentorship(), Stage.COMPLETION), pair.centre());
    boolean completed =
        life.tried(life.mentoring().mentorships().complete(completing, pair.id(), life.today()))
            .isPresent();
    if (completed) {
      over(pair);
    }
    return completed;
  }

  private void endsAsCompleted(Pair pair, @Nullable CompletionTerms terms) {
    if (terms != null) {
      terms.endings().stream()
          .filter(each -> each.asCompleted() && each.atLeast() == null)
          .findFirst()
          .ifPresent(
              ending -> {
                if (end(pair, ending.reason(), MENTEE)) {
                  completed(pair, terms);
                }
              });
    }
  }

  private void parts(Pair pair, @Nullable CompletionTerms terms) {
    if (terms == null) {
      return;
    }
    Records.Matter matter = Records.Matter.of(pair);
    terms.answered().forEach(kind -> records.recordAnswered(kind, matter));
    terms
        .jointBy()
        .forEach(party -> records.record(CompletionTerms.SUMMING_UP, party, matter.part(party)));
    terms
        .exitInterviews()
        .forEach(
            party -> records.record(CompletionTerms.EXIT_INTERVIEW, party, matter.part(party)));
  }

  /** The mentee has what it came for. */
  void becomesAlumnus(Pair pair) {
    Person mentee = pair.mentee();
    intake.leave(mentee);
    new Belonging(life).decide(mentee.id(), Position.ALUMNUS, life.today());
    life.tried(
        life.mentoring()
            .record(
                Staff.OPERATOR,
                mentee.id(),
                new Fact.PositionHeld(Position.ALUMNUS, null),
                Validity.from(life.today())));
  }

  private void completed(Pair pair, @Nullable CompletionTerms terms) {
    Person mentee = pair.mentee();
    becomesAlumnus(pair);
    Chance.Stream stream = luck("alumnus", pair, 0);
    if (stream.happens(life.behaviour().value(Habit.ALUMNUS_RETURNS))) {
      life.agenda().in(1 + stream.below(RETURNS_WITHIN), () -> intake.comeBack(mentee));
    }
    if (!luck("mentor-goes-on", pair, 0).happens(life.behaviour().value(Habit.MENTOR_GOES_ON))) {
      intake.leave(pair.mentor());
    }
    if (terms != null && !terms.followUp().isEmpty()) {
      life.tried(life.mentoring().mentorships().beginFollowUp(runs(pair), pair.id(), life.today()));
      life.agenda().in(0, () -> followUp(pair));
    }
  }

  private void followUp(Pair pair) {
    if (state(pair) != MentorshipState.IN_FOLLOW_UP) {
      return;
    }
    LocalDate today = life.today();
    LocalDate again =
        duties.see(
            life.mentoring().oversight().obligations(pair.id(), today),
            Records.Matter.of(pair),
            today.plusDays(FOLLOW_UP));
    boolean lasted =
        life.mentoring().oversight().obligations(pair.id(), today).stream()
            .allMatch(each -> each.window().deadline().isBefore(today));
    if (lasted) {
      // What is overdue keeps it open, and is no surprise: that is how missed duties show.
      if (life.mentoring()
          .mentorships()
          .endFollowUp(runs(pair), pair.id(), today)
          .accepted()
          .isPresent()) {
        return;
      }
    }
    life.agenda().on(again, () -> followUp(pair));
  }
}
