package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.Given;
import org.mentoring.Mentoring;
import org.mentoring.MentorshipCommands;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Outcome;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.StoreContents;

/** A few people and random commands about them; what came of each is told in a line. */
final class RandomLife {
  private static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Code MENTOR = Code.of("MENTOR");

  private final RandomWorld world;
  private final RandomMatching matching;
  private final RandomCare care;
  private final RandomRecords records;
  private final ProofProgramme programme;
  private final Mentoring mentoring;
  private final MentorshipCommands commands;
  private final List<String> told = new ArrayList<>();
  private int strangers;
  private int twice;

  /**
   * Registers them.
   *
   * @param stores empty
   */
  RandomLife(Stores stores) {
    world = new RandomWorld(stores);
    matching = new RandomMatching(world);
    care = new RandomCare(world);
    records = new RandomRecords(world, told::add);
    programme = world.programme;
    mentoring = world.mentoring;
    commands = mentoring.mentorships();
  }

  /** Gives a command, and answers with what came of it. */
  List<String> attempted(Step step) {
    told.clear();
    attempt(step);
    return List.copyOf(told);
  }

  /** Everything that the stores hold by now. */
  List<String> left() {
    List<String> left = new ArrayList<>(StoreContents.of(programme.stores));
    left.add("faults " + CanonicalForm.of(mentoring.journal().verify().faults()));
    return left;
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
      case STEP,
          PAUSE,
          ESCALATE,
          REMATCH,
          LEAVE,
          WITHDRAW,
          END_EARLY,
          MEETING,
          REPORT,
          EXIT_INTERVIEW ->
          RandomWorld.pick(world.mentorships, step.which()).flatMap(id -> about(id, step, today));
      case ASSIGN, ASSIGN_PAIRS -> assign(step, today);
      case PROPOSE, PROPOSE_AGAIN, LOCK, REJECT, REPLACE, RELEASE -> matching.match(step, today);
      case PLAN_EVENTS, RANK, CLOSE_EVENT, CALL_OFF_EVENT -> matching.choose(step, today);
      case INCIDENT, ENTRUST, INCIDENT_STEP, ESCALATE_INCIDENT, CLOSE_INCIDENT ->
          care.care(step, today);
      case WAIVE, REVOKE -> care.waive(step, today);
      case JOINT_EVENT, VIDEOS, RETRACT_ACTIVITY -> care.happen(step, today);
      case NAME, ERASE, KEEP_DECISION, KEEP_COMPLETION, REPLAY, SEAL, DELIVER ->
          records.keep(step, today);
      case TIME_PASSES -> {
        programme.passes(Duration.ofDays(1 + step.how() % 20));
        yield Optional.empty();
      }
      default -> people(step, today);
    };
  }

  private Optional<Outcome<?>> people(Step step, LocalDate today) {
    ParticipantId person = world.person(step.who());
    return switch (step.command()) {
      case REGISTER -> {
        ParticipantId stranger = ParticipantId.of("stranger-" + ++strangers);
        Outcome<ParticipantId> registered =
            mentoring.register(
                RandomWorld.actor(step),
                stranger,
                ParticipantKind.PERSON,
                List.of(new ExternalReference("portal", "r-" + step.how() % 3)));
        (step.which() % 2 == 0 ? world.mentees : world.mentors).add(stranger);
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
        consent.accepted().ifPresent(world.consents::add);
        yield Optional.of(consent);
      }
      case CORRECT ->
          RandomWorld.pick(world.facts, step.which())
              .map(
                  wrong ->
                      mentoring.correct(
                          COORDINATOR,
                          wrong,
                          new Fact.Interest("right topic " + step.how() % 4),
                          programme.sinceYesterday(),
                          "a slip"));
      case RETRACT ->
          RandomWorld.pick(world.facts, step.which())
              .map(wrong -> mentoring.retract(COORDINATOR, wrong, "a slip"));
      case WITHDRAW_CONSENT ->
          RandomWorld.pick(world.consents, step.which())
              .map(consent -> mentoring.withdrawConsent(COORDINATOR, consent, today));
      case MERGE ->
          Optional.of(
              mentoring.merge(COORDINATOR, person, world.person(step.which()), "the same person"));
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
            RandomWorld.actor(step),
            person,
            fact,
            step.how() % 7 == 0
                ? org.mentoring.time.Validity.from(programme.today().plusDays(3))
                : programme.sinceYesterday());
    recorded.accepted().ifPresent(world.facts::add);
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
                      RandomWorld.actor(step),
                      person,
                      new Fact.Need("topic " + step.which() % 4),
                      programme.sinceYesterday()));
      told.add("  " + given.getClass().getSimpleName());
    }
    told.add("  " + CanonicalForm.of(mentoring.command(id).orElseThrow()));
    return Optional.empty();
  }

  private Optional<Outcome<?>> assign(Step step, LocalDate today) {
    if (step.command() == Step.Command.ASSIGN_PAIRS) {
      return RandomWorld.pick(world.proposals, step.which())
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
            step.how() % 4 == 0
                ? care.group(step, today)
                : NewMentorship.individual(
                    PRACTICE,
                    RandomWorld.at(world.mentors, step.which()),
                    RandomWorld.at(world.mentees, step.who()),
                    today));
    keptPair(assigned);
    return Optional.of(assigned);
  }

  private void keptPair(Outcome<Mentorship> assigned) {
    assigned.accepted().ifPresent(mentorship -> world.mentorships.add(mentorship.id()));
  }

  /** What a mentorship needs next. */
  private Optional<Outcome<?>> carryOn(Step step, LocalDate today) {
    MentorshipId id =
        RandomWorld.pick(
                world.mentorships.stream()
                    .filter(each -> found(each).state() != MentorshipState.ENDED)
                    .toList(),
                step.which())
            .orElse(null);
    if (id == null) {
      return assign(new Step(Step.Command.ASSIGN, step.who(), step.which(), step.how()), today);
    }
    Mentorship mentorship = found(id);
    ParticipantId mentor = mentorship.particulars().mentors().first();
    return Optional.of(
        switch (mentorship.state()) {
          case PROPOSED -> {
            List<ParticipantId> mentees = List.copyOf(mentorship.particulars().mentees());
            int agreed = mentorship.particulars().agreements().size();
            yield agreed < mentees.size()
                ? commands.agree(COORDINATOR, id, GUARDIAN, mentees.get(agreed), today)
                : commands.agree(COORDINATOR, id, MENTOR, mentor, today);
          }
          case AGREED -> commands.start(COORDINATOR, id, today);
          case ACTIVE ->
              step.how() % 3 == 0
                  ? commands.beginClosing(COORDINATOR, id, today)
                  : prepared(id, mentor, step, today);
          case PAUSED -> commands.resume(COORDINATOR, id, "why", today);
          case CLOSING ->
              step.how() % 3 == 0
                  ? prepared(id, mentor, step, today)
                  : commands.complete(COORDINATOR, id, today);
          case CLOSED -> commands.beginFollowUp(COORDINATOR, id, today);
          case IN_FOLLOW_UP, ENDED -> commands.endFollowUp(COORDINATOR, id, today);
        });
  }

  /** What has to be there before a mentorship is complete, and time enough for it. */
  private Outcome<?> prepared(MentorshipId id, ParticipantId mentor, Step step, LocalDate today) {
    programme.passes(Duration.ofDays(4));
    return switch (step.who() % 3) {
      case 0 -> commands.recordStep(asMentor(mentor), id, "first-meeting", today);
      case 1 -> commands.recordStep(COORDINATOR, id, "support", today);
      default -> exitInterview(id);
    };
  }

  private Outcome<?> exitInterview(MentorshipId id) {
    return world.recorded(
        COORDINATOR, "EXIT_INTERVIEW", About.mentorship(id), new Happened.PartGiven(MENTOR));
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
          case LEAVE -> care.leave(found(id).particulars(), step, today);
          case WITHDRAW -> commands.withdraw(HEAD, id, "why", today);
          case END_EARLY ->
              commands.endEarly(
                  step.which() % 3 == 0 ? COORDINATOR : HEAD,
                  id,
                  Code.of(step.how() % 2 == 0 ? "MOVED" : "UNWILLING_PARTY"),
                  MENTOR,
                  "why",
                  today);
          case MEETING ->
              world.recorded(
                  COORDINATOR,
                  "MEETING",
                  About.mentorship(id),
                  Happened.Meeting.held(Fact.Mode.IN_PERSON, 30 + step.how() % 60));
          case REPORT ->
              world.recorded(
                  step.how() % 3 == 0 ? COORDINATOR : asMentor(mentor),
                  step.how() % 2 == 0 ? "MENTOR_REPORT" : "FOLLOW_UP_REPORT",
                  About.mentorship(id),
                  new Happened.MentorReport(Note.of("done " + step.how()), null, null));
          default -> exitInterview(id);
        });
  }

  private static Actor asMentor(ParticipantId mentor) {
    return new Actor(mentor.value(), MENTOR, "centre-1");
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
