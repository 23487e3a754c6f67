package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.CommandId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.jdbc.harness.FailingConnections.How;
import org.mentoring.memory.SequentialIdentifiers;

/**
 * G4: each call to the database fails in turn, before it is carried out and after, with the
 * connection or without: then the command is fully done or fully absent, and asking for it by its
 * id tells which.
 */
class EveryCallFailsTest {
  private static final List<Map.Entry<String, UseCases.UseCase>> CASES =
      List.copyOf(UseCases.all().entrySet());

  @Test
  void in_h2_every_command_is_fully_done_or_fully_absent() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      inTurn("G4-h2", "use cases with each call to H2 failing in turn", h2);
    }
  }

  @Test
  void in_postgresql_every_command_is_fully_done_or_fully_absent() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql()) {
      inTurn("G4-postgresql", "use cases with each call to PostgreSQL failing in turn", postgresql);
    }
  }

  private static void inTurn(String id, String title, ProofDatabase database) {
    // Every build lets each 23rd call of each use case fail, a release each.
    int stride = Harness.release() ? 1 : 23;
    Harness.of(id, title, CASES.size(), CASES.size())
        .run(
            number -> {
              Trial trial = new Trial(database, CASES.get(number), false);
              trial.owned(number % stride, stride, 1);
              trial.owned(number % stride, stride * 5, 3);
              trial.joined(number % stride, stride);
            });
  }

  @Test
  void a_unit_of_work_that_commits_in_the_middle_is_found() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      assertThatThrownBy(
              () ->
                  new Trial(h2, Map.entry("record", UseCases.all().get("record")), true)
                      .owned(0, 1, 1))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("half");
    }
  }

  /** One use case, again and again. */
  private static final class Trial {
    private final ProofDatabase database;
    private final String name;
    private final UseCases.UseCase useCase;
    private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
    private final ProofProgramme unharmed;
    private final FailingConnections failing;
    private final SortedMap<String, String> whole;
    private final int calls;
    private int scenes;
    private int tries;
    private @Nullable Function<Mentoring, Outcome<?>> command;

    Trial(ProofDatabase database, Map.Entry<String, UseCases.UseCase> useCase, boolean commitsEarly)
        throws SQLException {
      this.database = database;
      this.name = useCase.getKey();
      this.useCase = useCase.getValue();
      unharmed = new ProofProgramme(database.emptied(), identifiers);
      failing = new FailingConnections(database.connections());
      Mentoring on = new ProofProgramme(database.stores(failing, 1), identifiers).mentoring;
      Function<Mentoring, Outcome<?>> given = prepared();
      Rows before = Rows.of(database.connections());
      failing.fail(-1, How.REFUSED);
      on.once(nextId(), UseCases.untyped(() -> given.apply(on)));
      calls = failing.calls();
      whole = before.changesTo(Rows.of(database.connections()));
      assertThat(whole).as(name).isNotEmpty();
      command = null;
      if (commitsEarly) {
        failing.commitEarly();
      }
    }

    private CommandId nextId() {
      return CommandId.of(name + "-" + ++tries);
    }

    private Function<Mentoring, Outcome<?>> prepared() {
      Function<Mentoring, Outcome<?>> there = command;
      if (there == null) {
        // What a command changes must not depend on who was there before.
        database.emptied();
        there = useCase.on(new UseCases.Scene(unharmed, ++scenes));
        command = there;
      }
      return there;
    }

    /** In transactions of our own. */
    void owned(int from, int stride, int attempts) throws SQLException {
      Mentoring on = new ProofProgramme(database.stores(failing, attempts), identifiers).mentoring;
      for (How how : How.values()) {
        for (int call = from; call < calls; call += stride) {
          Function<Mentoring, Outcome<?>> given = prepared();
          CommandId id = nextId();
          Rows before = Rows.of(database.connections());
          failing.fail(call, how);
          StoreFailure thrown = null;
          try {
            on.once(id, UseCases.untyped(() -> given.apply(on)));
          } catch (StoreFailure e) {
            thrown = e;
          }
          assertThat(failing.hasFailed()).as("%s reaches call %s", name, call).isTrue();
          String which =
              "%s, call %d of %d %s, %d attempts".formatted(name, call, calls, how, attempts);
          boolean done = whole(which, id, before);
          if (thrown == null) {
            assertThat(done).as("%s is done, as it answers", which).isTrue();
          } else if (!thrown.code().equals("store.commit-unknown")) {
            assertThat(done).as("%s is absent, as %s says", which, thrown.code()).isFalse();
          }
          if (attempts > 1 && thrown != null) {
            assertThat(thrown.retryable()).as("%s was repeated", which).isFalse();
          }
        }
      }
    }

    /** In the host's transactions. */
    void joined(int from, int stride) throws SQLException {
      AtomicReference<Connection> current = new AtomicReference<>();
      Mentoring on = new ProofProgramme(database.joined(current::get), identifiers).mentoring;
      for (How how : How.values()) {
        for (int call = from; ; call += stride) {
          Function<Mentoring, Outcome<?>> given = prepared();
          CommandId id = nextId();
          Rows before = Rows.of(database.connections());
          failing.fail(call, how);
          boolean answered = false;
          try (Connection host = database.connections().getConnection()) {
            host.setAutoCommit(false);
            current.set(failing.hosted(host));
            try {
              on.once(id, UseCases.untyped(() -> given.apply(on)));
              answered = true;
            } catch (StoreFailure e) {
              assertThat(failing.hasFailed()).as(e.code()).isTrue();
            }
            assertThat(failing.transgression()).as("left to the host").isNull();
            if (!host.isClosed()) {
              if (answered) {
                host.commit();
              } else {
                host.rollback();
              }
              host.setAutoCommit(true);
            }
          }
          String which = "%s in the host's transaction, call %d %s".formatted(name, call, how);
          assertThat(whole(which, id, before)).as(which).isEqualTo(answered);
          if (!failing.hasFailed()) {
            break;
          }
        }
      }
    }

    /** Whether it is done; never by halves. */
    private boolean whole(String which, CommandId id, Rows before) throws SQLException {
      SortedMap<String, String> changes = before.changesTo(Rows.of(database.connections()));
      boolean known = unharmed.mentoring.command(id).isPresent();
      if (changes.isEmpty()) {
        assertThat(known).as("%s is absent, and its id is not known", which).isFalse();
        return false;
      }
      assertThat(changes).as("%s: not half of it", which).isEqualTo(whole);
      assertThat(known).as("%s is done, and its id tells so", which).isTrue();
      command = null;
      return true;
    }
  }
}
