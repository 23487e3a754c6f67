package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Stores;

/**
 * G4: each call to the database fails in turn, before it is carried out and after, with the
 * connection or without: then what was to be done is fully done or fully absent, and asking for a
 * command by its id tells which. In transactions of our own and in a host's.
 */
@Tag(Harness.TAG)
class EveryCallFailsTest {
  private static final List<Map.Entry<String, Deed.Prepared>> DEEDS = Deed.all();

  /** Every build lets so many calls of each deed fail in each way, another mix for each deed. */
  private static final int SAMPLE = 4;

  @Test
  void in_h2_everything_is_fully_done_or_fully_absent() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      inTurn("G4-h2", "use cases with each call to H2 failing in turn", h2);
    }
  }

  @Test
  void in_postgresql_everything_is_fully_done_or_fully_absent() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql()) {
      inTurn("G4-postgresql", "use cases with each call to PostgreSQL failing in turn", postgresql);
    }
  }

  private static void inTurn(String id, String title, ProofDatabase database) {
    Harness.of(id, title, DEEDS.size(), DEEDS.size())
        .run(
            number -> {
              FailingTrial trial =
                  new FailingTrial(database, DEEDS.get(number), FailingTrial.OWNED);
              trial.owned(chosen(trial.calls(), SAMPLE, number), 1);
              // Repeated, most of them succeed.
              trial.owned(
                  Harness.release()
                      ? everyFifth(trial.calls().size(), number)
                      : chosen(trial.calls(), 1, number),
                  3);
              trial.joined(chosen(trial.callsOfHost(), SAMPLE, number));
            });
  }

  /**
   * In a release each call. Else a few of different kinds, the commit always; which ones and where
   * among their kind is another thing for each deed, and the same in every build.
   */
  private static SortedSet<Integer> chosen(List<String> calls, int most, int number) {
    if (Harness.release()) {
      return all(calls);
    }
    SortedSet<Integer> chosen = new TreeSet<>();
    if (calls.contains("commit")) {
      chosen.add(calls.indexOf("commit"));
    }
    List<String> kinds = new ArrayList<>(new TreeSet<>(calls));
    for (int i = 0; i < most; i++) {
      String kind = kinds.get((number * most + i) % kinds.size());
      List<Integer> places = new ArrayList<>();
      for (int place = 0; place < calls.size(); place++) {
        if (calls.get(place).equals(kind)) {
          places.add(place);
        }
      }
      chosen.add(places.get((number * 31 + i * 17) % places.size()));
    }
    return chosen;
  }

  private static SortedSet<Integer> all(List<String> calls) {
    SortedSet<Integer> all = new TreeSet<>();
    for (int i = 0; i < calls.size(); i++) {
      all.add(i);
    }
    return all;
  }

  private static SortedSet<Integer> everyFifth(int calls, int number) {
    SortedSet<Integer> chosen = new TreeSet<>();
    for (int i = number % 5; i < calls; i += 5) {
      chosen.add(i);
    }
    return chosen;
  }

  private static Map.Entry<String, Deed.Prepared> deed(String name) {
    return DEEDS.stream().filter(each -> each.getKey().equals(name)).findFirst().orElseThrow();
  }

  /** What a planted bug is found by: all places where something could be half done. */
  private static SortedSet<Integer> commits(FailingTrial trial) {
    SortedSet<Integer> commits = new TreeSet<>();
    for (int i = 0; i < trial.calls().size(); i++) {
      if (trial.calls().get(i).equals("commit")) {
        commits.add(i);
      }
    }
    return commits;
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "assign", "erase"})
  void a_command_that_writes_in_two_transactions_is_found(String name) throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      FailingTrial trial =
          new FailingTrial(
              h2,
              deed(name),
              (database, connections, attempts) ->
                  inTwoTransactions(
                      database.stores(connections, attempts),
                      database.stores(connections, attempts)));
      assertThat(commits(trial)).hasSize(2);
      assertThatThrownBy(() -> trial.owned(commits(trial), 1))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("half");
    }
  }

  /** The journal is written in a transaction of its own, which is committed first. */
  private static Stores inTwoTransactions(Stores stores, Stores other) {
    return Planted.elsewhere(stores, Journal.class, other);
  }

  @Test
  void a_unit_of_work_that_commits_in_the_middle_is_found() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      FailingTrial trial = new FailingTrial(h2, deed("record"), FailingTrial.OWNED);
      trial.commitEarly();
      assertThatThrownBy(() -> trial.owned(all(trial.calls()), 1))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("half");
    }
  }

  /** A host's own calls are told of even if no call fails. */
  private static final SortedSet<Integer> NONE = new TreeSet<>(List.of(-1));

  @Test
  void stores_that_end_the_transaction_of_their_host_are_found() throws Exception {
    foundInHost(
        (database, current) ->
            Planted.ending(database.joined(current), () -> act(current, Connection::commit)),
        trial -> NONE,
        "left to the host");
  }

  @Test
  void stores_that_close_the_connection_of_their_host_are_found() throws Exception {
    foundInHost(
        (database, current) ->
            Planted.ending(database.joined(current), () -> act(current, Connection::close)),
        trial -> NONE,
        "left to the host");
  }

  @Test
  void stores_that_write_beside_the_transaction_of_their_host_are_found() throws Exception {
    foundInHost(
        (database, current) -> inTwoTransactions(database.joined(current), database.stores()),
        trial -> all(trial.callsOfHost()),
        "half");
  }

  @Test
  void stores_that_try_again_in_the_transaction_of_their_host_are_found() throws Exception {
    foundInHost(
        (database, current) -> Planted.trying(database.joined(current)),
        trial -> all(trial.callsOfHost()),
        "half");
  }

  private static void foundInHost(
      FailingTrial.Joining bug, Function<FailingTrial, SortedSet<Integer>> failing, String told)
      throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      FailingTrial trial = new FailingTrial(h2, deed("record"), FailingTrial.OWNED);
      trial.join(bug);
      assertThatThrownBy(() -> trial.joined(failing.apply(trial)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(told);
    }
  }

  private interface Act {
    void on(Connection connection) throws SQLException;
  }

  private static void act(Supplier<Connection> current, Act act) {
    try {
      act.on(current.get());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
