package org.mentoring.benchmarks;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * What the rounds of one measurement took. Immutable.
 *
 * @param nanoseconds of each round, shortest first
 * @param processor nanoseconds of all processors in each round, least first; empty where they were
 *     not measured
 */
record Timings(long[] nanoseconds, long[] processor) {
  Timings {
    nanoseconds = sorted(nanoseconds);
    processor = sorted(processor);
  }

  static Timings of(long[] nanoseconds) {
    return new Timings(nanoseconds, new long[0]);
  }

  private static long[] sorted(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Measures each piece of work in turn, so that a slow spell of the machine meets all of them. */
  static Timings[] ofAll(int warmUp, int rounds, LongSupplier... works) {
    long[][] taken = new long[works.length][rounds];
    long[][] processor = new long[works.length][rounds];
    for (int round = -warmUp; round < rounds; round++) {
      for (int work = 0; work < works.length; work++) {
        Stopwatch watch = Stopwatch.start();
        long result = works[work].getAsLong();
        watch.stop();
        // The result is looked at so that nobody can leave the work out.
        if (result < 0) {
          throw new IllegalStateException("a result below 0");
        }
        if (round >= 0) {
          taken[work][round] = watch.wall();
          processor[work][round] = watch.processor();
        }
      }
    }
    Timings[] timings = new Timings[works.length];
    Arrays.setAll(timings, work -> new Timings(taken[work], processor[work]));
    return timings;
  }

  double median() {
    return nanoseconds[nanoseconds.length / 2];
  }

  long shortest() {
    return nanoseconds[0];
  }

  long longest() {
    return nanoseconds[nanoseconds.length - 1];
  }

  int rounds() {
    return nanoseconds.length;
  }

  /** A figure in a unit of so many nanoseconds each. */
  Figure figure(String name, double nanosecondsPerUnit, String unit) {
    Figure figure =
        Figure.spread(
            name,
            median() / nanosecondsPerUnit,
            shortest() / nanosecondsPerUnit,
            longest() / nanosecondsPerUnit,
            unit);
    return processor.length == 0
        ? figure
        : figure.withProcessor(processor[processor.length / 2] / nanosecondsPerUnit);
  }
}
