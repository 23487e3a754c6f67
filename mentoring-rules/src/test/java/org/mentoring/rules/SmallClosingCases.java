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
import static org.mentoring.rules.ClosingCases.SIBLING;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;
import static org.mentoring.rules.ClosingTerms.FOLLOW_UP;
import static org.mentoring.rules.ClosingTerms.REPORTS;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Effect;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Position;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.spi.CompletionCase;

/**
 * Mentorships under each kind of term of completion and of risk, and what may have happened in
 * them: before the start and on it, on the day and after it; and all small histories of those.
 */
final class SmallClosingCases {
  private static final LocalDate BEFORE = START.minusDays(1);
  private static final LocalDate AFTER = DAY.plusDays(1);

  private final List<Group> groups = new ArrayList<>();

  private SmallClosingCases() {}

  /**
   * A mentorship, and what may happen in it.
   *
   * @param most so much of it at most
   */
  record Group(String name, ClosingCases begin, int most, List<Step> steps) {
    /** All histories: every choice of what may happen, in its order. */
    List<Small> cases() {
      List<Small> all = new ArrayList<>();
      choose("", begin, 0, 0, all);
      return all;
    }

    private void choose(String name, ClosingCases so, int chosen, int from, List<Small> all) {
      all.add(new Small(name, so.made()));
      for (int i = from; i < steps.size() && chosen < most; i++) {
        Step step = steps.get(i);
        choose(
            name.isEmpty() ? step.name() : name + " + " + step.name(),
            step.happens().apply(so),
            chosen + 1,
            i + 1,
            all);
      }
    }
  }

  /** Something that may happen, named shortly. */
  record Step(String name, UnaryOperator<ClosingCases> happens) {}

  /** A history, named by what happened. */
  record Small(String name, CompletionCase question) {}

  private static final class Steps {
    private final List<Step> all = new ArrayList<>();

    Steps may(String name, UnaryOperator<ClosingCases> happens) {
      all.add(new Step(name, happens));
      return this;
    }

    /** On the days on either side of a bound. */
    Steps onBounds(String name, Dated happens) {
      return may(name + " before", so -> happens.on(so, BEFORE))
          .may(name + " at the start", so -> happens.on(so, START))
          .may(name + " today", so -> happens.on(so, DAY))
          .may(name + " tomorrow", so -> happens.on(so, AFTER));
    }

    Steps waived(String... items) {
      for (String item : items) {
        may(item + " waived", so -> so.letsWaive().waived(item, OPERATOR));
      }
      return may(
          items[0] + " waived in vain", so -> so.letsWaive(items[0]).waived(items[0], OPERATOR));
    }

    Steps ending() {
      return may("ended early", so -> so.closed(Closure.Kind.EARLY, false, DAY))
          .may("ended as completed", so -> so.closed(Closure.Kind.EARLY, true, DAY))
          .may("completed", so -> so.closed(Closure.Kind.COMPLETED, true, DAY));
    }

    Steps resting() {
      return may("paused", so -> so.paused(DAY.minusDays(5), null))
          .may("closing", so -> so.with(MentorshipState.CLOSING, DAY.minusDays(1)))
          .may("followed up", so -> so.with(MentorshipState.IN_FOLLOW_UP, DAY));
    }
  }

  private interface Dated {
    ClosingCases on(ClosingCases so, LocalDate day);
  }

  static List<Group> groups() {
    SmallClosingCases cases = new SmallClosingCases();
    cases.completion();
    cases.silences();
    cases.rungs();
    cases.overdue();
    cases.concerns();
    cases.others();
    return List.copyOf(cases.groups);
  }

  private void add(String name, ClosingCases begin, int most, Steps steps) {
    groups.add(new Group(name, begin, most, List.copyOf(steps.all)));
  }

  private void completion() {
    add(
        "graduation",
        active().asksFor(GRADUATION),
        2,
        new Steps()
            .onBounds("graduated", (so, on) -> so.event(GRADUATION, on, MENTEE))
            .may("sibling graduated", so -> so.sibling().event(GRADUATION, DAY, SIBLING))
            .may("another event", so -> so.event(Code.of("WORKSHOP"), DAY, MENTEE))
            .waived(GRADUATION.value(), "LENGTH")
            .ending());
    add(
        "summing-up",
        active()
            .asks(ClosingCatalogue.TOGETHER)
            .part(SUMMING_UP, "MENTEE", DAY.minusDays(2))
            .part(SUMMING_UP, "MENTOR", DAY.minusDays(1)),
        2,
        new Steps()
            .onBounds("guardian's part", (so, on) -> so.part(SUMMING_UP, "GUARDIAN", on))
            .may("guardian's interview", so -> so.part(EXIT_INTERVIEW, "GUARDIAN", DAY))
            .waived(SUMMING_UP.value(), "GUARDIAN", SUMMING_UP.value() + ".GUARDIAN", "MENTOR")
            .ending());
    add(
        "exit interview",
        active().asks(ClosingCatalogue.INTERVIEW),
        2,
        new Steps()
            .onBounds("mentor's interview", (so, on) -> so.part(EXIT_INTERVIEW, "MENTOR", on))
            .may("mentee's interview", so -> so.part(EXIT_INTERVIEW, "MENTEE", DAY))
            .may("mentor's part", so -> so.part(SUMMING_UP, "MENTOR", DAY))
            .waived(EXIT_INTERVIEW.value(), "MENTOR", "MENTEE")
            .ending());
    add(
        "length",
        active().asks(ClosingCatalogue.LONG),
        2,
        new Steps()
            .may("a day too short", so -> so.on(START.plusMonths(8).minusDays(1)))
            .may("just long enough", so -> so.on(START.plusMonths(8)))
            .may("rested", so -> so.paused(DAY.minusDays(5), DAY.minusDays(4)))
            .waived("LENGTH", "SUMMING_UP")
            .ending());
    add(
        "phase",
        active().asks(ClosingTerms.after("practical")),
        2,
        new Steps()
            .may("last day", so -> so.on(ClosingCases.PHASE_OVER.minusDays(1)))
            .may("over", so -> so.on(ClosingCases.PHASE_OVER))
            .may("fifth day", so -> so.on(START.plusDays(5)))
            .waived("PHASE", "LENGTH")
            .may(
                "ended early before",
                so -> so.closed(Closure.Kind.EARLY, false, ClosingCases.PHASE_OVER.minusDays(2)))
            .may(
                "ended as completed before",
                so -> so.closed(Closure.Kind.EARLY, true, ClosingCases.PHASE_OVER.minusDays(2))));
    add(
        "answers",
        active().routed().asks(ClosingTerms.answered("ROUTE_STEP")),
        3,
        new Steps()
            .may("asked", so -> so.entry("ROUTE_STEP", DAY.minusDays(3), MENTEE))
            .may("asked again", so -> so.entry("ROUTE_STEP", DAY, MENTEE))
            .may("answered", so -> so.entry("ROUTE_STEP_DONE", DAY, MENTEE))
            .waived("ROUTE_STEP")
            .ending());
    add(
        "states",
        active(),
        2,
        new Steps()
            .may("not started", so -> so.notStarted())
            .may("agreed", so -> so.notStarted().with(MentorshipState.AGREED, DAY.minusDays(2)))
            .may("incident", so -> so.incident(null, null))
            .may("incident closed", so -> so.incident(null, DAY))
            .resting()
            .ending());
  }

  private void silences() {
    Steps news =
        new Steps()
            .may("22 days from the start", so -> so.on(START.plusDays(22)))
            .may("21 days from the start", so -> so.on(START.plusDays(21)))
            .may("report before", so -> so.report(BEFORE))
            .may("report at the start", so -> so.report(START))
            .may("report 22 days ago", so -> so.report(DAY.minusDays(22)))
            .may("report 21 days ago", so -> so.report(DAY.minusDays(21)))
            .may("report today", so -> so.report(DAY))
            .may("report tomorrow", so -> so.report(AFTER))
            .may("met", so -> so.meeting(MeetingOutcome.HELD, DAY.minusDays(2)))
            .may("mentee missed", so -> so.meeting(MeetingOutcome.MISSED_BY_MENTEE, DAY))
            .may("mentor missed", so -> so.meeting(MeetingOutcome.MISSED_BY_MENTOR, DAY))
            .may("mentee at an event", so -> so.event(GRADUATION, DAY, MENTEE))
            .may("check-in with mentor", so -> so.checkIn(false, DAY, "MENTOR"))
            .may("other mentor's report", so -> so.team(OTHER).reportOf(OTHER, DAY))
            .resting()
            .ending();
    add("silence of a mentor", active().silence("MENTOR", Period.ofWeeks(3)), 2, news);
    Steps meetings =
        new Steps()
            .may("29 days from the start", so -> so.on(START.plusDays(29)))
            .may("28 days from the start", so -> so.on(START.plusDays(28)))
            .may("met before", so -> so.meeting(MeetingOutcome.HELD, BEFORE))
            .may("met at the start", so -> so.meeting(MeetingOutcome.HELD, START))
            .may("met 29 days ago", so -> so.meeting(MeetingOutcome.HELD, DAY.minusDays(29)))
            .may("met 28 days ago", so -> so.meeting(MeetingOutcome.HELD, DAY.minusDays(28)))
            .may("met today", so -> so.meeting(MeetingOutcome.HELD, DAY))
            .may("met tomorrow", so -> so.meeting(MeetingOutcome.HELD, AFTER))
            .may("mentee missed", so -> so.meeting(MeetingOutcome.MISSED_BY_MENTEE, DAY))
            .may("report", so -> so.report(DAY))
            .may("mentee at an event", so -> so.event(GRADUATION, DAY, MENTEE))
            .may("sibling at an event", so -> so.sibling().event(GRADUATION, DAY, SIBLING))
            .resting()
            .ending();
    add("silence of a mentee", active().silence("MENTEE", Period.ofWeeks(4)), 2, meetings);
    ClosingCases ladder =
        active()
            .runsUnder(
                ClosingTerms.terms(
                    null,
                    List.of(
                        new MentorshipTerms.Silence(Code.of("MENTOR"), Period.ofWeeks(3), CITED)),
                    ClosingCatalogue.LADDER.ladder()));
    add(
        "ladder",
        ladder,
        3,
        new Steps()
            .may("report 40 days ago", so -> so.report(DAY.minusDays(40)))
            .may("report today", so -> so.report(DAY))
            .may("warned 30 days ago", so -> so.rung("warning", DAY.minusDays(30)))
            .may("warned yesterday", so -> so.rung("warning", DAY.minusDays(1)))
            .may("probation 15 days ago", so -> so.rung("probation", DAY.minusDays(15)))
            .may("probation 14 days ago", so -> so.rung("probation", DAY.minusDays(14)))
            .may("met 15 days ago", so -> so.meeting(MeetingOutcome.HELD, DAY.minusDays(15)))
            .may("met 14 days ago", so -> so.meeting(MeetingOutcome.HELD, DAY.minusDays(14)))
            .may("met today", so -> so.meeting(MeetingOutcome.HELD, DAY))
            .may("met tomorrow", so -> so.meeting(MeetingOutcome.HELD, AFTER))
            .resting()
            .ending());
  }

  /** What is due tomorrow is not due today, and is answered to a silence alone. */
  private void rungs() {
    add(
        "ladder of three rungs",
        active()
            .runsUnder(
                ClosingTerms.terms(
                    null,
                    List.of(
                        new MentorshipTerms.Silence(Code.of("MENTOR"), Period.ofWeeks(3), CITED)),
                    List.of(
                        new MentorshipTerms.Rung("warning", null, null, false, TITLE, CITED),
                        new MentorshipTerms.Rung(
                            "probation", Period.ofWeeks(2), null, false, TITLE, CITED),
                        new MentorshipTerms.Rung(
                            "parting", Period.ofWeeks(2), null, false, TITLE, CITED)))),
        3,
        new Steps()
            .may("report 40 days ago", so -> so.report(DAY.minusDays(40)))
            .may("report today", so -> so.report(DAY))
            .may("warned today", so -> so.rung("warning", DAY))
            .may("probation 15 days ago", so -> so.rung("probation", DAY.minusDays(15)))
            .may("probation 14 days ago", so -> so.rung("probation", DAY.minusDays(14)))
            .may("probation 13 days ago", so -> so.rung("probation", DAY.minusDays(13)))
            .may("incident", so -> so.incident(null, null))
            .resting());
  }

  private static final ParticipantId OTHER = ParticipantId.of("mentor-2");

  private void overdue() {
    add(
        "obligations",
        active(),
        2,
        new Steps()
            .may("reports overdue", so -> so.overdue(REPORTS, DAY.minusDays(20), DAY.minusDays(6)))
            .may("report due", so -> so.due(REPORTS, ObligationState.DUE))
            .may("follow-up overdue", so -> so.overdue(FOLLOW_UP, DAY.minusMonths(1)))
            .may("follow-up due", so -> so.due(FOLLOW_UP, ObligationState.DUE))
            .resting()
            .ending());
    add(
        "long pauses",
        active().runsUnder(ClosingCatalogue.RESTING),
        2,
        new Steps()
            .may("a day too long", so -> so.paused(DAY.minusMonths(3).minusDays(1), null))
            .may("just so long", so -> so.paused(DAY.minusMonths(3), null))
            .may("over", so -> so.paused(DAY.minusMonths(5), DAY.minusMonths(1)))
            .may("active again", so -> so.with(MentorshipState.ACTIVE, DAY))
            .ending());
    ClosingCases handled = active().handled(IncidentProcedure.Effect.PAUSE);
    add(
        "incidents",
        handled,
        3,
        new Steps()
            .may("incident", so -> so.incident(null, null))
            .may("incident closed", so -> so.incident(null, DAY))
            .may("incident late", so -> so.incident(DAY.minusDays(1), null))
            .may("incident due today", so -> so.incident(DAY, null))
            .may("incident of no algorithm", so -> so.incidentOf("forgotten", null, null))
            .may("two days on", so -> so.on(DAY.plusDays(2)))
            .may("three days on", so -> so.on(DAY.plusDays(3)))
            .resting()
            .ending());
  }

  private void concerns() {
    add(
        "concerns",
        active(),
        2,
        new Steps()
            .onBounds("concern", (so, on) -> so.checkIn(true, on, "MENTEE"))
            .may("concern nine days ago", so -> so.checkIn(true, DAY.minusDays(9), "MENTEE"))
            .may("no more that day", so -> so.checkIn(false, DAY.minusDays(9), "MENTEE"))
            .may("no more a day later", so -> so.checkIn(false, DAY.minusDays(8), "MENTEE"))
            .may("no more today", so -> so.checkIn(false, DAY, "MENTEE"))
            .may("no more tomorrow", so -> so.checkIn(false, AFTER, "MENTEE"))
            .may("mentor has none", so -> so.checkIn(false, DAY, "MENTOR"))
            .may("another concern", so -> so.checkIn(true, DAY, "MENTOR"))
            .may(
                "told by the mentor",
                so ->
                    so.by(
                        new Actor(MENTOR.value(), Code.of("MENTOR"), "centre-1"),
                        each -> each.checkIn(false, DAY, "MENTEE")))
            .resting()
            .ending());
  }

  private void others() {
    add(
        "referrals",
        active().refers(),
        2,
        new Steps()
            .onBounds("referred", (so, on) -> so.referred(MENTEE, on))
            .may("sibling referred", so -> so.sibling().referred(SIBLING, DAY))
            .may("stranger referred", so -> so.referred(SIBLING, DAY))
            .resting()
            .ending());
    add(
        "referrals of two kinds",
        active().refers("SERVICE_REFERRAL", "CLUB_REFERRAL"),
        2,
        new Steps()
            .may("referred", so -> so.referred(MENTEE, DAY))
            .may("referred to a club", so -> so.referred("CLUB_REFERRAL", MENTEE, DAY))
            .resting());
    add(
        "parties",
        active(),
        2,
        new Steps()
            .may("mentor lacks", so -> so.party(MENTOR, Position.MENTOR, Effect.DELAYS))
            .may("mentor is told", so -> so.party(MENTOR, Position.MENTOR, Effect.INFORMS))
            .may("apart", so -> so.apart("safety.not-excluded"))
            .may("centre lacks", so -> so.centreLacks("with-ngo", "centre.agreement-missing"))
            .may("not started", so -> so.notStarted())
            .resting()
            .ending());
  }
}
