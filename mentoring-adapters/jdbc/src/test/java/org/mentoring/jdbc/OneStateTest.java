package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

/** A command decides on one state of those whom it is about, and after a lock on the newest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OneStateTest {
  private static final ParticipantId ANNA = ParticipantId.of("anna");
  private static final ParticipantId BORIS = ParticipantId.of("boris");

  private final Map<Dialect, OpenDatabase> databases = new EnumMap<>(Dialect.class);
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  private Stores stores(Dialect dialect) {
    Stores stores = databases.computeIfAbsent(dialect, OpenDatabase::new).stores();
    stores.participants().add(Participant.of(ANNA, ParticipantKind.PERSON, List.of()));
    stores.participants().add(Participant.of(BORIS, ParticipantKind.PERSON, List.of()));
    return stores;
  }

  @AfterEach
  void empty() {
    for (OpenDatabase database : databases.values()) {
      database.execute("delete from $.fact_entry");
      database.execute("delete from $.participant");
    }
  }

  @AfterAll
  void close() throws Exception {
    other.shutdownNow();
    for (OpenDatabase database : databases.values()) {
      database.close();
    }
  }

  private void elsewhere(Runnable command) {
    try {
      other.submit(command).get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static TreeSet<ParticipantId> people(ParticipantId... ids) {
    return new TreeSet<>(List.of(ids));
  }

  @ParameterizedTest
  @EnumSource
  void what_was_read_before_a_lock_is_read_again_after_it(Dialect dialect) {
    Stores stores = stores(dialect);
    FactEntry fact = SampleFacts.fact("f-1", "anna");
    stores
        .work()
        .run(
            () -> {
              assertThat(stores.participants().history(ANNA)).isEmpty();
              elsewhere(() -> stores.participants().append(fact));
              assertThat(stores.participants().history(ANNA)).isEmpty();
              stores.places().lock(people(ANNA));
              assertThat(stores.participants().history(ANNA)).containsExactly(fact);
              return true;
            });
  }

  @ParameterizedTest
  @EnumSource
  void who_is_not_locked_is_read_again_after_the_lock_of_another(Dialect dialect) {
    Stores stores = stores(dialect);
    FactEntry fact = SampleFacts.fact("f-1", "anna");
    Participant changed = new Participant(BORIS, ParticipantKind.PERSON, new TreeSet<>(), ANNA, 2);
    stores
        .work()
        .run(
            () -> {
              assertThat(stores.participants().history(ANNA)).isEmpty();
              assertThat(stores.participants().find(ANNA)).isPresent();
              elsewhere(() -> stores.participants().append(fact));
              stores.places().lock(people(BORIS));
              assertThat(stores.participants().history(ANNA)).containsExactly(fact);
              stores.participants().update(changed);
              assertThat(stores.participants().find(BORIS)).contains(changed);
              return true;
            });
  }

  @ParameterizedTest
  @EnumSource
  void what_the_command_itself_wrote_is_read(Dialect dialect) {
    Stores stores = stores(dialect);
    FactEntry first = SampleFacts.fact("f-1", "anna");
    FactEntry second = SampleFacts.fact("f-2", "anna");
    stores
        .work()
        .run(
            () -> {
              stores.participants().append(first);
              assertThat(stores.participants().history(ANNA)).containsExactly(first);
              stores.participants().append(second);
              assertThat(stores.participants().history(ANNA)).containsExactly(first, second);
              stores.participants().erase(ANNA);
              assertThat(stores.participants().history(ANNA)).isEmpty();
              return true;
            });
    assertThat(stores.participants().history(ANNA)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_next_command_reads_anew(Dialect dialect) {
    Stores stores = stores(dialect);
    FactEntry fact = SampleFacts.fact("f-1", "anna");
    stores.work().run(() -> stores.participants().history(ANNA));
    elsewhere(() -> stores.participants().append(fact));
    assertThat(stores.work().run(() -> stores.participants().history(ANNA))).containsExactly(fact);
  }
}
