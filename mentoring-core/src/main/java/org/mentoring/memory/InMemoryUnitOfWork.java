package org.mentoring.memory;

import java.util.function.Supplier;
import org.mentoring.spi.UnitOfWork;

/**
 * One command at a time; what a command that throws has written to the stores of the same {@link
 * InMemoryStores#create() set} is taken back. Stores that were made one by one take nothing back.
 * Thread-safe.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
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
    return log.run(command);
  }
}
