package org.mentoring.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoring.testkit.SyntheticRegion;

/** The benchmarks themselves fail where their two sides disagree; how fast they are is no test. */
class BenchmarksTest {
  @Test
  void kernel_and_plain_java_evaluate_all_pairs_alike() {
    List<Figure> figures = PairEvaluationBenchmark.measure(60, 0, 1);

    assertThat(named(figures, "pairs").median()).isEqualTo(3_600);
    assertThat(named(figures, "of them possible").median()).isBetween(1.0, 3_599.0);
    assertThat(named(figures, "kernel to plain Java").aim()).isEqualTo(0.12);
  }

  @Test
  void rules_and_plain_java_leave_the_same_requirements_open() {
    SyntheticRegion region = SyntheticRegion.standard().sized(150, 150);

    List<Figure> figures = DecisionBenchmark.measure(region, 0, 1);

    assertThat(named(figures, "people decided about in a round").median())
        .isGreaterThanOrEqualTo(300);
    assertThat(figures).allSatisfy(figure -> assertThat(figure.median()).isPositive());
  }

  @Test
  void every_way_to_start_gives_the_same_decision() throws Exception {
    List<Figure> figures = StartBenchmark.measure(1);

    assertThat(figures)
        .extracting(Figure::name)
        .startsWith("JVM alone", "first decision, default flags")
        .contains("first decision from YAML, default flags");
  }

  @Test
  void the_page_tells_aims_that_were_missed() {
    Surroundings where =
        new Surroundings("0".repeat(40), true, "2020-10-01", "2 cores", "8 GiB", "any", "17", "0");
    TreeMap<String, List<Figure>> chapters = new TreeMap<>();
    chapters.put(
        "Chapter",
        List.of(
            new Figure("slow", 0.5, 0.4, 0.6, "s", 0.45),
            Figure.of("quick", 0.4, "s").aimingAt(0.45),
            Figure.of("many", 12_345, "decisions/s")));

    assertThat(ResultsPage.of(where, "1", chapters))
        .contains("0".repeat(40) + ", with changes")
        .contains("| slow | 0.500 s | 0.400 to 0.600 | at most 0.450: **missed** |")
        .contains("| quick | 0.400 s |  | at most 0.450: met |")
        .contains("| many | 12,345 decisions/s |  |  |");
  }

  private static Figure named(List<Figure> figures, String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst().orElseThrow();
  }
}
