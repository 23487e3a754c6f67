package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentoring.decision.Parameter;
import org.mentoring.mentorship.Closed;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.InFollowUp;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;

/** What follows the completion, and when it is over. */
final class FollowUp {
  private FollowUp() {}

  /** Whether the programme follows this mentorship up. */
  static boolean follows(Particulars mentorship, Practice practice) {
    Closure closure = mentorship.closure();
    CompletionTerms terms = practice.completion();
    return closure != null && closure.asCompleted() && terms != null && !terms.followUp().isEmpty();
  }

  /** Where nothing follows, nothing more is due from the same day on. */
  static List<Mentorship> closed(MentorshipChange change, Closed closed) {
    return follows(closed.particulars(), change.practice())
        ? List.of(closed)
        : List.of(closed, closed.end(change.actWithoutSteps()));
  }

  /** A follow-up that rests on a consent ends with the consent. */
  static List<? extends Mentorship> end(Workplace workplace, MentorshipChange change) {
    if (change.consentGone()) {
      return change.in(Mentorship.Endable.class, endable -> List.of(endable.end(change.act())));
    }
    refuseUnlessOver(workplace, change);
    return change.in(InFollowUp.class, followed -> List.of(followed.end(change.act())));
  }

  private static void refuseUnlessOver(Workplace workplace, MentorshipChange change) {
    CompletionTerms terms = change.practice().completion();
    Closure closure = change.record().closure();
    if (terms == null || closure == null) {
      return;
    }
    Optional<LocalDate> over =
        terms.followUp().stream()
            .map(Cadence::duration)
            .filter(Objects::nonNull)
            .map(duration -> closure.on().plus(duration))
            .max(Comparator.naturalOrder());
    if (over.isPresent() && change.on().isBefore(over.get())) {
      change.refuse(
          Workplace.refusal("mentorship.follow-up-runs", "follow-up", terms.citation())
              .with("day", Parameter.day(over.get())));
    }
    List<Obligation> obligations =
        workplace.mentoring().oversight().obligations(change.record().id(), change.on());
    for (Cadence cadence : terms.followUp()) {
      long open =
          obligations.stream()
              .filter(each -> each.window().cadence().equals(cadence) && open(each))
              .count();
      if (open > 0) {
        change.refuse(
            Workplace.refusal("mentorship.follow-up-open", "follow-up", cadence.citation())
                .with("due", Parameter.code(cadence.due()))
                .with("count", Parameter.count(open)));
      }
    }
  }

  private static boolean open(Obligation obligation) {
    ObligationState state = obligation.state();
    return state != ObligationState.MET
        && state != ObligationState.MET_LATE
        && state != ObligationState.WAIVED;
  }
}
