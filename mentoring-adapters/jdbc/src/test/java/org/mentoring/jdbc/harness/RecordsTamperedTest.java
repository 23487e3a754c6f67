package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.Mentoring;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.journal.JournalFault;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Position;
import org.mentoring.spi.Stores;

/**
 * Somebody with a database client changes what the journal tells of: nothing of it stays unseen.
 */
@Tag(Harness.TAG)
@Timeout(7_200)
class RecordsTamperedTest {
  /** Where. */
  enum On {
    H2,
    POSTGRESQL;

    ProofDatabase open() {
      return this == H2 ? ProofDatabase.h2() : ProofDatabase.postgresql();
    }
  }

  /** Each row of a table is made a victim by {@code #}, a row that there is no other by its id. */
  private static final List<String> TAMPERS =
      List.of(
          "update $.command set body = replace(body, 'true', 'false') where id = #command",
          "update $.command set body = replace(body, '\"capacity\":\"', '\"capacity\":\"X')"
              + " where id = #command",
          "update $.command set body = replace(body, 'centre-1', 'centre-2') where id = #command",
          "update $.command set body = replace(body, '{', '{{') where id = #command",
          "update $.command set accepted = not accepted where id = #command",
          "update $.command set matter = 'ANOTHER' where id = #command",
          "update $.command set given_at = given_at + interval '1' day where id = #command",
          "update $.command set id = 'x' where id = #command",
          "delete from $.command where id = #command",
          "insert into $.command select 'x', matter, given_at, accepted, body from $.command"
              + " where id = #command",
          "insert into $.command select 'x', 'ANOTHER', given_at, accepted, body from $.command"
              + " where id = #command",
          "update $.decision set verdict = 'OTHER' where id = #decision",
          "update $.decision set subject = 'somebody' where id = #decision",
          "update $.decision set matter = 'ANOTHER' where id = #decision",
          "update $.decision set command = 'another' where id = #decision",
          "update $.decision set digest = 'another' where id = #decision",
          "update $.decision set made_at = made_at + interval '1' day where id = #decision",
          "update $.decision set as_of = as_of + interval '1' day where id = #decision",
          "update $.decision set known_at = known_at + interval '1' day where id = #decision",
          "update $.decision set version = '9' where id = #decision",
          "update $.decision set programme = 'other' where id = #decision",
          "update $.decision set rule_set_hash = 'other' where id = #decision",
          "update $.decision set shell = not shell where id = #decision",
          "update $.decision set body = replace(body, 'ELIGIBLE', 'REFUSED') where id = #decision",
          "insert into $.decision select 'x', command, matter, subject, made_at, digest, shell,"
              + " verdict, programme, version, rule_set_hash, as_of, known_at, body"
              + " from $.decision where id = #decision",
          "delete from $.decision_part where decision = #decision",
          "update $.definition set body = replace(body, 'adolescents', 'others')",
          "update $.definition set body = '{}'",
          "update $.definition_in_force set since = since + interval '1' day",
          "delete from $.definition_in_force",
          "insert into $.definition_in_force (hash, since)"
              + " select hash, since + interval '1' day from $.definition_in_force");

  @ParameterizedTest
  @EnumSource
  void every_change_of_a_record_is_seen(On on) throws SQLException {
    try (ProofDatabase database = on.open()) {
      ProofProgramme programme =
          new ProofProgramme(database.emptied(), new SequentialIdentifiers());
      ParticipantId mentor = programme.mentor("oak", 2);
      programme.mentee("kid");
      for (int i = 0; i < 4; i++) {
        programme
            .mentoring
            .decisions()
            .keep(
                ProofProgramme.COORDINATOR,
                mentor,
                ProofProgramme.PRACTICE,
                Position.MENTOR,
                programme.today())
            .orElseThrow();
      }
      programme.mentoring.journal().seal(11);
      List<String> commands =
          programme.stores.commands().list(null, 100).items().stream()
              .map(each -> each.id().value())
              .toList();
      List<String> decisions =
          programme.stores.decisions().list(null, 100).items().stream()
              .map(each -> each.id().value())
              .toList();
      assertThat(decisions).hasSizeGreaterThan(3);

      Harness.of(
              "G9-records-" + on.name().toLowerCase(java.util.Locale.ROOT),
              "random tampers with records, all found",
              60,
              1_000)
          .run(
              number -> {
                Random random = new Random(number);
                String tamper =
                    number < TAMPERS.size()
                        ? TAMPERS.get(number)
                        : TAMPERS.get(random.nextInt(TAMPERS.size()));
                seen(
                    database,
                    tamper
                        .replace("#command", quoted(commands, random))
                        .replace("#decision", quoted(decisions, random)));
              });
      assertThat(programme.mentoring.journal().verify().intact()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_erasure_finds_its_decisions_though_their_list_was_lost(On on) throws SQLException {
    try (ProofDatabase database = on.open()) {
      Scene scene =
          new Scene(new ProofProgramme(database.emptied(), new SequentialIdentifiers()), 1);
      MentorshipId id = scene.proposed();
      scene.commands.withdraw(ProofProgramme.HEAD, id, "why", scene.today).orElseThrow();
      List<StoredDecision> before = scene.programme.stores.decisions().restingOn(scene.mentee);
      assertThat(before).isNotEmpty().noneMatch(StoredDecision::isShell);
      try (Connection connection = database.connections().getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("delete from \"mentoring\".decision_part");
      }
      assertThat(scene.mentoring.journal().verify().faults())
          .extracting(JournalFault::kind)
          .contains(JournalFault.Kind.DECISION_UNLISTED)
          .containsOnly(JournalFault.Kind.DECISION_UNLISTED);
      scene
          .mentoring
          .erasure()
          .erase(
              ProofProgramme.COORDINATOR, scene.mentee, Code.of("CONSENT_WITHDRAWN"), scene.today)
          .orElseThrow();
      for (StoredDecision each : before) {
        assertThat(scene.programme.stores.decisions().find(each.id()))
            .get()
            .matches(StoredDecision::isShell);
      }
    }
  }

  @Test
  void what_is_decided_of_somebody_after_the_erasure_keeps_its_content() throws SQLException {
    try (ProofDatabase database = ProofDatabase.h2()) {
      Scene scene =
          new Scene(new ProofProgramme(database.emptied(), new SequentialIdentifiers()), 1);
      scene
          .mentoring
          .erasure()
          .erase(
              ProofProgramme.COORDINATOR, scene.mentee, Code.of("CONSENT_WITHDRAWN"), scene.today)
          .orElseThrow();
      StoredDecision refused =
          scene
              .mentoring
              .decisions()
              .keep(
                  ProofProgramme.COORDINATOR,
                  scene.mentee,
                  ProofProgramme.PRACTICE,
                  Position.MENTEE,
                  scene.today)
              .orElseThrow();
      assertThat(refused.isShell()).isFalse();
      assertThat(refused.parts()).allMatch(part -> part.entries() == 0);
      assertThat(scene.mentoring.journal().verify().faults()).isEmpty();
    }
  }

  /** The harness is believed as it fails where the auditor reads commands from elsewhere. */
  @Test
  void an_auditor_who_does_not_read_the_commands_that_are_there_sees_nothing() throws SQLException {
    try (ProofDatabase database = ProofDatabase.h2()) {
      ProofProgramme programme =
          new ProofProgramme(database.emptied(), new SequentialIdentifiers());
      programme.person("kid");
      try (Connection connection = database.connections().getConnection()) {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
          statement.executeUpdate("update \"mentoring\".command set accepted = not accepted");
          Stores there = database.joined(() -> connection);
          assertThat(verified(there)).isFalse();
          assertThat(verified(elsewhere(there, database.stores()))).isTrue();
        } finally {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    }
  }

  private static Stores elsewhere(Stores there, Stores before) {
    return new Stores(
        there.participants(),
        there.proposals(),
        there.selectionEvents(),
        there.mentorships(),
        there.activities(),
        there.incidents(),
        there.waivers(),
        there.decisions(),
        before.commands(),
        there.journal(),
        there.outbox(),
        there.places(),
        there.identities(),
        there.erasures(),
        there.programmes(),
        there.work());
  }

  private static boolean verified(Stores stores) {
    try (Mentoring auditor = new ProofProgramme(stores, new SequentialIdentifiers()).mentoring) {
      return auditor.journal().verify().intact();
    }
  }

  private static String quoted(List<String> ids, Random random) {
    return "'" + ids.get(random.nextInt(ids.size())) + "'";
  }

  /** In a transaction that is taken back. */
  private static void seen(ProofDatabase database, String tamper) throws SQLException {
    try (Connection connection = database.connections().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        int touched = statement.executeUpdate(tamper.replace("$.", "\"mentoring\"."));
        assertThat(touched).as(tamper).isPositive();
        assertThat(verified(database.joined(() -> connection))).as(tamper).isFalse();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
