package org.mentoring.json.happening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that shows the day of what happens: noon, and a millisecond later for each further. */
final class PlayedClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  PlayedClock(ZoneId zone, LocalDate before) {
    this(zone, before.atTime(LocalTime.NOON).atZone(zone).toInstant());
  }

  private PlayedClock(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** Noon of a day, or a millisecond after the last time if that is later. */
  void next(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    now = noon.isAfter(now) ? noon : now.plusMillis(1);
  }

  /** The end of a day, if it is not over yet. */
  void endOf(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    now = end.isAfter(now) ? end : now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The clock shows instants; a zone of its own would change nothing. */
  @Override
  public Clock withZone(ZoneId other) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
