package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private long now;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ProgressBar bar =
      new ProgressBar(new PrintStream(written, true, StandardCharsets.UTF_8), "lived", () -> now);

  private String drawn() {
    String text = written.toString(StandardCharsets.UTF_8);
    written.reset();
    return text;
  }

  @Test
  void a_bar_tells_how_far_the_work_is_and_how_long_it_will_take_at_this_pace() {
    now = 10_000_000_000L;
    bar.reached(1, 4);

    assertThat(drawn())
        .isEqualTo("\rlived [##########..............................]  25 %, 30 s left  ");
  }

  @Test
  void the_line_is_drawn_again_for_each_hundredth_and_ends_with_the_work() {
    bar.reached(500, 1000);
    bar.reached(501, 1000);
    assertThat(drawn().chars().filter(each -> each == '\r')).hasSize(1);

    bar.reached(1000, 1000);
    assertThat(drawn())
        .startsWith("\rlived [########################################] 100 %")
        .endsWith(System.lineSeparator());
  }

  @Test
  void work_of_no_steps_is_done_and_work_that_begins_tells_no_time() {
    bar.reached(0, 10);
    assertThat(drawn()).contains("  0 %").doesNotContain("left");

    bar.reached(0, 0);
    assertThat(drawn()).contains("100 %");
  }
}
