package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Page;
import org.mentoring.spi.Participants;

/** Participants and their histories. */
final class JdbcParticipants implements Participants {
  private static final String SELECT =
      "select id, version, kind, merged_into, body from $.participant";

  /** With what facts are looked for by. */
  static final String ENTRIES =
      "select participant, number, fact, recorded_at, body from $.fact_entry";

  private static final String INSERT =
      "insert into $.participant (id, version, kind, merged_into, body)"
          + " values (:id, :version, :kind, :merged_into, :body)";

  private static final String UPDATE =
      "update $.participant set version = :version, kind = :kind, merged_into = :merged_into,"
          + " body = :body where id = :id";

  private static final String APPEND =
      """
      insert into $.fact_entry
        (participant, number, entry, fact, fact_kind, valid_from, valid_until, recorded_at, body)
      values
        (:participant, :number, :entry, :fact, :fact_kind, :valid_from, :valid_until, :recorded_at,
         :body)""";

  private static final RecordText.Named PARTICIPANT = new RecordText.Named("participant", "id");
  private static final RecordText.Named ENTRY =
      new RecordText.Named("fact-entry", "participant", "number");

  private final Sessions sessions;
  private final Tables tables;
  private final Batches batches;

  JdbcParticipants(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
    this.batches = new Batches(sessions, tables);
  }

  @Override
  public void add(Participant participant) {
    UnaryOperator<Update> values = values(participant);
    sessions.together(
        handle -> {
          if (!tables.added(handle, INSERT, values)) {
            throw new MentoringException(
                "participant.exists",
                Map.of("participant", participant.id().value()),
                "Use another id.");
          }
          refer(
              handle,
              participant,
              participant.references(),
              () -> execute(handle, "delete from $.participant where id = :id", participant.id()));
          return true;
        });
  }

  @Override
  public void update(Participant participant) {
    UnaryOperator<Update> values = values(participant);
    sessions.together(
        handle -> {
          sessions.readSoFar().changed(participant.id());
          Participant before = locked(handle, participant);
          // What can be refused comes first, so that a refusal leaves nothing behind.
          SortedSet<ExternalReference> fresh = new TreeSet<>(participant.references());
          fresh.removeAll(before.references());
          refer(handle, participant, fresh, () -> {});
          before.references().stream()
              .filter(each -> !participant.references().contains(each))
              .forEach(each -> giveUp(handle, each));
          return tables.executed(handle, UPDATE, values);
        });
  }

  private Participant locked(Handle handle, Participant next) {
    Participant before =
        participants(handle, "id = :id for update", query -> query.bind("id", next.id().value()))
            .stream()
            .findFirst()
            .orElse(null);
    long found = before == null ? 0 : before.version();
    if (before == null || found != next.version() - 1) {
      throw new StaleVersion("participant", next.id().value(), next.version() - 1, found);
    }
    return before;
  }

  /** Gives references to a participant, all or none of them. */
  private void refer(
      Handle handle,
      Participant participant,
      SortedSet<ExternalReference> references,
      Runnable takenBack) {
    List<ExternalReference> given = new ArrayList<>();
    for (ExternalReference each : references) {
      boolean free =
          tables.added(
              handle,
              "insert into $.external_reference (system, reference, participant)"
                  + " values (:system, :reference, :participant)",
              statement ->
                  statement
                      .bind("system", each.system())
                      .bind("reference", each.value())
                      .bind("participant", participant.id().value()));
      if (!free) {
        given.forEach(one -> giveUp(handle, one));
        takenBack.run();
        throw new MentoringException(
            "reference.exists",
            Map.of(
                "participant",
                participant.id().value(),
                "other",
                owner(handle, each).map(ParticipantId::value).orElse(""),
                "system",
                each.system()),
            "Use the participant that has the reference, or merge the two.");
      }
      given.add(each);
    }
  }

  private void giveUp(Handle handle, ExternalReference reference) {
    tables.executed(
        handle,
        "delete from $.external_reference where system = :system and reference = :reference",
        statement ->
            statement.bind("system", reference.system()).bind("reference", reference.value()));
  }

  private Optional<ParticipantId> owner(Handle handle, ExternalReference reference) {
    return tables
        .rows(
            handle,
            "select participant from $.external_reference"
                + " where system = :system and reference = :reference",
            query -> query.bind("system", reference.system()).bind("reference", reference.value()),
            row -> ParticipantId.of(row.getString(1)))
        .stream()
        .findFirst();
  }

  private static UnaryOperator<Update> values(Participant participant) {
    String body = RecordText.write(Participant.class, participant);
    return statement ->
        Columns.text(statement, "merged_into", participant.mergedInto())
            .bind("id", participant.id().value())
            .bind("version", participant.version())
            .bind("kind", participant.kind().name())
            .bind("body", body);
  }

  private int execute(Handle handle, String text, ParticipantId id) {
    return tables.executed(handle, text, statement -> statement.bind("id", id.value()));
  }

  private List<Participant> participants(
      Handle handle, String condition, UnaryOperator<org.jdbi.v3.core.statement.Query> values) {
    return tables.rows(
        handle, SELECT + " where " + condition, values, JdbcParticipants::participant);
  }

  private static Participant participant(ResultSet row) throws SQLException {
    Participant participant =
        RecordText.read(Participant.class, row, PARTICIPANT, each -> each.id().value());
    Columns.refuseUnless(
        row.getLong("version") == participant.version()
            && Columns.says(row, "kind", participant.kind().name())
            && Columns.says(
                row,
                "merged_into",
                participant.mergedInto() == null ? null : participant.mergedInto().value()),
        row,
        PARTICIPANT);
    return participant;
  }

  /** An entry of the history of whom its row is about. */
  static FactEntry entry(ResultSet row) throws SQLException {
    return fetchedEntry(row).get();
  }

  /** The same, made when it is asked for. */
  static Supplier<FactEntry> fetchedEntry(ResultSet row) throws SQLException {
    String about = row.getString("participant");
    Optional<Instant> recordedAt = Columns.instant(row, "recorded_at");
    String fact = row.getString("fact");
    String body = row.getString("body");
    RecordText.Row where = ENTRY.in(row);
    return () -> {
      FactEntry entry = RecordText.read(FactEntry.class, body, where);
      String recorded = entry instanceof FactEntry.Recorded each ? each.id().value() : null;
      if (!entry.about().value().equals(about)
          || !recordedAt.equals(Optional.of(Columns.kept(entry.recordedAt())))
          || !Objects.equals(recorded, fact)) {
        throw where.unreadable(RecordText.COLUMNS);
      }
      return entry;
    };
  }

  @Override
  public Optional<Participant> find(ParticipantId id) {
    return sessions
        .readSoFar()
        .participant(
            id,
            () ->
                sessions.on(
                    handle ->
                        participants(handle, "id = :id", query -> query.bind("id", id.value()))))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Participant> find(ExternalReference reference) {
    if (!RecordText.storable(reference.value())) {
      return Optional.empty();
    }
    Optional<Participant> found = referred(reference);
    refuse(found.stream().filter(each -> !each.references().contains(reference)));
    return found;
  }

  private static void refuse(Stream<Participant> wrong) {
    List<UnreadableRecords.Row> rows =
        wrong
            .map(
                each ->
                    new UnreadableRecords.Row("participant", each.id().value(), 0, "references"))
            .toList();
    if (!rows.isEmpty()) {
      throw new UnreadableRecords(rows);
    }
  }

  private Optional<Participant> referred(ExternalReference reference) {
    return sessions.on(
        handle ->
            participants(
                    handle,
                    "id = (select participant from $.external_reference"
                        + " where system = :system and reference = :reference)",
                    query ->
                        query
                            .bind("system", reference.system())
                            .bind("reference", reference.value()))
                .stream()
                .findFirst());
  }

  @Override
  public List<ParticipantId> ids() {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                "select id from $.participant order by id",
                query -> query,
                row -> ParticipantId.of(row.getString(1))));
  }

  @Override
  public List<ParticipantId> ids(ParticipantKind kind) {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                "select id from $.participant where kind = :kind order by id",
                query -> query.bind("kind", kind.name()),
                row -> ParticipantId.of(row.getString(1))));
  }

  @Override
  public Page<ParticipantId> ids(@Nullable ParticipantId after, int most) {
    int rows = Pages.rows(most);
    List<ParticipantId> found =
        sessions.on(
            handle ->
                tables.rows(
                    handle,
                    "select id from $.participant where id > :after order by id limit :rows",
                    query ->
                        query.bind("after", after == null ? "" : after.value()).bind("rows", rows),
                    row -> ParticipantId.of(row.getString(1))));
    return Pages.cut(found, most, ParticipantId::value);
  }

  @Override
  public Page<Participant> list(@Nullable ParticipantId after, int most) {
    return sessions.on(
        handle -> {
          Page<Participant> page =
              tables.page(
                  handle,
                  SELECT + " where id > :after order by id limit :rows",
                  query -> query.bind("after", after == null ? "" : after.value()),
                  most,
                  "id",
                  JdbcParticipants::participant);
          Map<String, Set<ExternalReference>> referred = referred(handle, page.items());
          refuse(
              page.items().stream()
                  .filter(
                      each ->
                          !each.references()
                              .equals(referred.getOrDefault(each.id().value(), Set.of()))));
          return page;
        });
  }

  private Map<String, Set<ExternalReference>> referred(Handle handle, List<Participant> some) {
    Map<String, Set<ExternalReference>> referred = new HashMap<>();
    SomeIds.each(
        some.stream().map(each -> each.id().value()).toList(),
        lot ->
            tables
                .rows(
                    handle,
                    Tables.with(
                        "select participant, system, reference from $.external_reference where %s",
                        SomeIds.in("participant")),
                    lot::bind,
                    row ->
                        Map.entry(
                            row.getString(1),
                            new ExternalReference(row.getString(2), row.getString(3))))
                .forEach(
                    row ->
                        referred
                            .computeIfAbsent(row.getKey(), id -> new HashSet<>())
                            .add(row.getValue())));
    return referred;
  }

  /** Entries that are about one of these and stand in the history of another. */
  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    List<UnreadableRecords.Row> rows = new ArrayList<>();
    IdsInText named = IdsInText.of(ids);
    tables.readable(
        handle,
        ENTRIES + " where " + named.condition(),
        named::bind,
        JdbcParticipants::entry,
        rows);
    // Of their own histories all is taken away anyway, and of others' only what is not theirs.
    return rows.stream()
        .filter(each -> each.place().equals(RecordText.COLUMNS) && !ids.contains(each.id()))
        .toList();
  }

  @Override
  public void append(FactEntry entry) {
    String body = RecordText.write(FactEntry.class, entry);
    sessions.together(
        handle -> {
          long number = counted(handle, entry.about());
          if (!tables.added(handle, APPEND, statement -> values(statement, entry, number, body))) {
            execute(
                handle,
                "update $.participant set entries = entries - 1 where id = :id",
                entry.about());
            throw new MentoringException(
                "fact.exists",
                Map.of("fact", ((FactEntry.Recorded) entry).id().value()),
                "Use another id.");
          }
          sessions.readSoFar().appended(entry);
          return number;
        });
  }

  /** The number of the next entry; until the transaction ends nobody else gets one. */
  private long counted(Handle handle, ParticipantId about) {
    try (Update update =
        handle.createUpdate(
            tables.sql("update $.participant set entries = entries + 1 where id = :id"))) {
      return update
          .bind("id", about.value())
          .executeAndReturnGeneratedKeys("entries")
          .mapTo(Long.class)
          .findOne()
          .orElseThrow(
              () ->
                  new MentoringException(
                      "participant.unknown",
                      Map.of("participant", about.value()),
                      "Register the participant first."));
    }
  }

  private static Update values(Update statement, FactEntry entry, long number, String body) {
    statement.bind("participant", entry.about().value()).bind("number", number).bind("body", body);
    Columns.instant(statement, "recorded_at", entry.recordedAt());
    if (entry instanceof FactEntry.Recorded recorded) {
      Columns.day(statement, "valid_from", recorded.validity().from());
      Columns.day(statement, "valid_until", recorded.validity().until());
      return statement
          .bind("entry", "RECORDED")
          .bind("fact", recorded.id().value())
          .bind("fact_kind", recorded.fact().kind());
    }
    return statement
        .bind("entry", entry instanceof FactEntry.Retracted ? "RETRACTED" : "MERGED")
        .bindNull("fact", Types.VARCHAR)
        .bindNull("fact_kind", Types.VARCHAR)
        .bindNull("valid_from", Types.DATE)
        .bindNull("valid_until", Types.DATE);
  }

  @Override
  public List<FactEntry> history(ParticipantId id) {
    return sessions
        .readSoFar()
        .history(
            id,
            () ->
                sessions.on(
                    handle ->
                        tables.rows(
                            handle,
                            ENTRIES + " where participant = :id order by number",
                            query -> query.bind("id", id.value()),
                            JdbcParticipants::entry)));
  }

  @Override
  public Map<ParticipantId, List<FactEntry>> histories(Collection<ParticipantId> people) {
    return batches.histories(people);
  }

  @Override
  public Optional<Instant> newest(Instant until) {
    return sessions.on(
        handle ->
            tables
                .rows(
                    handle,
                    "select max(recorded_at) from $.fact_entry where recorded_at <= :until",
                    query -> Columns.instant(query, "until", until),
                    row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .get(0)
                .map(OffsetDateTime::toInstant));
  }

  @Override
  public Page<ParticipantId> recordedAfter(
      Instant instant, @Nullable ParticipantId after, int most) {
    int rows = Pages.rows(most);
    List<ParticipantId> found =
        sessions.on(
            handle ->
                tables.rows(
                    handle,
                    "select distinct participant from $.fact_entry"
                        + " where recorded_at > :instant and participant > :after"
                        + " order by participant limit :rows",
                    query ->
                        Columns.instant(query, "instant", instant)
                            .bind("after", after == null ? "" : after.value())
                            .bind("rows", rows),
                    row -> ParticipantId.of(row.getString(1))));
    return Pages.cut(found, most, ParticipantId::value);
  }

  @Override
  public Optional<ParticipantId> about(FactId fact) {
    return sessions.on(
        handle ->
            tables
                .rows(
                    handle,
                    "select participant from $.fact_entry where fact = :fact",
                    query -> query.bind("fact", fact.value()),
                    row -> ParticipantId.of(row.getString(1)))
                .stream()
                .findFirst());
  }

  @Override
  public void erase(ParticipantId id) {
    sessions.together(
        handle -> {
          sessions.readSoFar().changed(id);
          Participant before =
              outline(handle, id)
                  .orElseThrow(
                      () ->
                          new MentoringException(
                              "participant.unknown",
                              Map.of("participant", id.value()),
                              "Look at the id."));
          own(handle, id).forEach(each -> giveUp(handle, each));
          execute(handle, "delete from $.external_reference where participant = :id", id);
          execute(handle, "delete from $.fact_entry where participant = :id", id);
          return tables.executed(handle, UPDATE, values(shell(before)));
        });
  }

  /** So far as they can be read, whoever they lead to. */
  private SortedSet<ExternalReference> own(Handle handle, ParticipantId id) {
    return tables
        .readable(
            handle,
            SELECT + " where id = :id",
            query -> query.bind("id", id.value()),
            JdbcParticipants::participant)
        .stream()
        .flatMap(each -> each.references().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the columns tell: what is erased need not be readable. */
  private Optional<Participant> outline(Handle handle, ParticipantId id) {
    return tables
        .rows(
            handle,
            "select version, kind, merged_into from $.participant where id = :id for update",
            query -> query.bind("id", id.value()),
            row ->
                new Participant(
                    id,
                    ParticipantKind.valueOf(row.getString("kind")),
                    new TreeSet<>(),
                    merged(row.getString("merged_into")),
                    row.getLong("version")))
        .stream()
        .findFirst();
  }

  private static @Nullable ParticipantId merged(@Nullable String id) {
    return id == null ? null : ParticipantId.of(id);
  }

  @Override
  public Optional<ParticipantId> mergedInto(ParticipantId id) {
    return ids(
            "select merged_into from $.participant where id = :id and merged_into is not null", id)
        .stream()
        .findFirst();
  }

  @Override
  public List<ParticipantId> duplicates(ParticipantId into) {
    return ids("select id from $.participant where merged_into = :id order by id", into);
  }

  private List<ParticipantId> ids(String text, ParticipantId id) {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                text,
                query -> query.bind("id", id.value()),
                row -> ParticipantId.of(row.getString(1))));
  }

  @Override
  public long entries(ParticipantId id) {
    return sessions.on(
        handle ->
            tables
                .rows(
                    handle,
                    "select count(*) from $.fact_entry where participant = :id",
                    query -> query.bind("id", id.value()),
                    row -> row.getLong(1))
                .get(0));
  }

  private static Participant shell(Participant before) {
    return new Participant(
        before.id(), before.kind(), new TreeSet<>(), before.mergedInto(), before.version() + 1);
  }
}
