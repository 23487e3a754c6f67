package org.mentoring.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs all benchmarks, prints their figures and writes the results page. */
public final class AllBenchmarks {
  private static final String FOLDER = "examples/benchmarks";
  private static final String PAGE = FOLDER + "/RESULTS.md";

  private AllBenchmarks() {}

  /**
   * Runs in the root of the working copy, about two minutes.
   *
   * @param arguments the date for the page, if it shall not be the commit's
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!Files.isDirectory(Path.of(FOLDER))) {
      System.err.println("Run it in the root of the working copy: " + PAGE + " is written there.");
      System.exit(2);
    }
    Optional<String> date = List.of(arguments).stream().findFirst();
    Surroundings where = Surroundings.here(date, PAGE);
    SortedMap<String, List<Figure>> chapters = new TreeMap<>();
    chapters.put("1. From process start to first decision", told(StartBenchmark.measure()));
    chapters.put("2. Decisions", told(DecisionBenchmark.measure()));
    chapters.put("3. Pair evaluation", told(PairEvaluationBenchmark.measure()));
    Files.writeString(Path.of(PAGE), ResultsPage.of(where, Surroundings.loadNow(), chapters));
  }

  private static List<Figure> told(List<Figure> figures) {
    figures.forEach(figure -> System.out.println(figure.line()));
    return figures;
  }
}
