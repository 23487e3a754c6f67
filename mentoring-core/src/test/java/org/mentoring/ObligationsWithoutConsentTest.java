package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.KeptObligations.MONITORING;
import static org.mentoring.KeptObligations.REPORT;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;
import static org.mentoring.KeptObligations.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.time.Validity;

/** What rests on a consent is not due without it. */
class ObligationsWithoutConsentTest {
  private static final Instant ALWAYS = at("2030-01-01");

  private final KeptObligations kept = new KeptObligations();
  private final MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-03-01");
  private final FactId consent = consent("2020-02-01");

  @Test
  void a_mentorship_rests_from_the_day_of_the_withdrawal() {
    kept.report(id, "2020-03-10");
    withdrawn("2020-03-20");

    assertThat(reports("2020-03-19"))
        .containsExactly("MENTOR_REPORT 1 MET", "MENTOR_REPORT 2 DUE", "MENTOR_REPORT 3 UPCOMING");
    assertThat(reports("2020-06-20")).containsExactly("MENTOR_REPORT 1 MET", "MENTOR_REPORT 2 DUE");
  }

  @Test
  void a_new_consent_lets_the_clock_run_on() {
    withdrawn("2020-03-20");
    consent("2020-05-01");

    // Nine days of the second fortnight are left on 1 May, and three of grace.
    assertThat(reports("2020-05-12")).startsWith("MENTOR_REPORT 1 OVERDUE", "MENTOR_REPORT 2 DUE");
    assertThat(reports("2020-05-13"))
        .startsWith("MENTOR_REPORT 1 OVERDUE", "MENTOR_REPORT 2 OVERDUE");
  }

  @Test
  void what_was_overdue_before_the_withdrawal_stays_overdue() {
    withdrawn("2020-04-30");

    assertThat(reports("2020-06-20"))
        .containsExactly(
            "MENTOR_REPORT 1 OVERDUE",
            "MENTOR_REPORT 2 OVERDUE",
            "MENTOR_REPORT 3 OVERDUE",
            "MENTOR_REPORT 4 OVERDUE",
            "MENTOR_REPORT 5 DUE");
  }

  @Test
  void the_follow_up_ends_with_the_consent() {
    kept.completed(id, "2020-04-01");
    kept.changed(id, MentorshipState.IN_FOLLOW_UP, "2020-04-01");
    withdrawn("2020-05-10");

    assertThat(monitoring("2020-05-09"))
        .containsExactly(
            "OCCUPATION_MONITORING 1 OVERDUE",
            "OCCUPATION_MONITORING 2 DUE",
            "OCCUPATION_MONITORING 3 UPCOMING");
    assertThat(monitoring("2020-09-01")).containsExactly("OCCUPATION_MONITORING 1 OVERDUE");
  }

  @Test
  void nothing_vanishes_when_a_consent_runs_out_whose_end_is_known() {
    kept.mentoring
        .correct(
            SmallProgramme.COORDINATOR,
            consent,
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")),
            Validity.between(day("2020-02-01"), day("2020-04-10")),
            "for a time")
        .orElseThrow();
    List<String> before = reports("2020-03-01");
    for (LocalDate on = day("2020-03-02"); on.isBefore(day("2020-08-01")); on = on.plusDays(1)) {
      List<String> told = reports(on.toString());
      assertThat(told.stream().map(ObligationsWithoutConsentTest::number))
          .as("%s", on)
          .containsAll(before.stream().map(ObligationsWithoutConsentTest::number).toList());
      before = told;
    }
    assertThat(before)
        .containsExactly(
            "MENTOR_REPORT 1 OVERDUE", "MENTOR_REPORT 2 OVERDUE", "MENTOR_REPORT 3 DUE");
  }

  private static String number(String told) {
    return told.replaceAll(" [A-Z_]+$", "");
  }

  @Test
  void a_withdrawal_counts_only_since_it_is_known() {
    withdrawn("2020-03-20");

    assertThat(kept.mentoring.oversight().obligations(id, day("2020-06-20"), at("2020-07-01")))
        .hasSizeGreaterThan(3);
  }

  private FactId consent(String from) {
    return kept.mentoring
        .record(
            SmallProgramme.COORDINATOR,
            ParticipantId.of("e-1"),
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")),
            Validity.from(day(from)))
        .orElseThrow();
  }

  private void withdrawn(String from) {
    kept.mentoring.withdrawConsent(SmallProgramme.COORDINATOR, consent, day(from)).orElseThrow();
  }

  private List<String> reports(String asOf) {
    return told(kept.mentoring.oversight().obligations(id, day(asOf), ALWAYS), REPORT);
  }

  private List<String> monitoring(String asOf) {
    return told(kept.mentoring.oversight().obligations(id, day(asOf), ALWAYS), MONITORING);
  }
}
