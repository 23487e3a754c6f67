package org.mentoring.obligation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Cadence;
import org.mentoring.time.Validity;

/**
 * Which occurrences count for which period. Pure and thread-safe.
 *
 * <p>Each occurrence counts once. They are taken in the order of their days, so that it does not
 * matter in which order they became known. An occurrence counts
 *
 * <ol>
 *   <li>for the earliest period that still lacks one and whose days or grace it lies in; so while a
 *       period is in grace and short, what is done counts for it before it counts for the next one;
 *   <li>else, late, for the earliest period that still lacks one and whose deadline has passed;
 *   <li>else for nothing: what is done beyond what is asked makes up for no later period.
 * </ol>
 *
 * A further occurrence therefore never makes a period stand worse than before: it takes the place
 * of a later one, which counts for a period that lacks one or for none.
 */
public final class Fulfilment {
  private final Cadence cadence;
  private final DuePeriod period;
  private final int number;
  private final @Nullable LocalDate over;
  private final LocalDate unpaused;
  private int inTime;
  private int late;
  private @Nullable LocalDate doneOn;

  private Fulfilment(
      Cadence cadence, DuePeriod period, int number, @Nullable LocalDate over, LocalDate unpaused) {
    this.unpaused = unpaused;
    this.cadence = cadence;
    this.period = period;
    this.over = over;
    this.number = number;
  }

  /**
   * The windows of a series, in the order of its periods. A period that was {@link
   * DuePeriod#cutOff() cut off} is among them only if it was fulfilled in time all the same.
   *
   * @param stretches the series; one for each stretch of days where what it is kept for ends and
   *     begins again, as a mentor's time with open mentorships. All have one cadence, and each ends
   *     before the next starts. Numbers run on from stretch to stretch
   * @param subject for whom or what
   * @param occurrences what was done, in any order
   * @param waived whether what falls due on a day is waived; a pause that still lasts is left out
   *     there
   * @param asOf what was done later is left out
   */
  public static List<ObligationWindow> windows(
      List<Series> stretches,
      Subject subject,
      Collection<Occurrence> occurrences,
      Predicate<LocalDate> waived,
      LocalDate asOf) {
    return windows(stretches, subject, occurrences, waived, period -> true, asOf);
  }

  /**
   * The same of some periods alone.
   *
   * @param asked whether a period asks for something; the others keep their numbers, and nothing
   *     counts for them
   */
  public static List<ObligationWindow> windows(
      List<Series> stretches,
      Subject subject,
      Collection<Occurrence> occurrences,
      Predicate<LocalDate> waived,
      Predicate<DuePeriod> asked,
      LocalDate asOf) {
    List<Fulfilment> all = new ArrayList<>();
    int before = 0;
    for (Series series : stretches) {
      int numbered = before;
      LocalDate end = series.end();
      LocalDate over = end == null || end.isAfter(asOf) ? null : end;
      Map<Integer, LocalDate> unpaused = unpaused(series, asOf);
      for (DuePeriod period : ObligationCalendar.periods(series, asOf)) {
        if (asked.test(period)) {
          all.add(
              new Fulfilment(
                  series.cadence(),
                  period,
                  numbered + period.number(),
                  over,
                  unpaused.getOrDefault(period.number(), period.due())));
        }
        before = numbered + period.number();
      }
    }
    occurrences.stream()
        .filter(occurrence -> !occurrence.on().isAfter(asOf))
        .sorted()
        .forEach(occurrence -> count(occurrence, all));
    List<ObligationWindow> windows = new ArrayList<>(all.size());
    for (Fulfilment each : all) {
      if (!each.period.cutOff() || each.inTime == each.cadence.times()) {
        windows.add(each.window(subject, waived.test(each.unpaused)));
      }
    }
    return List.copyOf(windows);
  }

  /**
   * When the periods would fall due but for a pause that still lasts, for with it the days on which
   * they do run ahead: what is waived in it stays waived, and what is not does not become so.
   */
  private static Map<Integer, LocalDate> unpaused(Series series, LocalDate asOf) {
    List<Validity> pauses = series.pauses();
    int last = pauses.size() - 1;
    if (last < 0 || pauses.get(last).until() != null) {
      return Map.of();
    }
    Map<Integer, LocalDate> due = new HashMap<>();
    ObligationCalendar.periods(series.pausedIn(pauses.subList(0, last)), asOf)
        .forEach(period -> due.put(period.number(), period.due()));
    return due;
  }

  private static void count(Occurrence occurrence, List<Fulfilment> all) {
    Fulfilment overdue = null;
    for (Fulfilment each : all) {
      if (each.lacks() && each.takes(occurrence)) {
        if (!occurrence.on().isAfter(each.period.deadline())) {
          each.add(occurrence.on(), false);
          return;
        }
        if (overdue == null) {
          overdue = each;
        }
      }
    }
    if (overdue != null) {
      overdue.add(occurrence.on(), true);
    }
  }

  private boolean lacks() {
    return inTime + late < cadence.times();
  }

  private boolean takes(Occurrence occurrence) {
    YearMonth month = occurrence.month();
    if (month == null) {
      return !occurrence.on().isBefore(period.opens());
    }
    return !month.atEndOfMonth().isBefore(period.from()) && !month.atDay(1).isAfter(period.last());
  }

  private void add(LocalDate day, boolean isLate) {
    if (isLate) {
      late++;
    } else {
      inTime++;
    }
    if (!lacks()) {
      doneOn = day;
    }
  }

  private ObligationWindow window(Subject subject, boolean waived) {
    return new ObligationWindow(
        cadence,
        subject.mentorship(),
        subject.participant(),
        subject.with(),
        number,
        period.opens(),
        period.due(),
        period.deadline(),
        inTime,
        late,
        doneOn,
        waived,
        over);
  }
}
