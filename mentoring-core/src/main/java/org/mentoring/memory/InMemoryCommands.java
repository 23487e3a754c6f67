package org.mentoring.memory;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.spi.Commands;
import org.mentoring.spi.Page;

/** Commands in memory. Thread-safe. */
public final class InMemoryCommands implements Commands {
  private final Kept<CommandId, CommandRecord> commands;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryCommands() {
    this(new UndoLog());
  }

  InMemoryCommands(UndoLog units) {
    this.units = units;
    this.commands = Kept.sorted(units);
  }

  @Override
  public void append(CommandRecord command) {
    units.write(() -> appended(command));
  }

  private void appended(CommandRecord command) {
    if (commands.get(command.id()) != null) {
      throw new MentoringException(
          "command.exists",
          Map.of("command", command.id().value()),
          "The command was given before: ask for what came of it.");
    }
    commands.put(command.id(), command);
  }

  @Override
  public Optional<CommandRecord> find(CommandId id) {
    return Optional.ofNullable(commands.get(id));
  }

  @Override
  public Page<CommandRecord> list(@Nullable CommandId after, int most) {
    return Pages.of(commands, after, most, each -> each.id().value());
  }
}
