package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {
  private final TestSchema h2 = TestSchema.h2InMemory();
  private final TestSchema postgres = TestSchema.postgres();

  @AfterAll
  void close() throws Exception {
    h2.close();
    postgres.close();
  }

  private TestSchema schema(Dialect dialect) {
    return dialect == Dialect.H2 ? h2 : postgres;
  }

  private Stores over(TestSchema schema, Function<String, @Nullable String> fault, int attempts) {
    DataSource faulty = FaultyConnections.over(schema.connections(), fault);
    return JdbcStores.open(
        new ConnectionSource.Owned(faulty, attempts, failed -> {}), schema.settings());
  }

  private static Participant person(String id) {
    return Participant.of(ParticipantId.of(id), ParticipantKind.PERSON, List.of());
  }

  private static String add(Stores stores, String id) {
    stores.participants().add(person(id));
    return id;
  }

  private static StoreFailure failure(Runnable work) {
    AtomicInteger caught = new AtomicInteger();
    try {
      work.run();
    } catch (StoreFailure e) {
      caught.incrementAndGet();
      return e;
    }
    throw new AssertionError("no failure " + caught);
  }

  @Test
  void rows_that_cannot_be_closed_are_a_failure_of_the_store_and_undo_the_command() {
    Stores empty = h2.emptied();
    Stores stores = over(h2, call -> call.equals("rows.close") ? "08006" : null, 1);
    StoreFailure alone = failure(() -> stores.participants().ids());
    StoreFailure reading = failure(() -> stores.work().read(() -> stores.participants().ids()));
    StoreFailure within =
        failure(
            () ->
                stores
                    .work()
                    .run(
                        () -> {
                          add(stores, "unclosed");
                          assertThatThrownBy(() -> stores.participants().ids())
                              .isInstanceOf(StoreFailure.class);
                          return "went on";
                        }));
    assertThat(List.of(alone, reading, within))
        .extracting(StoreFailure::code)
        .containsOnly("store.unreachable");
    assertThat(empty.participants().find(ParticipantId.of("unclosed"))).isEmpty();
  }

  @Test
  void a_command_that_others_got_in_the_way_of_is_given_again_from_its_beginning() {
    Stores empty = h2.emptied();
    AtomicInteger commits = new AtomicInteger();
    Stores stores =
        over(
            h2, call -> call.equals("commit") && commits.incrementAndGet() < 3 ? "40001" : null, 3);
    AtomicInteger runs = new AtomicInteger();
    stores.work().run(() -> add(stores, "run-" + runs.incrementAndGet()));
    assertThat(empty.participants().ids()).containsExactly(ParticipantId.of("run-3"));
  }

  @Test
  void a_command_is_given_no_more_often_than_allowed() {
    Stores empty = h2.emptied();
    Stores stores = over(h2, call -> call.equals("commit") ? "40001" : null, 3);
    AtomicInteger runs = new AtomicInteger();
    StoreFailure failure =
        failure(() -> stores.work().run(() -> add(stores, "run-" + runs.incrementAndGet())));
    assertThat(failure.code()).isEqualTo("store.busy");
    assertThat(failure.retryable()).isTrue();
    assertThat(runs).hasValue(3);
    assertThat(empty.participants().ids()).isEmpty();
  }

  @Test
  void between_two_tries_a_pause_passes_that_grows_and_is_left_to_chance() {
    h2.emptied();
    List<Duration> pauses = new ArrayList<>();
    AtomicInteger chance = new AtomicInteger();
    AtomicInteger out = new AtomicInteger();
    DataSource faulty =
        FaultyConnections.over(
            h2.connections(),
            call -> {
              out.addAndGet(call.equals("getConnection") ? 1 : call.equals("close") ? -1 : 0);
              return call.equals("commit") ? "40001" : null;
            });
    Pauses growing =
        Pauses.growing(
            () -> chance.incrementAndGet() % 2 == 0 ? 0.5 : 1,
            pause -> {
              assertThat(out).as("connections that are held").hasValue(0);
              pauses.add(pause);
            });
    Stores stores = JdbcStores.open(new ConnectionSource.Owned(faulty, 10, growing), h2.settings());
    assertThat(failure(() -> stores.work().run(() -> add(stores, "a"))).code())
        .isEqualTo("store.busy");
    assertThat(pauses.stream().map(Duration::toMillis))
        .containsExactly(10L, 10L, 40L, 40L, 160L, 160L, 500L, 250L, 500L);
  }

  @Test
  void a_connection_that_cannot_be_had_is_asked_for_once_only() {
    AtomicInteger asked = new AtomicInteger();
    Stores stores =
        over(
            h2,
            call -> {
              boolean taking = call.equals("getConnection");
              asked.addAndGet(taking ? 1 : 0);
              return taking ? "08001" : null;
            },
            5);
    StoreFailure failure = failure(() -> stores.work().run(() -> add(stores, "a")));
    assertThat(failure.code()).isEqualTo("store.unreachable");
    assertThat(failure.retryable()).isTrue();
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "90067", "58030", "HY000"})
  void a_commit_whose_answer_was_lost_is_told_apart_and_never_repeated(String state) {
    h2.emptied();
    AtomicInteger runs = new AtomicInteger();
    Stores stores = over(h2, call -> call.equals("commit") ? state : null, 5);
    StoreFailure failure =
        failure(() -> stores.work().run(() -> add(stores, "run-" + runs.incrementAndGet())));
    assertThat(failure.code()).isEqualTo("store.commit-unknown");
    assertThat(failure.retryable()).isFalse();
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_commit_whose_answer_was_lost_names_the_command_to_ask_for() {
    Stores empty = h2.emptied();
    Stores stores = over(h2, call -> call.equals("commit") ? "08006" : null, 1);
    StoreFailure failure = failure(() -> SampleCommand.carryOut(stores, "a"));
    assertThat(failure.code()).isEqualTo("store.commit-unknown");
    assertThat(failure.attributes()).containsEntry("command", "c-a");
    assertThat(empty.commands().find(CommandId.of("c-a"))).isEmpty();
    StoreFailure without = failure(() -> stores.work().run(() -> add(stores, "b")));
    assertThat(without.attributes()).containsEntry("command", "none");
  }

  @Test
  void what_was_committed_is_answered_though_the_connection_cannot_be_given_back_in_order() {
    Stores empty = h2.emptied();
    AtomicInteger settings = new AtomicInteger();
    Stores stores =
        over(
            h2,
            // Off before the command, on after it.
            call ->
                call.equals("setAutoCommit") && settings.incrementAndGet() == 2 ? "08006" : null,
            5);
    assertThat(stores.work().run(() -> add(stores, "a"))).isEqualTo("a");
    assertThat(empty.participants().ids()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_connection_goes_back_as_it_came(Dialect dialect) throws SQLException {
    TestSchema schema = schema(dialect);
    schema.emptied();
    try (Connection only = schema.connections().getConnection()) {
      for (boolean autoCommit : new boolean[] {true, false}) {
        only.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        only.setAutoCommit(autoCommit);
        DataSource source =
            FaultyConnections.handingOut(FaultyConnections.unclosed(only), schema.connections());
        Stores stores = JdbcStores.open(ConnectionSource.owned(source), schema.settings());
        stores.work().run(() -> add(stores, "kept-" + autoCommit));
        stores.decisions().forget(ParticipantId.of("nobody"));
        stores.erasures().append(SampleCommand.erasure("alone-" + autoCommit));
        assertThat(stores.work().read(() -> stores.participants().ids())).isNotEmpty();
        assertThatThrownBy(
                () ->
                    stores
                        .work()
                        .run(
                            () -> {
                              add(stores, "lost");
                              throw new IllegalArgumentException("on purpose");
                            }))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(only.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      }
      only.rollback();
      only.setAutoCommit(true);
    }
    assertThat(schema.stores().participants().ids())
        .extracting(ParticipantId::value)
        .containsExactly("kept-false", "kept-true");
    // What is no command is kept as well, whether the pool's connections commit by themselves or
    // not.
    assertThat(schema.stores().erasures().all()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_query_sees_one_state_whatever_others_commit_meanwhile(Dialect dialect) {
    Stores stores = schema(dialect).emptied();
    add(stores, "a");
    List<Integer> seen = new ArrayList<>();
    stores
        .work()
        .read(
            () -> {
              seen.add(stores.participants().ids().size());
              elsewhere(() -> add(stores, "b"));
              seen.add(stores.participants().ids().size());
              return seen;
            });
    assertThat(seen).containsExactly(1, 1);
    assertThat(stores.participants().ids()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_command_sees_what_others_committed_meanwhile(Dialect dialect) {
    Stores stores = schema(dialect).emptied();
    int seen =
        stores
            .work()
            .run(
                () -> {
                  add(stores, "a");
                  elsewhere(() -> add(stores, "b"));
                  return stores.participants().ids().size();
                });
    assertThat(seen).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_query_does_not_carry_out_commands(Dialect dialect) {
    Stores stores = schema(dialect).emptied();
    assertThatThrownBy(() -> stores.work().read(() -> stores.work().run(() -> add(stores, "a"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stores.participants().ids()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_command_of_which_a_part_failed_is_not_kept_even_if_it_goes_on(Dialect dialect) {
    Stores stores = schema(dialect).emptied();
    assertThatThrownBy(
            () ->
                stores
                    .work()
                    .run(
                        () -> {
                          add(stores, "outer");
                          try {
                            stores
                                .work()
                                .run(
                                    () -> {
                                      add(stores, "inner");
                                      throw new IllegalArgumentException("on purpose");
                                    });
                          } catch (IllegalArgumentException swallowed) {
                            assertThat(swallowed).hasMessage("on purpose");
                          }
                          return "done";
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stores.participants().ids()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void two_commands_that_wait_for_each_other_are_both_carried_out_in_the_end(Dialect dialect)
      throws Exception {
    Stores stores = schema(dialect).emptied();
    add(stores, "a");
    add(stores, "b");
    CountDownLatch bothHold = new CountDownLatch(2);
    FutureTask<String> one = new FutureTask<>(() -> crossing(stores, "a", "b", bothHold));
    FutureTask<String> two = new FutureTask<>(() -> crossing(stores, "b", "a", bothHold));
    new Thread(one, "one").start();
    new Thread(two, "two").start();
    assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(two.get(60, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(stores.participants().history(ParticipantId.of("a"))).hasSize(2);
    assertThat(stores.participants().history(ParticipantId.of("b"))).hasSize(2);
  }

  private static String crossing(
      Stores stores, String first, String second, CountDownLatch bothHold) {
    return stores
        .work()
        .run(
            () -> {
              stores.participants().append(SampleFacts.fact(first + "-by-" + first, first));
              bothHold.countDown();
              awaited(bothHold);
              stores.participants().append(SampleFacts.fact(second + "-by-" + first, second));
              return "done";
            });
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void entries_of_one_history_get_numbers_without_a_gap_from_many_at_once(Dialect dialect)
      throws Exception {
    TestSchema schema = schema(dialect);
    Stores stores = schema.emptied();
    add(stores, "a");
    List<FutureTask<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int thread = i;
      all.add(
          new FutureTask<>(
              () -> {
                for (int k = 0; k < 20; k++) {
                  stores.participants().append(SampleFacts.fact("f-" + thread + "-" + k, "a"));
                }
                return true;
              }));
    }
    all.forEach(each -> new Thread(each, "writer").start());
    for (FutureTask<Boolean> each : all) {
      assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(
            MigrationsTest.strings(
                schema.connections(),
                "select count(*) || ' to ' || max(number) from \"mentoring\".fact_entry"))
        .containsExactly("80 to 80");
  }

  @Test
  void texts_that_no_database_keeps_are_refused_and_named_by_their_place() {
    for (TestSchema schema : List.of(h2, postgres)) {
      Stores stores = schema.emptied();
      add(stores, "a");
      for (String text : List.of("a\u0000b", "\ud800", "x\udc00y")) {
        assertThatThrownBy(() -> stores.participants().append(SampleFacts.interest("f", "a", text)))
            .asInstanceOf(InstanceOfAssertFactories.type(MentoringException.class))
            .satisfies(
                refusal -> {
                  assertThat(refusal.code()).isEqualTo("text.unstorable");
                  assertThat(refusal.attributes().get("place")).startsWith("FactEntry.fact");
                  assertThat(refusal.getMessage()).doesNotContain(text);
                });
      }
      stores.participants().append(SampleFacts.interest("f", "a", "шахматы \ud83d\ude00 \"'\\\n"));
      assertThat(stores.participants().history(ParticipantId.of("a")))
          .containsExactly(SampleFacts.interest("f", "a", "шахматы \ud83d\ude00 \"'\\\n"));
    }
  }

  private static void elsewhere(Runnable work) {
    FutureTask<Boolean> task = new FutureTask<>(work, true);
    new Thread(task, "elsewhere").start();
    try {
      assertThat(task.get(60, TimeUnit.SECONDS)).isTrue();
    } catch (Exception e) {
      throw new AssertionError("on the other thread", e);
    }
  }
}
