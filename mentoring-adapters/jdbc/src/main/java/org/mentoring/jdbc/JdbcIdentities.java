package org.mentoring.jdbc;

import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Identities;

/** Keyed hashes of identities in a database. Thread-safe. */
final class JdbcIdentities implements Identities {
  private final Sessions sessions;
  private final Tables tables;

  JdbcIdentities(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  @Override
  public Optional<ParticipantId> claim(String hash, ParticipantId participant) {
    return sessions.together(handle -> claimed(handle, hash, participant));
  }

  private Optional<ParticipantId> claimed(Handle handle, String hash, ParticipantId participant) {
    while (!added(handle, hash, participant)) {
      Optional<ParticipantId> holder = holder(handle, hash);
      if (holder.isPresent()) {
        return holder.filter(other -> !other.equals(participant));
      }
      // Whoever had it has just given it up.
    }
    return Optional.empty();
  }

  private boolean added(Handle handle, String hash, ParticipantId participant) {
    return tables.added(
        handle,
        "insert into $.identity (hash, participant) values (:hash, :participant)",
        row -> row.bind("hash", hash).bind("participant", participant.value()));
  }

  private Optional<ParticipantId> holder(Handle handle, String hash) {
    return handle
        .createQuery(tables.sql("select participant from $.identity where hash = :hash"))
        .bind("hash", hash)
        .map((row, context) -> ParticipantId.of(row.getString(1)))
        .findOne();
  }

  @Override
  public void release(ParticipantId participant) {
    sessions.on(
        handle ->
            tables.executed(
                handle,
                "delete from $.identity where participant = :participant",
                row -> row.bind("participant", participant.value())));
  }

  @Override
  public SortedSet<String> of(ParticipantId participant) {
    return Invariants.sorted(
        sessions.on(
            handle ->
                tables.rows(
                    handle,
                    "select hash from $.identity where participant = :participant",
                    query -> query.bind("participant", participant.value()),
                    row -> row.getString(1))));
  }
}
