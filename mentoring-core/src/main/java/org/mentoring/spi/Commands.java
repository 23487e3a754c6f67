package org.mentoring.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.CommandId;
import org.mentoring.journal.CommandRecord;

/** The commands that were given. Thread-safe; every call is atomic. */
public interface Commands {
  /**
   * Adds a command.
   *
   * @throws org.mentoring.failure.MentoringException {@code command.exists} if the id is taken: the
   *     command was given before
   */
  void append(CommandRecord command);

  /** The command with this id, if it was given. */
  Optional<CommandRecord> find(CommandId id);

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<CommandRecord> list(@Nullable CommandId after, int most);
}
