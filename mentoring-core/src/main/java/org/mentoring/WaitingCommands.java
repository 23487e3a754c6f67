package org.mentoring;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.spi.Commands;

/**
 * Compares entries that wait to be sealed with the records of their commands: no hash holds them
 * yet, and what is changed now would be sealed as true. For one thread.
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

  void compare(WaitingEntries waiting) {
    waiting.each(
        entry -> {
          if (of(entry.command()).filter(record -> !tells(entry, record)).isPresent()) {
            found.accept(JournalFault.of(JournalFault.Kind.UNSEALED_CHANGED, entry.id().value()));
          }
        });
  }

  /** One that is not there, or cannot be read, is told of elsewhere. */
  private Optional<CommandRecord> of(CommandId id) {
    if (!id.equals(last)) {
      record = TolerantReading.readable(() -> commands.find(id)).flatMap(found -> found);
      last = id;
    }
    return record;
  }

  private static boolean tells(JournalEntry entry, CommandRecord command) {
    String matter = entry.details().get(Recorder.MATTER);
    return entry.by().equals(command.by())
        && entry.at().equals(command.at())
        && (!entry.subjectKind().equals(Recorder.COMMAND)
            || command.matter().value().equals(matter));
  }
}
