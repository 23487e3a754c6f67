package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.MENTOR;
import static org.mentoring.rules.ClosingCases.SIBLING;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;
import static org.mentoring.rules.ClosingTerms.REPORTS;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Position;

class RiskRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void the_start_counts_as_news_of_everybody() {
    ClosingCases fresh = active().silence("MENTOR", Period.ofWeeks(3));

    assertThat(risks(fresh.on(START.plusDays(21)))).isEmpty();
    assertThat(risks(fresh.on(START.plusDays(22))))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry("since", Parameter.day(START).as(Sensitivity.STAFF_ONLY)));
  }

  @ParameterizedTest
  @EnumSource(MeetingOutcome.class)
  void a_meeting_tells_of_those_who_were_there(MeetingOutcome outcome) {
    Set<MeetingOutcome> mentorCame = Set.of(MeetingOutcome.HELD, MeetingOutcome.MISSED_BY_MENTEE);
    ClosingCases mentor = active().silence("MENTOR", Period.ofWeeks(3));
    ClosingCases mentee = active().silence("MENTEE", Period.ofWeeks(4));

    assertThat(risks(mentor.meeting(outcome, DAY)).isEmpty())
        .isEqualTo(mentorCame.contains(outcome));
    assertThat(risks(mentee.meeting(outcome, DAY)).isEmpty())
        .isEqualTo(outcome == MeetingOutcome.HELD);
  }

  @Test
  void plans_and_contacts_tell_of_the_mentor_and_events_of_the_mentee() {
    ClosingCases mentor = active().silence("MENTOR", Period.ofWeeks(3));
    ClosingCases mentee = active().silence("MENTEE", Period.ofWeeks(4));

    assertThat(risks(mentor.plan(DAY))).isEmpty();
    assertThat(risks(mentor.checkIn(false, DAY, "MENTOR"))).isEmpty();
    assertThat(codes(risks(mentor.checkIn(false, DAY, "MENTEE"))))
        .containsExactly("risk.mentor-silent");
    assertThat(risks(mentee.event(GRADUATION, DAY, MENTEE))).isEmpty();
    assertThat(codes(risks(mentee.event(GRADUATION, DAY, SIBLING))))
        .containsExactly("risk.mentee-absent");
    assertThat(codes(risks(mentee.checkIn(false, DAY, "MENTEE"))))
        .containsExactly("risk.mentee-absent");
  }

  @Test
  void each_mentee_of_a_group_is_missed() {
    ClosingCases group =
        active().sibling().silence("MENTEE", Period.ofWeeks(4)).event(GRADUATION, DAY, MENTEE);

    assertThat(codes(risks(group))).containsExactly("risk.mentee-absent");
    assertThat(risks(group.event(GRADUATION, DAY, SIBLING))).isEmpty();
  }

  @Test
  void each_mentor_of_a_team_is_missed() {
    ParticipantId other = ParticipantId.of("mentor-2");
    ClosingCases team = active().team(other).silence("MENTOR", Period.ofWeeks(3));
    ClosingCases one = team.reportOf(ClosingCases.MENTOR, DAY.minusDays(1));

    assertThat(codes(risks(one))).containsExactly("risk.mentor-silent");
    assertThat(risks(one.reportOf(other, DAY.minusDays(2)))).isEmpty();
    // Nobody knows which of them the centre heard of.
    assertThat(risks(team.report(DAY.minusDays(1)))).isEmpty();
  }

  @Test
  void nobody_is_missed_before_the_start_and_after_the_end() {
    ClosingCases silent = active().silence("MENTOR", Period.ofWeeks(3));

    assertThat(risks(silent.notStarted())).isEmpty();
    assertThat(risks(silent.closed(Closure.Kind.COMPLETED, true, DAY.minusDays(1)))).isEmpty();
    assertThat(codes(risks(silent.with(MentorshipState.CLOSING, DAY.minusDays(1)))))
        .containsExactly("risk.mentor-silent");
  }

  @Test
  void a_concern_stays_until_somebody_else_than_the_mentor_has_heard_the_same_party() {
    ClosingCases concern = active().checkIn(true, DAY.minusDays(9), "MENTEE", "GUARDIAN");
    ClosingCases heard = concern.checkIn(false, DAY.minusDays(5), "MENTOR", "MENTEE");

    assertThat(codes(risks(concern.checkIn(false, DAY, "MENTOR"))))
        .containsExactly("risk.concern-open");
    assertThat(codes(risks(heard))).containsExactly("risk.concern-open");
    assertThat(codes(risks(heard.checkIn(true, DAY, "GUARDIAN"))))
        .containsOnly("risk.concern-open");
    assertThat(risks(heard.checkIn(false, DAY, "GUARDIAN"))).isEmpty();
    assertThat(
            codes(
                risks(
                    concern.by(
                        new Actor("mentor-1", Code.of("MENTOR"), "centre-1"),
                        each -> each.checkIn(false, DAY, "MENTEE", "GUARDIAN")))))
        .containsExactly("risk.concern-open");
  }

  @Test
  void what_is_overdue_is_counted_and_dated() {
    assertThat(risks(active().overdue(REPORTS, DAY.minusDays(6), DAY.minusDays(20))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.requirement()).isEqualTo("MENTOR_REPORT");
              assertThat(finding.parameters())
                  .containsEntry("count", Parameter.count(2).as(Sensitivity.STAFF_ONLY))
                  .containsEntry(
                      "oldest", Parameter.day(DAY.minusDays(20)).as(Sensitivity.STAFF_ONLY));
            });
  }

  @Test
  void a_meeting_after_a_rung_answers_it() {
    ClosingCases probation =
        active().runsUnder(ClosingCatalogue.LADDER).rung("probation", DAY.minusDays(15));

    assertThat(risks(probation.meeting(MeetingOutcome.HELD, DAY.minusDays(14)))).isEmpty();
    assertThat(codes(risks(probation.meeting(MeetingOutcome.HELD, DAY.minusDays(15)))))
        .containsExactly("risk.rung-over");
  }

  @Test
  void who_may_no_longer_take_part_is_told_before_the_start_too() {
    ClosingCases barred = active().notStarted().party(MENTEE, Position.MENTEE, Effect.DELAYS);

    assertThat(risks(barred))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry(
                        "position", Parameter.code(Position.MENTEE).as(Sensitivity.STAFF_ONLY))
                    .containsEntry(
                        "finding", Parameter.term("consent.withdrawn").as(Sensitivity.STAFF_ONLY)));
    assertThat(barred.party(MENTOR, Position.MENTOR, Effect.REFUSES).made())
        .satisfies(question -> assertThat(RULES.risks().risks(question)).hasSize(2));
  }

  private static List<Finding> risks(ClosingCases question) {
    return RULES.risks().risks(question.made());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
