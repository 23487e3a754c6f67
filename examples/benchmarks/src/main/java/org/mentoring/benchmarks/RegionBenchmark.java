package org.mentoring.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.rules.DroolsRules;
import org.mentoring.testkit.SyntheticRegion;

/**
 * The whole way of a region, from its CSV file to explained pairs: in a running process, where
 * rules and definition are loaded, and in a process that starts for it. Each step's share is told.
 */
public final class RegionBenchmark {
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 9;
  private static final int PROCESSES = 7;
  private static final double AIM_WARM = 1_000;
  private static final double AIM_COLD = 3_000;

  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

  private RegionBenchmark() {}

  /** Prints the figures; fails where two runs differ. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() throws IOException, InterruptedException {
    SyntheticRegion region = SyntheticRegion.standard();
    return new Measured(
        region.seed() + "; " + ROUNDS + " rounds, " + PROCESSES + " processes",
        measure(region, WARM_UP, ROUNDS, PROCESSES));
  }

  static List<Figure> measure(SyntheticRegion region, int warmUp, int rounds, int processes)
      throws IOException, InterruptedException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    region.writeCsv(file);
    List<Figure> figures = new ArrayList<>();
    RegionRun.Result expected = warm(region, file.toByteArray(), warmUp, rounds, figures);
    figures.add(0, Figure.without("the region", expected.told()));
    Path people = Files.createTempFile("mentoring-region", ".csv");
    try {
      Files.write(people, file.toByteArray());
      cold("", List.of(), people, region, expected, processes, figures);
      cold(", quick compiler", QUICK, people, region, expected, processes, figures);
    } finally {
      Files.delete(people);
    }
    return figures;
  }

  private static RegionRun.Result warm(
      SyntheticRegion region, byte[] file, int warmUp, int rounds, List<Figure> figures) {
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
    int steps = RegionRun.STEPS.size();
    long[][] wall = new long[steps + 1][rounds];
    long[][] processor = new long[steps + 1][rounds];
    RegionRun.Result expected = null;
    try (DroolsRules rules = DroolsRules.create()) {
      for (int round = -warmUp; round < rounds; round++) {
        RegionRun run = RegionRun.once();
        RegionRun.Result result = run.go(definition, rules, file, region.asOf());
        if (expected != null && !expected.equals(result)) {
          throw new IllegalStateException("two runs differ");
        }
        expected = result;
        for (int step = 0; step < steps && round >= 0; step++) {
          wall[step][round] = run.watch(step).wall();
          processor[step][round] = run.watch(step).processor();
          wall[steps][round] += run.watch(step).wall();
          processor[steps][round] += run.watch(step).processor();
        }
      }
    }
    if (expected == null) {
      throw new IllegalStateException("no round was run");
    }
    figures.add(
        new Timings(wall[steps], processor[steps])
            .figure("running process, all steps", 1e6, "ms")
            .aimingAt(AIM_WARM));
    for (int step = 0; step < steps; step++) {
      figures.add(
          new Timings(wall[step], processor[step])
              .figure("… " + RegionRun.STEPS.get(step), 1e6, "ms"));
    }
    return expected;
  }

  private static void cold(
      String name,
      List<String> flags,
      Path people,
      SyntheticRegion region,
      RegionRun.Result expected,
      int processes,
      List<Figure> figures)
      throws IOException, InterruptedException {
    List<String> command =
        JavaProcess.command(RegionRun.class, flags, people.toString(), region.asOf().toString());
    int steps = RegionRun.STEPS.size();
    long[] all = new long[processes];
    long[][] wall = new long[steps][processes];
    long[][] processor = new long[steps][processes];
    // One more, to fill the caches of the file system.
    for (int process = -1; process < processes; process++) {
      long start = System.nanoTime();
      List<String> answer = JavaProcess.run(command).lines().toList();
      long end = System.nanoTime();
      if (!answer.get(0).equals(expected.told())) {
        throw new IllegalStateException("the process answers " + answer.get(0));
      }
      if (process >= 0) {
        all[process] = end - start;
        for (int step = 0; step < steps; step++) {
          String[] cells = answer.get(step + 1).split(" ", -1);
          wall[step][process] = Long.parseLong(cells[0]);
          processor[step][process] = Long.parseLong(cells[1]);
        }
      }
    }
    figures.add(
        Timings.of(all)
            .figure("from process start to its end" + name, 1e6, "ms")
            .aimingAt(AIM_COLD));
    for (int step = 0; step < steps; step++) {
      figures.add(
          new Timings(wall[step], processor[step])
              .figure("… " + RegionRun.STEPS.get(step), 1e6, "ms"));
    }
  }
}
