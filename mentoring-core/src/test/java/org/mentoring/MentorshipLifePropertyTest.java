package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.mentorship.MentorshipState.ACTIVE;
import static org.mentoring.mentorship.MentorshipState.AGREED;
import static org.mentoring.mentorship.MentorshipState.CLOSED;
import static org.mentoring.mentorship.MentorshipState.CLOSING;
import static org.mentoring.mentorship.MentorshipState.ENDED;
import static org.mentoring.mentorship.MentorshipState.IN_FOLLOW_UP;
import static org.mentoring.mentorship.MentorshipState.PAUSED;
import static org.mentoring.mentorship.MentorshipState.PROPOSED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Places.Place;
import org.mentoring.time.Validity;

/**
 * Random commands on several mentorships of few people at once, in any order and on any days,
 * against a model of a page that knows nothing of how the commands are made.
 */
class MentorshipLifePropertyTest {
  private enum Command {
    NEXT,
    ASSIGN,
    AGREE_MENTOR,
    AGREE_MENTEE,
    AGREE_GUARDIAN,
    MEET,
    START,
    SUPPORT,
    MONITOR,
    PAUSE,
    RESUME,
    BEGIN_CLOSING,
    COMPLETE,
    END_EARLY,
    WITHDRAW,
    REMATCH,
    BEGIN_FOLLOW_UP,
    END_FOLLOW_UP,
    WITHDRAW_CONSENT,
    CONSENT_ANEW,
    DAYS_PASS
  }

  @Property(tries = 150)
  void no_illegal_sequence_is_accepted_and_no_legal_one_refused(
      @ForAll("lives") ActionChain<Life> chain) {
    Life life = chain.withInvariant("sound", Life::isSound).run();
    // A property that never comes far proves nothing.
    life.reached.forEach(state -> Statistics.label("reached").collect(state));
    Statistics.label("reached")
        .coverage(
            coverage -> {
              for (MentorshipState state : MentorshipState.values()) {
                coverage.check(state).count(count -> count > 0);
              }
            });
  }

  @Provide
  Arbitrary<ActionChain<Life>> lives() {
    return ActionChain.startWith(Life::new).withAction(new AnyCommand()).withMaxTransformations(80);
  }

  private record Try(Command command, int pair, int days, int back) {}

  private static final class AnyCommand implements Action.Independent<Life> {
    @Override
    public Arbitrary<Transformer<Life>> transformer() {
      // What carries a life on is tried more often, so that lives get long.
      Arbitrary<Command> commands =
          Arbitraries.frequencyOf(
              Tuple.of(1, Arbitraries.of(Command.class)),
              Tuple.of(3, Arbitraries.just(Command.NEXT)));
      return Combinators.combine(
              commands,
              Arbitraries.integers().between(0, 3),
              Arbitraries.integers().between(1, 20),
              Arbitraries.frequencyOf(
                  Tuple.of(2, Arbitraries.just(0)),
                  Tuple.of(1, Arbitraries.integers().between(1, 25))))
          .as(Try::new)
          .map(each -> Transformer.mutate(each.toString(), life -> life.attempt(each)));
    }
  }

  /** What is expected of one mentorship. */
  private static final class Model {
    final MentorshipId id;
    final ParticipantId mentor;
    final ParticipantId mentee;
    final Set<Code> agreed = new HashSet<>();
    final Set<String> steps = new HashSet<>();
    MentorshipState state = PROPOSED;
    MentorshipState beforePause = ACTIVE;
    boolean handedOver;
    boolean parted;
    LocalDate closedOn = LocalDate.MIN;
    LocalDate last;

    Model(MentorshipId id, ParticipantId mentor, ParticipantId mentee, LocalDate on) {
      this.id = id;
      this.last = on;
      this.mentor = mentor;
      this.mentee = mentee;
    }
  }

  /** The programme and what is expected of it. */
  static final class Life {
    private final SmallMentorships small = new SmallMentorships();
    private final MentorshipCommands commands = small.commands();
    private final List<ParticipantId> mentors =
        List.of(small.mentor("mentor-1"), small.mentor("mentor-2"));
    private final List<ParticipantId> mentees =
        List.of(small.mentee("mentee-1"), small.mentee("mentee-2"));
    private final Map<ParticipantId, Integer> places = Map.of(mentors.get(0), 1, mentors.get(1), 2);
    private final SortedMap<ParticipantId, FactId> consents = new TreeMap<>();
    private final Map<ParticipantId, List<Validity>> consented = new TreeMap<>();
    private final SortedMap<MentorshipId, Model> models = new TreeMap<>();
    private final SortedMap<Integer, MentorshipId> newest = new TreeMap<>();
    private final SortedMap<MentorshipId, Long> versions = new TreeMap<>();
    private final SortedSet<MentorshipState> reached = new TreeSet<>();

    Life() {
      small.places(mentors.get(1), 2);
      mentees.forEach(
          mentee -> {
            consents.put(mentee, consentOf(mentee));
            consented.put(
                mentee, new ArrayList<>(List.of(Validity.from(small.today().minusDays(1)))));
          });
    }

    private FactId consentOf(ParticipantId mentee) {
      return small.mentoring.dossier(mentee, small.today()).facts().stream()
          .filter(known -> known.fact() instanceof org.mentoring.participant.Fact.Consent)
          .findFirst()
          .orElseThrow()
          .id();
    }

    void attempt(Try attempt) {
      ParticipantId mentor = mentors.get(attempt.pair() % 2);
      ParticipantId mentee = mentees.get(attempt.pair() / 2);
      LocalDate today = small.today();
      switch (attempt.command()) {
        case DAYS_PASS -> small.days(attempt.days());
        case WITHDRAW_CONSENT -> {
          FactId consent = consents.remove(mentee);
          if (consent != null) {
            List<Validity> all = consented.get(mentee);
            Validity last = all.remove(all.size() - 1);
            // Also told late: what was done since the day was done without consent.
            LocalDate day = earlier(attempt);
            day = day.isBefore(last.from()) ? last.from() : day;
            small.mentoring.withdrawConsent(COORDINATOR, consent, day).orElseThrow();
            if (day.isAfter(last.from())) {
              all.add(Validity.between(last.from(), day));
            }
          }
        }
        case CONSENT_ANEW -> {
          if (!consents.containsKey(mentee)) {
            consents.put(mentee, small.consent(mentee));
            consented.get(mentee).add(Validity.from(today.minusDays(1)));
          }
        }
        case ASSIGN -> assign(attempt.pair(), mentor, mentee, earlier(attempt));
        default -> {
          MentorshipId id = newest.get(attempt.pair());
          if (id != null) {
            change(
                attempt.command() == Command.NEXT ? next(model(id)) : attempt.command(),
                model(id),
                earlier(attempt));
          } else if (attempt.command() == Command.NEXT) {
            assign(attempt.pair(), mentor, mentee, earlier(attempt));
          }
        }
      }
    }

    /** Commands are given today for a day of today or before. */
    private LocalDate earlier(Try attempt) {
      LocalDate day = small.today().minusDays(attempt.back());
      return day.isBefore(SmallMentorships.TODAY) ? SmallMentorships.TODAY : day;
    }

    private boolean consents(ParticipantId mentee, LocalDate on) {
      return consented.getOrDefault(mentee, List.of()).stream().anyMatch(when -> when.contains(on));
    }

    /** What carries a mentorship on; it may be refused all the same. */
    private static Command next(Model model) {
      return switch (model.state) {
        case PROPOSED ->
            !model.agreed.contains(MENTEE)
                ? Command.AGREE_MENTEE
                : !model.agreed.contains(AS_MENTOR) ? Command.AGREE_MENTOR : Command.AGREE_GUARDIAN;
        case AGREED -> model.steps.contains("meet") ? Command.START : Command.MEET;
        case ACTIVE ->
            !model.steps.contains("support")
                ? Command.SUPPORT
                : model.steps.contains("monitor") ? Command.BEGIN_CLOSING : Command.MONITOR;
        case PAUSED -> Command.RESUME;
        case CLOSING -> Command.COMPLETE;
        case CLOSED -> Command.BEGIN_FOLLOW_UP;
        case IN_FOLLOW_UP, ENDED -> Command.END_FOLLOW_UP;
      };
    }

    private void assign(int pair, ParticipantId mentor, ParticipantId mentee, LocalDate on) {
      boolean free =
          open(mentor, null, on) < places.get(mentor)
              && open(null, mentee, on) == 0
              && models.values().stream().noneMatch(each -> waits(each, mentee, on))
              && consents(mentee, on)
              && consents(mentee, small.today());
      NewMentorship terms = NewMentorship.individual(SmallMentorships.PRACTICE, mentor, mentee, on);
      Outcome<Mentorship> outcome = commands.assign(COORDINATOR, terms);
      if (parted(mentor, mentee)) {
        assertThat(outcome.accepted()).as("assign again without a reason").isEmpty();
        outcome = commands.assign(COORDINATOR, terms.because("they want to"));
      }
      assertThat(outcome.accepted().isPresent()).as("assign").isEqualTo(free);
      outcome
          .accepted()
          .ifPresent(
              assigned -> {
                models.put(assigned.id(), new Model(assigned.id(), mentor, mentee, on));
                newest.put(pair, assigned.id());
              });
    }

    private boolean parted(ParticipantId mentor, ParticipantId mentee) {
      return models.values().stream()
          .anyMatch(
              each -> each.parted && each.mentor.equals(mentor) && each.mentee.equals(mentee));
    }

    private static boolean waits(Model before, ParticipantId mentee, LocalDate on) {
      return before.handedOver
          && before.mentee.equals(mentee)
          && !before.closedOn.isAfter(on)
          && on.isBefore(before.closedOn.plusWeeks(2));
    }

    private long open(
        @Nullable ParticipantId mentor, @Nullable ParticipantId mentee, LocalDate on) {
      return models.values().stream()
          .filter(each -> each.state.open() || each.closedOn.isAfter(on))
          .filter(each -> mentor == null || each.mentor.equals(mentor))
          .filter(each -> mentee == null || each.mentee.equals(mentee))
          .count();
    }

    private void change(Command command, Model model, LocalDate day) {
      // What the end of the follow-up rests on is recorded today.
      LocalDate on = command == Command.END_FOLLOW_UP ? small.today() : day;
      boolean legal = !on.isBefore(model.last) && legal(command, model, on);
      Mentorship before = small.now(model.id);
      Outcome<Mentorship> outcome = carryOut(command, model, on);
      assertThat(outcome.accepted().isPresent())
          .as(
              "%s of %s in %s: %s",
              command,
              on,
              model.state,
              outcome.refused().map(refused -> refused.findings().toString()).orElse("accepted"))
          .isEqualTo(legal);
      if (legal) {
        expect(command, model, on);
        model.last = on;
      } else {
        assertThat(small.now(model.id)).isEqualTo(before);
      }
      assertThat(small.now(model.id).state()).isEqualTo(model.state);
    }

    private boolean legal(Command command, Model model, LocalDate on) {
      boolean consent = consents(model.mentee, on);
      // What begins or goes on needs what is known today as well.
      boolean lasting = consent && consents(model.mentee, small.today());
      return switch (command) {
        case AGREE_MENTOR -> lasting && mayAgree(model, AS_MENTOR);
        case AGREE_MENTEE -> lasting && mayAgree(model, MENTEE);
        case AGREE_GUARDIAN -> lasting && mayAgree(model, GUARDIAN);
        case MEET -> consent && mayStep(model, "meet", AGREED);
        case START -> lasting && model.state == AGREED && model.steps.contains("meet");
        case SUPPORT -> consent && mayStep(model, "support", ACTIVE);
        case MONITOR -> consent && mayStep(model, "monitor", ACTIVE);
        case PAUSE -> model.state == ACTIVE || model.state == CLOSING;
        case RESUME -> lasting && model.state == PAUSED;
        case BEGIN_CLOSING ->
            consent
                && model.state == ACTIVE
                && model.steps.containsAll(Set.of("support", "monitor"));
        case COMPLETE -> consent && model.state == CLOSING;
        case END_EARLY -> model.state == ACTIVE || model.state == PAUSED || model.state == CLOSING;
        case WITHDRAW -> model.state == PROPOSED || model.state == AGREED;
        case REMATCH -> model.state == ACTIVE || model.state == PAUSED;
        case BEGIN_FOLLOW_UP -> lasting && model.state == CLOSED;
        case END_FOLLOW_UP ->
            consent
                ? model.state == IN_FOLLOW_UP
                    && !small.today().isBefore(model.closedOn.plusMonths(1))
                : model.state == IN_FOLLOW_UP || model.state == CLOSED;
        default -> throw new IllegalArgumentException(command.name());
      };
    }

    private static boolean mayAgree(Model model, Code party) {
      return model.state == PROPOSED && !model.agreed.contains(party);
    }

    /** A step of one state is none of an earlier one, and stays possible until the closure. */
    private static boolean mayStep(Model model, String step, MentorshipState state) {
      boolean reached =
          state == AGREED
              ? model.state != PROPOSED && model.state != PAUSED && model.state != ENDED
              : model.state == ACTIVE
                  || model.state == CLOSING
                  || model.state == CLOSED
                  || model.state == IN_FOLLOW_UP;
      return reached && !model.steps.contains(step);
    }

    private Outcome<Mentorship> carryOut(Command command, Model model, LocalDate on) {
      MentorshipId id = model.id;
      return switch (command) {
        case AGREE_MENTOR -> commands.agree(COORDINATOR, id, AS_MENTOR, model.mentor, on);
        case AGREE_MENTEE -> commands.agree(COORDINATOR, id, MENTEE, model.mentee, on);
        case AGREE_GUARDIAN -> commands.agree(COORDINATOR, id, GUARDIAN, model.mentee, on);
        case MEET -> commands.recordStep(small.mentorOf(id), id, "first-meeting", on);
        case START -> commands.start(COORDINATOR, id, on);
        case SUPPORT -> commands.recordStep(COORDINATOR, id, "support", on);
        case MONITOR -> commands.recordStep(COORDINATOR, id, "monitoring", on);
        case PAUSE -> commands.pause(COORDINATOR, id, "why", on);
        case RESUME -> commands.resume(COORDINATOR, id, "why", on);
        case BEGIN_CLOSING -> commands.beginClosing(COORDINATOR, id, on);
        case COMPLETE -> commands.complete(COORDINATOR, id, on);
        case END_EARLY -> commands.endEarly(COORDINATOR, id, MOVED, MENTEE, "why", on);
        case WITHDRAW -> commands.withdraw(COORDINATOR, id, "why", on);
        case REMATCH -> commands.rematch(HEAD, id, GUARDIAN, null, "why", on);
        case BEGIN_FOLLOW_UP -> commands.beginFollowUp(COORDINATOR, id, on);
        case END_FOLLOW_UP -> {
          if (model.state == IN_FOLLOW_UP && consents.containsKey(model.mentee)) {
            small.followUpReport(id);
          }
          yield commands.endFollowUp(COORDINATOR, id, on);
        }
        default -> throw new IllegalArgumentException(command.name());
      };
    }

    private void expect(Command command, Model model, LocalDate on) {
      switch (command) {
        case AGREE_MENTOR -> agreed(model, AS_MENTOR);
        case AGREE_MENTEE -> agreed(model, MENTEE);
        case AGREE_GUARDIAN -> agreed(model, GUARDIAN);
        case MEET -> model.steps.add("meet");
        case START -> model.state = ACTIVE;
        case RESUME -> model.state = model.beforePause;
        case SUPPORT -> model.steps.add("support");
        case MONITOR -> model.steps.add("monitor");
        case PAUSE -> {
          model.beforePause = model.state;
          model.state = PAUSED;
        }
        case BEGIN_CLOSING -> model.state = CLOSING;
        case COMPLETE -> close(model, CLOSED, on);
        case WITHDRAW -> close(model, ENDED, on);
        case END_EARLY -> {
          // Whether it counts as completed, and so is followed up, has an example of its own.
          close(model, small.now(model.id).state(), on);
          model.handedOver = true;
          model.parted = model.state == ENDED;
        }
        case REMATCH -> {
          close(model, ENDED, on);
          model.handedOver = true;
          model.parted = true;
        }
        case BEGIN_FOLLOW_UP -> model.state = IN_FOLLOW_UP;
        case END_FOLLOW_UP -> model.state = ENDED;
        default -> throw new IllegalArgumentException(command.name());
      }
    }

    private static void agreed(Model model, Code party) {
      model.agreed.add(party);
      model.state = model.agreed.size() == 3 ? AGREED : PROPOSED;
    }

    private static void close(Model model, MentorshipState state, LocalDate on) {
      model.state = state;
      model.closedOn = on;
    }

    private Model model(MentorshipId id) {
      Model model = models.get(id);
      assertThat(model).isNotNull();
      return java.util.Objects.requireNonNull(model);
    }

    /** Holds after every command, whatever it was. */
    void isSound() {
      SortedSet<ParticipantId> withMentor = new TreeSet<>();
      Map<ParticipantId, Integer> used = new TreeMap<>();
      for (Mentorship each : commands.caseload(Mentorships.Which.all(), null, 1_000).items()) {
        assertThat(Mentorship.restore(each.snapshot())).isEqualTo(each);
        assertThat(each.version()).isGreaterThanOrEqualTo(versions.getOrDefault(each.id(), 1L));
        versions.put(each.id(), each.version());
        reached.add(each.state());
        if (each.state().open()) {
          each.particulars()
              .mentees()
              .forEach(mentee -> assertThat(withMentor.add(mentee)).as("one mentor").isTrue());
          each.particulars().mentors().forEach(mentor -> used.merge(mentor, 1, Integer::sum));
        }
      }
      used.forEach((mentor, count) -> assertThat(count).isLessThanOrEqualTo(places.get(mentor)));
      mentors.forEach(mentor -> placesAreThoseUsed(mentor, used.getOrDefault(mentor, 0)));
    }

    /** Never one too many, never a place that nobody gives back. */
    private void placesAreThoseUsed(ParticipantId mentor, int mentees) {
      Map<String, SortedSet<Integer>> numbers = new TreeMap<>();
      for (Place each : small.stores.places().of(mentor)) {
        assertThat(small.now(each.mentorship()).state().open()).isTrue();
        assertThat(small.now(each.mentorship()).particulars().mentees()).contains(each.mentee());
        numbers.computeIfAbsent(each.scope(), none -> new TreeSet<>()).add(each.number());
      }
      assertThat(numbers.getOrDefault(SmallMentorships.PRACTICE, new TreeSet<>()))
          .hasSize(mentees)
          .allMatch(number -> number <= places.getOrDefault(mentor, 0));
      if (mentor.equals(mentors.get(1))) {
        // Only this one said how many are enough.
        assertThat(numbers.getOrDefault("*", new TreeSet<>())).hasSize(mentees);
      }
    }
  }
}
