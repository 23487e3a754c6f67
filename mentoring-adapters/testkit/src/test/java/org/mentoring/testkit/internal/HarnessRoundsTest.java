package org.mentoring.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.testkit.internal.HarnessRounds.Extent;

class HarnessRoundsTest {
  @TempDir Path folder;

  private final HarnessRounds.Round none = number -> {};

  @Test
  void every_build_runs_the_usual_rounds_and_writes_nothing() {
    List<Integer> rounds = new ArrayList<>();

    harness(false, "abc").run(rounds::add);

    assertThat(rounds).containsExactly(0, 1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_release_run_that_was_interrupted_goes_on_where_it_was() throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(
        folder.resolve("state").resolve("G0.properties"),
        "commit=abc\nrounds=5\ndone=3\nmillis=1000\n");
    List<Integer> rounds = new ArrayList<>();

    harness(true, "abc").run(rounds::add);

    assertThat(rounds).containsExactly(3, 4);
    assertThat(Files.readString(folder.resolve("page.md")))
        .contains("| G0 | 5 | rounds | 1 | all passed | abc |");
  }

  @Test
  void what_was_done_of_another_commit_does_not_count() throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(
        folder.resolve("state").resolve("G0.properties"),
        "commit=abc\nrounds=5\ndone=3\nmillis=1000\n");
    List<Integer> rounds = new ArrayList<>();

    harness(true, "def").run(rounds::add);

    assertThat(rounds).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void a_failure_names_its_round_and_writes_no_result() {
    assertThatThrownBy(
            () ->
                harness(true, "abc")
                    .run(
                        number -> {
                          assertThat(number).isLessThan(3);
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("G0 failed in round 3");
    assertThat(folder.resolve("page.md")).doesNotExist();
  }

  @Test
  void a_release_may_be_tried_with_a_few_rounds() {
    List<Integer> rounds = new ArrayList<>();

    harness(true, "abc", 1).run(rounds::add);

    assertThat(rounds).containsExactly(0);
  }

  @Test
  void what_was_only_tried_is_on_no_page_that_a_whole_run_writes() throws IOException {
    HarnessRounds.of("G0", "rounds", 2, 5, setting(Extent.TRY, 3)).run(number -> {});
    HarnessRounds.of("G1", "others", 2, 5, setting(Extent.WHOLE, Integer.MAX_VALUE))
        .run(number -> {});

    assertThat(folder.resolve("target/release-checks/try/RESULTS.md"))
        .content()
        .contains("| G0 | 3 of 5 | rounds |");
    assertThat(folder.resolve("RESULTS.md"))
        .content()
        .contains("| G1 | 5 | others |")
        .doesNotContain("G0");
  }

  @Test
  void the_page_names_the_server_of_what_ran_on_one_and_keeps_what_follows_the_table()
      throws IOException {
    Path page = folder.resolve("RESULTS.md");
    Files.writeString(page, "# Results\n\n## Servers\n\nAll of them.\n");

    HarnessRounds.of("G1", "on PostgreSQL", 2, 5, setting(Extent.WHOLE, Integer.MAX_VALUE))
        .run(number -> {});
    HarnessRounds.of("G2", "on H2", 2, 5, setting(Extent.WHOLE, Integer.MAX_VALUE))
        .run(number -> {});

    assertThat(page)
        .content()
        .contains("| a machine, PostgreSQL 18.6 |", "| a machine |")
        .endsWith("| a machine |\n\n## Servers\n\nAll of them.\n");
  }

  @Test
  void what_was_done_in_part_says_of_how_many_and_takes_the_place_of_no_whole() {
    HarnessRounds.of("C0", "others", 2, 5, setting(Extent.WHOLE, Integer.MAX_VALUE)).run(none);
    for (int most : new int[] {3, 4}) {
      HarnessRounds.of("C0", "others", 2, 5, setting(Extent.PART, most)).run(none);
      HarnessRounds.of("C1", "rounds", 2, 5, setting(Extent.PART, most)).run(none);
    }
    assertThat(folder.resolve("RESULTS.md"))
        .content()
        .contains("-pl mentoring-adapters/some -am`", "| C0 | 5 | others |", "| C1 | 4 of 5 |")
        .doesNotContain("3 of 5");

    HarnessRounds.of("C1", "rounds", 2, 5, setting(Extent.WHOLE, Integer.MAX_VALUE)).run(none);
    assertThat(folder.resolve("RESULTS.md")).content().contains("| C1 | 5 | rounds |");
  }

  @Test
  void a_whole_run_does_not_go_on_where_a_try_was() {
    HarnessRounds.of("G0", "rounds", 2, 5, setting(Extent.TRY, 3)).run(number -> {});
    List<Integer> rounds = new ArrayList<>();

    HarnessRounds.of("G0", "rounds", 2, 5, setting(Extent.WHOLE, Integer.MAX_VALUE))
        .run(rounds::add);

    assertThat(rounds).containsExactly(0, 1, 2, 3, 4);
  }

  private HarnessRounds.Setting setting(Extent extent, int most) {
    return HarnessRounds.Setting.in(
        folder, true, extent, most, "abc", "a machine", () -> "18.6", "mentoring-adapters/some");
  }

  private HarnessRounds harness(boolean release, String commit) {
    return harness(release, commit, 100);
  }

  private HarnessRounds harness(boolean release, String commit, int most) {
    return HarnessRounds.of(
        "G0",
        "rounds",
        2,
        5,
        new HarnessRounds.Setting(
            release,
            folder.resolve("state"),
            folder.resolve("page.md"),
            commit,
            "a machine",
            () -> "18.6",
            most,
            "mentoring-adapters/some"));
  }
}
