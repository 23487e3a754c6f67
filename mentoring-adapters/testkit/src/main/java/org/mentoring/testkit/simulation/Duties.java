package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.participant.Fact;
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

  /**
   * Looks through what is due.
   *
   * @param next when this will be looked at again: what has time until then waits
   */
  void see(List<Obligation> obligations, Records.Matter matter, LocalDate next) {
    for (Obligation each : obligations) {
      boolean overdue = each.state() == ObligationState.OVERDUE;
      if ((each.state() == ObligationState.DUE || overdue) && isToBeDone(each.window(), next)) {
        fulfil(each.window(), matter);
      }
    }
  }

  private boolean isToBeDone(ObligationWindow window, LocalDate next) {
    if (window.over() != null) {
      return false;
    }
    double missed = life.behaviour().value(Habit.DUTY_MISSED);
    double late = life.behaviour().value(Habit.DUTY_LATE);
    double drawn = luck(window).unit();
    if (drawn < missed) {
      return false;
    } else if (drawn < missed + late) {
      return life.today().isAfter(window.deadline());
    }
    return window.due().isBefore(next);
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
    for (int done = window.doneInTime() + window.doneLate(); done < cadence.times(); done++) {
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
