package org.mentoring.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.Timing;
import org.mentoring.time.Validity;

@Domain(RandomSeries.class)
@Domain(DomainContext.Global.class)
class ObligationPropertyTest {
  private static final LocalDate LATE = LocalDate.of(2022, 6, 30);

  @Property
  void without_new_facts_an_obligation_only_moves_from_upcoming_to_due_to_overdue(
      @ForAll Series series,
      @ForAll @Size(max = 30) List<Occurrence> done,
      @ForAll LocalDate from,
      @ForAll @IntRange(max = 90) int further) {
    LocalDate now = lastFact(from, series, done);

    onlyMovesOn(series, done, now, now.plusDays(further));
  }

  @Property
  void nothing_vanishes_from_a_series_that_stops_on_a_day_known_before(
      @ForAll Series series,
      @ForAll @Size(max = 30) List<Occurrence> done,
      @ForAll LocalDate from,
      @ForAll @IntRange(min = -90, max = 90) int stops,
      @ForAll @IntRange(max = 90) int further) {
    LocalDate now = lastFact(from, series, done);
    // As where a consent runs out: the day is known, and time alone comes to it.
    List<Validity> pauses = new ArrayList<>(series.pauses());
    pauses.add(new Validity(now.plusDays(stops), null));

    onlyMovesOn(series.pausedIn(pauses), done, now, now.plusDays(further));
  }

  @Property
  void what_is_waived_stays_waived_and_nothing_else_becomes_so_without_new_facts(
      @ForAll Series series,
      @ForAll @Size(max = 30) List<Occurrence> done,
      @ForAll LocalDate from,
      @ForAll @IntRange(max = 60) int days,
      @ForAll @IntRange(max = 90) int further) {
    LocalDate now = lastFact(from, series, done);
    LocalDate first = now.minusDays(days);
    Predicate<LocalDate> waived = day -> !day.isBefore(first) && day.isBefore(first.plusDays(30));

    Map<Integer, Boolean> today = waived(series, done, waived, now);
    Map<Integer, Boolean> later = waived(series, done, waived, now.plusDays(further));
    today.forEach((number, was) -> assertThat(later).containsEntry(number, was));
  }

  private static Map<Integer, Boolean> waived(
      Series series, List<Occurrence> done, Predicate<LocalDate> waived, LocalDate asOf) {
    Map<Integer, Boolean> found = new TreeMap<>();
    Fulfilment.windows(List.of(series), Cadences.MENTORSHIP, done, waived, asOf)
        .forEach(window -> found.put(window.number(), window.waived()));
    return found;
  }

  private static void onlyMovesOn(
      Series series, List<Occurrence> done, LocalDate now, LocalDate then) {
    Map<Integer, ObligationState> today = states(series, done, now);
    Map<Integer, ObligationState> later = states(series, done, then);

    assertThat(later.keySet()).containsAll(today.keySet());
    today.forEach(
        (number, state) -> {
          ObligationState moved = later.get(number);
          switch (state) {
            case UPCOMING ->
                assertThat(moved)
                    .isIn(ObligationState.UPCOMING, ObligationState.DUE, ObligationState.OVERDUE);
            case DUE -> assertThat(moved).isIn(ObligationState.DUE, ObligationState.OVERDUE);
            case OVERDUE, MET, MET_LATE, WAIVED -> assertThat(moved).isEqualTo(state);
          }
        });
  }

  @Property
  void the_order_in_which_activities_arrive_does_not_matter(
      @ForAll Series series,
      @ForAll @Size(max = 30) List<Occurrence> done,
      @ForAll LocalDate asOf,
      @ForAll Random random) {
    List<Occurrence> shuffled = new ArrayList<>(done);
    Collections.shuffle(shuffled, random);

    assertThat(windows(series, shuffled, asOf)).isEqualTo(windows(series, done, asOf));
  }

  @Property
  void one_activity_more_makes_nothing_worse(
      @ForAll Series series,
      @ForAll @Size(max = 30) List<Occurrence> done,
      @ForAll Occurrence further) {
    List<Occurrence> more = new ArrayList<>(done);
    more.add(further);
    Map<Integer, ObligationState> without = states(series, done, LATE);
    Map<Integer, ObligationState> with = states(series, more, LATE);

    without.forEach(
        (number, state) -> assertThat(rank(with.get(number))).isGreaterThanOrEqualTo(rank(state)));
  }

  @Property
  void each_activity_counts_once_and_only_within_its_days(
      @ForAll Series series, @ForAll @Size(max = 30) List<Occurrence> done) {
    int counted = 0;
    for (ObligationWindow window : windows(series, done, LATE)) {
      counted += window.doneInTime() + window.doneLate();
      long before = done.stream().filter(each -> !each.on().isBefore(window.opens())).count();
      assertThat(window.doneInTime() + window.doneLate())
          .isLessThanOrEqualTo((int) Math.min(before, series.cadence().times()));
    }

    assertThat(counted).isLessThanOrEqualTo(done.size());
  }

  @Property
  void a_pause_makes_no_deadline_earlier(@ForAll Series series, @ForAll Validity pause) {
    List<Validity> pauses = new ArrayList<>(series.pauses());
    pauses.add(pause);
    Map<Integer, DuePeriod> paused = byNumber(series.pausedIn(pauses), LATE);

    byNumber(series, LATE)
        .forEach(
            (number, period) -> {
              DuePeriod then = paused.get(number);
              if (then != null) {
                assertThat(then.deadline()).isAfterOrEqualTo(period.deadline());
                assertThat(then.opens()).isAfterOrEqualTo(period.opens());
              }
            });
  }

  /**
   * A pause may well move a period that counts from the start out of holidays, and it asks again.
   */
  @Property
  void a_pause_makes_nothing_overdue_that_was_not(
      @ForAll Series any,
      @ForAll Validity pause,
      @ForAll @Size(max = 30) List<Occurrence> done,
      @ForAll @IntRange(max = 400) int later) {
    Series series = any.cadence().calendar() ? any : any.resting(null);
    List<Occurrence> before =
        done.stream().filter(each -> each.on().isBefore(pause.from())).toList();
    List<Validity> pauses = new ArrayList<>(series.pauses());
    pauses.add(pause);
    LocalDate asOf = pause.from().plusDays(later);

    assertThat(overdue(series, before, asOf))
        .containsAll(overdue(series.pausedIn(pauses), before, asOf));
  }

  @Property
  void periods_that_count_from_the_start_follow_each_other_without_gap_but_for_pauses(
      @ForAll Series any) {
    Assume.that(!any.cadence().calendar() && any.cadence().timing() != Timing.AHEAD);
    Series series = any.resting(null).until(null);
    List<DuePeriod> periods = ObligationCalendar.periods(series, LATE);
    for (int i = 1; i < periods.size(); i++) {
      LocalDate day = periods.get(i - 1).due().plusDays(1);
      while (paused(series, day)) {
        day = day.plusDays(1);
      }
      assertThat(periods.get(i).opens()).isEqualTo(day);
      assertThat(periods.get(i).number()).isEqualTo(periods.get(i - 1).number() + 1);
    }
  }

  @Property
  void an_unpaused_period_has_as_many_running_days_as_a_paused_one(@ForAll Series any) {
    Assume.that(!any.cadence().calendar());
    Series paused = any.resting(null).until(null);
    Map<Integer, DuePeriod> unpaused = byNumber(paused.pausedIn(List.of()), LATE);

    byNumber(paused, LATE)
        .forEach(
            (number, period) -> {
              DuePeriod other = unpaused.get(number);
              if (other != null) {
                assertThat(running(paused, period)).isEqualTo(running(other));
              }
            });
  }

  @Property
  void months_from_the_start_are_those_of_java_time(@ForAll LocalDate start) {
    List<DuePeriod> periods =
        ObligationCalendar.periods(Cadences.every("P1M").from(start.toString()), LATE);
    for (DuePeriod period : periods) {
      assertThat(period.opens()).isEqualTo(start.plusMonths(period.number() - 1));
      assertThat(period.due()).isEqualTo(start.plusMonths(period.number()).minusDays(1));
    }
  }

  @Property
  void calendar_months_are_those_of_java_time(@ForAll LocalDate start) {
    List<DuePeriod> periods =
        ObligationCalendar.periods(Cadences.everyCalendar("P1M").from(start.toString()), LATE);
    for (DuePeriod period : periods) {
      YearMonth month = YearMonth.from(start).plusMonths(period.number() - 1);
      assertThat(period.due()).isEqualTo(month.atEndOfMonth());
      assertThat(period.opens()).isEqualTo(period.number() == 1 ? start : month.atDay(1));
    }
  }

  @Property
  void calendar_periods_of_a_year_begin_in_january(
      @ForAll LocalDate start, @ForAll @IntRange(min = 1, max = 4) int power) {
    int months = List.of(1, 3, 6, 12).get(power - 1);
    Cadence cadence = Cadences.everyCalendar(Period.ofMonths(months).toString()).cadence();

    assertThat(ObligationCalendar.periods(Series.of(cadence, start), LATE))
        .allSatisfy(
            period ->
                assertThat(period.due().plusDays(1).getMonthValue() % months)
                    .isEqualTo(1 % months));
  }

  private static LocalDate lastFact(LocalDate from, Series series, List<Occurrence> done) {
    LocalDate last = from;
    for (Occurrence each : done) {
      last = each.on().isAfter(last) ? each.on() : last;
    }
    for (Validity pause : series.pauses()) {
      LocalDate until = pause.until() == null ? pause.from() : pause.until();
      last = until.isAfter(last) ? until : last;
    }
    return series.end() != null && series.end().isAfter(last) ? series.end() : last;
  }

  private static List<Integer> overdue(Series series, List<Occurrence> done, LocalDate asOf) {
    return states(series, done, asOf).entrySet().stream()
        .filter(entry -> entry.getValue() == ObligationState.OVERDUE)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<Integer, ObligationState> states(
      Series series, List<Occurrence> done, LocalDate asOf) {
    Map<Integer, ObligationState> states = new TreeMap<>();
    windows(series, done, asOf)
        .forEach(window -> states.put(window.number(), PlainStates.of(window, asOf)));
    return states;
  }

  private static List<ObligationWindow> windows(
      Series series, List<Occurrence> done, LocalDate asOf) {
    return Fulfilment.windows(List.of(series), Cadences.MENTORSHIP, done, day -> false, asOf);
  }

  private static Map<Integer, DuePeriod> byNumber(Series series, LocalDate asOf) {
    Map<Integer, DuePeriod> byNumber = new TreeMap<>();
    ObligationCalendar.periods(series, asOf)
        .forEach(period -> byNumber.put(period.number(), period));
    return byNumber;
  }

  private static long running(Series series, DuePeriod period) {
    return period
        .from()
        .datesUntil(period.last().plusDays(1))
        .filter(day -> !paused(series, day))
        .count();
  }

  private static long running(DuePeriod period) {
    return period.from().datesUntil(period.last().plusDays(1)).count();
  }

  private static boolean paused(Series series, LocalDate day) {
    return series.pauses().stream().anyMatch(pause -> pause.contains(day));
  }

  private static int rank(@Nullable ObligationState state) {
    if (state == null) {
      return -1;
    }
    return switch (state) {
      case OVERDUE -> 0;
      case DUE -> 1;
      case UPCOMING -> 2;
      case MET_LATE -> 3;
      case MET, WAIVED -> 4;
    };
  }
}
