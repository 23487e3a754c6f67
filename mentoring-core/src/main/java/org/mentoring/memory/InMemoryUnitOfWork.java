package org.mentoring.memory;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.mentoring.spi.UnitOfWork;

/** One command at a time. Thread-safe. */
public final class InMemoryUnitOfWork implements UnitOfWork {
  private final ReentrantLock lock = new ReentrantLock();

  /** Ready. */
  public InMemoryUnitOfWork() {}

  @Override
  public <T> T run(Supplier<T> command) {
    lock.lock();
    try {
      return command.get();
    } finally {
      lock.unlock();
    }
  }
}
