package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Tyumen.OTHER_TOWN;
import static org.mentoring.year.scenario.Tyumen.SECRETARY;
import static org.mentoring.year.scenario.Tyumen.STAFF;
import static org.mentoring.year.scenario.Tyumen.START;
import static org.mentoring.year.scenario.Tyumen.TOWN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.CentreReport;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** S2, from the pair to the end of its follow-up: what is due, and when a pair is complete. */
@ExtendWith(KnockOutParameter.class)
class TyumenDueTest {
  private final Tyumen tyumen;

  TyumenDueTest(KnockOut knockOut) {
    tyumen = new Tyumen(knockOut);
  }

  @AfterEach
  void close() {
    tyumen.close();
  }

  /** How it stands with one thing that is due in a pair, by the last day in time. */
  private SortedMap<LocalDate, ObligationState> ofPair(
      MentorshipId pair, String due, LocalDate asOf) {
    return only(tyumen.mentoring.oversight().obligations(pair, asOf), due);
  }

  private SortedMap<LocalDate, ObligationState> of(
      ParticipantId participant, String due, LocalDate asOf) {
    return only(tyumen.mentoring.oversight().obligationsOf(participant, asOf), due);
  }

  private static SortedMap<LocalDate, ObligationState> only(List<Obligation> all, String due) {
    SortedMap<LocalDate, ObligationState> byDay = new TreeMap<>();
    all.stream()
        .filter(each -> each.window().cadence().due().equals(Code.of(due)))
        .forEach(each -> byDay.put(each.window().due(), each.state()));
    return byDay;
  }

  @Covers("S2-07")
  @Test
  void the_plan_of_a_month_is_overdue_when_the_month_begins_without_it() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    LocalDate lastOfSeptember = LocalDate.of(2020, 9, 30);
    LocalDate lastOfOctober = LocalDate.of(2020, 10, 31);

    assertThat(ofPair(pair, "MONTHLY_PLAN", lastOfSeptember))
        .containsEntry(lastOfSeptember, ObligationState.DUE);
    assertThat(ofPair(pair, "MONTHLY_PLAN", lastOfSeptember.plusDays(1)))
        .containsEntry(lastOfSeptember, ObligationState.OVERDUE);

    tyumen.done(
        Tyumen.of(ParticipantId.of("mentor-1")),
        "MONTHLY_PLAN",
        About.mentorship(pair),
        LocalDate.of(2020, 10, 20),
        new Happened.MonthlyPlan(YearMonth.of(2020, 11), List.of(Code.of("WORKSHOP"))));
    assertThat(ofPair(pair, "MONTHLY_PLAN", lastOfOctober.plusDays(1)))
        .containsEntry(lastOfSeptember, ObligationState.OVERDUE)
        .containsEntry(lastOfOctober, ObligationState.MET);
  }

  @Covers("S2-08")
  @Test
  void a_report_is_due_every_fortnight_from_the_pairing_and_overdue_after_three_days_of_grace() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    LocalDate firstDue = START.plusDays(13);

    assertThat(ofPair(pair, "MENTOR_REPORT", firstDue.plusDays(3)))
        .containsEntry(firstDue, ObligationState.DUE);
    assertThat(ofPair(pair, "MENTOR_REPORT", firstDue.plusDays(4)))
        .containsEntry(firstDue, ObligationState.OVERDUE);

    Actor mentor = Tyumen.of(ParticipantId.of("mentor-1"));
    About about = About.mentorship(pair);
    tyumen.done(mentor, "MENTOR_REPORT", about, firstDue.plusDays(10), Tyumen.report());
    assertThat(ofPair(pair, "MENTOR_REPORT", firstDue.plusDays(20)))
        .containsEntry(firstDue.plusDays(14), ObligationState.MET);
  }

  @Covers("S2-08")
  @Test
  void fortnights_count_from_the_pairing_though_mentoring_began_later() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId mentor = tyumen.mentor("mentor-1", TOWN);
    MentorshipId pair =
        tyumen.pair(centre, mentor, tyumen.child("child-1", TOWN), START.plusDays(23));

    // The fortnight that was over before mentoring began asks for nothing.
    assertThat(ofPair(pair, "MENTOR_REPORT", START.plusDays(31)))
        .containsEntry(START.plusDays(27), ObligationState.OVERDUE)
        .doesNotContainKeys(START.plusDays(13), START.plusDays(36));
  }

  @Covers("S2-08")
  @Test
  void a_report_that_was_missing_when_the_pair_ended_may_still_come_in_and_nothing_else() {
    LocalDate end = START.plusDays(40);
    tyumen.today(end);
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    tyumen
        .mentoring
        .mentorships()
        .endEarly(STAFF, pair, Code.of("UNWILLING_PARTY"), Code.of("MENTOR"), "no time", end)
        .orElseThrow();
    tyumen.today(end.plusDays(10));
    LocalDate later = end.plusDays(10);
    Actor mentor = Tyumen.of(ParticipantId.of("mentor-1"));
    About about = About.mentorship(pair);

    assertThat(tyumen.mentoring.oversight().obligations(pair, later))
        .filteredOn(each -> each.state() == ObligationState.OVERDUE)
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.finding(later).code()).isEqualTo("obligation.overdue-ended"));
    for (int i = 0; i < 2; i++) {
      tyumen.done(mentor, "MENTOR_REPORT", about, later, Tyumen.report());
    }
    assertThat(ofPair(pair, "MENTOR_REPORT", later))
        .containsOnly(
            Map.entry(START.plusDays(13), ObligationState.MET_LATE),
            Map.entry(START.plusDays(27), ObligationState.MET_LATE));
    assertThat(tyumen.tried(mentor, "MENTOR_REPORT", about, later, Tyumen.report()).refused())
        .isPresent();
  }

  @Covers("S2-09")
  @Test
  void a_centre_takes_its_minors_to_four_socially_significant_events_a_month() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId child = tyumen.child("child", TOWN);
    ParticipantId adult = tyumen.mentor("mentor", TOWN);
    LocalDate endOfOctober = LocalDate.of(2020, 10, 31);

    assertThat(of(centre, "SOCIALLY_SIGNIFICANT_EVENT", LocalDate.of(2020, 11, 1)))
        .containsEntry(endOfOctober, ObligationState.OVERDUE);

    for (int day = 1; day <= 3; day++) {
      tyumen.done(
          STAFF,
          "SOCIALLY_SIGNIFICANT_EVENT",
          About.participant(centre),
          LocalDate.of(2020, 10, day),
          Tyumen.event(child, adult));
    }
    // What no minor came to is no event of the centre's minors.
    for (Happened without : List.of(Tyumen.event(), Tyumen.event(adult))) {
      tyumen.done(
          STAFF,
          "SOCIALLY_SIGNIFICANT_EVENT",
          About.participant(centre),
          LocalDate.of(2020, 10, 4),
          without);
    }
    assertThat(of(centre, "SOCIALLY_SIGNIFICANT_EVENT", LocalDate.of(2020, 11, 1)))
        .containsEntry(endOfOctober, ObligationState.OVERDUE);
    tyumen.done(
        STAFF,
        "SOCIALLY_SIGNIFICANT_EVENT",
        About.participant(centre),
        endOfOctober,
        Tyumen.event(child));
    assertThat(of(centre, "SOCIALLY_SIGNIFICANT_EVENT", LocalDate.of(2020, 11, 1)))
        .containsEntry(endOfOctober, ObligationState.MET);
  }

  @Covers("S2-10")
  @Test
  void a_centre_holds_two_events_a_year_with_a_neighbour() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId neighbour = tyumen.centre("neighbour", OTHER_TOWN, 15);
    tyumen.record(
        STAFF, neighbour, new Fact.AttachedTo(centre, Code.of("NEIGHBOUR")), Tyumen.BEFORE);
    LocalDate endOfYear = LocalDate.of(2021, 12, 31);

    assertThat(of(centre, "JOINT_EVENT", LocalDate.of(2022, 1, 1)))
        .containsEntry(endOfYear, ObligationState.OVERDUE);

    assertThat(
            tyumen
                .tried(
                    STAFF,
                    "JOINT_EVENT",
                    About.participant(centre),
                    LocalDate.of(2021, 4, 1),
                    Tyumen.event())
                .refused()
                .map(Tyumen::codes))
        .hasValue(List.of("command.activity-alone"));
    for (int month = 4; month <= 5; month++) {
      tyumen.done(
          STAFF,
          "JOINT_EVENT",
          About.participant(centre),
          LocalDate.of(2021, month, 1),
          Tyumen.jointEvent(neighbour));
    }
    assertThat(of(centre, "JOINT_EVENT", LocalDate.of(2022, 1, 1)))
        .containsEntry(endOfYear, ObligationState.MET);
  }

  @Covers("S2-11")
  @Test
  void a_centre_has_fifteen_partners_and_refers_each_mentee_to_one_of_them() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 14);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    ParticipantId child = ParticipantId.of("child-1");

    CentreReport report = tyumen.mentoring.reports().centre(centre, START);
    assertThat(report.partners()).isEqualTo(14);
    assertThat(report.partnersMissing()).isEqualTo(1);

    LocalDate endOfFirstYear = START.plusYears(1).minusDays(1);
    assertThat(of(child, "SERVICE_REFERRAL", endOfFirstYear.plusDays(1)))
        .containsEntry(endOfFirstYear, ObligationState.OVERDUE);
    tyumen.record(STAFF, child, new Fact.AttachedTo(centre, Code.of("CENTRE")), Tyumen.BEFORE);
    tyumen.done(
        STAFF,
        "SERVICE_REFERRAL",
        About.participant(child),
        START.plusDays(30),
        new Happened.ServiceReferral(ParticipantId.of("centre-partner-1")));
    assertThat(of(child, "SERVICE_REFERRAL", endOfFirstYear.plusDays(1)))
        .containsEntry(endOfFirstYear, ObligationState.MET);
    assertThat(tyumen.mentoring.reports().centre(centre, START.plusDays(30)).referrals())
        .isEqualTo(1);
    assertThat(pair).isNotNull();
  }

  @Covers("S2-12")
  @Test
  void a_pair_is_complete_only_after_its_centres_graduation_and_summing_up() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    LocalDate day = LocalDate.of(2021, 6, 1);
    tyumen.beforeGraduation(pair, day);

    assertThat(tyumen.mentoring.oversight().completion(pair, day).verdict())
        .isEqualTo(Verdict.NOT_YET);
    assertThat(tyumen.mentoring.mentorships().complete(STAFF, pair, day).refused())
        .hasValueSatisfying(
            decision ->
                assertThat(decision.findings())
                    .extracting(Finding::citation)
                    .extracting(citation -> citation.source())
                    .containsOnly("S2-12"));

    tyumen.graduation(centre, day, ParticipantId.of("child-1"));
    assertThat(tyumen.mentoring.oversight().completion(pair, day).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(
            tyumen
                .mentoring
                .mentorships()
                .complete(STAFF, pair, day)
                .orElseThrow()
                .particulars()
                .state())
        .isEqualTo(MentorshipState.CLOSED);
  }

  @Covers("S2-12")
  @Test
  void a_year_without_a_graduation_is_an_overdue_obligation_of_the_centre() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    LocalDate endOfYear = LocalDate.of(2021, 12, 31);

    assertThat(of(centre, "GRADUATION_EVENT", endOfYear.plusDays(1)))
        .containsEntry(endOfYear, ObligationState.OVERDUE);
    assertThat(of(centre, "SUMMING_UP", endOfYear.plusDays(1)))
        .containsEntry(endOfYear, ObligationState.OVERDUE);
    tyumen.graduation(centre, LocalDate.of(2021, 6, 1));
    assertThat(of(centre, "GRADUATION_EVENT", endOfYear.plusDays(1)))
        .containsEntry(endOfYear, ObligationState.MET);
  }

  @Covers("S2-13")
  @Test
  void after_the_completion_two_reports_and_twelve_months_of_monitoring_are_due() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    LocalDate day = LocalDate.of(2021, 6, 1);
    tyumen.beforeGraduation(pair, day);
    tyumen.graduation(centre, day, ParticipantId.of("child-1"));
    tyumen.mentoring.mentorships().complete(STAFF, pair, day).orElseThrow();

    LocalDate yearLater = day.plusYears(1);
    assertThat(ofPair(pair, "FOLLOW_UP_REPORT", yearLater.plusDays(1)))
        .containsExactly(
            java.util.Map.entry(LocalDate.of(2021, 11, 30), ObligationState.OVERDUE),
            java.util.Map.entry(LocalDate.of(2022, 5, 31), ObligationState.OVERDUE));
    assertThat(ofPair(pair, "OCCUPATION_MONITORING", yearLater.plusDays(1)))
        .hasSize(12)
        .containsOnlyKeys(months(day))
        .containsValue(ObligationState.OVERDUE);
    assertThat(ofPair(pair, "COMMUNITY_INVOLVEMENT", yearLater.plusDays(1)))
        .containsOnlyKeys(LocalDate.of(2021, 11, 30), LocalDate.of(2022, 5, 31));

    tyumen.mentoring.mentorships().beginFollowUp(STAFF, pair, day).orElseThrow();
    assertThat(tyumen.mentoring.mentorships().endFollowUp(STAFF, pair, yearLater).refused())
        .isPresent();
    follow(pair, day);
    assertThat(
            tyumen
                .mentoring
                .mentorships()
                .endFollowUp(STAFF, pair, yearLater)
                .orElseThrow()
                .particulars()
                .state())
        .isEqualTo(MentorshipState.ENDED);
  }

  private static TreeSet<LocalDate> months(LocalDate day) {
    TreeSet<LocalDate> lastDays = new TreeSet<>();
    for (int month = 1; month <= 12; month++) {
      lastDays.add(day.plusMonths(month).minusDays(1));
    }
    return lastDays;
  }

  /** Does everything that the follow-up asks for, in the middle of each month. */
  private void follow(MentorshipId pair, LocalDate day) {
    About about = About.mentorship(pair);
    for (int month = 0; month < 12; month++) {
      LocalDate on = day.plusMonths(month).plusDays(14);
      tyumen.done(
          SECRETARY,
          "OCCUPATION_MONITORING",
          about,
          on,
          new Happened.Entry(null, new TreeSet<>(Set.of()), 1));
      if (month % 6 == 5) {
        tyumen.done(STAFF, "FOLLOW_UP_REPORT", about, on, Tyumen.report());
        tyumen.done(
            SECRETARY,
            "COMMUNITY_INVOLVEMENT",
            about,
            on,
            new Happened.Entry(null, new TreeSet<>(), 1));
      }
    }
  }

  @Covers("S2-13")
  @Test
  void a_pair_that_ended_early_is_not_followed_up() {
    tyumen.today(START.plusDays(40));
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);

    Outcome<?> ended =
        tyumen
            .mentoring
            .mentorships()
            .endEarly(
                STAFF,
                pair,
                Code.of("UNWILLING_PARTY"),
                Code.of("MENTEE"),
                "does not want to",
                START.plusDays(40));

    assertThat(ended.accepted()).isPresent();
    assertThat(ofPair(pair, "FOLLOW_UP_REPORT", START.plusYears(2))).isEmpty();
  }
}
