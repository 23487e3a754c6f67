package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;

/**
 * From which day on a mentorship may rest, end early, or be left by one of several. A pause stops
 * the clock of obligations, so one that is told late would undo what is overdue already; who was
 * kept from it by what was told late asks an authority for a waiver, which has a reason and a name.
 */
final class PauseDays {
  private final Workplace workplace;

  PauseDays(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What forbids a pause from a day on; a pause from today on undoes nothing. */
  Optional<Finding> backDated(Particulars mentorship, LocalDate on) {
    LocalDate today = workplace.today();
    return on.isBefore(today)
        ? refusal(
            "mentorship.pause-back-dated",
            workplace.mentoring().oversight().obligations(mentorship.id(), today),
            on)
        : Optional.empty();
  }

  /** The same for an early ending, with which all that was due ends. */
  Optional<Finding> backDatedEnd(Particulars mentorship, LocalDate on) {
    LocalDate today = workplace.today();
    return on.isBefore(today)
        ? refusal(
            "mentorship.end-back-dated",
            workplace.mentoring().oversight().obligations(mentorship.id(), today),
            on)
        : Optional.empty();
  }

  /** The same for the day on which one of several leaves: what it owes ends with it. */
  Optional<Finding> backDatedLeave(ParticipantId who, LocalDate on) {
    LocalDate today = workplace.today();
    return on.isBefore(today)
        ? refusal(
            "mentorship.leave-back-dated",
            workplace.mentoring().oversight().obligationsOf(who, today),
            on)
        : Optional.empty();
  }

  private static Optional<Finding> refusal(
      String code, List<Obligation> obligations, LocalDate on) {
    return obligations.stream()
        .filter(obligation -> obligation.state() == ObligationState.OVERDUE)
        .map(obligation -> obligation.window().deadline().plusDays(1))
        .filter(on::isBefore)
        .max(Comparator.naturalOrder())
        .map(earliest -> Workplace.refusal(code, "on").with("day", Parameter.day(earliest)));
  }
}
