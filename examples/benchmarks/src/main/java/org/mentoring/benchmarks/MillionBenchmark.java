package org.mentoring.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One million mentees and 520,000 mentors with a place and 30 possible pairs a mentee, in 2,000
 * municipalities and in one: on its own in a JVM of 8 GB.
 */
public final class MillionBenchmark {
  private static final int THOUSANDS = 1_000;
  private static final int MUNICIPALITIES = 2_000;
  private static final int ROUNDS = 7;
  private static final int MOST_MINUTES = 5;
  private static final String HEAP = "-Xmx8g";
  private static final double AIM_SECONDS = 60;

  private MillionBenchmark() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() throws IOException, InterruptedException {
    return new Measured(
        String.format(
            Locale.ROOT,
            "20200950 and the number of municipalities; %d rounds in %s",
            ROUNDS,
            HEAP),
        measure(THOUSANDS, MUNICIPALITIES, ROUNDS));
  }

  static List<Figure> measure(int thousands, int municipalities, int rounds)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("blocked by municipality", thousands, municipalities, rounds));
    figures.addAll(figures("not blocked", thousands, 1, 1));
    return figures;
  }

  private static List<Figure> figures(String name, int thousands, int municipalities, int rounds)
      throws IOException, InterruptedException {
    List<String> lines =
        JavaProcess.run(
                JavaProcess.command(
                    MillionRun.class,
                    List.of(HEAP),
                    Integer.toString(thousands),
                    Integer.toString(municipalities),
                    Integer.toString(rounds),
                    Integer.toString(MOST_MINUTES)))
            .lines()
            .toList();
    if (lines.get(0).startsWith(MillionRun.STOPPED)) {
      long settled = Long.parseLong(lines.get(0).substring(MillionRun.STOPPED.length() + 1));
      return List.of(
          Figure.without(
              name,
              String.format(
                  Locale.ROOT,
                  "stopped after %d minutes, %,d mentees settled",
                  MOST_MINUTES,
                  settled)));
    }
    long[][] cells = new long[9][lines.size()];
    for (int round = 0; round < lines.size(); round++) {
      String[] parts = lines.get(round).split(" ", -1);
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell][round] = Long.parseLong(parts[cell]);
      }
    }
    long[] wall = new long[lines.size()];
    long[] processor = new long[lines.size()];
    for (int round = 0; round < lines.size(); round++) {
      wall[round] = cells[0][round] + cells[2][round];
      processor[round] = cells[1][round] + cells[3][round];
    }
    return List.of(
        Figure.without(
            name, String.format(Locale.ROOT, "%,d pairs, score %,d", cells[6][0], cells[7][0])),
        new Timings(cells[0], cells[1]).figure("… building", 1e9, "s"),
        new Timings(cells[2], cells[3]).figure("… solving", 1e9, "s"),
        new Timings(wall, processor)
            .figure("… building and solving", 1e9, "s")
            .aimingAt(AIM_SECONDS),
        new Timings(cells[4], cells[5]).figure("… checking the proof", 1e9, "s"),
        Figure.of("… greatest heap", cells[8][lines.size() - 1] / (double) (1L << 30), "GiB")
            .aimingAt(8));
  }
}
