package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoring.cli.Shell.Answer;

/** {@code check --deep}. */
class DeepOptionTest {
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
