package org.mentoring.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs all benchmarks or some, prints their figures and writes their chapters of the results. */
public final class AllBenchmarks {
  private static final String FOLDER = "examples/benchmarks";
  private static final String PAGE = FOLDER + "/RESULTS.md";
  private static final String DATE = "date=";
  private static final Map<String, Chapter> CHAPTERS = new LinkedHashMap<>();

  static {
    CHAPTERS.put(
        "start", new Chapter("1. From process start to first decision", StartBenchmark::measure));
    CHAPTERS.put("decisions", new Chapter("2. Decisions", DecisionBenchmark::measure));
    CHAPTERS.put("pairs", new Chapter("3. Pair evaluation", PairEvaluationBenchmark::measure));
    CHAPTERS.put("exact", new Chapter("4. Exact assignment", AssignmentBenchmark::measure));
    CHAPTERS.put("million", new Chapter("6. A million mentees", MillionBenchmark::measure));
    CHAPTERS.put("region", new Chapter("7. A whole region", RegionBenchmark::measure));
    CHAPTERS.put("year", new Chapter("8. A year of a region", YearBenchmark::measure));
  }

  private AllBenchmarks() {}

  private record Chapter(String title, Measurement measurement) {}

  /** What takes the figures of a chapter. */
  @FunctionalInterface
  private interface Measurement {
    Measured take() throws IOException, InterruptedException;
  }

  /**
   * Runs in the root of the working copy.
   *
   * @param arguments names of chapters, all if there is none; {@code date=2020-10-01} for the page,
   *     if it shall not be the commit's
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> chosen =
        List.of(arguments).stream().filter(argument -> !argument.startsWith(DATE)).toList();
    Optional<String> date =
        List.of(arguments).stream()
            .filter(argument -> argument.startsWith(DATE))
            .map(argument -> argument.substring(DATE.length()))
            .findFirst();
    if (!Files.isDirectory(Path.of(FOLDER)) || !CHAPTERS.keySet().containsAll(chosen)) {
      System.err.println(
          "Run it in the root of the working copy, since "
              + PAGE
              + " is written there. Chapters: "
              + String.join(" ", CHAPTERS.keySet()));
      System.exit(2);
    }
    for (Map.Entry<String, Chapter> chapter : CHAPTERS.entrySet()) {
      if (chosen.isEmpty() || chosen.contains(chapter.getKey())) {
        run(chapter.getValue(), date);
      }
    }
  }

  /** Writes the page after each chapter, so that a later fault does not cost the earlier ones. */
  private static void run(Chapter chapter, Optional<String> date)
      throws IOException, InterruptedException {
    System.out.println(chapter.title);
    Surroundings where = Surroundings.here(date, PAGE);
    long start = System.nanoTime();
    Measured measured = chapter.measurement.take();
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    measured.figures().forEach(figure -> System.out.println(figure.line()));
    Path page = Path.of(PAGE);
    Files.writeString(
        page,
        ResultsPage.with(
            Files.exists(page) ? Files.readString(page) : "",
            new TreeMap<>(
                Map.of(
                    chapter.title,
                    ResultsPage.chapter(where, Surroundings.loadNow(), seconds, measured)))));
  }
}
