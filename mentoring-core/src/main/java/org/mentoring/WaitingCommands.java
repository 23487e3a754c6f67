package org.mentoring;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.spi.Commands;

/**
 * Tells which entries of a command are not what its record tells of, where they wait to be sealed
 * and by themselves tell something else: those can be restored yet. For one thread.
 */
final class WaitingCommands {
  private final Commands commands;
  private final Consumer<JournalFault> found;

  /** The last one that was asked for: entries of one command arrive together. */
  private @Nullable CommandId last;

  private Optional<CommandRecord> record = Optional.empty();

  WaitingCommands(Commands commands, Consumer<JournalFault> found) {
    this.commands = commands;
    this.found = found;
  }

  /**
   * Looks at the entries of some commands.
   *
   * @return those of which no entry is wrong by itself
   */
  SortedSet<CommandId> compare(WaitingEntries waiting, Set<CommandId> wrong) {
    SortedSet<CommandId> others = new TreeSet<>(wrong);
    if (!wrong.isEmpty()) {
      waiting.each(
          entry -> {
            CommandId id = entry.command();
            if (wrong.contains(id) && of(id).filter(each -> !tells(entry, each)).isPresent()) {
              found.accept(JournalFault.of(JournalFault.Kind.UNSEALED_CHANGED, entry.id().value()));
              others.remove(id);
            }
          });
    }
    return others;
  }

  /** One that is not there, or cannot be read, is told of elsewhere. */
  private Optional<CommandRecord> of(CommandId id) {
    if (!id.equals(last)) {
      record = TolerantReading.readable(() -> commands.find(id)).flatMap(found -> found);
      last = id;
    }
    return record;
  }

  /** Whether an entry of a command is by whom and of when its record says, and its own tells it. */
  static boolean tells(JournalEntry entry, CommandRecord command) {
    return entry.by().equals(command.by())
        && entry.at().equals(command.at())
        && (!entry.subjectKind().equals(Recorder.COMMAND)
            || (command.matter().value().equals(entry.details().get(Recorder.MATTER))
                && entry
                    .kind()
                    .equals(command.accepted() ? Recorder.CARRIED_OUT : Recorder.REFUSED)));
  }
}
