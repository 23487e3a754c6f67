package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.spi.Stores;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In the host's transaction: what the host keeps is kept, and it alone decides that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinedTest {
  /** What would end or change a transaction that is not ours. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "commit",
          "rollback",
          "close",
          "abort",
          "setAutoCommit",
          "setTransactionIsolation",
          "setReadOnly",
          "setSavepoint",
          "releaseSavepoint",
          "setSchema",
          "setCatalog",
          "setHoldability",
          "setNetworkTimeout",
          "beginRequest",
          "endRequest");

  private final Map<Dialect, TestSchema> schemas = new EnumMap<>(Dialect.class);
  private final Map<Dialect, SessionFactory> factories = new EnumMap<>(Dialect.class);

  @BeforeAll
  void open() {
    schemas.put(Dialect.H2, TestSchema.h2InMemory());
    schemas.put(Dialect.POSTGRESQL, TestSchema.postgres());
    schemas.forEach(
        (dialect, schema) -> {
          PostgresServer.execute(
              schema.connections(), "create table host_row (id varchar(64) primary key)");
          Configuration configuration = new Configuration().addAnnotatedClass(HostRow.class);
          configuration
              .getProperties()
              .put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, schema.connections());
          factories.put(dialect, configuration.buildSessionFactory());
        });
  }

  @AfterAll
  void close() throws Exception {
    factories.values().forEach(SessionFactory::close);
    for (TestSchema each : schemas.values()) {
      each.close();
    }
  }

  /** Hosts: how they manage their transactions, and where. */
  enum Host {
    JDBC_H2(Dialect.H2, false),
    JDBC_POSTGRESQL(Dialect.POSTGRESQL, false),
    JPA_H2(Dialect.H2, true),
    JPA_POSTGRESQL(Dialect.POSTGRESQL, true);

    private final Dialect dialect;
    private final boolean jpa;

    Host(Dialect dialect, boolean jpa) {
      this.dialect = dialect;
      this.jpa = jpa;
    }
  }

  private DataSource source(Host host) {
    return schema(host).connections();
  }

  private TestSchema schema(Host host) {
    TestSchema schema = schemas.get(host.dialect);
    assertThat(schema).isNotNull();
    return schema;
  }

  private TransactionTemplate transactions(Host host) {
    return new TransactionTemplate(manager(host));
  }

  private PlatformTransactionManager manager(Host host) {
    if (!host.jpa) {
      return new JdbcTransactionManager(source(host));
    }
    JpaTransactionManager manager = new JpaTransactionManager();
    manager.setEntityManagerFactory(factories.get(host.dialect));
    manager.setDataSource(source(host));
    manager.setJpaDialect(new HibernateJpaDialect());
    manager.afterPropertiesSet();
    return manager;
  }

  /** As the guide tells hosts to do it; every call on the connection is noted. */
  private Stores joined(Host host, List<String> calls) {
    DataSource source = source(host);
    return JdbcStores.open(
        ConnectionSource.joined(
            () -> {
              if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("no transaction");
              }
              return FaultyConnections.over(
                  DataSourceUtils.getConnection(source),
                  call -> {
                    calls.add(call);
                    return null;
                  });
            }),
        schema(host).settings());
  }

  private void writeHostRow(Host host, String id) {
    if (host.jpa) {
      EntityManager current =
          EntityManagerFactoryUtils.getTransactionalEntityManager(factories.get(host.dialect));
      assertThat(current).isNotNull();
      current.persist(new HostRow(id));
    } else {
      new JdbcTemplate(source(host)).update("insert into host_row (id) values (?)", id);
    }
  }

  private List<String> hostRows(Host host) {
    return MigrationsTest.strings(source(host), "select id from host_row order by id");
  }

  private Stores emptied(Host host) {
    PostgresServer.execute(source(host), "delete from host_row");
    return schema(host).emptied();
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void a_row_of_the_host_and_our_decision_are_kept_together(Host host) {
    Stores seen = emptied(host);
    List<String> calls = new ArrayList<>();
    Stores stores = joined(host, calls);
    transactions(host)
        .executeWithoutResult(
            status -> {
              writeHostRow(host, "row");
              SampleCommand.carryOut(stores, "a");
              assertThat(SampleCommand.traces(seen, "a")).isZero();
            });
    assertThat(hostRows(host)).containsExactly("row");
    assertThat(SampleCommand.traces(seen, "a")).isEqualTo(5);
    assertThat(calls).isNotEmpty().doesNotContainAnyElementsOf(NOT_OURS);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void a_row_of_the_host_and_our_decision_vanish_together_if_the_host_fails(Host host) {
    Stores seen = emptied(host);
    List<String> calls = new ArrayList<>();
    Stores stores = joined(host, calls);
    assertThatThrownBy(
            () ->
                transactions(host)
                    .executeWithoutResult(
                        status -> {
                          SampleCommand.carryOut(stores, "a");
                          writeHostRow(host, "row");
                          throw new IllegalArgumentException("the host's own");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(hostRows(host)).isEmpty();
    assertThat(SampleCommand.traces(seen, "a")).isZero();
    assertThat(calls).isNotEmpty().doesNotContainAnyElementsOf(NOT_OURS);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void a_failure_of_ours_makes_the_host_roll_back_its_row_too(Host host) {
    Stores seen = emptied(host);
    List<String> calls = new ArrayList<>();
    Stores stores = joined(host, calls);
    assertThatThrownBy(
            () ->
                transactions(host)
                    .executeWithoutResult(
                        status -> {
                          writeHostRow(host, "row");
                          SampleCommand.carryOut(stores, "a");
                          SampleCommand.carryOut(stores, "a");
                        }))
        .asInstanceOf(InstanceOfAssertFactories.type(MentoringException.class))
        .extracting(MentoringException::code)
        .isEqualTo("participant.exists");
    assertThat(hostRows(host)).isEmpty();
    assertThat(SampleCommand.traces(seen, "a")).isZero();
    assertThat(calls).isNotEmpty().doesNotContainAnyElementsOf(NOT_OURS);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void queries_read_what_the_transaction_of_the_host_has_written(Host host) {
    emptied(host);
    List<String> calls = new ArrayList<>();
    Stores stores = joined(host, calls);
    transactions(host)
        .executeWithoutResult(
            status -> {
              SampleCommand.carryOut(stores, "a");
              assertThat(stores.work().read(() -> SampleCommand.traces(stores, "a"))).isEqualTo(5);
              status.setRollbackOnly();
            });
    assertThat(calls).isNotEmpty().doesNotContainAnyElementsOf(NOT_OURS);
  }

  private static Stream<Host> jdbcHosts() {
    return Stream.of(Host.JDBC_H2, Host.JDBC_POSTGRESQL);
  }

  /** What the stores read and wrote within one transaction of the host. */
  private void within(Host host, Consumer<Stores> work) {
    Stores stores = joined(host, new ArrayList<>());
    transactions(host).executeWithoutResult(status -> work.accept(stores));
  }

  @ParameterizedTest
  @MethodSource("jdbcHosts")
  void several_commands_of_one_transaction_are_kept_together(Host host) {
    Stores seen = emptied(host);
    within(
        host,
        stores -> {
          SampleCommand.carryOut(stores, "a");
          SampleCommand.carryOut(stores, "b");
          assertThat(stores.participants().ids()).hasSize(2);
        });
    assertThat(SampleCommand.traces(seen, "a") + SampleCommand.traces(seen, "b")).isEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("jdbcHosts")
  void the_same_command_given_by_two_hosts_at_once_is_kept_once_and_the_other_rolls_back(Host host)
      throws Exception {
    Stores seen = emptied(host);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> first =
          other.submit(
              () ->
                  within(
                      host,
                      stores -> {
                        writeHostRow(host, "first");
                        stores.work().run(() -> given(stores));
                        written.countDown();
                        awaited(second);
                      }));
      awaited(written);
      assertThatThrownBy(
              () ->
                  within(
                      host,
                      stores -> {
                        writeHostRow(host, "second");
                        second.countDown();
                        stores.work().run(() -> given(stores));
                      }))
          .isInstanceOfSatisfying(
              StoreFailure.class,
              e -> {
                assertThat(e.code()).isEqualTo("store.busy");
                assertThat(e.retryable()).isTrue();
                assertThat(e.attributes()).containsEntry("command", "c-twice");
              });
      first.get(60, TimeUnit.SECONDS);
    } finally {
      other.shutdownNow();
    }
    assertThat(hostRows(host)).containsExactly("first");
    assertThat(seen.commands().list(null, 10).items())
        .extracting(each -> each.id().value())
        .containsExactly("c-twice");
    // Repeated it is answered: the host finds what came of the other.
    within(host, stores -> assertThat(stores.commands().find(CommandId.of("c-twice"))).isPresent());
  }

  private static String given(Stores stores) {
    stores
        .commands()
        .append(
            new CommandRecord(
                CommandId.of("c-twice"),
                Code.of("REGISTER"),
                Actor.coordinator("c-1", "centre-1"),
                Instant.parse("2020-09-01T08:00:00Z"),
                true,
                "a",
                new TreeSet<>(),
                List.of()));
    return "given";
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @ParameterizedTest
  @MethodSource("jdbcHosts")
  void a_fault_of_the_database_is_told_as_retryable_or_not_and_nothing_is_repeated(Host host)
      throws SQLException {
    emptied(host);
    Map<String, Boolean> retryable =
        Map.of("40001", true, "08006", true, "57P01", true, "42501", false, "53100", false);
    for (Map.Entry<String, Boolean> each : retryable.entrySet()) {
      List<String> calls = new ArrayList<>();
      try (Connection connection = source(host).getConnection()) {
        connection.setAutoCommit(false);
        Stores stores =
            JdbcStores.open(
                ConnectionSource.joined(
                    () ->
                        FaultyConnections.over(
                            connection,
                            call -> {
                              calls.add(call);
                              return call.equals("prepareStatement") ? each.getKey() : null;
                            })),
                schema(host).settings());
        assertThatThrownBy(() -> SampleCommand.carryOut(stores, "a"))
            .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
            .satisfies(
                failure -> {
                  assertThat(failure.retryable()).isEqualTo(each.getValue());
                  assertThat(failure.attributes()).containsEntry("sqlstate", each.getKey());
                  assertThat(failure).hasNoCause();
                });
        assertThat(calls).containsOnlyOnce("prepareStatement");
        assertThat(calls).doesNotContainAnyElementsOf(NOT_OURS);
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jdbcHosts")
  void a_connection_without_a_transaction_is_refused(Host host) throws SQLException {
    Stores seen = emptied(host);
    try (Connection connection = source(host).getConnection()) {
      Stores stores =
          JdbcStores.open(ConnectionSource.joined(() -> connection), schema(host).settings());
      for (ThrowingCallable asked :
          List.<ThrowingCallable>of(
              () -> SampleCommand.carryOut(stores, "a"),
              // What is read together would be of several states, an export for one.
              () -> stores.work().read(() -> "nothing"))) {
        assertThatThrownBy(asked)
            .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
            .extracting(MentoringException::code)
            .isEqualTo("store.no-transaction");
      }
      assertThat(stores.participants().ids()).isEmpty();
    }
    assertThat(SampleCommand.traces(seen, "a")).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdbcHosts")
  void a_host_that_has_no_connection_at_hand_is_told(Host host) {
    ThreadLocal<Connection> none = new ThreadLocal<>();
    Stores stores = JdbcStores.open(ConnectionSource.joined(none::get), schema(host).settings());
    for (ThrowingCallable asked :
        List.<ThrowingCallable>of(
            () -> SampleCommand.carryOut(stores, "a"),
            () -> stores.participants().ids(),
            () -> stores.work().read(() -> "nothing"))) {
      assertThatThrownBy(asked)
          .asInstanceOf(InstanceOfAssertFactories.type(StoreFailure.class))
          .extracting(MentoringException::code)
          .isEqualTo("store.no-transaction");
    }
  }
}
