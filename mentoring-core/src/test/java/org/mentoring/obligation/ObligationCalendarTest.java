package org.mentoring.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.obligation.Cadences.day;
import static org.mentoring.obligation.Cadences.days;
import static org.mentoring.obligation.Cadences.every;
import static org.mentoring.obligation.Cadences.everyCalendar;
import static org.mentoring.obligation.Cadences.holidays;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;

class ObligationCalendarTest {
  @Test
  void fortnights_count_from_the_start_and_the_grace_from_their_end() {
    assertThat(told(every("P2W").grace("P3D").from("2020-10-01"), "2020-10-20"))
        .containsExactly(
            "1: 2020-10-01..2020-10-14 until 2020-10-17",
            "2: 2020-10-15..2020-10-28 until 2020-10-31",
            "3: 2020-10-29..2020-11-11 until 2020-11-14");
  }

  @Test
  void month_ends_are_counted_from_the_start_and_not_from_the_month_before() {
    assertThat(told(every("P1M").from("2021-01-31"), "2021-03-31"))
        .containsExactly(
            "1: 2021-01-31..2021-02-27",
            "2: 2021-02-28..2021-03-30",
            "3: 2021-03-31..2021-04-29",
            "4: 2021-04-30..2021-05-30");
    assertThat(told(every("P1M").from("2024-01-31"), "2024-02-01"))
        .containsExactly("1: 2024-01-31..2024-02-28", "2: 2024-02-29..2024-03-30");
  }

  @Test
  void years_from_a_leap_day_begin_on_28_february_but_for_leap_years() {
    assertThat(told(every("P1Y").from("2020-02-29"), "2023-12-31"))
        .containsExactly(
            "1: 2020-02-29..2021-02-27",
            "2: 2021-02-28..2022-02-27",
            "3: 2022-02-28..2023-02-27",
            "4: 2023-02-28..2024-02-28",
            "5: 2024-02-29..2025-02-27");
  }

  @Test
  void what_begins_later_counts_from_the_start_all_the_same() {
    assertThat(told(every("P1M").after("P1M").from("2021-01-31"), "2021-03-30"))
        .containsExactly("1: 2021-02-28..2021-03-30", "2: 2021-03-31..2021-04-29");
  }

  @Test
  void calendar_months_quarters_half_years_and_years_are_those_of_the_calendar() {
    assertThat(told(everyCalendar("P1M").from("2020-09-10"), "2020-10-02"))
        .containsExactly(
            "1: 2020-09-10..2020-09-30", "2: 2020-10-01..2020-10-31", "3: 2020-11-01..2020-11-30");
    assertThat(told(everyCalendar("P3M").from("2020-11-10"), "2021-01-01"))
        .containsExactly(
            "1: 2020-11-10..2020-12-31", "2: 2021-01-01..2021-03-31", "3: 2021-04-01..2021-06-30");
    assertThat(told(everyCalendar("P6M").from("2020-08-01"), "2020-08-01"))
        .containsExactly("1: 2020-08-01..2020-12-31", "2: 2021-01-01..2021-06-30");
    assertThat(told(everyCalendar("P1Y").from("2020-12-31"), "2020-12-31"))
        .containsExactly("1: 2020-12-31..2020-12-31", "2: 2021-01-01..2021-12-31");
  }

  @Test
  void calendar_weeks_begin_on_monday() {
    assertThat(told(everyCalendar("P1W").from("2020-10-01"), "2020-10-05"))
        .containsExactly(
            "1: 2020-10-01..2020-10-04", "2: 2020-10-05..2020-10-11", "3: 2020-10-12..2020-10-18");
  }

  @Test
  void a_calendar_period_of_months_and_days_is_refused() {
    assertThatThrownBy(() -> told(everyCalendar("P1M3D").from("2020-10-01"), "2020-10-05"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("period.calendar");
  }

  @Test
  void the_first_full_quarter_is_the_next_one_unless_it_starts_with_the_series() {
    assertThat(told(everyCalendar("P3M").firstFull().from("2020-11-10"), "2020-12-01"))
        .containsExactly("1: 2021-01-01..2021-03-31");
    assertThat(told(everyCalendar("P3M").firstFull().from("2021-01-01"), "2021-01-01"))
        .containsExactly("1: 2021-01-01..2021-03-31", "2: 2021-04-01..2021-06-30");
  }

  @Test
  void a_plan_is_due_the_day_before_its_month_and_can_be_written_in_the_month_before() {
    assertThat(told(everyCalendar("P1M").ahead().firstFull().from("2020-09-10"), "2020-10-02"))
        .containsExactly(
            "1: 2020-09-10..2020-09-30", "2: 2020-10-01..2020-10-31", "3: 2020-11-01..2020-11-30");
    assertThat(
            ObligationCalendar.periods(
                everyCalendar("P1M").ahead().firstFull().from("2020-09-10"), day("2020-09-10")))
        .first()
        .satisfies(
            first -> {
              assertThat(first.from()).isEqualTo(day("2020-10-01"));
              assertThat(first.last()).isEqualTo(day("2020-10-31"));
            });
  }

  @Test
  void what_would_be_due_before_the_start_is_due_on_the_day_of_the_start() {
    assertThat(told(everyCalendar("P1M").ahead().from("2020-09-10"), "2020-09-10"))
        .containsExactly(
            "1: 2020-09-10..2020-09-10", "2: 2020-09-10..2020-09-30", "3: 2020-10-01..2020-10-31");
    assertThat(told(every("P1M").ahead().from("2020-09-10"), "2020-09-20"))
        .containsExactly(
            "1: 2020-09-10..2020-09-10", "2: 2020-09-10..2020-10-09", "3: 2020-10-10..2020-11-09");
  }

  @Test
  void a_duration_asks_for_whole_periods_alone() {
    assertThat(told(every("P6M").lasting("P1Y").from("2021-06-30"), "2030-01-01"))
        .containsExactly("1: 2021-06-30..2021-12-29", "2: 2021-12-30..2022-06-29");
    assertThat(told(everyCalendar("P1M").lasting("P2M").from("2021-06-15"), "2030-01-01"))
        .containsExactly("1: 2021-06-15..2021-06-30", "2: 2021-07-01..2021-07-31");
  }

  @Test
  void a_pause_moves_periods_that_count_from_the_start_by_its_days() {
    Series series = every("P2W").grace("P3D").from("2020-03-01");

    assertThat(told(series.pausedIn(List.of(days("2020-03-05", "2020-03-10"))), "2020-03-20"))
        .containsExactly(
            "1: 2020-03-01..2020-03-19 until 2020-03-22",
            "2: 2020-03-20..2020-04-02 until 2020-04-05",
            "3: 2020-04-03..2020-04-16 until 2020-04-19");
  }

  @Test
  void a_pause_on_the_due_day_moves_it_to_the_day_of_the_resumption() {
    Series series = every("P2W").from("2020-03-01");

    assertThat(told(series.pausedIn(List.of(days("2020-03-14", "2020-03-20"))), "2020-03-10"))
        .containsExactly("1: 2020-03-01..2020-03-20", "2: 2020-03-21..2020-04-03");
  }

  @Test
  void a_pause_within_the_grace_makes_the_grace_longer_and_not_the_period() {
    Series series = every("P2W").grace("P3D").from("2020-03-01");

    assertThat(told(series.pausedIn(List.of(days("2020-03-16", "2020-03-26"))), "2020-03-10"))
        .containsExactly(
            "1: 2020-03-01..2020-03-14 until 2020-03-27",
            "2: 2020-03-15..2020-04-07 until 2020-04-10");
  }

  @Test
  void a_pause_over_whole_periods_moves_them_all() {
    Series series = every("P2W").from("2020-03-01");

    assertThat(told(series.pausedIn(List.of(days("2020-03-10", "2020-05-01"))), "2020-05-06"))
        .containsExactly(
            "1: 2020-03-01..2020-05-05", "2: 2020-05-06..2020-05-19", "3: 2020-05-20..2020-06-02");
  }

  @Test
  void a_calendar_period_that_is_paused_all_the_time_asks_for_nothing() {
    Series series = everyCalendar("P1M").from("2020-01-01");

    assertThat(told(series.pausedIn(List.of(days("2020-01-20", "2020-03-15"))), "2020-03-01"))
        .containsExactly(
            "1: 2020-01-01..2020-03-15", "3: 2020-03-01..2020-03-31", "4: 2020-04-01..2020-04-30");
  }

  @Test
  void touching_and_overlapping_pauses_are_one() {
    Series series = every("P2W").from("2020-03-01");

    assertThat(
            series.pausedIn(
                List.of(
                    days("2020-03-07", "2020-03-09"),
                    days("2020-03-03", "2020-03-05"),
                    days("2020-03-05", "2020-03-08"),
                    days("2020-02-01", "2020-02-10"))))
        .isEqualTo(series.pausedIn(List.of(days("2020-03-03", "2020-03-09"))));
  }

  @Test
  void while_a_pause_lasts_nothing_opens_and_what_is_due_moves_from_day_to_day() {
    Series paused = every("P2W").from("2020-03-01").pausedIn(List.of(days("2020-03-10", null)));

    assertThat(told(paused, "2020-03-12")).containsExactly("1: 2020-03-01..2020-03-17");
    assertThat(told(paused, "2020-08-12")).containsExactly("1: 2020-03-01..2020-08-17");

    Series months =
        everyCalendar("P1M").from("2020-03-01").pausedIn(List.of(days("2020-03-10", null)));

    assertThat(told(months, "2020-03-12")).containsExactly("1: 2020-03-01..2020-03-31");
    assertThat(told(months, "2020-08-12")).containsExactly("1: 2020-03-01..2020-08-13");
  }

  @Test
  void no_plan_is_asked_for_a_month_that_may_stay_paused_until_it_is_resumed() {
    Series plans = everyCalendar("P1M").ahead().from("2020-09-01");

    assertThat(told(plans.pausedIn(List.of(days("2020-09-15", null))), "2020-09-20"))
        .containsExactly("1: 2020-09-01..2020-09-01");
    assertThat(told(plans.pausedIn(List.of(days("2020-09-15", "2020-10-05"))), "2020-09-20"))
        .containsExactly(
            "1: 2020-09-01..2020-09-01", "2: 2020-09-01..2020-10-05", "3: 2020-10-01..2020-10-31");
  }

  @Test
  void holidays_up_to_a_pause_ask_for_nothing_whether_it_has_begun_or_not() {
    Series stops =
        everyCalendar("P1M")
            .from("2021-05-20")
            .resting(holidays(days("2021-06-01", "2021-06-20")))
            .pausedIn(List.of(days("2021-06-20", null)));

    assertThat(told(stops, "2021-05-21")).containsExactly("1: 2021-05-20..2021-05-31");
    assertThat(told(stops, "2021-06-25")).containsExactly("1: 2021-05-20..2021-05-31");
    assertThat(told(stops, "2021-07-25")).containsExactly("1: 2021-05-20..2021-05-31");
  }

  @Test
  void holidays_move_due_days_and_deadlines_and_swallow_whole_periods_but_stop_no_clock() {
    Series series =
        every("P1M")
            .grace("P3D")
            .from("2021-05-01")
            .resting(holidays(days("2021-05-29", "2021-09-01")));

    assertThat(told(series, "2021-09-02"))
        .containsExactly(
            "1: 2021-05-01..2021-09-01 until 2021-09-04",
            "5: 2021-09-01..2021-09-30 until 2021-10-03",
            "6: 2021-10-01..2021-10-31 until 2021-11-03");
    assertThat(
            told(
                every("P2W")
                    .grace("P3D")
                    .from("2021-05-15")
                    .resting(holidays(days("2021-05-31", "2021-06-07"))),
                "2021-05-16"))
        .first()
        .isEqualTo("1: 2021-05-15..2021-05-28 until 2021-06-07");
  }

  @Test
  void a_due_day_moves_over_holidays_and_pauses_that_follow_each_other() {
    Series series =
        everyCalendar("P1M")
            .from("2021-05-01")
            .resting(holidays(days("2021-05-31", "2021-06-07")))
            .pausedIn(List.of(days("2021-06-07", "2021-06-10")));

    assertThat(told(series, "2021-05-02")).first().isEqualTo("1: 2021-05-01..2021-06-10");
  }

  @Test
  void a_period_that_falls_due_on_the_day_of_the_closure_or_later_is_cut_off() {
    Series series = every("P2W").from("2020-03-01");

    assertThat(asked(series.until(day("2020-03-15")))).containsExactly(1);
    assertThat(asked(series.until(day("2020-03-14")))).isEmpty();
    assertThat(asked(series.until(day("2020-03-20")))).containsExactly(1);
    assertThat(asked(series.until(day("2020-03-01")))).isEmpty();
  }

  private static List<Integer> asked(Series series) {
    return ObligationCalendar.periods(series, day("2021-01-01")).stream()
        .filter(period -> !period.cutOff())
        .map(DuePeriod::number)
        .toList();
  }

  private static List<String> told(Series series, String asOf) {
    return ObligationCalendar.periods(series, day(asOf)).stream()
        .map(ObligationCalendarTest::told)
        .toList();
  }

  private static String told(DuePeriod period) {
    String days = period.number() + ": " + period.opens() + ".." + period.due();
    return period.deadline().equals(period.due()) ? days : days + " until " + period.deadline();
  }
}
