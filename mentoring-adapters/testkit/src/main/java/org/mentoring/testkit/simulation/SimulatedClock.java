package org.mentoring.testkit.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Noon of the simulated day. */
final class SimulatedClock extends Clock {
  private final ZoneId zone;
  private LocalDate day;

  SimulatedClock(ZoneId zone, LocalDate day) {
    this.zone = zone;
    this.day = day;
  }

  void set(LocalDate today) {
    day = today;
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
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }
}
