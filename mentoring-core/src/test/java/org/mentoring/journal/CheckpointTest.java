package org.mentoring.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.failure.InvalidValue;

class CheckpointTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void what_was_kept_is_read_again() {
    Checkpoint kept = new Checkpoint(12, HASH);

    assertThat(Checkpoint.parse(kept.text())).isEqualTo(kept);
    assertThat(Checkpoint.parse(kept.text() + "\r\n")).isEqualTo(kept);
    assertThat(Checkpoint.parse("0 " + HASH).number()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "-1 #",
        "+1 #",
        "012 #",
        "12  #",
        "12 #0",
        "12 x#",
        "1000000000000000000 #",
        "١ #"
      })
  void anything_else_is_no_checkpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text.replace("#", HASH)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("checkpoint.malformed");
  }
}
