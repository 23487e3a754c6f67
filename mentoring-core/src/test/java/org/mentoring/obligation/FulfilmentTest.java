package org.mentoring.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.obligation.Cadences.day;
import static org.mentoring.obligation.Cadences.every;
import static org.mentoring.obligation.Cadences.everyCalendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.time.Validity;

class FulfilmentTest {
  private static final Series REPORTS = every("P2W").grace("P3D").from("2020-10-01");

  @Test
  void a_report_counts_for_the_fortnight_that_it_lies_in() {
    assertThat(told(REPORTS, "2020-10-30", "2020-10-14", "2020-10-28"))
        .containsExactly("1 MET 2020-10-14", "2 MET 2020-10-28", "3 DUE", "4 UPCOMING");
  }

  @Test
  void a_report_in_the_grace_counts_for_the_older_fortnight_while_that_lacks_one() {
    assertThat(told(REPORTS, "2020-10-20", "2020-10-16"))
        .containsExactly("1 MET 2020-10-16", "2 DUE", "3 UPCOMING");
    assertThat(told(REPORTS, "2020-10-20", "2020-10-05", "2020-10-16"))
        .containsExactly("1 MET 2020-10-05", "2 MET 2020-10-16", "3 UPCOMING");
  }

  @Test
  void after_the_grace_the_first_report_is_for_the_running_fortnight_and_the_next_is_late() {
    assertThat(told(REPORTS, "2020-10-27", "2020-10-20"))
        .containsExactly("1 OVERDUE", "2 MET 2020-10-20", "3 UPCOMING");
    assertThat(told(REPORTS, "2020-10-27", "2020-10-20", "2020-10-21"))
        .containsExactly("1 MET_LATE 2020-10-21", "2 MET 2020-10-20", "3 UPCOMING");
  }

  @Test
  void what_is_done_beyond_what_is_asked_makes_up_for_nothing_later() {
    assertThat(told(REPORTS, "2020-11-01", "2020-10-02", "2020-10-03", "2020-10-04"))
        .containsExactly("1 MET 2020-10-02", "2 OVERDUE", "3 DUE", "4 UPCOMING");
  }

  @Test
  void what_was_done_after_the_day_is_not_there_yet() {
    assertThat(told(REPORTS, "2020-10-13", "2020-10-14")).containsExactly("1 DUE", "2 UPCOMING");
  }

  @Test
  void four_events_a_month_are_met_by_the_fourth() {
    Series events = everyCalendar("P1M").times(4).from("2020-09-10");

    assertThat(told(events, "2020-11-02", "2020-10-01", "2020-10-02", "2020-10-02", "2020-10-31"))
        .containsExactly("1 OVERDUE", "2 MET 2020-10-31", "3 DUE", "4 UPCOMING");
    assertThat(told(events, "2020-11-02", "2020-10-01", "2020-10-02", "2020-10-02"))
        .containsExactly("1 OVERDUE", "2 OVERDUE", "3 DUE", "4 UPCOMING");
  }

  @Test
  void a_plan_counts_for_its_month_however_early_or_late_it_comes() {
    Series plans = everyCalendar("P1M").ahead().firstFull().from("2020-09-10");
    List<Occurrence> handedIn =
        List.of(plan("2020-11-10", 10), plan("2020-09-20", 12), plan("2020-09-20", 11));

    assertThat(told(plans, "2020-11-10", handedIn))
        .containsExactly(
            "1 MET_LATE 2020-11-10", "2 MET 2020-09-20", "3 MET 2020-09-20", "4 UPCOMING");
  }

  @Test
  void a_second_plan_for_a_month_counts_for_no_other() {
    Series plans = everyCalendar("P1M").ahead().firstFull().from("2020-09-10");

    assertThat(told(plans, "2020-11-10", List.of(plan("2020-09-20", 10), plan("2020-09-20", 10))))
        .containsExactly("1 MET 2020-09-20", "2 OVERDUE", "3 DUE", "4 UPCOMING");
  }

  @Test
  void a_period_cut_off_by_the_closure_is_told_only_if_it_was_fulfilled() {
    Series closed = REPORTS.until(day("2020-10-20"));

    assertThat(told(closed, "2020-11-20")).containsExactly("1 OVERDUE");
    assertThat(told(closed, "2020-11-20", "2020-10-10", "2020-10-18"))
        .containsExactly("1 MET 2020-10-10", "2 MET 2020-10-18");
  }

  @Test
  void numbers_run_on_and_activities_count_once_where_a_series_begins_anew() {
    List<Series> stretches =
        List.of(
            everyCalendar("P3M").from("2020-01-01").until(day("2020-07-10")),
            everyCalendar("P3M").firstFull().from("2020-11-01"));
    List<ObligationWindow> windows =
        Fulfilment.windows(
            stretches,
            Cadences.MENTORSHIP,
            List.of(Occurrence.of(day("2020-02-01")), Occurrence.of(day("2021-02-01"))),
            day -> false,
            day("2021-03-01"));

    assertThat(windows.stream().map(window -> told(window, "2021-03-01")))
        .containsExactly("1 MET 2020-02-01", "2 OVERDUE", "4 MET 2021-02-01", "5 UPCOMING");
  }

  @Test
  void what_falls_due_on_a_waived_day_is_waived() {
    List<ObligationWindow> windows =
        Fulfilment.windows(
            List.of(REPORTS),
            Cadences.MENTORSHIP,
            List.of(),
            day("2020-10-28")::equals,
            day("2020-12-01"));

    assertThat(windows.stream().filter(ObligationWindow::waived))
        .extracting(ObligationWindow::number)
        .containsExactly(2);
  }

  @Test
  void what_is_waived_stays_so_while_a_pause_lasts_and_what_is_not_does_not_become_so() {
    Series paused = REPORTS.pausedIn(List.of(new Validity(day("2020-10-02"), null)));

    for (String asOf : List.of("2020-10-05", "2020-10-14", "2020-10-20", "2020-12-01")) {
      assertThat(waived(paused, day -> !day.isAfter(day("2020-10-19")), asOf)).isTrue();
      assertThat(waived(paused, day -> !day.isBefore(day("2020-10-20")), asOf)).isFalse();
    }
  }

  private static boolean waived(Series series, Predicate<LocalDate> waived, String asOf) {
    return Fulfilment.windows(List.of(series), Cadences.MENTORSHIP, List.of(), waived, day(asOf))
        .get(0)
        .waived();
  }

  private static Occurrence plan(String on, int month) {
    return new Occurrence(day(on), YearMonth.of(2020, month));
  }

  private static List<String> told(Series series, String asOf, String... days) {
    return told(series, asOf, Stream.of(days).map(Cadences::day).map(Occurrence::of).toList());
  }

  private static List<String> told(Series series, String asOf, List<Occurrence> done) {
    return Fulfilment.windows(List.of(series), Cadences.MENTORSHIP, done, day -> false, day(asOf))
        .stream()
        .map(window -> told(window, asOf))
        .toList();
  }

  private static String told(ObligationWindow window, String asOf) {
    String state = window.number() + " " + PlainStates.of(window, day(asOf));
    return window.doneOn() == null ? state : state + " " + window.doneOn();
  }
}
