package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.Cadence;
import org.mentoring.time.Validity;

/**
 * Does what the programme says is due: in time, late or never, as chance has it for each duty. What
 * is due, and until when, only the programme knows.
 */
final class Duties {
  private static final Code IN_SERVICE_TRAINING = Code.of("IN_SERVICE_TRAINING");
  private static final int MINUTES = 90;

  private final Life life;
  private final Records records;
  private final Intake intake;

  Duties(Life life, Records records, Intake intake) {
    this.life = life;
    this.records = records;
    this.intake = intake;
  }

  /** What chance has in store for a duty. */
  private enum Turn {
    IN_TIME,
    LATE,
    MISSED
  }

  /**
   * Looks through what is due.
   *
   * @param next when this will be looked at again: what has time until then waits
   * @return when it has to be looked at before; {@code next} if there is nothing
   */
  LocalDate see(List<Obligation> obligations, Records.Matter matter, LocalDate next) {
    if (life.behaviour().value(Habit.DUTY_MISSED) >= 1) {
      return next;
    }
    LocalDate again = next;
    for (ObligationWindow each : lacking(obligations, ObligationState.UPCOMING)) {
      if (turn(each) == Turn.IN_TIME && !each.due().isAfter(next)) {
        again = earlier(again, each.opens());
      }
    }
    List<ObligationWindow> running = lacking(obligations, ObligationState.DUE);
    for (ObligationWindow each : List.copyOf(running)) {
      if (turn(each) == Turn.LATE) {
        again = earlier(again, each.deadline().plusDays(1));
      } else if (turn(each) == Turn.IN_TIME && (each.due().isBefore(next) || left(each) > 1)) {
        again = earlier(again, inTime(each, running, matter, next));
      }
    }
    for (ObligationWindow each : lacking(obligations, ObligationState.OVERDUE)) {
      if (turn(each) != Turn.MISSED) {
        again = earlier(again, afterwards(each, running, matter, next));
      }
    }
    return again;
  }

  /** Who sums up does before what was put off: of a pair that ends early it stays undone. */
  void catchUp(List<Obligation> obligations, Records.Matter matter) {
    for (ObligationState state : List.of(ObligationState.OVERDUE, ObligationState.DUE)) {
      for (ObligationWindow each : lacking(obligations, state)) {
        if (turn(each) == Turn.LATE) {
          fulfil(each, matter);
        }
      }
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static List<ObligationWindow> lacking(
      List<Obligation> obligations, ObligationState state) {
    List<ObligationWindow> lacking = new ArrayList<>();
    for (Obligation each : obligations) {
      if (each.state() == state && each.window().over() == null) {
        lacking.add(each.window());
      }
    }
    return lacking;
  }

  /** While one that is not to be done in time is in its grace, what is done counts for that. */
  private LocalDate inTime(
      ObligationWindow window,
      List<ObligationWindow> running,
      Records.Matter matter,
      LocalDate next) {
    for (ObligationWindow other : running) {
      if (takesWhatIsFor(window, other)
          && turn(other) != Turn.IN_TIME
          && other.deadline().isBefore(window.due())) {
        return other.deadline().plusDays(1);
      }
    }
    return done(window, running, matter, next);
  }

  /**
   * What is done late counts for a period that runs and lacks it before it counts for one that is
   * over: so first what is to be done in time is done, and until the others are over it waits.
   */
  private LocalDate afterwards(
      ObligationWindow window,
      List<ObligationWindow> running,
      Records.Matter matter,
      LocalDate next) {
    LocalDate again = next;
    boolean free = true;
    for (ObligationWindow other : List.copyOf(running)) {
      if (takesWhatIsFor(window, other)) {
        boolean inTime = turn(other) == Turn.IN_TIME;
        again =
            earlier(
                again, inTime ? done(other, running, matter, next) : other.deadline().plusDays(1));
        free = free && inTime && !running.contains(other);
      }
    }
    return free ? earlier(again, done(window, running, matter, next)) : again;
  }

  /** When the rest of it can be done; {@code next} if there is none. */
  private LocalDate done(
      ObligationWindow window,
      List<ObligationWindow> running,
      Records.Matter matter,
      LocalDate next) {
    boolean more = onceADay(window) && left(window) > 1;
    fulfil(window, matter);
    if (more) {
      return life.today().plusDays(1);
    }
    running.remove(window);
    return next;
  }

  /** A plan is for its month alone, anything else for the period whose turn it is. */
  private boolean takesWhatIsFor(ObligationWindow window, ObligationWindow other) {
    Code with = window.with();
    Code party = other.with();
    return !window.equals(other)
        && window.cadence().due().equals(other.cadence().due())
        && shape(window) != Shape.MONTHLY_PLAN
        && (with == null || party == null || with.equals(party));
  }

  private @Nullable Shape shape(ObligationWindow window) {
    return life.scenario()
        .definition()
        .activity(window.cadence().due())
        .map(ActivityTerms::shape)
        .orElse(null);
  }

  /** Where several are asked for, those of one day are one. */
  private boolean onceADay(ObligationWindow window) {
    Shape shape = shape(window);
    return shape == Shape.CHECK_IN || shape == Shape.REPORT || shape == Shape.MEETING;
  }

  private static int left(ObligationWindow window) {
    return window.cadence().times() - window.doneInTime() - window.doneLate();
  }

  private Turn turn(ObligationWindow window) {
    double missed = life.behaviour().value(Habit.DUTY_MISSED);
    double late = life.behaviour().value(Habit.DUTY_LATE);
    double drawn = luck(window).unit();
    if (drawn < missed) {
      return Turn.MISSED;
    }
    return drawn < missed + late ? Turn.LATE : Turn.IN_TIME;
  }

  private Chance.Stream luck(ObligationWindow window) {
    return life.chance()
        .of(
            "duty",
            String.valueOf(window.mentorship()),
            String.valueOf(window.participant()),
            window.cadence().due().value(),
            String.valueOf(window.with()),
            String.valueOf(window.cadence().after()),
            Integer.toString(window.number()));
  }

  private void fulfil(ObligationWindow window, Records.Matter matter) {
    Cadence cadence = window.cadence();
    if (cadence.due().equals(IN_SERVICE_TRAINING)) {
      train(cadence, matter);
      return;
    }
    YearMonth month =
        YearMonth.from(
            cadence.timing() == Cadence.Timing.AHEAD ? window.due().plusDays(1) : window.opens());
    Records.Matter what = matter.part(window.with()).month(month).upTo(cadence.item());
    int times = onceADay(window) ? 1 : left(window);
    for (int i = 0; i < times; i++) {
      records.record(cadence.due(), cadence.by(), what);
    }
  }

  private void train(Cadence cadence, Records.Matter matter) {
    Pair pair = matter.pair();
    if (pair == null) {
      return;
    }
    Fact.Mode mode = cadence.mode();
    ParticipantId mentor = pair.mentor().id();
    if (mentor.equals(pair.mentee().id())) {
      return;
    }
    intake.record(
        pair.mentor(),
        new Fact.Training(
            Fact.TrainingKind.IN_SERVICE,
            null,
            MINUTES,
            mode == null ? Fact.Mode.IN_PERSON : mode,
            Staff.OPERATOR.capacity()),
        Validity.from(life.today()));
  }
}
