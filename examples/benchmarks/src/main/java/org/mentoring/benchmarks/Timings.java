package org.mentoring.benchmarks;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * What the rounds of one measurement took. Immutable.
 *
 * @param nanoseconds of each round, shortest first
 */
record Timings(long[] nanoseconds) {
  Timings {
    nanoseconds = nanoseconds.clone();
    Arrays.sort(nanoseconds);
  }

  /** Measures each piece of work in turn, so that a slow spell of the machine meets all of them. */
  static Timings[] ofAll(int warmUp, int rounds, LongSupplier... works) {
    long[][] taken = new long[works.length][rounds];
    for (int round = -warmUp; round < rounds; round++) {
      for (int work = 0; work < works.length; work++) {
        long start = System.nanoTime();
        long result = works[work].getAsLong();
        long end = System.nanoTime();
        // The result is looked at so that nobody can leave the work out.
        if (result < 0) {
          throw new IllegalStateException("a result below 0");
        }
        if (round >= 0) {
          taken[work][round] = end - start;
        }
      }
    }
    return Arrays.stream(taken).map(Timings::new).toArray(Timings[]::new);
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
    return new Figure(
        name,
        median() / nanosecondsPerUnit,
        shortest() / nanosecondsPerUnit,
        longest() / nanosecondsPerUnit,
        unit,
        null);
  }
}
