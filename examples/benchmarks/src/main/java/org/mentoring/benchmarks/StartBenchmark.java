package org.mentoring.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mentoring.json.BuiltInProgrammes;

/**
 * From the start of a process to its first decision, printed and the process ended: a new JVM for
 * each measurement, beside a JVM that does nothing. With and without an archive of loaded classes
 * (AppCDS), with all compilers of the JVM and with the quick one alone, and once with a definition
 * that is read from YAML instead of the built-in one.
 */
public final class StartBenchmark {
  private static final int ROUNDS = 11;
  private static final double AIM_SECONDS = 0.45;
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private final Path folder;

  private StartBenchmark(Path folder) {
    this.folder = folder;
  }

  /** A way to start the process. */
  private record Way(String name, boolean aimed, List<String> command) {}

  /** Prints the figures; fails where a process answers differently from this one. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() throws IOException, InterruptedException {
    return new Measured(ROUNDS + " processes each", measure(ROUNDS));
  }

  static List<Figure> measure(int rounds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("mentoring-start");
    try {
      return new StartBenchmark(folder).figures(rounds);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private List<Figure> figures(int rounds) throws IOException, InterruptedException {
    String expected = FirstDecision.answer(BuiltInProgrammes.read("tyumen-2020"));
    List<Way> ways = ways();
    long[][] taken = new long[ways.size()][rounds];
    // One round more, to fill the caches of the file system. In turn, so that a slow spell of the
    // machine meets all ways.
    for (int round = -1; round < rounds; round++) {
      for (int way = 0; way < ways.size(); way++) {
        long start = System.nanoTime();
        String answer = JavaProcess.run(ways.get(way).command);
        long end = System.nanoTime();
        if (!answer.equals(way == 0 ? "" : expected)) {
          throw new IllegalStateException(ways.get(way).name + ": answers " + answer);
        }
        if (round >= 0) {
          taken[way][round] = end - start;
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    Timings alone = Timings.of(taken[0]);
    figures.add(alone.figure(ways.get(0).name, 1e9, "s"));
    for (int way = 1; way < ways.size(); way++) {
      Timings timings = Timings.of(taken[way]);
      Figure seconds = timings.figure(ways.get(way).name, 1e9, "s");
      figures.add(ways.get(way).aimed ? seconds.aimingAt(AIM_SECONDS) : seconds);
      figures.add(Figure.ratio("… to the JVM alone", timings.median(), alone.median()));
    }
    return figures;
  }

  private List<Way> ways() throws IOException, InterruptedException {
    String document = folder.resolve("tyumen-2020.yaml").toString();
    Files.write(Path.of(document), BuiltInProgrammes.text("tyumen-2020"));
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("JVM alone", false, JavaProcess.command(NoWork.class, List.of())));
    ways.add(way("first decision, default flags", true, List.of()));
    ways.add(way("first decision, quick compiler", true, List.of(QUICK_COMPILER)));
    if (canBeArchived()) {
      String builtIn = archive("built-in.jsa");
      ways.add(way("first decision, class archive", true, List.of(builtIn)));
      ways.add(
          way(
              "first decision, class archive, quick compiler",
              true,
              List.of(builtIn, QUICK_COMPILER)));
    }
    ways.add(way("first decision from YAML, default flags", false, List.of(), document));
    if (canBeArchived()) {
      ways.add(
          way(
              "first decision from YAML, class archive, quick compiler",
              false,
              List.of(archive("yaml.jsa", document), QUICK_COMPILER),
              document));
    }
    return ways;
  }

  private static Way way(String name, boolean aimed, List<String> flags, String... arguments) {
    return new Way(name, aimed, JavaProcess.command(FirstDecision.class, flags, arguments));
  }

  /** The JVM archives classes from jars alone. */
  private static boolean canBeArchived() {
    return Stream.of(JavaProcess.classPath().split(File.pathSeparator))
        .allMatch(entry -> Files.isRegularFile(Path.of(entry)));
  }

  private String archive(String name, String... arguments)
      throws IOException, InterruptedException {
    Path archive = folder.resolve(name);
    JavaProcess.run(
        JavaProcess.command(
            FirstDecision.class,
            List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds*=off"),
            arguments));
    if (!Files.isRegularFile(archive)) {
      throw new IllegalStateException("the JVM made no archive");
    }
    return "-XX:SharedArchiveFile=" + archive;
  }
}
