package org.mentoring.jdbc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Places;

/** Places in a database. Thread-safe. */
final class JdbcPlaces implements Places {
  /** What keeps two commands from taking one place. */
  enum Guard {
    /** Locks on the participants. */
    LOCK,
    /** The key of the place. */
    KEY
  }

  private final Sessions sessions;
  private final Tables tables;
  private final Set<Guard> guards;

  JdbcPlaces(Sessions sessions, Tables tables) {
    this(sessions, tables, EnumSet.allOf(Guard.class));
  }

  /**
   * With some of the guards only, for tests of each alone.
   *
   * @param guards without {@link Guard#KEY} a place counts as free whoever has it
   */
  JdbcPlaces(Sessions sessions, Tables tables, Set<Guard> guards) {
    this.sessions = sessions;
    this.tables = tables;
    this.guards = Set.copyOf(guards);
  }

  @Override
  public void lock(SortedSet<ParticipantId> participants) {
    if (!guards.contains(Guard.LOCK) || participants.isEmpty()) {
      return;
    }
    sessions.readSoFar().lock(sessions.on(handle -> locked(handle, participants)));
  }

  /** Everybody locks in the order of the ids, so that no two wait for each other. */
  private List<ParticipantId> locked(Handle handle, SortedSet<ParticipantId> participants) {
    List<String> ids = participants.stream().map(ParticipantId::value).toList();
    if (tables.dialect(handle) == Dialect.POSTGRESQL) {
      return rows(
          handle
              .createQuery(
                  tables.sql(
                      """
                      select id from $.participant where id = any(:ids)
                      order by id for update"""))
              .bindArray("ids", String.class, ids));
    }
    // H2 locks rows as it finds them, before it sorts.
    List<ParticipantId> locked = new ArrayList<>();
    for (String id : ids) {
      locked.addAll(
          rows(
              handle
                  .createQuery(tables.sql("select id from $.participant where id = :id for update"))
                  .bind("id", id)));
    }
    return locked;
  }

  private static List<ParticipantId> rows(Query query) {
    return query.mapTo(String.class).map(ParticipantId::of).list();
  }

  @Override
  public boolean take(Place place) {
    boolean free =
        sessions.on(
            handle ->
                tables.added(
                    handle,
                    """
                    insert into $.place (mentor, scope, number, mentorship, mentee)
                    values (:mentor, :scope, :number, :mentorship, :mentee)""",
                    row ->
                        row.bind("mentor", place.mentor().value())
                            .bind("scope", place.scope())
                            .bind("number", place.number())
                            .bind("mentorship", place.mentorship().value())
                            .bind("mentee", place.mentee().value())));
    return free || !guards.contains(Guard.KEY);
  }

  @Override
  public void release(MentorshipId mentorship) {
    sessions.on(
        handle ->
            tables.executed(
                handle,
                "delete from $.place where mentorship = :mentorship",
                row -> row.bind("mentorship", mentorship.value())));
  }

  @Override
  public List<Place> of(ParticipantId mentor) {
    return sessions.on(
        handle ->
            handle
                .createQuery(
                    tables.sql(
                        """
                        select scope, number, mentorship, mentee from $.place
                        where mentor = :mentor order by scope, number"""))
                .bind("mentor", mentor.value())
                .map(
                    (row, context) ->
                        new Place(
                            mentor,
                            row.getString("scope"),
                            row.getInt("number"),
                            MentorshipId.of(row.getString("mentorship")),
                            ParticipantId.of(row.getString("mentee"))))
                .list());
  }
}
