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
import static org.mentoring.mentorship.MentorshipState.PAUSED;
import static org.mentoring.mentorship.MentorshipState.PROPOSED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.spi.Places.Place;
import org.mentoring.time.Validity;

/**
 * Random commands on a group whose mentees leave one by one and whose mentor is taken up the ladder
 * of escalation, in any order and on any days, against a model that knows nothing of how the
 * commands are made.
 */
class GroupLifePropertyTest {
  private static final List<String> LADDER = List.of("warning", "probation", "parting");

  /** How many days the second rung lasts. */
  private static final int PROBATION = 14;

  private enum Command {
    NEXT,
    BEGIN,
    AGREE_MENTOR,
    AGREE_MENTEE,
    AGREE_GUARDIAN,
    MEET,
    START,
    SUPPORT,
    MONITOR,
    PAUSE,
    RESUME,
    LEAVE,
    MENTOR_LEAVES,
    ESCALATE,
    CLIMB,
    BEGIN_CLOSING,
    COMPLETE,
    END_EARLY,
    WITHDRAW,
    DAYS_PASS
  }

  @Property(tries = 200)
  void of_a_group_no_illegal_sequence_is_accepted_and_no_legal_one_refused(
      @ForAll("lives") ActionChain<Life> chain) {
    Life life = chain.withInvariant("sound", Life::isSound).run();
    // A property that never comes far proves nothing.
    life.reached.forEach(each -> Statistics.label("reached").collect(each));
    Statistics.label("reached")
        .coverage(
            coverage -> {
              for (String each :
                  List.of(
                      "left a PROPOSED group",
                      "agreed by a leaving",
                      "left an AGREED group",
                      "left an ACTIVE group",
                      "left a PAUSED group",
                      "left a CLOSING group",
                      "warning",
                      "probation",
                      "parting",
                      "begun anew",
                      "CLOSED",
                      "ENDED")) {
                coverage.check(each).count(count -> count > 0);
              }
            });
  }

  @Provide
  Arbitrary<ActionChain<Life>> lives() {
    return ActionChain.startWith(Life::new).withAction(new AnyCommand()).withMaxTransformations(50);
  }

  /** What is tried: on or by which mentee, with which rung, as the centre's head or not. */
  private record Try(Command command, int mentee, int rung, boolean asHead, int days, int back) {}

  private static final class AnyCommand implements Action.Independent<Life> {
    @Override
    public Arbitrary<Transformer<Life>> transformer() {
      // What carries a life on is tried more often, so that lives get long.
      Arbitrary<Command> commands =
          Arbitraries.frequencyOf(
              Tuple.of(4, Arbitraries.of(Command.class)),
              Tuple.of(1, Arbitraries.just(Command.BEGIN)),
              Tuple.of(1, Arbitraries.just(Command.PAUSE)),
              Tuple.of(1, Arbitraries.just(Command.LEAVE)),
              Tuple.of(1, Arbitraries.just(Command.ESCALATE)),
              Tuple.of(1, Arbitraries.just(Command.CLIMB)),
              Tuple.of(3, Arbitraries.just(Command.NEXT)));
      return Combinators.combine(
              commands,
              Arbitraries.integers().between(0, 2),
              Arbitraries.integers().between(0, 2),
              Arbitraries.of(true, false),
              Arbitraries.integers().between(1, 20),
              Arbitraries.frequencyOf(
                  Tuple.of(3, Arbitraries.just(0)),
                  Tuple.of(1, Arbitraries.integers().between(1, 25))))
          .as(Try::new)
          .map(each -> Transformer.mutate(each.toString(), life -> life.attempt(each)));
    }
  }

  /** The group and what is expected of it. */
  static final class Life {
    private final SmallMentorships small = new SmallMentorships();
    private final MentorshipCommands commands = small.commands();
    private final ParticipantId mentor = small.mentor("mentor-1");
    private final List<ParticipantId> all =
        List.of(small.mentee("mentee-1"), small.mentee("mentee-2"), small.mentee("mentee-3"));
    private final MentorshipId id = small.group(mentor, all.toArray(ParticipantId[]::new));
    private final SortedSet<ParticipantId> members = new TreeSet<>(all);
    private final List<ParticipantId> left = new ArrayList<>();
    private final Set<String> agreed = new HashSet<>();
    private final Set<String> steps = new HashSet<>();
    private final List<String> rungs = new ArrayList<>();
    private final List<Validity> pauses = new ArrayList<>();
    private final SortedSet<String> reached = new TreeSet<>();
    private MentorshipState state = PROPOSED;
    private MentorshipState beforePause = ACTIVE;
    private LocalDate pausedOn = LocalDate.MIN;
    private LocalDate lastRung = LocalDate.MIN;
    private LocalDate last = small.today();

    void attempt(Try attempt) {
      switch (attempt.command()) {
        case DAYS_PASS -> small.days(attempt.days());
        case CLIMB -> {
          // A rung that lasts is waited for, so that the last one is reached.
          small.days(attempt.days());
          tried(new Try(Command.ESCALATE, attempt.mentee(), rung(before() + 1), true, 0, 0));
        }
        case BEGIN -> {
          // Who has left since is not waited for, so that no more than these are asked.
          for (int i = 0; i < 3 + 2 * all.size() && (state == PROPOSED || state == AGREED); i++) {
            tried(new Try(Command.NEXT, 0, 0, true, 0, 0));
          }
        }
        default -> tried(attempt);
      }
    }

    private int before() {
      return rungs.isEmpty() ? -1 : LADDER.indexOf(rungs.get(rungs.size() - 1));
    }

    private static int rung(int next) {
      return next < LADDER.size() ? next : 0;
    }

    private void tried(Try attempt) {
      Command command = attempt.command() == Command.NEXT ? next() : attempt.command();
      LocalDate day = small.today().minusDays(attempt.back());
      LocalDate on = day.isBefore(SmallMentorships.TODAY) ? SmallMentorships.TODAY : day;
      ParticipantId who = attempt.command() == Command.NEXT ? waitedFor() : mentee(attempt);
      boolean legal = !on.isBefore(last) && legal(command, who, attempt, on);
      Mentorship before = small.now(id);
      Outcome<Mentorship> outcome = carryOut(command, who, attempt, on);
      assertThat(outcome.accepted().isPresent())
          .as(
              "%s on %s in %s: %s",
              attempt,
              on,
              state,
              outcome.refused().map(refused -> refused.findings().toString()).orElse("accepted"))
          .isEqualTo(legal);
      if (legal) {
        expect(command, who, attempt, on);
        last = on;
      } else {
        assertThat(small.now(id)).isEqualTo(before);
      }
    }

    private ParticipantId mentee(Try attempt) {
      return all.get(attempt.mentee());
    }

    /** The first member who has not agreed, or whose guardian has not. */
    private ParticipantId waitedFor() {
      return members.stream()
          .filter(each -> !agreed.containsAll(List.of("mentee " + each, "guardian " + each)))
          .findFirst()
          .orElse(members.first());
    }

    /** What carries the group on; it may be refused all the same. */
    private Command next() {
      return switch (state) {
        case PROPOSED ->
            !agreed.contains("mentor")
                ? Command.AGREE_MENTOR
                : agreed.contains("mentee " + waitedFor())
                    ? Command.AGREE_GUARDIAN
                    : Command.AGREE_MENTEE;
        case AGREED -> steps.contains("meet") ? Command.START : Command.MEET;
        case ACTIVE ->
            !steps.contains("support")
                ? Command.SUPPORT
                : steps.contains("monitor") ? Command.BEGIN_CLOSING : Command.MONITOR;
        case PAUSED -> Command.RESUME;
        case CLOSING, CLOSED, IN_FOLLOW_UP, ENDED -> Command.COMPLETE;
      };
    }

    private boolean legal(Command command, ParticipantId who, Try attempt, LocalDate on) {
      return switch (command) {
        case AGREE_MENTOR -> state == PROPOSED && !agreed.contains("mentor");
        case AGREE_MENTEE -> mayAgree("mentee ", who);
        case AGREE_GUARDIAN -> mayAgree("guardian ", who);
        case MEET -> mayStep("meet", Set.of(AGREED, ACTIVE, CLOSING, CLOSED));
        case START -> state == AGREED && steps.contains("meet");
        case SUPPORT -> mayStep("support", Set.of(ACTIVE, CLOSING, CLOSED));
        case MONITOR -> mayStep("monitor", Set.of(ACTIVE, CLOSING, CLOSED));
        case PAUSE -> state == ACTIVE || state == CLOSING;
        case RESUME -> state == PAUSED;
        case LEAVE -> members.contains(who) && members.size() > 1 && isOpen();
        // The only one there is: that would be an ending.
        case MENTOR_LEAVES -> false;
        case ESCALATE -> mayTake(attempt.rung(), attempt.asHead(), on);
        case BEGIN_CLOSING -> state == ACTIVE && steps.containsAll(Set.of("support", "monitor"));
        case COMPLETE -> state == CLOSING;
        case END_EARLY -> state == ACTIVE || state == PAUSED || state == CLOSING;
        case WITHDRAW -> state == PROPOSED || state == AGREED;
        case NEXT, BEGIN, CLIMB, DAYS_PASS -> throw new IllegalArgumentException(command.name());
      };
    }

    private boolean isOpen() {
      return state != CLOSED && state != ENDED;
    }

    private boolean mayAgree(String party, ParticipantId who) {
      return state == PROPOSED && members.contains(who) && !agreed.contains(party + who);
    }

    private boolean mayStep(String step, Set<MentorshipState> states) {
      return states.contains(state) && !steps.contains(step);
    }

    /**
     * The next one, or the first one anew; not before the one before is over; the last by the head
     * alone, who alone also begins anew what would be the last.
     */
    private boolean mayTake(int rung, boolean asHead, LocalDate on) {
      int before = before();
      boolean inOrder = rung == before + 1 || rung == 0;
      boolean over = before != 1 || !on.isBefore(probationOver());
      boolean approved = asHead || (rung != 2 && before != 1);
      return state == ACTIVE && inOrder && over && approved;
    }

    private LocalDate probationOver() {
      LocalDate day = lastRung;
      for (int days = 0; days < PROBATION; ) {
        day = day.plusDays(1);
        LocalDate each = day;
        if (pauses.stream().noneMatch(pause -> pause.contains(each))) {
          days++;
        }
      }
      return day;
    }

    private Outcome<Mentorship> carryOut(
        Command command, ParticipantId who, Try attempt, LocalDate on) {
      Actor by = attempt.asHead() ? HEAD : COORDINATOR;
      return switch (command) {
        case AGREE_MENTOR -> commands.agree(COORDINATOR, id, AS_MENTOR, mentor, on);
        case AGREE_MENTEE -> commands.agree(COORDINATOR, id, MENTEE, who, on);
        case AGREE_GUARDIAN -> commands.agree(COORDINATOR, id, GUARDIAN, who, on);
        case MEET -> commands.recordStep(small.mentorOf(id), id, "first-meeting", on);
        case START -> commands.start(COORDINATOR, id, on);
        case SUPPORT -> commands.recordStep(COORDINATOR, id, "support", on);
        case MONITOR -> commands.recordStep(COORDINATOR, id, "monitoring", on);
        case PAUSE -> commands.pause(by, id, "why", on);
        case RESUME -> commands.resume(by, id, "why", on);
        case LEAVE -> commands.leave(by, id, who, MOVED, GUARDIAN, "why", on);
        case MENTOR_LEAVES -> commands.leave(by, id, mentor, MOVED, AS_MENTOR, "why", on);
        case ESCALATE -> commands.escalate(by, id, LADDER.get(attempt.rung()), "why", on);
        case BEGIN_CLOSING -> commands.beginClosing(COORDINATOR, id, on);
        case COMPLETE -> commands.complete(COORDINATOR, id, on);
        case END_EARLY -> commands.endEarly(by, id, MOVED, MENTEE, "why", on);
        case WITHDRAW -> commands.withdraw(by, id, "why", on);
        case NEXT, BEGIN, CLIMB, DAYS_PASS -> throw new IllegalArgumentException(command.name());
      };
    }

    private void expect(Command command, ParticipantId who, Try attempt, LocalDate on) {
      switch (command) {
        case AGREE_MENTOR -> agree("mentor");
        case AGREE_MENTEE -> agree("mentee " + who);
        case AGREE_GUARDIAN -> agree("guardian " + who);
        case MEET -> steps.add("meet");
        case START -> state = ACTIVE;
        case SUPPORT -> steps.add("support");
        case MONITOR -> steps.add("monitor");
        case PAUSE -> {
          beforePause = state;
          pausedOn = on;
          state = PAUSED;
        }
        case RESUME -> {
          state = beforePause;
          if (on.isAfter(pausedOn)) {
            pauses.add(Validity.between(pausedOn, on));
          }
        }
        case LEAVE -> {
          reached.add(
              "left " + (state == AGREED || state == ACTIVE ? "an " : "a ") + state + " group");
          members.remove(who);
          left.add(who);
          if (state == PROPOSED && haveAllAgreed()) {
            state = AGREED;
            reached.add("agreed by a leaving");
          }
        }
        case ESCALATE -> {
          if (attempt.rung() == 0 && !rungs.isEmpty()) {
            reached.add("begun anew");
          }
          reached.add(LADDER.get(attempt.rung()));
          rungs.add(LADDER.get(attempt.rung()));
          lastRung = on;
          state = attempt.rung() == 2 ? ENDED : ACTIVE;
        }
        case BEGIN_CLOSING -> state = CLOSING;
        case COMPLETE -> state = CLOSED;
        case WITHDRAW -> state = ENDED;
        case END_EARLY -> {
          // Whether it counts as completed, and so is followed up, has an example of its own.
          state = small.now(id).state();
          assertThat(state).isIn(CLOSED, ENDED);
        }
        case MENTOR_LEAVES, NEXT, BEGIN, CLIMB, DAYS_PASS ->
            throw new IllegalArgumentException(command.name());
      }
      reached.add(state.name());
    }

    private void agree(String party) {
      agreed.add(party);
      state = haveAllAgreed() ? AGREED : PROPOSED;
    }

    /** Nobody waits for who has left. */
    private boolean haveAllAgreed() {
      return agreed.contains("mentor")
          && members.stream()
              .allMatch(each -> agreed.containsAll(List.of("mentee " + each, "guardian " + each)));
    }

    /** Holds after every command, whatever it was. */
    void isSound() {
      Mentorship now = small.now(id);
      Particulars particulars = now.particulars();
      assertThat(Mentorship.restore(now.snapshot())).isEqualTo(now);
      assertThat(now.state()).isEqualTo(state);
      assertThat(particulars.mentees()).isEqualTo(members);
      assertThat(particulars.withAllParties().mentees()).isEqualTo(new TreeSet<>(all));
      assertThat(particulars.leavings()).extracting(Leaving::participant).isEqualTo(left);
      assertThat(particulars.rungs()).extracting(RungTaken::rung).isEqualTo(rungs);
      // A place is given back with each who leaves, and all of them with the last day.
      Set<ParticipantId> placed =
          small.stores.places().of(mentor).stream()
              .map(Place::mentee)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(placed).isEqualTo(isOpen() ? members : new TreeSet<>());
    }
  }
}
