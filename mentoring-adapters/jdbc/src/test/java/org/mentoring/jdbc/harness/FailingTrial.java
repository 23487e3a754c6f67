package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.jdbc.harness.FailingConnections.How;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.spi.Stores;

/** One deed, again and again, while calls fail. */
final class FailingTrial {
  /** How stores come over connections. */
  interface Opening {
    Stores open(ProofDatabase database, DataSource connections, int attempts);
  }

  static final Opening OWNED = ProofDatabase::stores;

  /** How stores come over a host's connections. */
  interface Joining {
    Stores open(ProofDatabase database, Supplier<Connection> current);
  }

  private final ProofDatabase database;
  private final String name;
  private final Deed.Prepared deed;
  private final Opening opening;
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final FailingConnections failing;
  private final SortedMap<String, String> whole;
  private final List<String> calls;
  private final List<String> callsOfHost;
  private Joining joining = ProofDatabase::joined;
  private int scenes;
  private int tries;

  /** What stands before the next try; null: it has to be prepared anew. */
  private @Nullable Ready ready;

  private record Ready(ProofProgramme unharmed, Deed deed, Rows before) {}

  FailingTrial(ProofDatabase database, Map.Entry<String, Deed.Prepared> deed, Opening opening)
      throws SQLException {
    this.database = database;
    this.name = deed.getKey();
    this.deed = deed.getValue();
    this.opening = opening;
    failing = new FailingConnections(database.connections());
    callsOfHost = rolledBack();
    Ready there = ready();
    failing.fail(-1, How.REFUSED);
    there.deed.on(over(opening.open(database, failing, 1)), nextId());
    calls = failing.calls();
    whole = there.before.changesTo(Rows.of(database.connections()));
    assertThat(whole).as(name).isNotEmpty();
    ready = null;
  }

  /** All calls in a host's transaction, which the host then gives up. */
  private List<String> rolledBack() throws SQLException {
    Ready there = ready();
    AtomicReference<Connection> current = new AtomicReference<>();
    failing.fail(-1, How.REFUSED);
    try (Connection host = database.connections().getConnection()) {
      host.setAutoCommit(false);
      current.set(failing.hosted(host));
      there.deed.on(over(joining.open(database, current::get)), nextId());
      host.rollback();
      host.setAutoCommit(true);
    }
    assertThat(there.before.changesTo(Rows.of(database.connections())))
        .as("%s goes with the host's transaction", name)
        .isEmpty();
    return failing.calls();
  }

  /** All calls in a transaction of our own, by name. */
  List<String> calls() {
    return calls;
  }

  /** All calls in a transaction of the host. */
  List<String> callsOfHost() {
    return callsOfHost;
  }

  /** From now on every statement is committed. */
  void commitEarly() {
    failing.commitEarly();
  }

  /** From now on a host gets stores with a planted bug. */
  void join(Joining bug) {
    joining = bug;
  }

  private CommandId nextId() {
    return CommandId.of(name + "-" + ++tries);
  }

  private Ready ready() throws SQLException {
    Ready there = ready;
    if (there == null) {
      // What it changes must not depend on who was there before.
      ProofProgramme unharmed =
          new ProofProgramme(database.emptied(), identifiers, UseCases.EARLIER);
      Deed prepared = deed.in(new Scene(unharmed, ++scenes));
      if (deed.onNothing()) {
        database.emptied();
      }
      there = new Ready(unharmed, prepared, Rows.of(database.connections()));
      ready = there;
    }
    return there;
  }

  private ProofProgramme over(Stores stores) throws SQLException {
    ProofProgramme programme = new ProofProgramme(stores, identifiers, UseCases.EARLIER);
    programme.at(ready().unharmed);
    return programme;
  }

  /** In transactions of our own. */
  void owned(SortedSet<Integer> chosen, int attempts) throws SQLException {
    for (How how : How.values()) {
      for (int call : chosen) {
        Ready there = ready();
        // Stores that were used before know their database, and make fewer calls.
        ProofProgramme on = over(opening.open(database, failing, attempts));
        CommandId id = nextId();
        failing.fail(call, how);
        MentoringException thrown = null;
        try {
          there.deed.on(on, id);
        } catch (StoreFailure e) {
          thrown = e;
        } catch (MentoringException e) {
          // A stream cannot be read twice.
          assertThat(e.code()).isEqualTo("import.interrupted");
          thrown = e;
        }
        String which =
            "%s, call %d of %d %s, %d attempts".formatted(name, call, calls.size(), how, attempts);
        boolean done = whole(which, id, there);
        if (thrown == null) {
          assertThat(done).as("%s is done, as it answers", which).isTrue();
          continue;
        }
        assertThat(failing.hasFailed()).as("%s fails with cause", which).isTrue();
        if (!thrown.code().equals("store.commit-unknown")) {
          assertThat(done).as("%s is absent, as %s says", which, thrown.code()).isFalse();
        }
        if (attempts > 1 && thrown instanceof StoreFailure failure) {
          assertThat(failure.retryable()).as("%s was repeated", which).isFalse();
        }
      }
    }
  }

  /** In the host's transactions. */
  void joined(SortedSet<Integer> chosen) throws SQLException {
    AtomicReference<Connection> current = new AtomicReference<>();
    for (How how : How.values()) {
      for (int call : chosen) {
        Ready there = ready();
        ProofProgramme on = over(joining.open(database, current::get));
        CommandId id = nextId();
        failing.fail(call, how);
        boolean answered = false;
        try (Connection host = database.connections().getConnection()) {
          host.setAutoCommit(false);
          current.set(failing.hosted(host));
          try {
            there.deed.on(on, id);
            answered = true;
          } catch (StoreFailure e) {
            leftToHost();
            assertThat(failing.hasFailed()).as(e.code()).isTrue();
          }
          leftToHost();
          if (host.isClosed()) {
            // It cannot commit any more, and learns it.
            answered = false;
          } else {
            if (answered) {
              host.commit();
            } else {
              host.rollback();
            }
            host.setAutoCommit(true);
          }
        }
        String which = "%s in the host's transaction, call %d %s".formatted(name, call, how);
        assertThat(whole(which, id, there)).as(which).isEqualTo(answered);
      }
    }
  }

  private void leftToHost() {
    assertThat(failing.transgression()).as("left to the host").isNull();
  }

  /** Whether it is done; never by halves. */
  private boolean whole(String which, CommandId id, Ready there) throws SQLException {
    SortedMap<String, String> changes = there.before.changesTo(Rows.of(database.connections()));
    boolean known = there.unharmed.mentoring.command(id).isPresent();
    if (changes.isEmpty()) {
      assertThat(known).as("%s is absent, and its id is not known", which).isFalse();
      return false;
    }
    ready = null;
    assertThat(changes).as("%s: not half of it", which).isEqualTo(whole);
    assertThat(known).as("%s is done, and its id tells so", which).isEqualTo(deed.named());
    return true;
  }
}
