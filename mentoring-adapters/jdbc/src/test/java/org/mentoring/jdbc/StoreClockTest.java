package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.Mentoring;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;
import org.mentoring.time.Validity;

/** The clock that all instances over one database share. */
class StoreClockTest {
  private static final Actor ACTOR = Actor.coordinator("c-1", "centre-1");
  private static final ParticipantId ANNA = ParticipantId.of("anna");
  private static final Duration FAR = Duration.ofDays(400);
  private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void goes_on_within_a_transaction(Dialect dialect) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Stores stores = database.stores();
      Instant second =
          stores
              .work()
              .run(
                  () -> {
                    Instant first = stores.work().time().orElseThrow();
                    Instant later = first;
                    while (!later.isAfter(first)) {
                      later = stores.work().time().orElseThrow();
                    }
                    return later;
                  });
      // Both are clocks of one machine.
      assertThat(Duration.between(second, Clock.systemUTC().instant()).abs())
          .isLessThan(Duration.ofMinutes(10));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void an_instance_far_ahead_of_it_writes_nothing_and_what_it_wrote_once_stops_nobody(
      Dialect dialect) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Stores stores = database.stores();
      try (Mentoring right = over(stores, Clock.systemUTC());
          Mentoring wrong = over(stores, Clock.offset(Clock.systemUTC(), FAR))) {
        right.register(ACTOR, ANNA, ParticipantKind.PERSON, List.of()).orElseThrow();
        assertThatThrownBy(() -> wrong.record(ACTOR, ANNA, need("chess"), Validity.from(SINCE)))
            .isInstanceOfSatisfying(
                MentoringException.class, e -> assertThat(e.code()).isEqualTo("clock.lead"));
        assertThat(stores.participants().history(ANNA)).isEmpty();

        Instant far = Clock.systemUTC().instant().plus(FAR);
        stores
            .work()
            .run(
                () -> {
                  stores
                      .participants()
                      .append(
                          new FactEntry.Recorded(
                              FactId.of("f-far"),
                              ANNA,
                              consent(),
                              Validity.from(SINCE),
                              far,
                              ACTOR,
                              null,
                              null));
                  return ANNA;
                });
        LocalDate day = LocalDate.of(2021, 1, 1);
        assertThat(right.dossier(ANNA, day).facts()).hasSize(1);
        assertThat(right.recordedAhead(null, 10).items()).containsExactly(ANNA);
        right.withdrawConsent(ACTOR, FactId.of("f-far"), SINCE.plusDays(1)).orElseThrow();
        assertThat(right.dossier(ANNA, day).current(Fact.ConsentWithdrawal.class)).hasSize(1);
        right.record(ACTOR, ANNA, need("maths"), Validity.from(SINCE)).orElseThrow();
        assertThat(right.ties(day)).isNotNull();
      }
    }
  }

  private static Mentoring over(Stores stores, Clock clock) {
    return Mentoring.of(BuiltInProgrammes.read("tyumen-2020"))
        .stores(stores)
        .clock(clock)
        .identifiers(SystemSources.identifiers())
        .build();
  }

  private static Fact need(String text) {
    return new Fact.Need(text);
  }

  private static Fact consent() {
    return new Fact.Consent(
        Fact.ConsentGiver.GUARDIAN, null, Code.of("MENTORING_CENTRE"), Code.of("PARTICIPATION"));
  }
}
