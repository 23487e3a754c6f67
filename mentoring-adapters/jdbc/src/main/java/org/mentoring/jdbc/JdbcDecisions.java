package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Question;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Decisions;
import org.mentoring.spi.Page;

/** Stored decisions in a database. Thread-safe. */
final class JdbcDecisions implements Decisions {
  private static final RecordText.Named DECISION = new RecordText.Named("decision", "id");

  private final Sessions sessions;
  private final Tables tables;
  private final Batches batches;

  JdbcDecisions(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
    this.batches = new Batches(sessions, tables);
  }

  @Override
  public void append(StoredDecision decision) {
    sessions.together(handle -> appended(handle, decision));
  }

  private DecisionId appended(Handle handle, StoredDecision decision) {
    boolean added =
        tables.added(
            handle,
            """
            insert into $.decision (id, command, matter, subject, made_at, digest,
              shell, verdict, programme, version, rule_set_hash, as_of, known_at, body)
            values (:id, :command, :matter, :subject, :made_at, :digest,
              :shell, :verdict, :programme, :version, :rule_set_hash, :as_of, :known_at, :body)""",
            row ->
                Columns.instant(content(row, decision), "made_at", decision.at())
                    .bind("command", decision.command().value())
                    .bind("matter", decision.matter().value())
                    .bind("subject", decision.subject())
                    .bind("digest", decision.digest()));
    if (!added) {
      throw new MentoringException(
          "decision.exists", Map.of("decision", decision.id().value()), "Use another id.");
    }
    if (!decision.parts().isEmpty()) {
      rest(handle, decision);
    }
    return decision.id();
  }

  private static Update content(Update row, StoredDecision stored) {
    row.bind("id", stored.id().value())
        .bind("shell", stored.isShell())
        .bind("body", RecordText.write(StoredDecision.class, stored));
    Decision decision = stored.decision();
    return decision == null ? nothing(row) : told(row, decision.question(), decision);
  }

  private static Update told(Update row, Question question, Decision decision) {
    Basis basis = decision.basis();
    row.bind("verdict", decision.verdict().name())
        .bind("programme", basis.programme())
        .bind("version", basis.version())
        .bind("rule_set_hash", basis.ruleSetHash());
    return Columns.instant(
        Columns.day(row, "as_of", question.asOf()), "known_at", question.knownAt());
  }

  private static Update nothing(Update row) {
    for (String column : List.of("verdict", "programme", "version", "rule_set_hash")) {
      row.bindNull(column, Types.VARCHAR);
    }
    return row.bindNull("as_of", Types.DATE).bindNull("known_at", Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private void rest(Handle handle, StoredDecision decision) {
    List<DossierPart.Reference> parts = List.copyOf(decision.parts());
    try (PreparedBatch rows =
        handle.prepareBatch(
            tables.sql(
                """
                insert into $.decision_part (decision, participant, entries)
                select :decision, participant, entries from $.dossier_part
                where participant = :participant and entries = :entries"""))) {
      for (DossierPart.Reference part : parts) {
        rows.bind("decision", decision.id().value())
            .bind("participant", part.participant().value())
            .bind("entries", part.entries())
            .add();
      }
      int[] added = rows.execute();
      for (int i = 0; i < added.length; i++) {
        if (added[i] == 0) {
          throw new MentoringException(
              "part.unknown",
              Map.of(
                  "decision",
                  decision.id().value(),
                  "participant",
                  parts.get(i).participant().value()),
              "Keep the part first.");
        }
      }
    }
  }

  @Override
  public Optional<StoredDecision> find(DecisionId id) {
    return sessions.on(
        handle ->
            tables
                .rows(
                    handle,
                    "select * from $.decision where id = :id",
                    query -> query.bind("id", id.value()),
                    JdbcDecisions::read)
                .stream()
                .findFirst());
  }

  /** The column's id is what counts, so that a verifier sees it if somebody changed it. */
  private static StoredDecision read(ResultSet row) throws SQLException {
    StoredDecision stored = RecordText.read(StoredDecision.class, row, DECISION);
    Columns.refuseUnless(
        Columns.says(row, "command", stored.command().value())
            && Columns.says(row, "matter", stored.matter().value())
            && Columns.says(row, "subject", stored.subject())
            && Columns.says(row, "made_at", stored.at())
            && Columns.says(row, "digest", stored.digest())
            && row.getBoolean("shell") == stored.isShell()
            && says(row, stored.decision()),
        row,
        DECISION);
    DecisionId id = DecisionId.of(row.getString("id"));
    return stored.id().equals(id)
        ? stored
        : new StoredDecision(
            id,
            stored.command(),
            stored.matter(),
            stored.subject(),
            stored.at(),
            stored.parts(),
            stored.salt(),
            stored.decision(),
            stored.digest());
  }

  private static boolean says(ResultSet row, @Nullable Decision decision) throws SQLException {
    Basis basis = decision == null ? null : decision.basis();
    Question question = decision == null ? null : decision.question();
    return Columns.says(row, "verdict", decision == null ? null : decision.verdict().name())
        && Columns.says(row, "programme", basis == null ? null : basis.programme())
        && Columns.says(row, "version", basis == null ? null : basis.version())
        && Columns.says(row, "rule_set_hash", basis == null ? null : basis.ruleSetHash())
        && Columns.says(row, "as_of", question == null ? null : question.asOf())
        && Columns.says(row, "known_at", question == null ? null : question.knownAt());
  }

  @Override
  public List<StoredDecision> restingOn(ParticipantId person) {
    return sessions.on(
        handle ->
            tables.rows(
                handle,
                """
                select * from $.decision where id in
                  (select decision from $.decision_part where participant = :person)
                order by id""",
                query -> query.bind("person", person.value()),
                JdbcDecisions::read));
  }

  @Override
  public List<StoredDecision> naming(ParticipantId person) {
    // An id stands in a body as it is, in quotes.
    String quoted = '"' + person.value() + '"';
    SortedMap<DecisionId, StoredDecision> all = new TreeMap<>();
    restingOn(person).forEach(each -> all.put(each.id(), each));
    sessions
        .on(
            handle ->
                tables.rows(
                    handle,
                    "select * from $.decision where position(:quoted in body) > 0 order by id",
                    query -> query.bind("quoted", quoted),
                    JdbcDecisions::read))
        .stream()
        .filter(each -> each.parts().stream().anyMatch(part -> part.participant().equals(person)))
        .forEach(each -> all.put(each.id(), each));
    return List.copyOf(all.values());
  }

  @Override
  public SortedSet<DecisionId> unlisted(Collection<StoredDecision> some) {
    return batches.unlisted(some);
  }

  @Override
  public Page<StoredDecision> list(@Nullable DecisionId after, int most) {
    return sessions.on(
        handle ->
            tables.page(
                handle,
                "select * from $.decision where id > :after order by id limit :rows",
                query -> query.bind("after", after == null ? "" : after.value()),
                most,
                "id",
                JdbcDecisions::read));
  }

  @Override
  public DossierPart keep(DossierPart part) {
    return sessions.together(handle -> kept(handle, part));
  }

  private DossierPart kept(Handle handle, DossierPart part) {
    boolean added =
        tables.added(
            handle,
            """
            insert into $.dossier_part (participant, entries, salt, digest)
            values (:participant, :entries, :salt, :digest)""",
            row ->
                row.bind("participant", part.participant().value())
                    .bind("entries", part.entries())
                    .bind("salt", part.salt())
                    .bind("digest", part.digest()));
    // Parts are never taken out, so that one which is in the way is there to be read.
    return added
        ? part
        : parts(part.participant()).stream()
            .filter(there -> there.entries() == part.entries())
            .findFirst()
            .orElseThrow();
  }

  @Override
  public List<DossierPart> parts(ParticipantId person) {
    return sessions.on(
        handle ->
            handle
                .createQuery(
                    tables.sql(
                        """
                        select entries, salt, digest from $.dossier_part
                        where participant = :person order by entries"""))
                .bind("person", person.value())
                .map(
                    (row, context) ->
                        new DossierPart(
                            person,
                            row.getLong("entries"),
                            row.getString("salt"),
                            row.getString("digest")))
                .list());
  }

  @Override
  public Map<ParticipantId, List<DossierPart>> parts(Collection<ParticipantId> people) {
    return batches.parts(people);
  }

  @Override
  public void redact(StoredDecision shell) {
    int touched =
        sessions.on(
            handle ->
                tables.executed(
                    handle,
                    """
                    update $.decision set shell = :shell, verdict = :verdict,
                      programme = :programme, version = :version,
                      rule_set_hash = :rule_set_hash, as_of = :as_of,
                      known_at = :known_at, body = :body
                    where id = :id""",
                    row -> content(row, shell)));
    if (touched == 0) {
      throw new MentoringException(
          "decision.unknown", Map.of("decision", shell.id().value()), "Look at the id.");
    }
  }

  @Override
  public void empty(DecisionId id) {
    sessions.on(handle -> shell(handle, id)).ifPresent(this::redact);
  }

  private Optional<StoredDecision> shell(Handle handle, DecisionId id) {
    SortedSet<DossierPart.Reference> parts =
        new TreeSet<>(
            tables.rows(
                handle,
                """
                select part.participant, part.entries, part.digest from $.decision_part rests
                join $.dossier_part part
                  on part.participant = rests.participant and part.entries = rests.entries
                where rests.decision = :id""",
                query -> query.bind("id", id.value()),
                row ->
                    new DossierPart.Reference(
                        ParticipantId.of(row.getString(1)), row.getLong(2), row.getString(3))));
    return tables
        .rows(
            handle,
            "select command, matter, subject, made_at, digest from $.decision where id = :id",
            query -> query.bind("id", id.value()),
            row ->
                new StoredDecision(
                    id,
                    CommandId.of(row.getString("command")),
                    Code.of(row.getString("matter")),
                    row.getString("subject"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    parts,
                    null,
                    null,
                    row.getString("digest")))
        .stream()
        .findFirst();
  }

  @Override
  public void forget(ParticipantId person) {
    sessions.on(
        handle ->
            tables.executed(
                handle,
                "update $.dossier_part set salt = null where participant = :person",
                row -> row.bind("person", person.value())));
  }
}
