package org.mentoring.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants as columns have them. */
final class Instants {
  private Instants() {}

  /** The driver would take another type in the machine's zone. */
  static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
