package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Programmes;

/** Definitions in a database. Thread-safe. */
final class JdbcProgrammes implements Programmes {
  private static final String TAKEN_UP =
      "select hash, since from $.definition_in_force order by number";

  private static final RecordText.Named DEFINITION = new RecordText.Named("definition", "hash");

  private final Sessions sessions;
  private final Tables tables;

  JdbcProgrammes(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  /** The lock of sealers: into stores that hold nothing there is nothing to seal meanwhile. */
  @Override
  public void lock() {
    sessions.on(
        handle -> {
          tables.lockSealers(handle);
          return true;
        });
  }

  @Override
  public boolean keep(ProgrammeDefinition definition) {
    String body = RecordText.write(ProgrammeDefinition.class, definition);
    return sessions.on(
        handle ->
            tables.added(
                handle,
                """
                insert into $.definition (hash, programme, version, body)
                values (:hash, :programme, :version, :body)""",
                row ->
                    row.bind("hash", definition.hash())
                        .bind("programme", definition.id())
                        .bind("version", definition.version().toString())
                        .bind("body", body)));
  }

  @Override
  public boolean holds(String hash) {
    return sessions.on(handle -> holds(handle, hash));
  }

  private boolean holds(Handle handle, String hash) {
    return !tables
        .rows(
            handle,
            "select 1 from $.definition where hash = :hash",
            query -> query.bind("hash", hash),
            row -> row.getInt(1))
        .isEmpty();
  }

  @Override
  public Optional<ProgrammeDefinition> find(String hash) {
    return sessions
        .on(
            handle ->
                tables.rows(
                    handle,
                    "select hash, body from $.definition where hash = :hash",
                    query -> query.bind("hash", hash),
                    row -> RecordText.read(ProgrammeDefinition.class, row, DEFINITION)))
        .stream()
        .findFirst();
  }

  @Override
  public List<String> hashes() {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                "select hash from $.definition order by hash",
                query -> query,
                row -> row.getString(1)));
  }

  @Override
  public void takeUp(InForce next) {
    sessions.together(handle -> takenUp(handle, next));
  }

  private int takenUp(Handle handle, InForce next) {
    if (!holds(handle, next.hash())) {
      throw new MentoringException(
          "definition.unknown", Map.of("hash", next.hash()), "Keep the definition first.");
    }
    return tables.executed(
        handle,
        "insert into $.definition_in_force (hash, since) values (:hash, :since)",
        row -> Columns.instant(row, "since", next.since()).bind("hash", next.hash()));
  }

  @Override
  public Optional<InForce> inForce() {
    return sessions.on(
        handle ->
            tables
                .rows(handle, TAKEN_UP + " desc limit 1", query -> query, JdbcProgrammes::inForce)
                .stream()
                .findFirst());
  }

  @Override
  public List<InForce> takenUp() {
    return sessions.on(
        handle -> tables.rows(handle, TAKEN_UP, query -> query, JdbcProgrammes::inForce));
  }

  private static InForce inForce(ResultSet row) throws SQLException {
    return new InForce(
        row.getString("hash"), row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
