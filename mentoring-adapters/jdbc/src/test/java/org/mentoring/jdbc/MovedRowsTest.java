package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.activity.About;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.journal.JournalFault;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.CanaryLife;

/** Somebody changes a column by which rows are found: its body says whom each is about. */
@Tag(Harness.TAG)
class MovedRowsTest {
  private static final ParticipantId MENTEE = ParticipantId.of("mentee-0");
  private static final ParticipantId OTHER = ParticipantId.of("mentee-1");

  /**
   * A change of what somebody's records are found by.
   *
   * @param statement makes them another's
   * @param found asks for them as that other's
   */
  private record Move(String statement, Asked found) {}

  @FunctionalInterface
  private interface Asked {
    Object of(Stores stores, OpenDatabase database);
  }

  private static MentorshipId mentorship(OpenDatabase database, String participant) {
    return MentorshipId.of(
        database
            .texts(
                "select mentorship from $.mentorship_party where participant = '"
                    + participant
                    + "' order by 1")
            .get(0));
  }

  private static final List<Move> MOVES =
      List.of(
          new Move(
              "update $.mentorship_party set participant = 'mentee-1'"
                  + " where participant = 'mentee-0'",
              (stores, database) -> stores.mentorships().of(OTHER)),
          new Move(
              "update $.incident_participant set participant = 'nobody'"
                  + " where participant = 'mentee-0'",
              (stores, database) -> stores.incidents().concerning(ParticipantId.of("nobody"))),
          new Move(
              "update $.proposal_participant set participant = 'nobody'"
                  + " where participant = 'mentee-0'",
              (stores, database) -> stores.proposals().naming(ParticipantId.of("nobody"))),
          new Move(
              "update $.selection_event_invitation set participant = 'nobody'"
                  + " where participant = 'mentee-0'",
              (stores, database) -> stores.selectionEvents().inviting(ParticipantId.of("nobody"))),
          new Move(
              "update $.activity_attendance set participant = 'nobody'"
                  + " where participant = 'mentee-0'",
              (stores, database) -> stores.activities().attended(ParticipantId.of("nobody"))),
          new Move(
              "update $.waiver set mentorship = 'none' where mentorship in"
                  + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
              (stores, database) -> stores.waivers().of(MentorshipId.of("none"))),
          new Move(
              "update $.waiver set mentorship = null, participant = 'mentee-1' where mentorship in"
                  + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
              (stores, database) -> stores.waivers().of(OTHER)),
          new Move(
              "update $.incident set mentorship = 'none' where mentorship in"
                  + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
              (stores, database) -> stores.incidents().of(MentorshipId.of("none"))),
          new Move(
              "update $.activity_entry set about_id = 'none' where about_id in"
                  + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
              (stores, database) ->
                  stores.activities().history(About.mentorship(MentorshipId.of("none")))),
          new Move(
              "update $.fact_entry set participant = 'mentee-1', number = number + 1000"
                  + " where participant = 'mentee-0' and entry = 'RECORDED'",
              (stores, database) -> stores.participants().history(OTHER)));

  @ParameterizedTest
  @EnumSource
  void what_was_moved_is_read_by_nobody_told_and_not_left_behind_by_an_erasure(Dialect dialect)
      throws SQLException {
    for (Move move : MOVES) {
      try (OpenDatabase database = new OpenDatabase(dialect)) {
        Stores stores = database.stores();
        CanaryLife life = CanaryLife.lived(stores, 4, 6);
        life.mentoring().journal().seal();
        assertThat(life.mentoring().journal().verify().faults()).isEmpty();
        assertThat(database.touched(move.statement())).as(move.statement()).isPositive();

        assertThatThrownBy(() -> move.found().of(stores, database))
            .as(move.statement())
            .isInstanceOf(UnreadableRecords.class);
        assertThat(life.mentoring().journal().verify().faults())
            .as(move.statement())
            .extracting(JournalFault::kind)
            .containsAnyOf(JournalFault.Kind.RECORD_CHANGED, JournalFault.Kind.HISTORY_CHANGED);
        assertThatThrownBy(() -> life.erase(MENTEE))
            .as(move.statement())
            .isInstanceOf(UnreadableRecords.class);

        life.mentoring()
            .erasure()
            .eraseWithUnreadable(
                CanaryLife.COORDINATOR, MENTEE, Code.of("ON_DEMAND"), CanaryLife.TODAY)
            .orElseThrow();
        assertThat(life.leaks(List.of(MENTEE))).as(move.statement()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_activity_is_found_and_taken_back_under_its_own_id_alone(Dialect dialect)
      throws SQLException {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 4, 6);
      List<String> ids =
          database.texts("select activity from $.activity_entry where recorded is not null");
      String one = ids.get(0);
      String other = ids.get(1);
      for (String change :
          List.of(
              "update $.activity_entry set recorded = 'x' where recorded = '" + one + "'",
              "update $.activity_entry set recorded = '"
                  + one
                  + "' where recorded = '"
                  + other
                  + "'",
              "update $.activity_entry set recorded = '" + other + "' where recorded = 'x'")) {
        assertThat(database.touched(change)).isOne();
      }
      int entries = database.texts("select activity from $.activity_entry").size();

      assertThatThrownBy(
              () ->
                  life.mentoring()
                      .activities()
                      .retract(CanaryLife.COORDINATOR, ActivityId.of(one), "wrong"))
          .isInstanceOf(UnreadableRecords.class);
      assertThat(database.texts("select activity from $.activity_entry")).hasSize(entries);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_reference_leads_only_to_whoever_has_it(Dialect dialect) throws SQLException {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Stores stores = database.stores();
      CanaryLife life = CanaryLife.lived(stores, 4, 6);
      life.mentoring().journal().seal();
      ExternalReference reference =
          stores.participants().find(MENTEE).orElseThrow().references().first();
      assertThat(
              database.touched(
                  "update $.external_reference set participant = 'mentee-1'"
                      + " where participant = 'mentee-0'"))
          .isPositive();

      assertThatThrownBy(() -> stores.participants().find(reference))
          .isInstanceOf(UnreadableRecords.class);
      assertThat(life.mentoring().journal().verify().faults())
          .extracting(fault -> String.valueOf(fault.subject()))
          .contains("PARTICIPANT mentee-0", "PARTICIPANT mentee-1");
      life.erase(MENTEE);
      assertThat(life.leaks(List.of(MENTEE))).isEmpty();
    }
  }
}
