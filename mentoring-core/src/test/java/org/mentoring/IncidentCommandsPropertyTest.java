package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallIncidents.CANARY;
import static org.mentoring.SmallIncidents.CHILD;
import static org.mentoring.SmallIncidents.COMMISSIONER;
import static org.mentoring.SmallIncidents.COORDINATOR;
import static org.mentoring.SmallIncidents.GUARDIAN;
import static org.mentoring.SmallIncidents.HEAD;
import static org.mentoring.SmallIncidents.MENTOR;
import static org.mentoring.SmallIncidents.OF_OPERATOR;
import static org.mentoring.SmallIncidents.OTHER_HEAD;
import static org.mentoring.SmallIncidents.OTHER_MENTOR;
import static org.mentoring.SmallIncidents.PSYCHOLOGIST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.IncidentId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.StepTaken;

/** Any sequence of commands on a child's crisis, against a model that knows what is legal. */
class IncidentCommandsPropertyTest {
  private static final List<String> STEPS = List.of("child-safe", "talked", "written-up");
  private static final List<Integer> WITHIN = List.of(1, 3, 14);
  private static final List<Actor> ACTORS =
      List.of(
          COORDINATOR,
          HEAD,
          OTHER_HEAD,
          COMMISSIONER,
          OF_OPERATOR,
          PSYCHOLOGIST,
          MENTOR,
          OTHER_MENTOR,
          GUARDIAN);

  private enum Kind {
    DAYS,
    ENTRUST,
    STEP,
    ESCALATE,
    ESCALATE_WITH_REASON,
    CLOSE
  }

  /**
   * One command.
   *
   * @param who which of the actors
   * @param what which of the actors, steps, or days
   * @param back so many days before today
   * @param sensible whether the model says who and what; else anybody may try anything
   */
  record Command(Kind kind, int who, int what, int back, boolean sensible) {}

  @Provide
  Arbitrary<List<Command>> commands() {
    return Combinators.combine(
            Arbitraries.of(Kind.values()),
            Arbitraries.integers().between(0, ACTORS.size() - 1),
            Arbitraries.integers().between(0, 7),
            Arbitraries.frequency(net.jqwik.api.Tuple.of(6, 0), net.jqwik.api.Tuple.of(1, 1)),
            Arbitraries.of(true, true, false))
        .as(Command::new)
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 300)
  void what_is_legal_is_accepted_and_nothing_else(@ForAll("commands") List<Command> commands) {
    Model model = new Model();
    for (Command command : commands) {
      model.give(command);
    }
  }

  /** What a reader of the algorithm knows. */
  private static final class Model {
    private final SmallIncidents small = new SmallIncidents();
    private final IncidentId id = small.reported(GUARDIAN, CHILD, small.active());
    private final LocalDate reported = small.today();
    private final List<String> taken = new ArrayList<>();
    private @Nullable Actor responsible;
    private int told;
    private @Nullable LocalDate lastTold;
    private LocalDate lastStep = reported;
    private LocalDate lastAct = reported;
    private boolean closed;
    private long version = 1;

    void give(Command command) {
      LocalDate day = small.today().minusDays(command.back());
      Actor by = command.sensible() ? sensible(command.kind()) : ACTORS.get(command.who());
      switch (command.kind()) {
        case DAYS -> small.mentorships.days(command.what());
        case ENTRUST -> {
          Actor other =
              command.sensible()
                  ? (HEAD.equals(responsible) ? OTHER_HEAD : HEAD)
                  : ACTORS.get(command.what() % ACTORS.size());
          boolean legal = mayEntrust(by, other, day);
          check(legal, day, small.commands.entrust(by, id, other, day));
          responsible = legal ? other : responsible;
        }
        case STEP -> {
          String step =
              STEPS.get((command.sensible() ? taken.size() : command.what()) % STEPS.size());
          boolean legal = mayTake(by, step, day);
          check(legal, day, small.commands.takeStep(by, id, step, day));
          if (legal) {
            taken.add(step);
            lastStep = day;
          }
        }
        case ESCALATE, ESCALATE_WITH_REASON -> {
          boolean reason = command.kind() == Kind.ESCALATE_WITH_REASON;
          boolean legal = mayEscalate(by, reason, day);
          check(
              legal,
              day,
              reason
                  ? small.commands.escalate(by, id, Note.of(CANARY), day)
                  : small.commands.escalate(by, id, day));
          if (legal) {
            told++;
            lastTold = day;
          }
        }
        case CLOSE -> {
          Resolution resolution = Resolution.of(Note.of(CANARY));
          Set<String> leftOut = new HashSet<>();
          for (int i = 0; i < STEPS.size(); i++) {
            boolean named =
                command.sensible() ? i >= taken.size() : (command.what() & (1 << i)) != 0;
            // One that should not be named, or is missing, must be noticed.
            if (named != (command.sensible() && command.what() - 5 == i)) {
              leftOut.add(STEPS.get(i));
              resolution = resolution.leavingOut(STEPS.get(i), Note.of(CANARY));
            }
          }
          boolean legal = mayClose(by, leftOut, day);
          check(legal, day, small.commands.close(by, id, resolution, day));
          closed |= legal;
        }
      }
      compare();
    }

    private Actor sensible(Kind kind) {
      return switch (kind) {
        case STEP -> taken.size() == 1 ? PSYCHOLOGIST : HEAD;
        case CLOSE -> responsible == null ? HEAD : responsible;
        case DAYS, ENTRUST, ESCALATE, ESCALATE_WITH_REASON -> COORDINATOR;
      };
    }

    private boolean mayEntrust(Actor by, Actor other, LocalDate day) {
      return dealsWith(by, day)
          && other.capacity().equals(HEAD.capacity())
          && !other.equals(responsible);
    }

    private boolean mayTake(Actor by, String step, LocalDate day) {
      Actor owner = step.equals("talked") ? PSYCHOLOGIST : HEAD;
      return !closed
          && taken.size() < STEPS.size()
          && STEPS.get(taken.size()).equals(step)
          && by.capacity().equals(owner.capacity())
          && !day.isBefore(lastStep);
    }

    private boolean mayEscalate(Actor by, boolean reason, LocalDate day) {
      boolean due = false;
      for (int i = 0; i < WITHIN.size(); i++) {
        // The last deadline is that of the incident, the others are those of the first two steps.
        boolean met = i < 2 && taken.size() > i && !stepDay(i).isAfter(day);
        LocalDate deadline = reported.plusDays(WITHIN.get(i));
        due |= !met && deadline.isBefore(day) && (lastTold == null || !lastTold.isAfter(deadline));
      }
      return !closed
          && (by.equals(GUARDIAN) || dealsWith(by, day))
          && told < 2
          && !day.isBefore(lastTold == null ? reported : lastTold)
          && (reason || due);
    }

    private LocalDate stepDay(int step) {
      return ((IncidentView.Full) small.commands.view(COMMISSIONER, id)).steps().get(step).on();
    }

    private boolean mayClose(Actor by, Set<String> leftOut, LocalDate day) {
      Set<String> open = new HashSet<>(STEPS);
      taken.forEach(open::remove);
      boolean wasTold =
          (told > 0 && by.equals(OF_OPERATOR)) || (told > 1 && by.equals(COMMISSIONER));
      return !closed
          && (by.equals(responsible) || wasTold)
          && leftOut.equals(open)
          && !day.isBefore(lastAct);
    }

    private boolean dealsWith(Actor by, LocalDate day) {
      return !closed
          && !Set.of(MENTOR, OTHER_MENTOR, GUARDIAN).contains(by)
          && !day.isBefore(reported);
    }

    private void check(boolean legal, LocalDate day, Outcome<IncidentId> outcome) {
      assertThat(outcome.accepted().isPresent()).isEqualTo(legal);
      assertThat(outcome.toString()).doesNotContain(CANARY);
      if (legal) {
        version++;
        lastAct = day.isAfter(lastAct) ? day : lastAct;
      }
    }

    private void compare() {
      IncidentView.Full full = (IncidentView.Full) small.commands.view(COMMISSIONER, id);
      assertThat(full.version()).isEqualTo(version);
      assertThat(full.steps()).extracting(StepTaken::step).isEqualTo(taken);
      assertThat(full.escalations()).extracting(Escalation::to).hasSize(told);
      assertThat(full.open()).isEqualTo(!closed);
      assertThat(
              full.responsible().stream()
                  .map(Entrusted::responsible)
                  .reduce((earlier, later) -> later)
                  .orElse(null))
          .isEqualTo(responsible);
      assertThat(small.commands.view(COORDINATOR, id)).isInstanceOf(IncidentView.Restricted.class);
      assertThat(small.commands.view(MENTOR, id)).isInstanceOf(IncidentView.Restricted.class);
      assertThat(small.commands.view(GUARDIAN, id)).isInstanceOf(IncidentView.Own.class);
      assertThat(small.commands.open(OTHER_MENTOR)).isEmpty();
      assertThat(small.commands.open(COORDINATOR)).hasSize(closed ? 0 : 1);
      assertThat(full.toString()).doesNotContain(CANARY);
    }
  }
}
