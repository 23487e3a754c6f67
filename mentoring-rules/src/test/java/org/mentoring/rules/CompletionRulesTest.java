package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.programme.CompletionTerms.EXIT_INTERVIEW;
import static org.mentoring.programme.CompletionTerms.SUMMING_UP;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.OPERATOR;
import static org.mentoring.rules.ClosingCases.SIBLING;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;
import static org.mentoring.rules.ClosingTerms.asking;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;

class CompletionRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void in_a_group_each_mentee_and_each_guardian_gives_its_own_part() {
    ClosingCases two = active().sibling().asks(ClosingCatalogue.TOGETHER);
    ClosingCases one =
        two.part(SUMMING_UP, "MENTOR", DAY)
            .part(SUMMING_UP, "MENTEE", ClosingCases.MENTEE, DAY)
            .part(SUMMING_UP, "GUARDIAN", ClosingCases.MENTEE, DAY);
    ClosingCases both =
        one.part(SUMMING_UP, "MENTEE", ClosingCases.SIBLING, DAY)
            .part(SUMMING_UP, "GUARDIAN", ClosingCases.SIBLING, DAY);

    assertThat(codes(missing(one)))
        .containsExactly("completion.part-missing", "completion.part-missing");
    assertThat(missing(both)).isEmpty();
    // The part of a child who left is not that of a child who stayed.
    ClosingCases alone =
        active()
            .asks(ClosingCatalogue.TOGETHER)
            .part(SUMMING_UP, "MENTOR", DAY)
            .part(SUMMING_UP, "MENTEE", ClosingCases.SIBLING, DAY)
            .part(SUMMING_UP, "GUARDIAN", ClosingCases.SIBLING, DAY);
    assertThat(codes(missing(alone)))
        .containsExactly("completion.part-missing", "completion.part-missing");
  }

  @Test
  void the_part_of_a_mentor_who_left_the_team_is_not_that_of_those_who_stay() {
    ParticipantId further = ParticipantId.of("mentor-2");
    ClosingCases rest =
        active()
            .asks(ClosingCatalogue.TOGETHER)
            .part(SUMMING_UP, "MENTEE", DAY)
            .part(SUMMING_UP, "GUARDIAN", DAY);

    assertThat(codes(missing(rest.part(SUMMING_UP, "MENTOR", further, DAY))))
        .containsExactly("completion.part-missing");
    assertThat(missing(rest.part(SUMMING_UP, "MENTOR", ClosingCases.MENTOR, DAY))).isEmpty();
    assertThat(missing(rest.part(SUMMING_UP, "MENTOR", DAY))).isEmpty();
    assertThat(missing(rest.team(further).part(SUMMING_UP, "MENTOR", further, DAY))).isEmpty();
    // Unnamed, it is that of the mentor who recorded it.
    Actor gone = new Actor("mentor-2", Code.of("MENTOR"), "centre-1");
    ClosingCases own = rest.by(gone, each -> each.part(SUMMING_UP, "MENTOR", DAY));
    assertThat(missing(own)).isEmpty();
    assertThat(codes(missing(own.left(further, DAY)))).containsExactly("completion.part-missing");
  }

  @Test
  void what_was_answered_before_the_start_was_for_another_mentorship() {
    ClosingCases route = active().routed().asks(ClosingTerms.answered("ROUTE_STEP"));
    LocalDate before = START.minusDays(1);
    ClosingCases earlier =
        route.entry("ROUTE_STEP", before, MENTEE).entry("ROUTE_STEP_DONE", before, MENTEE);

    assertThat(codes(missing(earlier))).containsExactly("completion.unasked");
    assertThat(codes(missing(earlier.entry("ROUTE_STEP", START, MENTEE))))
        .containsExactly("completion.unanswered");
    assertThat(
            missing(
                earlier.entry("ROUTE_STEP", START, MENTEE).entry("ROUTE_STEP_DONE", START, MENTEE)))
        .isEmpty();
  }

  @Test
  void what_was_open_at_the_start_is_answered_in_the_mentorship() {
    ClosingCases open =
        active()
            .routed()
            .asks(ClosingTerms.answered("ROUTE_STEP"))
            .entry("ROUTE_STEP", START.minusDays(1), MENTEE);

    assertThat(codes(missing(open))).containsExactly("completion.unanswered");
    assertThat(missing(open.entry("ROUTE_STEP_DONE", START, MENTEE))).isEmpty();
  }

  @Test
  void nothing_is_asked_beyond_the_terms() {
    assertThat(missing(active())).isEmpty();
    assertThat(risks(active())).isEmpty();
  }

  @Test
  void a_definition_without_terms_of_completion_leaves_it_to_a_person() {
    List<Finding> findings = missing(active().asks(null));

    assertThat(codes(findings)).containsExactly("completion.no-terms");
    assertThat(Verdict.of(findings)).isEqualTo(Verdict.NEEDS_REVIEW);
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    ClosingCases nothing =
        active()
            .asks(
                asking(
                    List.of(GRADUATION, SUMMING_UP),
                    List.of(Code.of("MENTEE"), Code.of("MENTOR")),
                    List.of(Code.of("MENTOR")),
                    Period.ofYears(1)))
            .incident(null, null)
            .paused(DAY.minusDays(3), null);

    List<Finding> findings = missing(nothing);

    assertThat(codes(findings))
        .containsExactlyInAnyOrder(
            "completion.activity-missing",
            "completion.activity-missing",
            "completion.part-missing",
            "completion.part-missing",
            "completion.exit-interview-missing",
            "completion.too-short",
            "completion.incident-open",
            "completion.paused");
    assertThat(Verdict.of(findings)).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void the_three_parties_of_a_summing_up_are_named_one_by_one() {
    ClosingCases together = active().asks(ClosingCatalogue.TOGETHER);

    assertThat(missing(together))
        .extracting(Finding::requirement)
        .containsExactly("SUMMING_UP.GUARDIAN", "SUMMING_UP.MENTEE", "SUMMING_UP.MENTOR");
    assertThat(missing(together.part(SUMMING_UP, "GUARDIAN", DAY)))
        .extracting(Finding::requirement)
        .containsExactly("SUMMING_UP.MENTEE", "SUMMING_UP.MENTOR");
  }

  @Test
  void an_exit_interview_is_no_part_of_the_summing_up() {
    ClosingCases both =
        active()
            .asks(asking(List.of(), List.of(Code.of("MENTOR")), List.of(Code.of("MENTOR")), null));

    assertThat(codes(missing(both.part(EXIT_INTERVIEW, "MENTOR", DAY))))
        .containsExactly("completion.part-missing");
    assertThat(codes(missing(both.part(SUMMING_UP, "MENTOR", DAY))))
        .containsExactly("completion.exit-interview-missing");
  }

  @Test
  void a_graduation_counts_for_those_mentees_alone_who_came() {
    ClosingCases two = active().sibling().asksFor(GRADUATION);

    assertThat(codes(missing(two.event(GRADUATION, DAY, MENTEE))))
        .containsExactly("completion.activity-missing");
    assertThat(missing(two.event(GRADUATION, DAY, MENTEE).event(GRADUATION, DAY, SIBLING)))
        .isEmpty();
    assertThat(missing(two.event(GRADUATION, DAY, MENTEE, SIBLING))).isEmpty();
  }

  @Test
  void what_happened_after_the_day_does_not_count() {
    ClosingCases graduation = active().asksFor(GRADUATION);

    assertThat(codes(missing(graduation.event(GRADUATION, DAY.plusDays(1), MENTEE))))
        .containsExactly("completion.activity-missing");
  }

  @Test
  void a_meeting_that_nobody_held_is_no_meeting() {
    ClosingCases meeting = active().asksFor(Code.of("MEETING"));

    assertThat(codes(missing(meeting.meeting(MeetingOutcome.CALLED_OFF, DAY))))
        .containsExactly("completion.activity-missing");
    assertThat(missing(meeting.meeting(MeetingOutcome.HELD, DAY))).isEmpty();
  }

  @Test
  void days_of_a_pause_do_not_count_as_time_that_it_ran() {
    ClosingCases paused =
        active().asks(ClosingCatalogue.LONG).paused(START.plusDays(10), START.plusDays(20));
    LocalDate nominal = START.plusMonths(8);

    assertThat(missing(paused.on(nominal.plusDays(10)))).isEmpty();
    assertThat(missing(paused.on(nominal.plusDays(9))))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry("required", Parameter.count(244))
                    .containsEntry(
                        "earliest",
                        Parameter.day(nominal.plusDays(10)).as(Sensitivity.ABOUT_PARTY)));
  }

  @Test
  void a_mentorship_that_was_closed_is_judged_on_the_day_of_its_closure() {
    ClosingCases closed =
        active()
            .asksFor(GRADUATION)
            .event(GRADUATION, DAY.minusDays(10), MENTEE)
            .closed(Closure.Kind.COMPLETED, true, DAY.minusDays(5));

    assertThat(missing(closed.on(DAY.plusYears(1)))).isEmpty();
    assertThat(codes(missing(closed.on(DAY.minusDays(11)))))
        .containsExactly("completion.activity-missing");
  }

  @Test
  void what_ended_early_is_asked_for_nothing_more() {
    ClosingCases asked = active().asksFor(GRADUATION).incident(null, null);

    assertThat(missing(asked.closed(Closure.Kind.EARLY, false, DAY)))
        .extracting(Finding::effect)
        .containsExactly(Effect.REFUSES);
    assertThat(Verdict.of(missing(asked.closed(Closure.Kind.EARLY, true, DAY))))
        .isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_waiver_frees_from_one_thing_from_a_kind_or_from_a_partys_share() {
    ClosingCases asked =
        active()
            .letsWaive()
            .asks(
                asking(
                    List.of(),
                    List.of(Code.of("MENTEE"), ClosingCatalogue.PARENT),
                    List.of(ClosingCatalogue.PARENT),
                    null));

    assertThat(codes(missing(asked.waived("SUMMING_UP.GUARDIAN", OPERATOR))))
        .containsExactly(
            "completion.exit-interview-missing", "completion.part-missing", "waiver.applied");
    assertThat(codes(missing(asked.waived("SUMMING_UP", OPERATOR))))
        .containsExactly("completion.exit-interview-missing", "waiver.applied", "waiver.applied");
    assertThat(codes(missing(asked.waived("GUARDIAN", OPERATOR))))
        .containsExactly("completion.part-missing", "waiver.applied", "waiver.applied");
  }

  @Test
  void a_waiver_that_is_not_needed_is_not_told() {
    ClosingCases done = active().letsWaive().asksFor(GRADUATION).event(GRADUATION, DAY, MENTEE);

    assertThat(missing(done.waived("GRADUATION_EVENT", OPERATOR))).isEmpty();
  }

  @Test
  void the_time_that_it_must_run_can_be_waived() {
    ClosingCases brief = active().letsWaive().asks(ClosingCatalogue.LONG).on(START.plusMonths(1));

    assertThat(codes(missing(brief))).containsExactly("completion.too-short");
    assertThat(codes(missing(brief.waived("LENGTH", OPERATOR)))).containsExactly("waiver.applied");
    assertThat(missing(brief.waived("LENGTH", OPERATOR).on(START.plusMonths(9)))).isEmpty();
  }

  @Test
  void a_waiver_that_lies_in_a_store_against_the_definition_is_passed_over() {
    ClosingCases asked = active().asksFor(GRADUATION);

    assertThat(codes(missing(asked.waived("GRADUATION_EVENT", OPERATOR))))
        .containsExactly("completion.activity-missing");
    assertThat(codes(missing(asked.letsWaive().waived("GRADUATION_EVENT", Code.of("COORDINATOR")))))
        .containsExactly("completion.activity-missing");
    ClosingCases together = active().asks(ClosingCatalogue.TOGETHER).letsWaive("SUMMING_UP");
    assertThat(codes(missing(together.waived("GUARDIAN", OPERATOR))))
        .containsOnly("completion.part-missing");
  }

  private static List<Finding> missing(ClosingCases question) {
    return RULES.completion().missing(question.made());
  }

  private static List<Finding> risks(ClosingCases question) {
    return RULES.risks().risks(question.made());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
