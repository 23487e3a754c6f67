package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.spi.Erasures;

/** Erasures in a database. Thread-safe. */
final class JdbcErasures implements Erasures {
  private static final RecordText.Named ERASURE = new RecordText.Named("erasure", "participant");

  /** By what a record is called: what takes it away, and whom it names with it. */
  private static final Map<String, List<String>> DISCARDS =
      Map.of(
          "mentorship",
          List.of(
              "delete from $.place where mentorship = :id",
              "delete from $.mentorship_party where mentorship = :id",
              "delete from $.mentorship where id = :id"),
          "incident",
          List.of(
              "delete from $.incident_participant where incident = :id",
              "delete from $.incident where id = :id"),
          "activity",
          List.of(
              "delete from $.activity_attendance where entry in"
                  + " (select number from $.activity_entry where activity = :id)",
              "delete from $.activity_entry where activity = :id"),
          "waiver",
          List.of("delete from $.waiver where id = :id"),
          "proposal",
          List.of(
              "delete from $.proposal_participant where proposal = :id",
              "delete from $.proposal where id = :id"),
          "selection-event",
          List.of(
              "delete from $.selection_event_invitation where selection_event = :id",
              "delete from $.selection_event where id = :id"),
          "fact-entry",
          List.of("delete from $.fact_entry where participant = :id and number = :number"),
          "erasure",
          List.of("delete from $.erasure where participant = :id"));

  private final Sessions sessions;
  private final Tables tables;
  private final List<Misplaced> searched;

  /** Looks through the records of a kind. */
  @FunctionalInterface
  interface Misplaced {
    List<UnreadableRecords.Row> among(Handle handle, Collection<String> ids);
  }

  /**
   * @param searched what may name somebody
   */
  JdbcErasures(Sessions sessions, Tables tables, List<Misplaced> searched) {
    this.sessions = sessions;
    this.tables = tables;
    this.searched = List.copyOf(searched);
  }

  @Override
  public List<UnreadableRecords.Row> misplaced(SortedSet<String> ids) {
    return sessions.on(
        handle -> searched.stream().flatMap(each -> each.among(handle, ids).stream()).toList());
  }

  @Override
  public void append(Erasure erasure) {
    sessions.on(
        handle ->
            tables.added(
                handle,
                """
                insert into $.erasure (participant, erased_at, reason, body)
                values (:participant, :erased_at, :reason, :body)""",
                row ->
                    Columns.instant(row, "erased_at", erasure.at())
                        .bind("participant", erasure.participant().value())
                        .bind("reason", erasure.reason().value())
                        .bind("body", RecordText.write(Erasure.class, erasure))));
  }

  @Override
  public Optional<Erasure> find(ParticipantId participant) {
    return sessions.on(
        handle ->
            tables
                .rows(
                    handle,
                    "select participant, body from $.erasure where participant = :participant",
                    query -> query.bind("participant", participant.value()),
                    JdbcErasures::erasure)
                .stream()
                .findFirst());
  }

  @Override
  public boolean discard(UnreadableRecords.Row record) {
    List<String> statements = DISCARDS.get(record.record());
    if (statements == null) {
      return false;
    }
    sessions.together(
        handle -> {
          for (String each : statements) {
            tables.executed(handle, each, row -> bound(row, each, record));
          }
          return statements.size();
        });
    return true;
  }

  private static Update bound(Update row, String statement, UnreadableRecords.Row record) {
    row.bind("id", record.id());
    return statement.contains(":number") ? row.bind("number", record.number()) : row;
  }

  @Override
  public long count() {
    return sessions.on(
        handle ->
            handle
                .createQuery(tables.sql("select count(*) from $.erasure"))
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<Erasure> all() {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                "select participant, body from $.erasure order by participant",
                query -> query,
                JdbcErasures::erasure));
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    return RecordText.read(Erasure.class, row, ERASURE, each -> each.participant().value());
  }
}
