package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.cli.Shell.Answer;

/** {@code check --deep}. */
class DeepOptionTest {
  @TempDir Path folder;

  @Test
  void a_deep_check_tells_flaws_at_their_parts_and_answers_with_1() {
    Answer answer = Shell.run("check", "desnogorsk-social-apartment", "--deep");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.LEFT_OUT);
    assertThat(answer.out().lines())
        .contains(
            "1 flaw:",
            "  phase:summing-up: From 2024-07-01 to 2024-08-31, before summing-up, the programme is in no phase (S0-02).")
        // Told once.
        .doesNotContain("In no phase of the programme: 2024-07-01 to 2024-08-31.");
    assertThat(Shell.run("check", "desnogorsk-social-apartment", "--deep", "--lang", "ru").out())
        .contains("1 изъян:")
        .contains("у программы нет никакого этапа");
  }

  @Test
  void of_a_file_of_the_users_own_each_kind_of_flaw_is_told_at_its_part() throws IOException {
    Path file = folder.resolve("flawed.yaml");
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("flawed.yaml"))) {
      Files.copy(in, file);
    }

    Answer answer = Shell.run("check", file.toString(), "--deep");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.LEFT_OUT);
    assertThat(answer.out().lines().map(DeepOptionTest::partAndFirstWords))
        .contains(
            // requirements that contradict each other
            "practice:peer/requirement:mentee-adult: Nobody meets",
            // one that no person can meet, and the step that needs it
            "practice:peer/requirement:mentor-standard: Nobody meets",
            "practice:peer/party:MENTOR/step:selection: Nobody comes",
            // what falls due after the programme
            "practice:peer/cadence:LETTER#1: Falls due",
            // days between the phases
            "phase:second: From 2025-01-01",
            // a weight that never matters
            "practice:peer/criterion:far-older: The points",
            // a rule of a pack that nothing can fire
            "pack:strict@1.0.0/rule:centre-papers: Nothing fires",
            // a completion that needs a step which its path has not
            "practice:peer/completion: The completion");
    assertThat(Shell.run("check", file.toString(), "--deep", "--lang", "ru").out().lines())
        .filteredOn(line -> line.startsWith("  practice:") || line.startsWith("  pack:"))
        .hasSizeGreaterThanOrEqualTo(7)
        .allMatch(line -> line.matches(".*[а-я].*"));
  }

  private static String partAndFirstWords(String line) {
    String[] words = line.strip().split(" ", 4);
    return words.length < 3 ? line : words[0] + " " + words[1] + " " + words[2];
  }

  @Test
  void where_no_flaw_is_found_the_deep_check_says_so() {
    Answer answer = Shell.run("check", "tyumen-2020", "--deep");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out()).contains("No flaw found.");
  }

  @Test
  void without_the_option_nothing_is_looked_for() {
    Answer answer = Shell.run("check", "desnogorsk-social-apartment");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out())
        .contains("In no phase of the programme: 2024-07-01 to 2024-08-31.")
        .doesNotContain("flaw");
  }
}
