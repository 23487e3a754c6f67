package org.mentoring.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawStudyTest {
  @Test
  void the_study_runs_small_tells_how_far_it_is_and_its_numbers_survive_being_written() {
    List<String> told = new ArrayList<>();

    Results results =
        LawStudy.small()
            .simulated(
                variant ->
                    (done, all) -> {
                      if (done == all) {
                        told.add(variant);
                      }
                    });

    assertThat(told)
        .containsExactly(
            "without", "register-0", "register-7", "register-30", "register-60", "register-90");
    assertThat(Results.parse(results.csv())).isEqualTo(results);
    assertThat(results.range("without", "pairs").middle()).isPositive();
    // Nobody is matched under the law before it is met.
    assertThat(results.range("register-90", "pairs").middle())
        .isLessThanOrEqualTo(results.range("without", "pairs").middle());
    assertThat(StudyPage.files(results)).hasSize(8);
  }

  private static String printed(Runnable program) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      program.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_whole_study_fits_into_thirty_lines() {
    assertThat(printed(() -> ThirtyLines.main(new String[] {"6", "8", "1", "1", "1"})))
        .contains("Forecast[figure=pairs, atLeast=1.0", "Interval[", "seed,figure,detail")
        .contains("# programme=tyumen-2020 ", " rules=", " from=2020-09-01 ", " seeds=1\n");
  }

  @Test
  void the_class_of_the_guide_answers_with_differences() {
    assertThat(printed(() -> Fortnight.main(new String[] {"1"})).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("Difference[spread=Interval["));
  }
}
