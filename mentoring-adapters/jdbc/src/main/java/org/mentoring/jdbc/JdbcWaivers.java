package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.spi.Page;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/** Waivers. */
final class JdbcWaivers implements Waivers {
  private static final String INSERT =
      """
      insert into $.waiver
        (id, requirement, participant, mentorship, valid_from, valid_until, revoked, body)
      values
        (:id, :requirement, :participant, :mentorship, :valid_from, :valid_until, :revoked, :body)""";

  private static final String UPDATE =
      """
      update $.waiver
      set requirement = :requirement, participant = :participant, mentorship = :mentorship,
        valid_from = :valid_from, valid_until = :valid_until, revoked = :revoked, body = :body
      where id = :id""";

  private static final List<Column<Waiver>> COLUMNS =
      List.of(
          Column.text("requirement", Waiver::requirement),
          Column.text("participant", Waiver::participant),
          Column.text("mentorship", Waiver::mentorship),
          Column.day("valid_from", Waiver::from),
          Column.day("valid_until", Waiver::until),
          Column.flag("revoked", each -> each.revokedAt() != null));

  private static final String SELECT =
      Tables.with("select id, %s, body from $.waiver", Column.names(COLUMNS));

  private static final RecordText.Named WAIVER = new RecordText.Named("waiver", "id");

  private final Sessions sessions;
  private final Tables tables;

  JdbcWaivers(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  @Override
  public void save(Waiver waiver) {
    UnaryOperator<Update> values = values(waiver);
    // Whoever has added it meanwhile has committed when this was not added.
    sessions.together(
        handle ->
            tables.executed(handle, UPDATE, values) == 1
                || tables.added(handle, INSERT, values)
                || tables.executed(handle, UPDATE, values) == 1);
  }

  private static UnaryOperator<Update> values(Waiver waiver) {
    String body = RecordText.write(Waiver.class, waiver);
    return statement ->
        Column.bound(COLUMNS, statement, waiver).bind("id", waiver.id().value()).bind("body", body);
  }

  @Override
  public Optional<Waiver> find(WaiverId id) {
    return where("id = :key", id.value()).stream().findFirst();
  }

  @Override
  public List<Waiver> of(ParticipantId participant) {
    return where("participant = :key", participant.value());
  }

  @Override
  public List<Waiver> of(MentorshipId mentorship) {
    return where("mentorship = :key", mentorship.value());
  }

  private List<Waiver> where(String condition, String key) {
    return rows(
        Tables.with(SELECT + " where %s order by id", condition), query -> query.bind("key", key));
  }

  private List<Waiver> rows(String text, UnaryOperator<Query> values) {
    return sessions.on(handle -> tables.rows(handle, text, values, JdbcWaivers::waiver));
  }

  @Override
  public Page<Waiver> list(@Nullable WaiverId after, int most) {
    return sessions.on(
        handle ->
            tables.page(
                handle,
                SELECT + " where id > :after order by id limit :rows",
                query -> query.bind("after", after == null ? "" : after.value()),
                most,
                "id",
                JdbcWaivers::waiver));
  }

  /** What would not be found by these ids, or names them and is unreadable. */
  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    List<UnreadableRecords.Row> rows = new ArrayList<>();
    IdsInText named = IdsInText.of(ids);
    tables.readable(
        handle, SELECT + " where " + named.condition(), named::bind, JdbcWaivers::waiver, rows);
    return rows;
  }

  private static Waiver waiver(ResultSet row) throws SQLException {
    Waiver waiver = RecordText.read(Waiver.class, row, WAIVER, each -> each.id().value());
    Columns.refuseUnless(Column.say(COLUMNS, row, waiver), row, WAIVER);
    return waiver;
  }
}
