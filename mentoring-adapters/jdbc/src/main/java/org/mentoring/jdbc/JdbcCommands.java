package org.mentoring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.spi.Commands;
import org.mentoring.spi.Page;

/** Commands in a database. Thread-safe. */
final class JdbcCommands implements Commands {
  private static final RecordText.Named COMMAND = new RecordText.Named("command", "id");

  private final Sessions sessions;
  private final Tables tables;

  JdbcCommands(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  @Override
  public void append(CommandRecord command) {
    boolean added =
        sessions.on(
            handle ->
                tables.added(
                    handle,
                    """
                    insert into $.command (id, matter, given_at, accepted, body)
                    values (:id, :matter, :given_at, :accepted, :body)""",
                    row ->
                        Columns.instant(row, "given_at", command.at())
                            .bind("id", command.id().value())
                            .bind("matter", command.matter().value())
                            .bind("accepted", command.accepted())
                            .bind("body", RecordText.write(CommandRecord.class, command))));
    if (!added) {
      throw new MentoringException(
          "command.exists",
          Map.of("command", command.id().value()),
          "The command was given before: ask for what came of it.");
    }
    sessions.keeps(command.id().value());
  }

  @Override
  public Optional<CommandRecord> find(CommandId id) {
    return sessions.on(
        handle ->
            tables
                .rows(
                    handle,
                    "select * from $.command where id = :id",
                    query -> query.bind("id", id.value()),
                    row -> fetched(row).get())
                .stream()
                .findFirst());
  }

  @Override
  public Page<CommandRecord> list(@Nullable CommandId after, int most) {
    return sessions.on(
        handle ->
            tables.manyOfPage(
                handle,
                "select * from $.command where id > :after order by id limit :rows",
                query -> query.bind("after", after == null ? "" : after.value()),
                most,
                "id",
                JdbcCommands::fetched));
  }

  private static Supplier<CommandRecord> fetched(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String matter = row.getString("matter");
    Optional<Instant> at = Columns.instant(row, "given_at");
    boolean accepted = row.getBoolean("accepted");
    String body = row.getString("body");
    RecordText.Row where = COMMAND.in(row);
    return () -> {
      CommandRecord command = RecordText.read(CommandRecord.class, body, where);
      if (!command.matter().value().equals(matter)
          || !at.equals(Optional.of(Columns.kept(command.at())))
          || command.accepted() != accepted) {
        throw where.unreadable(RecordText.COLUMNS);
      }
      return under(CommandId.of(id), command);
    };
  }

  /** The column's id is what counts, so that a verifier sees it if somebody changed it. */
  private static CommandRecord under(CommandId id, CommandRecord command) {
    return command.id().equals(id)
        ? command
        : new CommandRecord(
            id,
            command.matter(),
            command.by(),
            command.at(),
            command.accepted(),
            command.result(),
            command.refusedBy(),
            command.decisions(),
            command.subject(),
            command.entries());
  }
}
