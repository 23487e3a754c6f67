package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.ErasureCommands;
import org.mentoring.JournalCommands;
import org.mentoring.Progress;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Replayed;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.erasure.Reapplied;
import org.mentoring.erasure.RetentionDue;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.failure.UnreadableRecords.Row;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.harness.Harness;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalFault;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.CanaryLife;
import org.mentoring.time.Validity;

/** Somebody damages rows: each is named, and what does not need them goes on. */
@Tag(Harness.TAG)
class UnreadableRecordsTest {
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");

  private static final ParticipantId MENTEE = ParticipantId.of("mentee-0");

  @FunctionalInterface
  private interface Reads {
    Object from(Stores stores);
  }

  /** By the table, how its records are read. */
  private static final Map<String, Reads> READS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("participant", stores -> stores.participants().find(MENTEE)),
              Map.entry("fact_entry", stores -> stores.participants().history(MENTEE)),
              Map.entry(
                  "mentorship",
                  stores -> stores.mentorships().list(Mentorships.Which.all(), null, 1_000)),
              Map.entry("activity_entry", stores -> stores.activities().list(null, 1_000)),
              Map.entry("waiver", stores -> stores.waivers().list(null, 1_000)),
              Map.entry("incident", stores -> stores.incidents().list(null, 1_000)),
              Map.entry("proposal", stores -> stores.proposals().list(null, 1_000)),
              Map.entry("selection_event", stores -> stores.selectionEvents().list(null, 1_000)),
              Map.entry("decision", stores -> stores.decisions().list(null, 1_000)),
              Map.entry("command", stores -> stores.commands().list(null, 1_000)),
              Map.entry("journal", stores -> stores.journal().unsealed(null, 1_000)),
              Map.entry("erasure", stores -> stores.erasures().all()),
              Map.entry(
                  "definition",
                  stores -> stores.programmes().find(stores.programmes().hashes().get(0)))));

  private static final Map<String, String> IDS =
      Map.of(
          "fact_entry", "participant",
          "activity_entry", "activity",
          "journal", "event",
          "erasure", "participant",
          "definition", "hash");

  private static Map<String, List<String>> ids(OpenDatabase database) {
    Map<String, List<String>> ids = new TreeMap<>();
    for (String table : READS.keySet()) {
      ids.put(
          table,
          database.texts(Tables.with("select %s from $.%s", IDS.getOrDefault(table, "id"), table)));
    }
    ids.put("participant", List.of(MENTEE.value()));
    ids.put(
        "fact_entry",
        database.texts("select participant from $.fact_entry where participant = 'mentee-0'"));
    return ids;
  }

  @Test
  void every_unreadable_row_is_named_and_nothing_of_it_told() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      Stores stores = database.stores();
      CanaryLife life = CanaryLife.lived(stores, 4, 1);
      life.erase(ParticipantId.of("mentor-2"));
      Map<String, List<String>> ids = ids(database);
      READS.forEach(
          (table, reads) -> {
            assertThat(ids.get(table)).as(table).isNotEmpty();
            assertThat(reads.from(stores)).isNotNull();
            database.execute(
                Tables.with("update $.%s set body = '{\"Анна Иванова\":' || body", table));
            UnreadableRecords failure =
                catchThrowableOfType(UnreadableRecords.class, () -> reads.from(stores));
            assertThat(failure.code()).isEqualTo("record.malformed");
            assertThat(failure.rows())
                .as(table)
                .extracting(Row::id)
                .containsExactlyInAnyOrderElementsOf(ids.get(table));
            assertThat(failure.attributes())
                .containsKeys("record", "id", "place")
                .containsEntry("id", failure.rows().get(0).id());
            assertThat(failure.getMessage() + failure).doesNotContain("Анна");
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_unreadable_entry_of_the_journal_keeps_no_other_from_being_sealed_proved_and_handed_out(
      Dialect dialect) throws SQLException {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
      JournalCommands journal = life.mentoring().journal();
      List<String> events = database.texts("select event from $.journal order by arrival");
      List<String> damaged = List.of(events.get(0), events.get(1), events.get(events.size() - 1));
      damaged.forEach(
          event ->
              database.execute("update $.journal set body = '{' where event = '" + event + "'"));
      Predicate<JournalFault> unreadable =
          fault -> fault.kind() == JournalFault.Kind.UNSEALED_UNREADABLE;

      assertThat(journal.verify().faults().stream().filter(unreadable))
          .extracting(JournalFault::subject)
          .containsExactlyInAnyOrderElementsOf(damaged);
      assertThat(journal.seal(1)).isOne();
      assertThat(journal.seal()).isEqualTo(events.size() - damaged.size() - 1);
      assertThat(journal.unsealed()).isEqualTo(damaged.size());
      assertThat(journal.verify().faults().stream().filter(unreadable)).hasSize(damaged.size());

      List<String> handedOut = new ArrayList<>();
      while (journal.deliver(2, some -> some.forEach(entry -> handedOut.add(entry.id().value())))
          > 0) {
        assertThat(handedOut).doesNotHaveDuplicates();
      }
      assertThat(handedOut)
          .containsExactlyElementsOf(
              events.stream().filter(event -> !damaged.contains(event)).toList());
      assertThat(journal.undelivered()).isEqualTo(damaged.size());
    }
  }

  @Test
  void what_waits_to_be_sealed_must_tell_what_the_record_of_its_command_does() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
      JournalCommands journal = life.mentoring().journal();
      assertThat(journal.verify().faults()).isEmpty();
      List<String> events = database.texts("select event from $.journal order by arrival");
      String forged = events.get(events.size() / 2);
      String body =
          database.texts("select body from $.journal where event = '" + forged + "'").get(0);
      for (String tamper :
          List.of(
              body.replaceFirst("\"capacity\":\"[A-Z_]+\"", "\"capacity\":\"KDN\""),
              body.replaceFirst("\"at\":\"2", "\"at\":\"1"),
              body.replaceFirst("\"organisation\":\"", "\"organisation\":\"x"))) {
        assertThat(tamper).isNotEqualTo(body);
        written(database, forged, tamper);
        assertThat(journal.verify().faults())
            .containsExactly(JournalFault.of(JournalFault.Kind.UNSEALED_CHANGED, forged));
      }
      written(database, forged, body);
      database.execute("delete from $.outbox");
      database.execute("update $.journal set event = 'x-1' where event = '" + forged + "'");
      assertThat(journal.verify().faults())
          .contains(JournalFault.of(JournalFault.Kind.UNSEALED_UNREADABLE, "x-1"));
    }
  }

  private static void written(OpenDatabase database, String event, String body) {
    database.execute("update $.journal set body = '" + body + "' where event = '" + event + "'");
  }

  /** Tables with several records, whose bodies two of them may exchange. */
  private static final List<String> SWAPPED = List.of("participant", "mentorship", "waiver");

  @ParameterizedTest
  @EnumSource
  void nobody_is_given_another_thing_than_the_one_asked_for(Dialect dialect) throws SQLException {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 4, 1);
      life.mentoring().journal().seal();
      for (String table : SWAPPED) {
        List<String> ids = database.texts(Tables.with("select id from $.%s order by id", table));
        assertThat(ids).as(table).hasSizeGreaterThan(1);
        swap(database, table, ids.get(0), ids.get(1));

        assertThat(life.mentoring().journal().verify().faults())
            .as(table)
            .extracting(fault -> String.valueOf(fault.subject()))
            .anyMatch(subject -> subject.endsWith(ids.get(0)))
            .anyMatch(subject -> subject.endsWith(ids.get(1)));
        swap(database, table, ids.get(0), ids.get(1));
      }
      assertThat(life.mentoring().journal().verify().faults()).isEmpty();
    }
  }

  private static void swap(OpenDatabase database, String table, String one, String other) {
    database.execute(
        Tables.with(
            "update $.%s set body = case id"
                + " when '%s' then (select body from $.%s where id = '%s')"
                + " else (select body from $.%s where id = '%s') end where id in ('%s', '%s')",
            table, one, table, other, table, one, one, other));
  }

  @Test
  void a_decision_whose_evidence_is_unreadable_is_told_and_the_others_are_made_again()
      throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 4, 1);
      List<String> decisions = database.texts("select id from $.decision order by id");
      Replayed.Counts before = life.mentoring().decisions().replayAll(null, 1_000).counts();
      assertThat(before.identical()).isEqualTo(decisions.size());
      List<String> resting =
          database.texts(
              "select distinct decision from $.decision_part where participant = 'mentee-0'");
      database.execute(
          "update $.fact_entry set body = replace(body, '2020-', 'x020-')"
              + " where participant = 'mentee-0'");

      Replayed.Some replayed = life.mentoring().decisions().replayAll(null, 1_000);
      Foreseen.Some foreseen = whatIf(life);

      assertThat(replayed.items())
          .extracting(each -> each.decision().value())
          .containsExactlyInAnyOrderElementsOf(resting);
      assertThat(replayed.items())
          .allSatisfy(
              each -> assertThat(((Replayed.Tampered) each).persons()).containsExactly(MENTEE));
      assertThat(replayed.counts().identical()).isEqualTo(decisions.size() - resting.size());
      assertThat(foreseen.items()).hasSize(resting.size());
      assertThat(foreseen.counts().all()).isEqualTo(decisions.size());
    }
  }

  @Test
  void unreadable_decisions_are_told_wherever_they_stand_in_a_page() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 4, 1);
      List<String> decisions = database.texts("select id from $.decision order by id");
      List<String> damaged =
          List.of(decisions.get(0), decisions.get(2), decisions.get(decisions.size() - 1));
      damaged.forEach(
          id -> database.execute("update $.decision set body = '{' where id = '" + id + "'"));

      for (int most : List.of(1, 2, 3, 1_000)) {
        Replayed.Counts counts = Replayed.Counts.none();
        List<String> told = new ArrayList<>();
        DecisionId after = null;
        do {
          Replayed.Some some = life.mentoring().decisions().replayAll(after, most);
          counts = counts.and(some.counts());
          some.items().forEach(each -> told.add(each.decision().value()));
          after = some.next();
        } while (after != null);
        assertThat(told).isEqualTo(damaged);
        assertThat(counts.tampered()).isEqualTo(damaged.size());
        assertThat(counts.all()).isEqualTo(decisions.size());
      }
      Foreseen.Some foreseen = whatIf(life);
      assertThat(foreseen.items())
          .extracting(each -> Objects.requireNonNull(each.stored()).value())
          .isEqualTo(damaged);
      assertThat(life.mentoring().decisions().replay(DecisionId.of(damaged.get(1))))
          .isInstanceOfSatisfying(
              Replayed.Tampered.class, each -> assertThat(each.content()).isTrue());
    }
  }

  private static Foreseen.Some whatIf(CanaryLife life) {
    return life.mentoring().decisions().whatIf(life.mentoring().definition()).stored(null, 1_000);
  }

  /** Everything of one person, or that names the person, cannot be read any more. */
  private static final List<String> DAMAGES =
      List.of(
          "update $.participant set body = '{' where id like 'mentee-0%'",
          "update $.fact_entry set body = '{' where participant like 'mentee-0%'",
          "update $.decision set body = '{' where id in"
              + " (select decision from $.decision_part where participant = 'mentee-0')");

  /** Of what names others too. */
  private static final List<String> SHARED =
      List.of(
          "update $.mentorship set body = '{' where id in"
              + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
          "update $.activity_entry set body = '{' where about_id in"
              + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
          "update $.activity_entry set body = '{' || body where body like '%mentee-0%'",
          "update $.activity_entry set body = '{' where number in"
              + " (select entry from $.activity_attendance where participant = 'mentee-0')",
          "update $.incident set body = '{' where id in"
              + " (select incident from $.incident_participant where participant = 'mentee-0')",
          "update $.waiver set body = '{' where mentorship in"
              + " (select mentorship from $.mentorship_party where participant = 'mentee-0')",
          "update $.proposal set body = '{' where id in"
              + " (select proposal from $.proposal_participant where participant = 'mentee-0')",
          "update $.selection_event set body = '{' where id in (select selection_event"
              + " from $.selection_event_invitation where participant = 'mentee-0')");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_person_whose_facts_and_decisions_are_unreadable_is_erased(long seed) throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 3, seed);
      DAMAGES.forEach(damage -> assertThat(database.touched(damage)).as(damage).isPositive());

      ErasureAct act = life.erase(MENTEE);

      assertThat(act.registrations().stream().map(ParticipantId::value))
          .containsExactlyElementsOf(
              database.texts("select id from $.participant where id like 'mentee-0%' order by id"));
      assertThat(act.touched()).doesNotContainKey(ErasureAct.Touched.UNREADABLE);
      life.mentoring().journal().seal();
      assertThat(life.mentoring().journal().verify().faults()).isEmpty();
      assertThat(life.leaks(List.of(MENTEE))).isEmpty();
      assertThat(life.lost(List.of(MENTEE))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_names_others_too_is_taken_away_only_if_that_is_asked_for(Dialect dialect)
      throws SQLException {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Stores stores = database.stores();
      CanaryLife life = CanaryLife.lived(stores, 4, 6);
      DAMAGES.forEach(database::execute);
      for (String damage : SHARED) {
        assertThat(database.touched(damage)).as(damage).isPositive();
      }
      long mentorships = database.texts("select id from $.mentorship").size();

      UnreadableRecords failure =
          catchThrowableOfType(UnreadableRecords.class, () -> life.erase(MENTEE));
      assertThat(failure.rows().get(0).record()).isEqualTo("mentorship");
      assertThat(stores.erasures().all()).isEmpty();
      assertThat(database.texts("select id from $.mentorship")).hasSize((int) mentorships);
      assertThat(stores.participants().entries(MENTEE)).isPositive();

      ErasureAct act =
          life.mentoring()
              .erasure()
              .eraseWithUnreadable(
                  CanaryLife.COORDINATOR, MENTEE, Code.of("ON_DEMAND"), CanaryLife.TODAY)
              .orElseThrow();

      assertThat(act.touched().get(ErasureAct.Touched.UNREADABLE)).isGreaterThanOrEqualTo(5);
      assertThat(database.texts("select id from $.mentorship")).hasSize((int) mentorships - 1);
      life.mentoring().journal().seal();
      assertThat(life.mentoring().journal().verify().faults()).isEmpty();
      assertThat(life.leaks(List.of(MENTEE))).isEmpty();
      assertThat(database.texts("select body from $.journal where body like '%RECORD_DISCARDED%'"))
          .hasSize(act.touched().get(ErasureAct.Touched.UNREADABLE));
    }
  }

  @Test
  void whose_facts_cannot_be_read_may_be_of_another_centre_so_that_the_operator_erases()
      throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 2, 1);
      ErasureCommands erasure = life.mentoring().erasure();
      ParticipantId alone = ParticipantId.of("alone");
      Actor operator = new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "region-1");
      Actor elsewhere = Actor.coordinator("c-2", "centre-2");
      ParticipantId centre = ParticipantId.of("centre-1");
      life.mentoring()
          .register(operator, centre, ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
      life.mentoring()
          .record(
              operator,
              centre,
              new Fact.PositionHeld(Position.CENTRE, null),
              Validity.from(CanaryLife.TODAY.minusYears(1)))
          .orElseThrow();
      database.execute("update $.fact_entry set body = '{' where participant = 'alone'");
      Code reason = Code.of("ON_DEMAND");

      Outcome<ErasureAct> refused =
          erasure.eraseWithUnreadable(elsewhere, alone, reason, CanaryLife.TODAY);

      assertThat(refused.refused().orElseThrow().findings())
          .extracting(Finding::code)
          .containsExactly("erasure.not-over-person");
      assertThat(database.texts("select id from $.participant where id = 'alone'")).hasSize(1);
      assertThat(erasure.eraseWithUnreadable(operator, alone, reason, CanaryLife.TODAY).accepted())
          .isPresent();
    }
  }

  @Test
  void what_can_be_read_and_runs_yet_stands_in_the_way_beside_what_cannot_be_read()
      throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      Stores stores = database.stores();
      CanaryLife life = CanaryLife.lived(stores, 3, 1);
      ParticipantId mentor = ParticipantId.of("mentor-1");
      MentorshipId runs =
          life.mentoring()
              .mentorships()
              .assign(
                  CanaryLife.COORDINATOR,
                  NewMentorship.individual("pairs", mentor, MENTEE, CanaryLife.TODAY))
              .orElseThrow()
              .id();
      database.execute(
          "update $.mentorship set body = '{' where id <> '"
              + runs.value()
              + "' and id in (select mentorship from $.mentorship_party"
              + " where participant = 'mentee-0')");
      assertThatThrownBy(() -> stores.mentorships().of(MENTEE))
          .isInstanceOf(UnreadableRecords.class);

      Outcome<ErasureAct> refused =
          life.mentoring()
              .erasure()
              .eraseWithUnreadable(
                  CanaryLife.COORDINATOR, MENTEE, Code.of("ON_DEMAND"), CanaryLife.TODAY);

      assertThat(refused.refused().orElseThrow().findings())
          .extracting(Finding::code)
          .containsExactly("erasure.mentorship-open");
      assertThat(stores.mentorships().find(runs)).isPresent();
      assertThat(database.texts("select body from $.journal where body like '%RECORD_DISC%'"))
          .isEmpty();
    }
  }

  @Test
  void erasures_are_applied_again_over_a_backup_with_unreadable_records() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 3, 1);
      DAMAGES.forEach(database::execute);
      SHARED.forEach(database::execute);
      Erasure erasure =
          new Erasure(
              MENTEE,
              Instant.parse("2020-09-30T06:00:00Z"),
              CanaryLife.COORDINATOR,
              Code.of("ON_DEMAND"));

      Reapplied reapplied = life.mentoring().erasure().reapply(OPERATOR, List.of(erasure));

      assertThat(reapplied.erased()).contains(MENTEE);
      assertThat(life.leaks(List.of(MENTEE))).isEmpty();
      life.mentoring().journal().seal();
      assertThat(life.mentoring().journal().verify().faults()).isEmpty();
    }
  }

  @Test
  void an_export_names_everything_that_is_unreadable_at_once() throws Exception {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      Stores stores = database.stores();
      CanaryLife life = CanaryLife.lived(stores, 4, 6);
      life.erase(ParticipantId.of("mentor-2"));
      life.mentoring().journal().seal();
      ProgrammeExport.write(stores, new ByteArrayOutputStream());
      List<String> expected = new ArrayList<>();
      for (String table : READS.keySet()) {
        if (!table.equals("definition")) {
          String id = IDS.getOrDefault(table, "id");
          List<String> rows =
              database.texts(Tables.with("select %s from $.%s order by 1", id, table));
          for (String each : List.of(rows.get(0), rows.get(rows.size() - 1))) {
            int touched =
                database.touched(
                    Tables.with("update $.%s set body = '{' where %s = '", table, id)
                        + each
                        + "' and body <> '{'");
            expected.addAll(Collections.nCopies(touched, each));
          }
        }
      }

      UnreadableRecords failure =
          catchThrowableOfType(
              UnreadableRecords.class,
              () -> ProgrammeExport.write(stores, new ByteArrayOutputStream()));

      assertThat(failure.rows()).extracting(Row::id).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(failure.attributes()).containsEntry("count", Integer.toString(expected.size()));
    }
  }

  @Test
  void whose_time_has_come_is_told_beside_those_who_cannot_be_judged() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 4, 6);
      ErasureCommands erasure = life.mentoring().erasure();
      LocalDate day = CanaryLife.TODAY.plusYears(20);
      List<ParticipantId> before = due(erasure.retentionDue(day, null, 1_000));
      assertThat(before).contains(MENTEE).hasSizeGreaterThan(2);
      database.execute("update $.fact_entry set body = '{' where participant = 'mentee-0'");

      List<UnreadableRecords> unreadable = new ArrayList<>();
      List<ParticipantId> after = due(erasure.retentionDue(day, null, 1_000, unreadable::add));

      assertThat(after)
          .containsExactlyElementsOf(before.stream().filter(each -> !each.equals(MENTEE)).toList());
      assertThat(unreadable.stream().flatMap(each -> each.rows().stream()))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.id()).isEqualTo("mentee-0"));
      assertThatThrownBy(() -> erasure.retentionDue(day, null, 1_000))
          .isInstanceOf(UnreadableRecords.class);
    }
  }

  private static List<ParticipantId> due(Page<RetentionDue> page) {
    return page.items().stream().map(RetentionDue::participant).toList();
  }

  @Test
  void a_proposal_names_everybody_who_cannot_be_read_and_leaves_nobody_out() throws SQLException {
    try (OpenDatabase database = new OpenDatabase(Dialect.H2)) {
      CanaryLife life = CanaryLife.lived(database.stores(), 3, 6);
      int proposals = database.texts("select id from $.proposal").size();
      database.execute(
          "update $.fact_entry set body = '{' where participant in ('mentee-0', 'mentor-2')");

      UnreadableRecords failure =
          catchThrowableOfType(
              UnreadableRecords.class,
              () ->
                  life.mentoring()
                      .propose(CanaryLife.COORDINATOR, "pairs", CanaryLife.TODAY, Progress.NONE));

      assertThat(failure.rows()).extracting(Row::id).contains("mentee-0", "mentor-2");
      assertThat(database.texts("select id from $.proposal")).hasSize(proposals);
    }
  }
}
