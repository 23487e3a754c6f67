package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.ObligationState;

/**
 * From which day on a mentorship may rest. A pause stops the clock of obligations, so one that is
 * told late would undo what is overdue already; who was kept from it by what was told late asks an
 * authority for a waiver, which has a reason and a name.
 */
final class PauseDays {
  private final Workplace workplace;

  PauseDays(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What forbids a pause from a day on; a pause from today on undoes nothing. */
  Optional<Finding> backDated(Particulars mentorship, LocalDate on) {
    LocalDate today = workplace.today();
    if (!on.isBefore(today)) {
      return Optional.empty();
    }
    return workplace.mentoring().oversight().obligations(mentorship.id(), today).stream()
        .filter(obligation -> obligation.state() == ObligationState.OVERDUE)
        .map(obligation -> obligation.window().deadline().plusDays(1))
        .filter(on::isBefore)
        .max(Comparator.naturalOrder())
        .map(
            earliest ->
                Workplace.refusal("mentorship.pause-back-dated", "on")
                    .with("day", Parameter.day(earliest)));
  }
}
