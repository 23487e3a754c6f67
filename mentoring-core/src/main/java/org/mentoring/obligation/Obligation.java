package org.mentoring.obligation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Code;

/**
 * Something that is due once, and how it stands.
 *
 * @param window what and when
 * @param state how it stands
 */
public record Obligation(ObligationWindow window, ObligationState state) {
  /**
   * The obligation as a finding, so that it is told as any other: {@code obligation.overdue} and so
   * on, with what is due, by whom, until when, how often and how many days late; {@code
   * obligation.overdue-ended} where nothing more is due and little can be made up for. It names no
   * participant.
   *
   * @param asOf the day it was judged on
   */
  public Finding finding(LocalDate asOf) {
    Finding finding =
        Finding.of(
                "obligation." + told(),
                window.cadence().due().value(),
                window.cadence().citation(),
                state == ObligationState.OVERDUE ? Effect.DELAYS : Effect.INFORMS)
            .with("by", Parameter.code(window.cadence().by()))
            .with("opens", day(window.opens()))
            .with("until", day(window.deadline()))
            .with("times", Parameter.count(window.cadence().times()))
            .with("done", count(window.doneInTime() + window.doneLate()))
            .with("days", count(daysLate(asOf)));
    LocalDate over = window.over();
    if (over != null && state == ObligationState.OVERDUE) {
      finding = finding.with("over", day(over));
    }
    Code party = window.with();
    return party == null ? finding : finding.with("party", Parameter.code(party));
  }

  private String told() {
    String told = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return state == ObligationState.OVERDUE && window.over() != null ? told + "-ended" : told;
  }

  /** How many days after the grace it was done or, if it is open, the day is; 0 if none. */
  public long daysLate(LocalDate asOf) {
    LocalDate until = window.doneOn() == null ? asOf : window.doneOn();
    return switch (state) {
      case OVERDUE, MET_LATE -> Math.max(0, ChronoUnit.DAYS.between(window.deadline(), until));
      case UPCOMING, DUE, MET, WAIVED -> 0;
    };
  }

  private static Parameter day(LocalDate value) {
    return new Parameter.Day(value, Sensitivity.ABOUT_PARTY);
  }

  private static Parameter count(long value) {
    return new Parameter.Count(value, Sensitivity.ABOUT_PARTY);
  }
}
