package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;

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

  void live() {
    for (Entry next = entries.poll(); next != null; next = entries.poll()) {
      clock.set(next.day());
      next.what().run();
    }
    clock.set(until.minusDays(1));
  }
}
