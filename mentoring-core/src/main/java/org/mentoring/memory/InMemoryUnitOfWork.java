package org.mentoring.memory;

import java.util.function.Supplier;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.UnitOfWork;

/**
 * One command at a time; what a command that throws has written to the stores of the same {@link
 * InMemoryStores#create() set} is taken back. Stores that were made one by one take nothing back.
 * Thread-safe.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
  private static final int MOST_ATTEMPTS = 3;

  private final UndoLog log;

  /** Over no store. */
  public InMemoryUnitOfWork() {
    this(new UndoLog());
  }

  InMemoryUnitOfWork(UndoLog log) {
    this.log = log;
  }

  @Override
  public <T> T run(Supplier<T> command) {
    for (int attempt = 1; ; attempt++) {
      try {
        return log.run(command);
      } catch (MentoringException e) {
        if (!e.code().equals(LATER) || log.isWithin() || attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
