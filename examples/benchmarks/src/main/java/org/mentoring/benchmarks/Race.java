package org.mentoring.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several engines over one instance: they take turns in every round, building and solving anew, and
 * must agree in every round.
 */
final class Race {
  private static final long WARM_UP_NANOSECONDS = 2_000_000_000L;

  private final List<? extends Contender> contenders;
  private final List<Laps> laps = new ArrayList<>();
  private Contender.@Nullable Answer answer;

  private Race(List<? extends Contender> contenders, int rounds) {
    this.contenders = contenders;
    contenders.forEach(contender -> laps.add(new Laps(rounds)));
  }

  /**
   * Runs it.
   *
   * @param warmUp rounds before the measured ones at most; fewer where they take long, but one if
   *     this is not 0
   */
  static Race of(List<? extends Contender> contenders, int warmUp, int rounds) {
    Race race = new Race(contenders, rounds);
    long start = System.nanoTime();
    for (int round = 0; round < warmUp; round++) {
      race.round(-1);
      if (System.nanoTime() - start > WARM_UP_NANOSECONDS) {
        break;
      }
    }
    for (int round = 0; round < rounds; round++) {
      race.round(round);
    }
    return race;
  }

  private void round(int round) {
    for (int k = 0; k < contenders.size(); k++) {
      Contender contender = contenders.get(k);
      Stopwatch building = Stopwatch.start();
      contender.build();
      building.stop();
      Stopwatch solving = Stopwatch.start();
      Contender.Answer found = contender.solve();
      solving.stop();
      agree(contender, found);
      if (round <= 0 && !contender.proved()) {
        throw new IllegalStateException(contender.name() + ": the proof does not hold");
      }
      contender.drop();
      if (round >= 0) {
        laps.get(k).put(round, building, solving);
      }
    }
  }

  private void agree(Contender contender, Contender.Answer found) {
    if (answer == null) {
      answer = found;
    } else if (!found.equals(answer)) {
      throw new IllegalStateException(
          contender.name() + " answers " + found + ", others " + answer);
    }
  }

  /** What all answered. */
  Contender.Answer answer() {
    Contender.Answer agreed = answer;
    if (agreed == null) {
      throw new IllegalStateException("no round was run");
    }
    return agreed;
  }

  Timings building(int contender) {
    return laps.get(contender).building();
  }

  Timings solving(int contender) {
    return laps.get(contender).solving();
  }

  /** What the rounds of one contender took. */
  private static final class Laps {
    private final long[] building;
    private final long[] buildingProcessor;
    private final long[] solving;
    private final long[] solvingProcessor;

    Laps(int rounds) {
      building = new long[rounds];
      buildingProcessor = new long[rounds];
      solving = new long[rounds];
      solvingProcessor = new long[rounds];
    }

    void put(int round, Stopwatch built, Stopwatch solved) {
      building[round] = built.wall();
      buildingProcessor[round] = built.processor();
      solving[round] = solved.wall();
      solvingProcessor[round] = solved.processor();
    }

    Timings building() {
      return new Timings(building, buildingProcessor);
    }

    Timings solving() {
      return new Timings(solving, solvingProcessor);
    }
  }
}
