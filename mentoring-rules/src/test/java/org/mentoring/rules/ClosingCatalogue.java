package org.mentoring.rules;

import static org.mentoring.programme.CompletionTerms.EXIT_INTERVIEW;
import static org.mentoring.programme.CompletionTerms.SUMMING_UP;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.TITLE;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.MENTOR;
import static org.mentoring.rules.ClosingCases.OPERATOR;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;
import static org.mentoring.rules.ClosingTerms.FOLLOW_UP;
import static org.mentoring.rules.ClosingTerms.REPORTS;
import static org.mentoring.rules.ClosingTerms.asking;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Effect;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Position;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.spi.CompletionCase;

/** For each rule of completion and of risk a case that it fires on, and one that it does not. */
final class ClosingCatalogue {
  /**
   * One rule's two cases.
   *
   * @param code the rule's name
   * @param firing it finds something
   * @param silent it finds nothing, though the terms are the same
   */
  record Entry(String code, CompletionCase firing, CompletionCase silent) {
    @Override
    public String toString() {
      return code;
    }
  }

  static final Code PARENT = Code.of("GUARDIAN");
  static final CompletionTerms TOGETHER =
      asking(List.of(), List.of(Code.of("MENTEE"), PARENT, Code.of("MENTOR")), List.of(), null);
  static final CompletionTerms INTERVIEW =
      asking(List.of(), List.of(), List.of(Code.of("MENTOR")), null);
  static final CompletionTerms LONG = asking(List.of(), List.of(), List.of(), Period.ofMonths(8));
  static final MentorshipTerms RESTING =
      ClosingTerms.terms(Period.ofMonths(3), List.of(), List.of());
  static final MentorshipTerms LADDER =
      ClosingTerms.terms(
          null,
          List.of(),
          List.of(
              new MentorshipTerms.Rung("warning", null, null, false, TITLE, CITED),
              new MentorshipTerms.Rung("probation", Period.ofWeeks(2), null, false, TITLE, CITED)));

  private final List<Entry> entries = new ArrayList<>();

  private ClosingCatalogue() {}

  static List<Entry> entries() {
    ClosingCatalogue catalogue = new ClosingCatalogue();
    catalogue.asked();
    catalogue.states();
    catalogue.silence();
    catalogue.overdue();
    catalogue.centres();
    catalogue.events();
    return List.copyOf(catalogue.entries);
  }

  private void add(String code, ClosingCases firing, ClosingCases silent) {
    entries.add(new Entry(code, firing.made(), silent.made()));
  }

  private void asked() {
    ClosingCases graduation = active().asksFor(GRADUATION);
    add(
        "completion.activity-missing",
        graduation.event(GRADUATION, START.minusDays(1), MENTEE),
        graduation.event(GRADUATION, START, MENTEE));
    ClosingCases together =
        active()
            .asks(TOGETHER)
            .part(SUMMING_UP, "MENTEE", DAY.minusDays(2))
            .part(SUMMING_UP, "MENTOR", DAY.minusDays(1));
    add("completion.part-missing", together, together.part(SUMMING_UP, "GUARDIAN", DAY));
    add(
        "completion.exit-interview-missing",
        active().asks(INTERVIEW).part(EXIT_INTERVIEW, "MENTEE", DAY),
        active().asks(INTERVIEW).part(EXIT_INTERVIEW, "MENTOR", DAY));
    add(
        "completion.too-short",
        active().asks(LONG).on(START.plusMonths(8).minusDays(1)),
        active().asks(LONG).on(START.plusMonths(8)));
    add(
        "completion.phase-open",
        active().asks(ClosingTerms.after("practical")).on(ClosingCases.PHASE_OVER.minusDays(1)),
        active().asks(ClosingTerms.after("practical")).on(ClosingCases.PHASE_OVER));
    ClosingCases route = active().routed().asks(ClosingTerms.answered("ROUTE_STEP"));
    ClosingCases planned = route.entry("ROUTE_STEP", DAY.minusDays(3), MENTEE);
    add("completion.unasked", route, planned);
    add(
        "completion.unanswered",
        planned.entry("ROUTE_STEP", DAY, MENTEE).entry("ROUTE_STEP_DONE", DAY, MENTEE),
        planned.entry("ROUTE_STEP_DONE", DAY, MENTEE));
    add(
        "waiver.applied",
        graduation.letsWaive().waived(GRADUATION.value(), OPERATOR),
        graduation.letsWaive(GRADUATION.value()).waived(GRADUATION.value(), OPERATOR));
    add("completion.incident-open", active().incident(null, null), active().incident(null, DAY));
  }

  private void states() {
    add("completion.not-started", active().notStarted(), active());
    add(
        "completion.paused",
        active().paused(DAY.minusDays(5), null),
        active().paused(DAY.minusDays(5), DAY.minusDays(1)));
    add(
        "completion.ended-early",
        active().closed(Closure.Kind.EARLY, false, DAY),
        active().closed(Closure.Kind.EARLY, true, DAY));
    add(
        "completion.ended-as-completed",
        active().closed(Closure.Kind.EARLY, true, DAY),
        active().closed(Closure.Kind.COMPLETED, true, DAY));
    ClosingCases resting = active().runsUnder(RESTING);
    add(
        "risk.pause-long",
        resting.paused(DAY.minusMonths(3).minusDays(1), null),
        resting.paused(DAY.minusMonths(3), null));
    ClosingCases probation = active().runsUnder(LADDER).rung("warning", DAY.minusDays(30));
    add(
        "risk.rung-over",
        probation.rung("probation", DAY.minusDays(15)),
        probation.rung("probation", DAY.minusDays(14)));
  }

  private void silence() {
    ClosingCases silent =
        active()
            .runsUnder(
                ClosingTerms.terms(
                    null,
                    List.of(
                        new MentorshipTerms.Silence(Code.of("MENTOR"), Period.ofWeeks(3), CITED)),
                    LADDER.ladder()))
            .report(DAY.minusDays(40));
    add(
        "risk.rung-due",
        silent.rung("warning", DAY),
        silent.rung("warning", DAY.minusDays(1)).rung("probation", DAY));
    ClosingCases mentor = active().silence("MENTOR", Period.ofWeeks(3));
    add("risk.mentor-silent", mentor.report(DAY.minusDays(22)), mentor.report(DAY.minusDays(21)));
    ClosingCases mentee = active().silence("MENTEE", Period.ofWeeks(4));
    add(
        "risk.mentee-absent",
        mentee.meeting(MeetingOutcome.MISSED_BY_MENTEE, DAY.minusDays(1)),
        mentee.meeting(MeetingOutcome.HELD, DAY.minusDays(28)));
  }

  private void overdue() {
    add(
        "risk.obligations-overdue",
        active().overdue(REPORTS, DAY.minusDays(20), DAY.minusDays(6)),
        active().due(REPORTS, ObligationState.DUE));
    ClosingCases over =
        active()
            .closed(Closure.Kind.COMPLETED, true, DAY.minusMonths(7))
            .with(MentorshipState.IN_FOLLOW_UP, DAY.minusMonths(7));
    add(
        "risk.follow-up-overdue",
        over.overdue(FOLLOW_UP, DAY.minusMonths(1)),
        over.overdue(REPORTS, DAY.minusMonths(1)));
    add(
        "risk.incident-overdue",
        active().incident(DAY.minusDays(1), null),
        active().incident(DAY, null));
    add("risk.incident-open", active().incident(null, null), active().incident(null, DAY));
    ClosingCases handled = active().handled(IncidentProcedure.Effect.PAUSE).incident(null, null);
    add("risk.incident-step-overdue", handled.on(DAY.plusDays(3)), handled.on(DAY.plusDays(2)));
    add("risk.incident-demand-open", handled, handled.paused(DAY, null));
  }

  private void centres() {
    add(
        "risk.centre-not-ready",
        active().centreLacks("with-ngo", "centre.agreement-missing"),
        active()
            .closed(Closure.Kind.COMPLETED, true, DAY)
            .centreLacks("with-ngo", "centre.agreement-missing"));
  }

  private void events() {
    ClosingCases concern = active().checkIn(true, DAY.minusDays(9), "MENTEE");
    add(
        "risk.concern-open",
        concern.checkIn(false, DAY, "MENTOR"),
        concern.checkIn(false, DAY, "MENTEE"));
    add(
        "risk.no-service-referral",
        active().refers(),
        active().refers().referred(MENTEE, DAY.minusDays(3)));
    add(
        "risk.party-not-eligible",
        active().party(MENTOR, Position.MENTOR, Effect.DELAYS),
        active().party(MENTOR, Position.MENTOR, Effect.INFORMS));
    add(
        "risk.pair-not-allowed",
        active().apart("safety.not-excluded"),
        active().closed(Closure.Kind.COMPLETED, true, DAY).apart("safety.not-excluded"));
  }
}
