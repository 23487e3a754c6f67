package org.mentoring.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
  @Test
  void what_is_done_after_something_else_on_one_day_is_known_later() {
    SimulatedClock clock = new SimulatedClock(ZoneOffset.UTC, LocalDate.of(2020, 9, 1));
    Instant first = clock.instant();
    Instant second = clock.instant();
    clock.set(LocalDate.of(2020, 9, 1));
    Instant third = clock.instant();
    clock.set(LocalDate.of(2020, 9, 2));

    assertThat(first).isBefore(second);
    assertThat(second).isBefore(third);
    assertThat(third).isBefore(clock.instant());
    assertThat(clock.today()).isEqualTo("2020-09-02");
  }
}
