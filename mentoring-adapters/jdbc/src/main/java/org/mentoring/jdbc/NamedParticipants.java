package org.mentoring.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.mentoring.identity.ParticipantId;

/** The table that tells whom things name, so that they are found by participant. */
final class NamedParticipants {
  private final Tables tables;
  private final String table;
  private final String owner;

  /**
   * @param table the table's name
   * @param owner its column with the thing's id; the other column is {@code participant}
   */
  NamedParticipants(Tables tables, String table, String owner) {
    this.tables = tables;
    this.table = table;
    this.owner = owner;
  }

  /** Whom things name, by their ids; those that name nobody are left out. */
  Map<String, Set<String>> of(Handle handle, Collection<String> ids) {
    Map<String, Set<String>> named = new HashMap<>();
    SomeIds.each(
        ids,
        lot ->
            tables
                .rows(
                    handle,
                    Tables.with(
                        "select %s, participant from $.%s where %s",
                        owner, table, SomeIds.in(owner)),
                    lot::bind,
                    row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(
                    row ->
                        named
                            .computeIfAbsent(row.getKey(), id -> new HashSet<>())
                            .add(row.getValue())));
    return named;
  }

  /** Finds things by the participant {@code :key}. */
  String condition() {
    return Tables.with("id in (select %s from $.%s where participant = :key)", owner, table);
  }

  /**
   * Replaces whom a thing names. Only what differs is written: a proposal may name thousands.
   *
   * @param fresh whether it is new, so that there is nothing to compare with
   */
  boolean replace(Handle handle, String id, boolean fresh, SortedSet<ParticipantId> participants) {
    Set<String> before = fresh ? Set.of() : names(handle, id);
    Set<String> after = new TreeSet<>();
    participants.forEach(each -> after.add(each.value()));
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    after.removeAll(before);
    each(handle, "delete from $.%s where %s = :owner and participant = :participant", id, gone);
    each(handle, "insert into $.%s (%s, participant) values (:owner, :participant)", id, after);
    return !gone.isEmpty() || !after.isEmpty();
  }

  private Set<String> names(Handle handle, String id) {
    return new HashSet<>(
        tables.rows(
            handle,
            Tables.with("select participant from $.%s where %s = :owner", table, owner),
            query -> query.bind("owner", id),
            row -> row.getString(1)));
  }

  private void each(Handle handle, String text, String id, Set<String> participants) {
    if (participants.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(tables.sql(Tables.with(text, table, owner)))) {
      participants.forEach(each -> batch.bind("owner", id).bind("participant", each).add());
      batch.execute();
    }
  }
}
