package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.Mentoring;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.journal.JournalFault;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Erasures;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;

/** Somebody with a database client changes the state of things: the journal tells against it. */
@Tag(Harness.TAG)
@Timeout(7_200)
class StateTamperedTest {
  private static final List<String> TAMPERS =
      List.of(
          // A withdrawn consent would stand again.
          "delete from $.fact_entry where fact_kind = 'consent-withdrawal'",
          "update $.fact_entry set body = replace(body, '2008', '2001')"
              + " where participant = 'nobody-decided'",
          "update $.dossier_part set salt = null where participant = 'nobody-decided'",
          "delete from $.fact_entry where participant = 'nobody-decided'",
          "delete from $.fact_entry where participant = 'nobody-decided';"
              + "delete from $.participant where id = 'nobody-decided'",
          "insert into $.fact_entry select participant, number + 50, entry, 'x', fact_kind,"
              + " valid_from, valid_until, recorded_at, body from $.fact_entry"
              + " where participant = 'nobody-decided'",
          "update $.participant set version = version + 1,"
              + " body = replace(body, '\"version\":1', '\"version\":2')"
              + " where id = 'nobody-decided'",
          "update $.participant set body = '{' where id = 'nobody-decided'",
          "update $.mentorship set body = replace(body, 'mentor-1', 'mentor-2');"
              + "update $.mentorship_party set participant = 'mentor-2'"
              + " where participant = 'mentor-1'",
          "update $.mentorship set body = replace(body, 'ACTIVE', 'PAUSED')",
          "delete from $.mentorship_party; delete from $.mentorship",
          "insert into $.mentorship select 'x', version, practice, centre, state, started_on,"
              + " replace(body, '\"id\":\"' || id || '\"', '\"id\":\"x\"') from $.mentorship"
              + " where id = (select min(id) from $.mentorship)",
          "update $.mentorship set body = '{' where id = (select min(id) from $.mentorship)",
          "delete from $.activity_attendance; delete from $.activity_entry",
          "update $.activity_entry set body = replace(body, 'MEETING', 'CALL')",
          "update $.activity_entry set body = '{'",
          "delete from $.proposal_participant; delete from $.proposal",
          "update $.proposal set body = replace(body, '\"practice\":\"', '\"practice\":\"x')",
          "delete from $.selection_event_invitation; delete from $.selection_event",
          "delete from $.incident_participant; delete from $.incident",
          "update $.incident set body = replace(body, '\"mentorship\":\"', '\"mentorship\":\"x')",
          "delete from $.waiver",
          "update $.waiver set body = replace(body, 'mentor-1', 'mentor-2')",
          "insert into $.erasure select 'nobody-decided', erased_at, reason,"
              + " replace(body, 'gone', 'nobody-decided') from $.erasure",
          "insert into $.erasure select 'mentor-1', erased_at, reason,"
              + " replace(body, 'gone', 'mentor-1') from $.erasure;"
              + " update $.dossier_part set salt = null where participant = 'mentor-1';"
              + " delete from $.fact_entry where participant = 'mentor-1'",
          "delete from $.erasure",
          "update $.erasure set body = '{'",
          // Each row would give another thing than the one asked for.
          "update $.mentorship set body = (select max(o.body) from $.mentorship o"
              + " where o.id <> $.mentorship.id)",
          "update $.participant set body = (select max(o.body) from $.participant o"
              + " where o.id <> $.participant.id and o.id like 'm%') where id like 'm%'",
          "update $.activity_entry set activity = 'moved'",
          "update $.waiver set id = 'moved' where id = (select min(id) from $.waiver)",
          "delete from $.outbox; delete from $.journal where number is null",
          "update $.journal set body = '{' where number is null");

  /** Where. */
  enum On {
    H2,
    POSTGRESQL;

    ProofDatabase open() {
      return this == H2 ? ProofDatabase.h2() : ProofDatabase.postgresql();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_change_of_the_state_of_things_is_seen(On on) throws SQLException {
    try (ProofDatabase database = on.open()) {
      ProofProgramme programme = lived(database);
      assertThat(programme.mentoring.journal().verify().faults()).isEmpty();
      Harness.of(
              "G9-state-" + on.name().toLowerCase(Locale.ROOT),
              "tampers with state, all found",
              TAMPERS.size(),
              1_000)
          .run(
              number ->
                  seen(
                      database,
                      number < TAMPERS.size()
                          ? TAMPERS.get(number)
                          : TAMPERS.get(new Random(number).nextInt(TAMPERS.size())),
                      UnaryOperator.identity()));
      programme.mentoring.journal().seal();
      assertThat(programme.mentoring.journal().verify().faults()).isEmpty();
    }
  }

  /** What an auditor may forget to look at, and where it is. */
  private static final Map<Class<?>, String> LOOKED_AT =
      Map.of(
          Participants.class, "$.fact_entry",
          Mentorships.class, "$.mentorship",
          Activities.class, "$.activity_entry",
          Proposals.class, "$.proposal",
          SelectionEvents.class, "$.selection_event",
          Incidents.class, "$.incident",
          Waivers.class, "$.waiver",
          Erasures.class, "$.erasure");

  /** The harness is believed as it fails where the auditor reads what was there before. */
  @ParameterizedTest
  @EnumSource
  void an_auditor_who_does_not_look_at_a_store_is_found(On on) throws SQLException {
    try (ProofDatabase database = on.open()) {
      lived(database);
      LOOKED_AT.forEach(
          (port, table) ->
              assertThatThrownBy(
                      () -> {
                        for (String tamper : about(table)) {
                          seen(
                              database,
                              tamper,
                              there -> Planted.elsewhere(there, port, database.stores()));
                        }
                      })
                  .as(port.getSimpleName())
                  .isInstanceOf(AssertionError.class)
                  .hasMessageContaining(table));
    }
  }

  private static List<String> about(String table) {
    return TAMPERS.stream().filter(tamper -> tamper.contains(table)).toList();
  }

  private static ProofProgramme lived(ProofDatabase database) throws SQLException {
    ProofProgramme programme = new ProofProgramme(database.emptied(), new SequentialIdentifiers());
    Scene scene = new Scene(programme, 1);
    new Scene(programme, 2);
    scene.event();
    scene.meeting();
    scene.waiver();
    Scene other = new Scene(programme, 3);
    other.entrusted();
    ParticipantId withdrawn = programme.person("withdrawn");
    FactId consent =
        programme
            .mentoring
            .record(
                ProofProgramme.COORDINATOR,
                withdrawn,
                ProofProgramme.consent(),
                programme.sinceYesterday())
            .orElseThrow();
    programme
        .mentoring
        .withdrawConsent(ProofProgramme.COORDINATOR, consent, programme.today())
        .orElseThrow();
    ParticipantId gone = programme.person("gone");
    programme.fact(gone, new Fact.Birth(LocalDate.of(2008, 3, 1)));
    programme
        .mentoring
        .erasure()
        .erase(ProofProgramme.COORDINATOR, gone, Code.of("ON_DEMAND"), programme.today())
        .orElseThrow();
    programme.mentoring.journal().seal();
    programme.fact(programme.person("nobody-decided"), new Fact.Birth(LocalDate.of(2008, 3, 1)));
    return programme;
  }

  /** In a transaction that is taken back. */
  private static void seen(ProofDatabase database, String tamper, UnaryOperator<Stores> read)
      throws SQLException {
    try (Connection connection = database.connections().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        int touched = 0;
        for (String each : tamper.replace("$.", "\"mentoring\".").split(";")) {
          touched += statement.executeUpdate(each);
        }
        assertThat(touched).as(tamper).isPositive();
        Stores there = read.apply(database.joined(() -> connection));
        assertThat(faults(there)).as(tamper).isNotEmpty();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static List<JournalFault> faults(Stores stores) {
    try (Mentoring auditor = new ProofProgramme(stores, new SequentialIdentifiers()).mentoring) {
      return auditor.journal().verify().faults();
    }
  }
}
