package org.mentoring.jdbc;

import java.util.List;
import java.util.Optional;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.spi.Erasures;

/** Erasures in a database. Thread-safe. */
final class JdbcErasures implements Erasures {
  private static final RecordText.Named ERASURE = new RecordText.Named("erasure", "participant");

  private final Sessions sessions;
  private final Tables tables;

  JdbcErasures(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
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
                    row -> RecordText.read(Erasure.class, row, ERASURE))
                .stream()
                .findFirst());
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
                row -> RecordText.read(Erasure.class, row, ERASURE)));
  }
}
