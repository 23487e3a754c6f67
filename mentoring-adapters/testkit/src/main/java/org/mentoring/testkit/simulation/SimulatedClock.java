package org.mentoring.testkit.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From noon of the simulated day on, a millisecond later each time it is asked: what is done after
 * something else must not look as if it had been known then.
 */
final class SimulatedClock extends Clock {
  private final ZoneId zone;
  private LocalDate day;
  private long asked;

  SimulatedClock(ZoneId zone, LocalDate day) {
    this.zone = zone;
    this.day = day;
  }

  void set(LocalDate today) {
    if (!today.equals(day)) {
      day = today;
      asked = 0;
    }
  }

  LocalDate today() {
    return day;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return this;
  }

  @Override
  public Instant instant() {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant().plusMillis(asked++);
  }
}
