package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COMMISSION;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Given;
import org.mentoring.Mentoring;
import org.mentoring.MentorshipCommands;
import org.mentoring.Progress;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Outcome;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.spi.Stores;

/** A few people and random commands about them; what came of each is told in a line. */
final class RandomLife {
  private static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Code MENTOR = Code.of("MENTOR");

  private final ProofProgramme programme;
  private final Mentoring mentoring;
  private final MentorshipCommands commands;
  private final List<ParticipantId> mentors = new ArrayList<>();
  private final List<ParticipantId> mentees = new ArrayList<>();
  private final List<FactId> facts = new ArrayList<>();
  private final List<FactId> consents = new ArrayList<>();
  private final List<ProposalId> proposals = new ArrayList<>();
  private final List<SelectionEventId> events = new ArrayList<>();
  private final List<MentorshipId> mentorships = new ArrayList<>();
  private final List<ActivityId> activities = new ArrayList<>();
  private final List<IncidentId> incidents = new ArrayList<>();
  private final List<WaiverId> waivers = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int strangers;
  private int twice;

  private RandomLife(Stores stores) {
    programme = new ProofProgramme(stores, new SequentialIdentifiers());
    mentoring = programme.mentoring;
    commands = mentoring.mentorships();
    mentors.add(programme.mentor("mentor-1", 1));
    mentors.add(programme.mentor("mentor-2", 2));
    for (int i = 1; i <= 3; i++) {
      mentees.add(programme.mentee("mentee-" + i));
    }
    for (ParticipantId mentee : mentees) {
      mentoring.dossier(mentee, programme.today()).facts().stream()
          .filter(known -> known.fact() instanceof Fact.Consent)
          .forEach(known -> consents.add(known.id()));
    }
  }

  /** Gives the commands to empty stores, and answers with all that came of it. */
  static List<String> lived(Stores stores, List<Step> steps) {
    RandomLife life = new RandomLife(stores);
    for (Step step : steps) {
      life.attempt(step);
    }
    List<String> all = new ArrayList<>(life.told);
    all.addAll(Observed.all(stores));
    return List.copyOf(all);
  }

  private void attempt(Step step) {
    programme.passes(Duration.ofMinutes(1));
    String came;
    try {
      came = carriedOut(step).map(RandomLife::text).orElse("nothing to do");
    } catch (MentoringException e) {
      // What no command takes must be refused by all stores alike, too.
      came = e.getClass().getSimpleName() + " " + e.code();
    }
    told.add(step.command() + ": " + came);
  }

  private Optional<Outcome<?>> carriedOut(Step step) {
    LocalDate today = programme.today();
    return switch (step.command()) {
      case CARRY_ON -> carryOn(step, today);
      case STEP, PAUSE, ESCALATE, REMATCH, WITHDRAW, END_EARLY, MEETING, REPORT, EXIT_INTERVIEW ->
          pick(mentorships, step.which()).flatMap(id -> about(id, step, today));
      case ASSIGN, ASSIGN_PAIRS -> assign(step, today);
      case PROPOSE, LOCK, REJECT, REPLACE, RELEASE -> match(step, today);
      case PLAN_EVENTS, RANK, CLOSE_EVENT, CALL_OFF_EVENT -> choose(step, today);
      case INCIDENT, ENTRUST, INCIDENT_STEP, ESCALATE_INCIDENT, CLOSE_INCIDENT -> care(step, today);
      case WAIVE, REVOKE -> waive(step, today);
      case JOINT_EVENT, VIDEOS, RETRACT_ACTIVITY -> happen(step, today);
      case TIME_PASSES -> {
        programme.passes(Duration.ofDays(1 + step.how() % 20));
        yield Optional.empty();
      }
      default -> people(step, today);
    };
  }

  private Optional<Outcome<?>> people(Step step, LocalDate today) {
    ParticipantId person = person(step.who());
    return switch (step.command()) {
      case REGISTER -> {
        ParticipantId stranger = ParticipantId.of("stranger-" + ++strangers);
        Outcome<ParticipantId> registered =
            mentoring.register(
                actor(step),
                stranger,
                ParticipantKind.PERSON,
                List.of(new ExternalReference("portal", "r-" + step.how() % 3)));
        (step.which() % 2 == 0 ? mentees : mentors).add(stranger);
        yield Optional.of(registered);
      }
      case REGISTER_AGAIN ->
          Optional.of(mentoring.register(COORDINATOR, person, ParticipantKind.PERSON, List.of()));
      case INTEREST -> record(step, person, new Fact.Interest("topic " + step.which() % 4));
      case TRAINING ->
          record(
              step,
              person,
              new Fact.Training(
                  Fact.TrainingKind.INITIAL,
                  null,
                  30 + step.which() % 90,
                  Fact.Mode.ONLINE,
                  OPERATOR.capacity()));
      case CAPACITY -> record(step, person, new Fact.MentoringCapacity(1 + step.which() % 3));
      case CONSENT -> {
        Outcome<FactId> consent =
            mentoring.record(
                COORDINATOR, person, ProofProgramme.consent(), programme.sinceYesterday());
        consent.accepted().ifPresent(consents::add);
        yield Optional.of(consent);
      }
      case CORRECT ->
          pick(facts, step.which())
              .map(
                  wrong ->
                      mentoring.correct(
                          COORDINATOR,
                          wrong,
                          new Fact.Interest("right topic " + step.how() % 4),
                          programme.sinceYesterday(),
                          "a slip"));
      case RETRACT ->
          pick(facts, step.which()).map(wrong -> mentoring.retract(COORDINATOR, wrong, "a slip"));
      case WITHDRAW_CONSENT ->
          pick(consents, step.which())
              .map(consent -> mentoring.withdrawConsent(COORDINATOR, consent, today));
      case MERGE ->
          Optional.of(
              mentoring.merge(COORDINATOR, person, person(step.which()), "the same person"));
      case PATH_STEP ->
          Optional.of(
              mentoring.recordStep(HEAD, person, PRACTICE, Position.MENTOR, "welcome", today));
      case TWICE -> twice(step, person);
      default -> throw new IllegalArgumentException(step.toString());
    };
  }

  private Optional<Outcome<?>> record(Step step, ParticipantId person, Fact fact) {
    Outcome<FactId> recorded =
        mentoring.record(
            actor(step),
            person,
            fact,
            step.how() % 7 == 0
                ? org.mentoring.time.Validity.from(programme.today().plusDays(3))
                : programme.sinceYesterday());
    recorded.accepted().ifPresent(facts::add);
    return Optional.of(recorded);
  }

  /** A lost reply: the same command is given again under its id. */
  private Optional<Outcome<?>> twice(Step step, ParticipantId person) {
    CommandId id = CommandId.of("twice-" + ++twice);
    for (int i = 0; i < 2; i++) {
      Given<FactId> given =
          mentoring.once(
              id,
              () ->
                  mentoring.record(
                      actor(step),
                      person,
                      new Fact.Need("topic " + step.which() % 4),
                      programme.sinceYesterday()));
      told.add("  " + given.getClass().getSimpleName());
    }
    told.add("  " + CanonicalForm.of(mentoring.command(id).orElseThrow()));
    return Optional.empty();
  }

  private Optional<Outcome<?>> match(Step step, LocalDate today) {
    if (step.command() == Step.Command.PROPOSE || proposals.isEmpty()) {
      return Optional.of(kept(mentoring.propose(COORDINATOR, PRACTICE, today, Progress.NONE)));
    }
    MatchProposal proposal =
        mentoring.proposal(pick(proposals, step.which()).orElseThrow()).orElseThrow();
    PairKey pair = new PairKey(at(mentees, step.who()), at(mentors, step.how()));
    return Optional.of(
        kept(
            switch (step.command()) {
              case LOCK -> mentoring.lock(COORDINATOR, proposal, pair, "why");
              case REJECT -> mentoring.reject(COORDINATOR, proposal, pair, "why");
              case REPLACE ->
                  mentoring.replace(
                      COORDINATOR, proposal, pair, at(mentors, step.how() + 1), "why");
              default -> mentoring.release(COORDINATOR, proposal, pair, "why");
            }));
  }

  private Outcome<MatchProposal> kept(Outcome<MatchProposal> outcome) {
    outcome
        .accepted()
        .filter(proposal -> !proposals.contains(proposal.id()))
        .ifPresent(proposal -> proposals.add(proposal.id()));
    return outcome;
  }

  private Optional<Outcome<?>> choose(Step step, LocalDate today) {
    if (step.command() == Step.Command.PLAN_EVENTS) {
      return pick(proposals, step.which())
          .flatMap(mentoring::proposal)
          .map(
              proposal -> {
                Outcome<EventSchedule> planned =
                    mentoring.planEvents(
                        HEAD, proposal, List.of(new EventDate("Ishim", today.plusDays(2))));
                planned
                    .accepted()
                    .ifPresent(
                        schedule -> schedule.events().forEach(event -> events.add(event.id())));
                return planned;
              });
    }
    MentorSelectionEvent event =
        pick(events, step.which()).flatMap(mentoring::selectionEvent).orElse(null);
    if (event == null) {
      return Optional.empty();
    }
    boolean mentee = step.how() % 2 == 0;
    return Optional.of(
        switch (step.command()) {
          case RANK ->
              mentoring.recordRanking(
                  HEAD,
                  event,
                  new Ranking(
                      mentee ? at(mentees, step.who()) : at(mentors, step.who()),
                      mentee ? Position.MENTEE : Position.MENTOR,
                      List.of(
                          List.of(mentee ? at(mentors, step.how()) : at(mentees, step.how())))));
          case CLOSE_EVENT -> mentoring.closeEvent(HEAD, event);
          default -> mentoring.callOffEvent(HEAD, event, "why");
        });
  }

  private Optional<Outcome<?>> assign(Step step, LocalDate today) {
    if (step.command() == Step.Command.ASSIGN_PAIRS) {
      return pick(proposals, step.which())
          .map(
              proposal -> {
                Outcome<SortedMap<PairKey, Outcome<Mentorship>>> assigned =
                    commands.assignPairs(
                        COORDINATOR, proposal, Arrangement.INDIVIDUAL, null, null, today);
                assigned.accepted().ifPresent(each -> each.values().forEach(this::keptPair));
                return assigned;
              });
    }
    Outcome<Mentorship> assigned =
        commands.assign(
            COORDINATOR,
            NewMentorship.individual(
                PRACTICE, at(mentors, step.which()), at(mentees, step.who()), today));
    keptPair(assigned);
    return Optional.of(assigned);
  }

  private void keptPair(Outcome<Mentorship> assigned) {
    assigned.accepted().ifPresent(mentorship -> mentorships.add(mentorship.id()));
  }

  /** What a mentorship needs next. */
  private Optional<Outcome<?>> carryOn(Step step, LocalDate today) {
    MentorshipId id =
        pick(
                mentorships.stream()
                    .filter(each -> found(each).state() != MentorshipState.ENDED)
                    .toList(),
                step.which())
            .orElse(null);
    if (id == null) {
      return assign(new Step(Step.Command.ASSIGN, step.who(), step.which(), step.how()), today);
    }
    Mentorship mentorship = found(id);
    ParticipantId mentee = mentorship.particulars().mentees().first();
    ParticipantId mentor = mentorship.particulars().mentors().first();
    return Optional.of(
        switch (mentorship.state()) {
          case PROPOSED ->
              mentorship.particulars().agreements().isEmpty()
                  ? commands.agree(COORDINATOR, id, GUARDIAN, mentee, today)
                  : commands.agree(COORDINATOR, id, MENTOR, mentor, today);
          case AGREED -> commands.start(COORDINATOR, id, today);
          case ACTIVE -> commands.beginClosing(COORDINATOR, id, today);
          case PAUSED -> commands.resume(COORDINATOR, id, "why", today);
          case CLOSING -> commands.complete(COORDINATOR, id, today);
          case CLOSED -> commands.beginFollowUp(COORDINATOR, id, today);
          case IN_FOLLOW_UP, ENDED -> commands.endFollowUp(COORDINATOR, id, today);
        });
  }

  private Mentorship found(MentorshipId id) {
    return commands.find(id).orElseThrow();
  }

  private Optional<Outcome<?>> about(MentorshipId id, Step step, LocalDate today) {
    ParticipantId mentor = found(id).particulars().mentors().first();
    return Optional.of(
        switch (step.command()) {
          case STEP ->
              step.how() % 2 == 0
                  ? commands.recordStep(COORDINATOR, id, "support", today)
                  : commands.recordStep(asMentor(mentor), id, "first-meeting", today);
          case PAUSE -> commands.pause(COORDINATOR, id, "why", today);
          case ESCALATE ->
              commands.escalate(
                  step.how() % 2 == 0 ? HEAD : COORDINATOR,
                  id,
                  step.which() % 3 == 0 ? "parted" : "warning",
                  "why",
                  today);
          case REMATCH -> commands.rematch(HEAD, id, GUARDIAN, null, "why", today);
          case WITHDRAW -> commands.withdraw(COORDINATOR, id, "why", today);
          case END_EARLY ->
              commands.endEarly(
                  COORDINATOR,
                  id,
                  Code.of(step.how() % 2 == 0 ? "MOVED" : "UNWILLING_PARTY"),
                  MENTOR,
                  "why",
                  today);
          case MEETING ->
              recorded(
                  COORDINATOR,
                  "MEETING",
                  About.mentorship(id),
                  Happened.Meeting.held(Fact.Mode.IN_PERSON, 30 + step.how() % 60));
          case REPORT ->
              recorded(
                  step.how() % 3 == 0 ? COORDINATOR : asMentor(mentor),
                  step.how() % 2 == 0 ? "MENTOR_REPORT" : "FOLLOW_UP_REPORT",
                  About.mentorship(id),
                  new Happened.MentorReport(Note.of("done " + step.how()), null, null));
          default ->
              recorded(
                  COORDINATOR,
                  "EXIT_INTERVIEW",
                  About.mentorship(id),
                  new Happened.PartGiven(MENTOR));
        });
  }

  private static Actor asMentor(ParticipantId mentor) {
    return new Actor(mentor.value(), MENTOR, "centre-1");
  }

  private Outcome<ActivityId> recorded(Actor by, String kind, About about, Happened happened) {
    Outcome<ActivityId> recorded =
        mentoring
            .activities()
            .record(by, Code.of(kind), about, programme.today(), happened, Note.of("a note"));
    recorded.accepted().ifPresent(activities::add);
    return recorded;
  }

  private Optional<Outcome<?>> happen(Step step, LocalDate today) {
    return switch (step.command()) {
      case JOINT_EVENT ->
          Optional.of(
              recorded(
                  HEAD,
                  "JOINT_EVENT",
                  About.participant(person(step.who())),
                  new Happened.EventHeld(
                      Fact.Mode.IN_PERSON,
                      new TreeSet<>(Set.of(person(step.which()))),
                      new TreeSet<>(Set.of(person(step.how()))))));
      case VIDEOS ->
          Optional.of(
              recorded(
                  COORDINATOR,
                  "STORY_VIDEOS",
                  About.programme(),
                  new Happened.Entry(null, new TreeSet<>(), 1 + step.how() % 5)));
      default ->
          pick(activities, step.which())
              .map(
                  activity ->
                      mentoring
                          .activities()
                          .retract(step.how() % 2 == 0 ? COORDINATOR : HEAD, activity, "a slip"));
    };
  }

  private Optional<Outcome<?>> care(Step step, LocalDate today) {
    if (step.command() == Step.Command.INCIDENT) {
      Outcome<IncidentId> reported =
          mentoring
              .incidents()
              .report(
                  COORDINATOR,
                  new NewIncident(
                      Code.of(step.how() % 2 == 0 ? "CHILD_CRISIS" : "MENTOR_CRISIS"),
                      step.how() % 3 == 0 ? null : pick(mentorships, step.which()).orElse(null),
                      new TreeSet<>(Set.of(person(step.who()))),
                      today,
                      Note.of("what " + step.how())));
      reported.accepted().ifPresent(incidents::add);
      return Optional.of(reported);
    }
    return pick(incidents, step.which())
        .map(
            id ->
                switch (step.command()) {
                  case ENTRUST -> mentoring.incidents().entrust(COORDINATOR, id, HEAD, today);
                  case INCIDENT_STEP ->
                      mentoring
                          .incidents()
                          .takeStep(
                              HEAD, id, step.how() % 2 == 0 ? "child-safe" : "mentor-heard", today);
                  case ESCALATE_INCIDENT ->
                      mentoring
                          .incidents()
                          .escalate(step.how() % 2 == 0 ? HEAD : COMMISSION, id, today);
                  default ->
                      mentoring
                          .incidents()
                          .close(
                              HEAD,
                              id,
                              Resolution.of(Note.of("outcome"))
                                  .leavingOutEffect(Note.of("not needed")),
                              today);
                });
  }

  private Optional<Outcome<?>> waive(Step step, LocalDate today) {
    if (step.command() == Step.Command.REVOKE) {
      return pick(waivers, step.which())
          .map(id -> mentoring.waivers().revoke(OPERATOR, id, "no longer"));
    }
    MentorshipId mentorship =
        step.how() % 2 == 0 ? pick(mentorships, step.which()).orElse(null) : null;
    Outcome<WaiverId> waived =
        mentoring
            .waivers()
            .waive(
                step.how() % 5 == 0 ? COORDINATOR : OPERATOR,
                mentorship == null ? "mentor-initial-training" : "EXIT_INTERVIEW",
                mentorship == null ? person(step.who()) : null,
                mentorship,
                "why",
                today,
                today.plusDays(30));
    waived.accepted().ifPresent(waivers::add);
    return Optional.of(waived);
  }

  private static Actor actor(Step step) {
    return step.how() % 5 == 0 ? new Actor("mentor-1", MENTOR, "centre-1") : COORDINATOR;
  }

  private ParticipantId person(int number) {
    int index = number % (mentors.size() + mentees.size());
    return index < mentors.size() ? mentors.get(index) : mentees.get(index - mentors.size());
  }

  private static <T> T at(List<T> some, int number) {
    return some.get(number % some.size());
  }

  private static <T> Optional<T> pick(List<T> some, int number) {
    return some.isEmpty() ? Optional.empty() : Optional.of(at(some, number));
  }

  private static String text(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(decision -> "refused " + CanonicalForm.of(decision))
        .orElseGet(() -> "accepted " + value(outcome.accepted().orElseThrow()));
  }

  private static String value(@Nullable Object value) {
    if (value instanceof Mentorship mentorship) {
      return CanonicalForm.of(mentorship.snapshot());
    }
    if (value instanceof SortedMap<?, ?> pairs) {
      StringBuilder all = new StringBuilder();
      pairs.forEach((pair, outcome) -> all.append(pair).append(text((Outcome<?>) outcome)));
      return all.toString();
    }
    return CanonicalForm.of(value);
  }
}
