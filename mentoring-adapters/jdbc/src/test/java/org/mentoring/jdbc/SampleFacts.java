package org.mentoring.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.time.Validity;

/** Entries of histories. */
final class SampleFacts {
  private SampleFacts() {}

  static FactEntry fact(String id, String about) {
    return interest(id, about, "chess");
  }

  static FactEntry interest(String id, String about, String interest) {
    return new FactEntry.Recorded(
        FactId.of(id),
        ParticipantId.of(about),
        new Fact.Interest(interest),
        Validity.from(LocalDate.of(2020, 9, 1)),
        Instant.parse("2020-09-01T08:00:00Z"),
        Actor.coordinator("c-1", "centre-1"),
        null,
        null);
  }
}
