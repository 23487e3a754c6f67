package org.mentoring.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoring.testkit.SyntheticRegion;

/** The benchmarks themselves fail where their two sides disagree; how fast they are is no test. */
@Tag("benchmark")
class BenchmarksTest {
  @Test
  void kernel_and_plain_java_evaluate_all_pairs_alike() {
    List<Figure> figures = PairEvaluationBenchmark.measure(60, 0, 1);

    assertThat(named(figures, "**60 x 60**").told()).startsWith("3,600 pairs, ");
    assertThat(named(figures, "**60 x 60**").told()).doesNotContain(", 0 of them");
    assertThat(named(figures, "kernel alone to plain Java over objects").aim()).isEqualTo(0.12);
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
  void rules_and_plain_java_judge_a_year_alike() {
    List<Figure> figures = YearBenchmark.measure(30, 3, 90, 0, 1);

    assertThat(named(figures, "the year").told())
        .startsWith("30 mentorships, 3 centres, 780 reports, 360 plans, 90 events");
    assertThat(named(figures, "obligations judged").told())
        .contains(" MET", " MET_LATE", " OVERDUE", " DUE", " UPCOMING");
    assertThat(named(figures, "complete").told()).isNotEqualTo("0 of 30 mentorships");
    assertThat(named(figures, "benchmarks of eepm-4@1.0.0").told())
        .contains(" cases, ")
        .doesNotContain(" 0 of them met");
    assertThat(named(figures, "rules alone, a pooled session a mentorship: an obligation").aim())
        .isEqualTo(25);
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
  void engines_of_assignment_find_the_same_and_ours_is_proved() throws Exception {
    List<Figure> figures = AssignmentBenchmark.measureSmall(0.02).figures();

    assertThat(figures)
        .extracting(Figure::name)
        .contains("**dense 100 x 100, correlated**", "OR-Tools linear assignment, solving")
        .contains("**sparse 2,000 x 1,040, uniform**", "OR-Tools min-cost flow, solving")
        .contains("**islands: 2,000 x 1,040 in 20 municipalities**");
  }

  @Test
  void stable_engine_and_textbook_find_the_same_and_nobody_blocks() {
    assertThat(StableBenchmark.measure(0.02, 0, 1))
        .extracting(Figure::name)
        .contains("**dense 100 x 100, uniform; strict**", "textbook in plain Java, solving")
        .contains("**sparse 2,000 x 1,040, uniform; ties**");
  }

  @Test
  void a_region_comes_out_alike_in_this_process_and_in_its_own() throws Exception {
    List<Figure> figures =
        RegionBenchmark.measure(SyntheticRegion.standard().sized(60, 60), 0, 1, 1);

    assertThat(figures)
        .extracting(Figure::name)
        .startsWith("the region", "running process, all steps", "… read", "… record", "… decide")
        .contains("from process start to its end", "from process start to its end, quick compiler");
    assertThat(named(figures, "the region").told()).contains("pairs with score");
  }

  @Test
  void many_mentees_are_matched_with_proof_in_a_process_of_their_own() throws Exception {
    List<Figure> figures = MillionBenchmark.measure(2, 10, 2);

    assertThat(named(figures, "blocked by municipality").told()).startsWith("1,040 pairs");
    assertThat(named(figures, "not blocked").told()).startsWith("1,040 pairs");
  }

  @Test
  void the_page_tells_aims_that_were_missed() {
    assertThat(
            chapter(
                new Figure("slow", 0.5, 0.4, 0.6, "s", 0.9, 0.45, null),
                Figure.of("quick", 0.4, "s").aimingAt(0.45),
                Figure.of("many", 12_345, "decisions/s"),
                Figure.without("other", "not run: no answer within 60 s")))
        .contains("0".repeat(40) + ", with changes")
        .contains("| slow | 0.500 s | 0.400 to 0.600 | 0.900 | at most 0.450: **missed** |")
        .contains("| quick | 0.400 s |  |  | at most 0.450: met |")
        .contains("| many | 12,345 decisions/s |  |  |  |")
        .contains("| other | not run: no answer within 60 s |  |  |  |");
  }

  @Test
  void one_chapter_alone_can_be_measured_anew() {
    TreeMap<String, String> two = new TreeMap<>();
    two.put("1. One", chapter(Figure.of("first", 1, "s")));
    two.put("2. Two", chapter(Figure.of("second", 2, "s")));
    String page = ResultsPage.with("", two);
    TreeMap<String, String> again = new TreeMap<>();
    again.put("1. One", chapter(Figure.of("first", 3, "s")));

    String renewed = ResultsPage.with(page, again);

    assertThat(renewed).isEqualTo(page.replace("| first | 1 s |", "| first | 3 s |"));
    assertThat(renewed).contains("| first | 3 s |").contains("| second | 2 s |");
  }

  private static String chapter(Figure... figures) {
    Surroundings where =
        new Surroundings("0".repeat(40), true, "2020-10-01", "2 cores", "8 GiB", "any", "17", "0");
    return ResultsPage.chapter(where, "1", 5, new Measured("7", List.of(figures)));
  }

  private static Figure named(List<Figure> figures, String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst().orElseThrow();
  }
}
