package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.JournalCommands;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.testkit.CanaryLife;

/**
 * Somebody changes entries before they are sealed: the records of their commands tell it for good.
 */
@Tag(Harness.TAG)
class ForgedEntriesTest {
  private static final String FORGED =
      "update $.journal set body = replace(body, '%s', '%s') where number is null and body like '%%%s%%'";

  private static String forged(String what, String with, String of) {
    return Tables.with(FORGED, what, with, of);
  }

  /** What a hash held by nobody but the record of the command could show. */
  private static final List<String> FORGERIES =
      List.of(
          forged("\"organisation\":\"centre-1\"", "\"organisation\":\"omsk\"", "FACT_RECORDED"),
          forged("COMMAND_CARRIED_OUT", "COMMAND_REFUSED", "COMMAND_CARRIED_OUT"),
          forged("\"command\":\"", "\"command\":\"x", "MENTORSHIP_CHANGED"),
          forged("\"state\":\"PROPOSED\"", "\"state\":\"PAUSED\"", "PROPOSED"),
          forged("\"mentors\":\"mentor-0\"", "\"mentors\":\"mentor-9\"", "PROPOSED"),
          forged("\"version\":1", "\"version\":7", "MENTORSHIP_CHANGED"),
          forged("\"content\":\"", "\"content\":\"0", "FACT_RECORDED"),
          forged("\"version\":0", "\"version\":1", "COMMAND_CARRIED_OUT"),
          "delete from $.journal where number is null and body like '%\"state\":\"PROPOSED\"%'");

  @ParameterizedTest
  @EnumSource
  void what_was_forged_before_it_was_sealed_is_found_before_and_afterwards(Dialect dialect)
      throws SQLException {
    for (String forgery : FORGERIES) {
      try (OpenDatabase database = new OpenDatabase(dialect)) {
        CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
        JournalCommands journal = life.mentoring().journal();
        assertThat(journal.verify().faults()).isEmpty();
        database.execute("delete from $.outbox");
        assertThat(database.touched(forgery)).as(forgery).isPositive();

        List<JournalFault> before = journal.verify().faults();
        journal.seal();
        List<JournalFault> after = journal.verify(journal.checkpoint()).faults();

        assertThat(before).as(forgery).isNotEmpty();
        assertThat(after).as(forgery).extracting(JournalFault::kind).contains(Kind.ENTRIES_CHANGED);
      }
    }
  }

  @Test
  void each_field_of_each_kind_of_entry_is_held_by_the_record_of_its_command() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
      JournalCommands journal = life.mentoring().journal();
      database.execute("delete from $.outbox");
      List<String> kinds = new ArrayList<>();
      for (String event : database.texts("select event from $.journal order by arrival desc")) {
        String where = "' where event = '" + event + "'";
        String body =
            database.texts("select body from $.journal where event = '" + event + "'").get(0);
        String kind = body.replaceFirst(".*\"kind\":\"([A-Z_]+)\".*", "$1");
        if (kinds.contains(kind)) {
          continue;
        }
        kinds.add(kind);
        for (String tampered :
            List.of(
                body.replaceFirst("\"kind\":\"[A-Z_]+", "$0X"),
                body.replaceFirst("\"subjectKind\":\"[A-Z_]+", "$0X"),
                body.replaceFirst("\"subject\":\"", "$0x"),
                body.replaceFirst("\"version\":", "$01"),
                body.replaceFirst("\"details\":\\{\"[a-zA-Z]+\":\"", "$0X"),
                body.replaceFirst("\"command\":\"", "$0x"),
                body.replaceFirst("\"content\":\"", "$00"))) {
          if (tampered.equals(body)) {
            continue;
          }
          database.execute("update $.journal set body = '" + tampered + where);
          assertThat(journal.verify().faults()).as(tampered).isNotEmpty();
        }
        database.execute("update $.journal set body = '" + body + where);
      }
      assertThat(kinds).hasSizeGreaterThan(8);
      assertThat(journal.verify().faults()).isEmpty();
    }
  }

  @Test
  void an_entry_of_a_release_that_held_none_must_be_by_whom_its_command_was() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
      JournalCommands journal = life.mentoring().journal();
      earlier(database);
      assertThat(journal.verify().faults()).isEmpty();
      database.execute("delete from $.outbox");
      for (String forgery :
          List.of(FORGERIES.get(0), FORGERIES.get(1), FORGERIES.get(2), FORGERIES.get(5))) {
        List<String> bodies = database.texts("select body from $.journal order by arrival");
        database.execute(forgery);
        assertThat(journal.verify().faults()).as(forgery).isNotEmpty();
        List<String> events = database.texts("select event from $.journal order by arrival");
        for (int i = 0; i < events.size(); i++) {
          database.execute(
              "update $.journal set body = '"
                  + bodies.get(i)
                  + "' where event = '"
                  + events.get(i)
                  + "'");
        }
      }
      database.execute(FORGERIES.get(8));
      assertThat(journal.verify().faults()).isNotEmpty();
      journal.seal();
      assertThat(journal.verify().faults()).isNotEmpty();
    }
  }

  /** As a store is whose commands were recorded before they held a digest of their entries. */
  private static void earlier(OpenDatabase database) {
    database.execute(
        "update $.command set body =" + " regexp_replace(body, ',\"entries\":\"[0-9a-f]+\"', '')");
    database.execute(
        "update $.journal set body = regexp_replace(body, '\"content\":\"[0-9a-f]+\"', '\"content\":null')"
            + " where body like '%\"subjectKind\":\"COMMAND\"%'");
  }

  @ParameterizedTest
  @EnumSource
  void a_damaged_last_entry_of_the_chain_keeps_no_other_from_being_sealed(Dialect dialect)
      throws SQLException {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
      JournalCommands journal = life.mentoring().journal();
      journal.seal(5);
      database.execute("update $.journal set body = '{' where number = 5");
      long waiting = journal.unsealed();

      assertThat(journal.checkpoint().number()).isEqualTo(5);
      assertThat(journal.seal()).isEqualTo(waiting);
      assertThat(journal.verify(journal.checkpoint()).faults())
          .extracting(JournalFault::kind)
          .contains(Kind.UNREADABLE)
          .doesNotContain(Kind.BROKEN, Kind.CHANGED);
    }
  }
}
