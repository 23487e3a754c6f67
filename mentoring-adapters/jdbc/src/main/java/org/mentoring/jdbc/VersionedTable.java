package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Page;

/**
 * A table that holds the newest version of each thing of a kind.
 *
 * @param <T> the things
 */
final class VersionedTable<T extends Record> {
  private final Tables tables;
  private final Kind<T> kind;
  private final RecordText.Named named;
  private final String select;
  private final String insert;
  private final String update;

  /**
   * What is kept.
   *
   * @param table the table's name
   * @param name what one of them is called in a {@link StaleVersion}
   * @param type as what its body is read
   * @param id its id
   * @param version its version
   * @param columns beyond id, version and body
   * @param parties whom one names, as the table beside it is to tell
   * @param named that table
   */
  record Kind<T>(
      String table,
      String name,
      Class<T> type,
      Function<T, String> id,
      ToLongFunction<T> version,
      List<Column<T>> columns,
      Function<T, SortedSet<ParticipantId>> parties,
      NamedParticipants named) {}

  VersionedTable(Tables tables, Kind<T> kind) {
    this.tables = tables;
    this.kind = kind;
    named = new RecordText.Named(kind.name(), "id");
    List<String> names = kind.columns().stream().map(Column::name).toList();
    String columns = names.stream().map(each -> each + ", ").collect(Collectors.joining());
    String values = names.stream().map(each -> ":" + each + ", ").collect(Collectors.joining());
    String set =
        names.stream().map(each -> each + " = :" + each + ", ").collect(Collectors.joining());
    select = Tables.with("select id, version, %sbody from $.%s", columns, kind.table());
    insert =
        Tables.with(
            "insert into $.%s (id, version, %sbody) values (:id, :version, %s:body)",
            kind.table(), columns, values);
    update =
        Tables.with(
            "update $.%s set version = :version, %sbody = :body"
                + " where id = :id and version = :version - 1",
            kind.table(), set);
  }

  /** Keeps the next version, the first one too. */
  void save(Handle handle, T thing) {
    boolean kept =
        kind.version().applyAsLong(thing) == 1
            ? tables.added(handle, insert, values(thing))
            : tables.executed(handle, update, values(thing)) == 1;
    if (!kept) {
      throw stale(handle, thing, kind.version().applyAsLong(thing) - 1);
    }
  }

  /** Adds a thing at the version that it has. */
  void restore(Handle handle, T thing) {
    if (!tables.added(handle, insert, values(thing))) {
      throw new MentoringException(
          kind.name() + ".exists",
          Map.of(kind.name(), kind.id().apply(thing)),
          "Import into empty stores.");
    }
  }

  /** Puts another form of the newest version in its place, as the next one. */
  void redact(Handle handle, T thing) {
    if (tables.executed(handle, update, values(thing)) != 1) {
      throw stale(handle, thing, kind.version().applyAsLong(thing) - 1);
    }
  }

  /**
   * Keeps others from changing a thing until the transaction ends.
   *
   * @throws StaleVersion if the version there is not the expected one
   */
  void lock(Handle handle, T thing, long expected) {
    long found = version(handle, thing, " for update");
    if (found != expected) {
      throw new StaleVersion(kind.name(), kind.id().apply(thing), expected, found);
    }
  }

  /** Takes out what was added a moment ago. */
  void remove(Handle handle, T thing) {
    tables.executed(
        handle,
        Tables.with("delete from $.%s where id = :id", kind.table()),
        statement -> statement.bind("id", kind.id().apply(thing)));
  }

  private UnaryOperator<Update> values(T thing) {
    String body = RecordText.write(kind.type(), thing);
    return statement ->
        Column.bound(
            kind.columns(),
            statement
                .bind("id", kind.id().apply(thing))
                .bind("version", kind.version().applyAsLong(thing))
                .bind("body", body),
            thing);
  }

  private StaleVersion stale(Handle handle, T thing, long expected) {
    return new StaleVersion(
        kind.name(), kind.id().apply(thing), expected, version(handle, thing, ""));
  }

  private long version(Handle handle, T thing, String lock) {
    return tables
        .rows(
            handle,
            Tables.with("select version from $.%s where id = :id%s", kind.table(), lock),
            query -> query.bind("id", kind.id().apply(thing)),
            row -> row.getLong(1))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  Optional<T> find(Handle handle, String id) {
    return where(handle, "id = :key", id).stream().findFirst();
  }

  /**
   * Those that fit, by id.
   *
   * @param condition compares something with {@code :key}
   */
  List<T> where(Handle handle, String condition, Object key) {
    return all(
        handle,
        Tables.with("%s where %s order by id", select, condition),
        query -> query.bind("key", key));
  }

  /**
   * Those that name a participant, by id.
   *
   * @throws UnreadableRecords where the table beside them says so and they do not
   */
  List<T> naming(Handle handle, ParticipantId participant) {
    List<T> found = where(handle, kind.named().condition(), participant.value());
    refuse(found.stream().filter(each -> !kind.parties().apply(each).contains(participant)));
    return found;
  }

  /** Of these ids and others: what would not be found by them, or names them and is unreadable. */
  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    List<UnreadableRecords.Row> rows = new ArrayList<>();
    IdsInText named = IdsInText.of(ids);
    List<T> found =
        tables.readable(
            handle,
            Tables.with("%s where %s order by id", select, named.condition()),
            named::bind,
            this::read,
            rows);
    misplaced(handle, found).map(this::row).forEach(rows::add);
    return rows;
  }

  /** Those of which the table beside them says something else. */
  private Stream<T> misplaced(Handle handle, List<T> things) {
    Map<String, Set<String>> named =
        kind.named().of(handle, things.stream().map(kind.id()).toList());
    return things.stream()
        .filter(
            each ->
                !named
                    .getOrDefault(kind.id().apply(each), Set.of())
                    .equals(
                        kind.parties().apply(each).stream()
                            .map(ParticipantId::value)
                            .collect(Collectors.toSet())));
  }

  private void refuse(Stream<T> wrong) {
    List<UnreadableRecords.Row> rows = wrong.map(this::row).toList();
    if (!rows.isEmpty()) {
      throw new UnreadableRecords(rows);
    }
  }

  private UnreadableRecords.Row row(T thing) {
    return new UnreadableRecords.Row(kind.name(), kind.id().apply(thing), 0, RecordText.COLUMNS);
  }

  /** A page of those that fit. */
  Page<T> page(
      Handle handle,
      List<String> conditions,
      @Nullable String after,
      int most,
      UnaryOperator<Query> values) {
    String fitting = conditions.stream().map(each -> " and " + each).collect(Collectors.joining());
    return tables.page(
        handle,
        Tables.with("%s where id > :after%s order by id limit :rows", select, fitting),
        // No id is empty, so this is before all of them.
        query -> values.apply(query).bind("after", after == null ? "" : after),
        most,
        "id",
        this::read);
  }

  /**
   * A page of all of them.
   *
   * @throws UnreadableRecords also where the table beside them says something else than they do
   */
  Page<T> page(Handle handle, @Nullable String after, int most) {
    Page<T> page = page(handle, List.of(), after, most, query -> query);
    refuse(misplaced(handle, page.items()));
    return page;
  }

  private List<T> all(Handle handle, String text, UnaryOperator<Query> values) {
    return tables.rows(handle, text, values, this::read);
  }

  private T read(ResultSet row) throws SQLException {
    T thing = RecordText.read(kind.type(), row, named, kind.id());
    Columns.refuseUnless(
        row.getLong("version") == kind.version().applyAsLong(thing)
            && Column.say(kind.columns(), row, thing),
        row,
        named);
    return thing;
  }
}
