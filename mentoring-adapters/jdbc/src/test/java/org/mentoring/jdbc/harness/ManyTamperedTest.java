package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.JournalCommands;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.journal.Verification;
import org.mentoring.memory.SequentialIdentifiers;

/**
 * A verification reads by pages and lots, and judges one while it reads the next: whatever stands
 * at the edge of one is looked at all the same.
 */
@Tag(Harness.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyTamperedTest {
  private static final int ENTRIES = 2_200;
  private static final int PAGE = 1_000;

  private final ProofDatabase database = ProofDatabase.h2();
  private long sealed;

  @BeforeAll
  void several_pages_are_there() throws SQLException {
    ProofProgramme programme =
        new ProofProgramme(database.stores(), new SequentialIdentifiers(), UseCases.EARLIER);
    sealed = MillionEntriesTest.lived(programme, ENTRIES);
    assertThat(JournalCommands.verify(database.stores(), List.of()))
        .isEqualTo(new Verification(sealed, 0, List.of()));
    assertThat(ids("command")).hasSizeGreaterThan(500);
    assertThat(ids("decision")).hasSizeGreaterThan(400);
  }

  @AfterAll
  void end() {
    database.close();
  }

  Stream<Long> numbers() {
    return Stream.of(1L, 2L, PAGE - 1L, (long) PAGE, PAGE + 1L, 2L * PAGE, sealed - 1, sealed);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void an_entry_anywhere_that_was_changed_is_found(long number) throws SQLException {
    assertThat(faults("update $.journal set before = hash where number = " + number))
        .contains(new JournalFault(Kind.CHANGED, number, number, null));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void an_entry_anywhere_that_cannot_be_read_is_found(long number) throws SQLException {
    assertThat(faults("update $.journal set body = '{}' where number = " + number))
        .contains(new JournalFault(Kind.UNREADABLE, number, number, null))
        .noneMatch(fault -> fault.kind() == Kind.CHANGED);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void an_entry_anywhere_that_was_taken_out_is_found(long number) throws SQLException {
    List<JournalFault> faults =
        faults(
            "delete from $.outbox where event = (select event from $.journal where number = "
                + number
                + ")",
            "delete from $.journal where number = " + number);
    // Of one that was the last the chain tells nothing, but its command does.
    assertThat(faults).isNotEmpty();
    assertThat(faults.contains(new JournalFault(Kind.MISSING, number, number, null)))
        .isEqualTo(number < sealed);
  }

  Stream<String> commands() throws SQLException {
    return edges(ids("command"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_anywhere_that_was_changed_is_found(String id) throws SQLException {
    assertThat(
            faults(
                "update $.command set body ="
                    + " replace(body, '\"organisation\":\"', '\"organisation\":\"x')"
                    + " where body like '%\"organisation\":\"%' and id = "
                    + id))
        .isNotEmpty()
        .allMatch(fault -> id.equals("'" + fault.subject() + "'"));
  }

  Stream<String> decisions() throws SQLException {
    return edges(ids("decision"));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_decision_anywhere_that_was_changed_is_found(String id) throws SQLException {
    String other = "0".repeat(64);
    assertThat(
            faults(
                "update $.decision set body = replace(body, digest, '"
                    + other
                    + "'), digest = '"
                    + other
                    + "' where id = "
                    + id))
        .isNotEmpty()
        .allMatch(fault -> id.equals("'" + fault.subject() + "'"));
  }

  /** Those at the edges of lots of 200 and 500 and of pages. */
  private static Stream<String> edges(List<String> ids) {
    return Stream.of(0, 199, 200, 201, 399, 400, 499, 500, 501, ids.size() - 1)
        .filter(place -> place < ids.size())
        .distinct()
        .map(ids::get);
  }

  private List<String> ids(String table) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select id from \"mentoring\"." + table + " order by id")) {
      while (rows.next()) {
        ids.add("'" + rows.getString(1) + "'");
      }
    }
    return ids;
  }

  /** What is found after a tamper that is taken back then. */
  private List<JournalFault> faults(String... tampers) throws SQLException {
    try (Connection connection = database.connections().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        int touched = 0;
        for (String each : tampers) {
          touched = statement.executeUpdate(each.replace("$.", "\"mentoring\"."));
        }
        assertThat(touched).isEqualTo(1);
        return JournalCommands.verify(database.joined(() -> connection), List.of()).faults();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
