package org.mentoring.memory;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.spi.Commands;
import org.mentoring.spi.Page;

/** Commands in memory. Thread-safe. */
public final class InMemoryCommands implements Commands {
  private final NavigableMap<CommandId, CommandRecord> commands = new TreeMap<>();
  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryCommands() {
    this(new UndoLog());
  }

  InMemoryCommands(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void append(CommandRecord command) {
    if (commands.putIfAbsent(command.id(), command) != null) {
      throw new MentoringException(
          "command.exists",
          Map.of("command", command.id().value()),
          "The command was given before: ask for what came of it.");
    }
    undo.note(() -> takeBack(command.id()));
  }

  private synchronized void takeBack(CommandId id) {
    commands.remove(id);
  }

  @Override
  public synchronized Optional<CommandRecord> find(CommandId id) {
    return Optional.ofNullable(commands.get(id));
  }

  @Override
  public synchronized Page<CommandRecord> list(@Nullable CommandId after, int most) {
    return Pages.of(commands, after, most, each -> each.id().value());
  }
}
