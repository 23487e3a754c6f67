package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.TITLE;
import static org.mentoring.rules.ClosingCases.active;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Code;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.Rung;
import org.mentoring.programme.MentorshipTerms.Silence;

/** Warning, two weeks of probation, two weeks to part with the head's approval, parted. */
class LadderRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final LocalDate DAY = ClosingCases.DAY;
  private static final Code HEAD = Code.of("CENTRE_HEAD");
  private static final MentorshipTerms TERMS =
      ClosingTerms.terms(
          null,
          List.of(
              new Silence(Code.of("MENTOR"), Period.ofWeeks(3), CITED),
              new Silence(Code.of("MENTEE"), Period.ofWeeks(4), CITED)),
          List.of(
              new Rung("warning", null, null, false, TITLE, CITED),
              new Rung("probation", Period.ofWeeks(2), null, false, TITLE, CITED),
              new Rung("parting", Period.ofWeeks(2), HEAD, false, TITLE, CITED),
              new Rung("parted", null, HEAD, true, TITLE, CITED)));
  private final ClosingCases silent =
      active()
          .runsUnder(TERMS)
          .report(DAY.minusDays(40))
          .meeting(MeetingOutcome.HELD, DAY.minusDays(1));

  @AfterAll
  static void close() {
    RULES.close();
  }

  private final ClosingCases mentorSilent =
      active()
          .runsUnder(TERMS)
          .report(DAY.minusDays(60))
          .event(ClosingCases.GRADUATION, DAY.minusDays(1), ClosingCases.MENTEE);

  @Test
  void no_measure_is_due_while_nobody_is_silent() {
    assertThat(due(silent)).isEmpty();
  }

  @Test
  void a_silence_asks_for_the_first_rung_and_then_for_each_when_the_one_before_has_lasted() {
    assertThat(due(mentorSilent)).containsExactly("warning");
    ClosingCases warned = mentorSilent.rung("warning", DAY);
    assertThat(due(warned)).containsExactly("probation");
    ClosingCases onProbation = mentorSilent.rung("warning", DAY.minusDays(14));
    assertThat(due(onProbation.rung("probation", DAY.minusDays(13)))).isEmpty();
    assertThat(due(onProbation.rung("probation", DAY.minusDays(14)))).containsExactly("parting");
    ClosingCases parting =
        mentorSilent.rung("warning", DAY.minusDays(28)).rung("probation", DAY.minusDays(28));
    assertThat(due(parting.rung("parting", DAY.minusDays(13)))).isEmpty();
    assertThat(due(parting.rung("parting", DAY.minusDays(14)))).containsExactly("parted");
  }

  @Test
  void a_mentor_who_was_heard_after_a_rung_begins_the_ladder_anew() {
    ClosingCases once =
        active()
            .runsUnder(TERMS)
            .report(DAY.minusDays(60))
            .rung("warning", DAY.minusDays(35))
            .report(DAY.minusDays(30))
            .event(ClosingCases.GRADUATION, DAY.minusDays(1), ClosingCases.MENTEE);

    assertThat(due(once)).containsExactly("warning");
  }

  @Test
  void an_absent_mentee_asks_for_a_rung_too() {
    ClosingCases absent =
        active().runsUnder(TERMS).meeting(MeetingOutcome.MISSED_BY_MENTEE, DAY.minusDays(1));

    assertThat(due(absent)).containsExactly("warning");
  }

  @Test
  void what_has_to_be_approved_tells_by_whom() {
    ClosingCases probation =
        mentorSilent.rung("warning", DAY.minusDays(14)).rung("probation", DAY.minusDays(14));

    assertThat(rungs(probation))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.parameters()).containsEntry("by", Parameter.code(HEAD)));
  }

  @Test
  void nothing_is_due_during_a_pause_and_what_will_be_taken_does_not_count_before() {
    assertThat(due(mentorSilent.paused(DAY.minusDays(1), null))).isEmpty();
    assertThat(due(mentorSilent.rung("warning", DAY.plusDays(1)))).containsExactly("warning");
  }

  private static List<String> due(ClosingCases cases) {
    return rungs(cases).stream().map(Finding::requirement).toList();
  }

  private static List<Finding> rungs(ClosingCases cases) {
    return RULES.risks().risks(cases.made()).stream()
        .filter(finding -> finding.code().equals("risk.rung-due"))
        .toList();
  }
}
