package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** What is to happen on which day; of one day in the order in which it was entered. */
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::day).thenComparingLong(Entry::number));
  private final SimulatedClock clock;
  private final LocalDate until;
  private long entered;

  private record Entry(LocalDate day, long number, Runnable what) {}

  Agenda(SimulatedClock clock, LocalDate until) {
    this.clock = clock;
    this.until = until;
  }

  /** What would lie behind the end of the simulation does not happen. */
  void on(LocalDate day, Runnable what) {
    LocalDate when = day.isBefore(clock.today()) ? clock.today() : day;
    if (when.isBefore(until)) {
      entries.add(new Entry(when, entered++, what));
    }
  }

  void in(int days, Runnable what) {
    on(clock.today().plusDays(days), what);
  }

  /** What is due by now happens, without the clock going on. */
  void catchUp() {
    for (Entry next = entries.peek();
        next != null && !next.day().isAfter(clock.today());
        next = entries.peek()) {
      entries.remove(next);
      next.what().run();
    }
  }

  /** The listener is told of days that go by, all of them together. */
  void live(LongConsumer daysGone) {
    for (Entry next = entries.poll(); next != null; next = entries.poll()) {
      go(next.day(), daysGone);
      next.what().run();
    }
    go(until.minusDays(1), daysGone);
    daysGone.accept(1);
  }

  private void go(LocalDate day, LongConsumer daysGone) {
    long days = ChronoUnit.DAYS.between(clock.today(), day);
    clock.set(day);
    if (days > 0) {
      daysGone.accept(days);
    }
  }
}
