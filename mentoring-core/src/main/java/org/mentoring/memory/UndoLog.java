package org.mentoring.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The units of work of the stores that share this log, one at a time, and how to take back what the
 * running one has written. What is written outside of units is a unit of its own.
 */
final class UndoLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> steps = new ArrayDeque<>();

  /** Names the unit that runs; set back only after all of it is kept or taken back. */
  private volatile @Nullable Object running;

  /** Notes how to take back a write of the running unit. */
  void note(Runnable step) {
    steps.push(step);
  }

  /** The running unit, for the thread that runs it. */
  @Nullable Object running() {
    return running;
  }

  /** Whether what a unit has written is not yet for this thread to see. */
  boolean hides(@Nullable Object unit) {
    return unit != null && unit == running && !lock.isHeldByCurrentThread();
  }

  /** Whether this thread runs a unit. */
  boolean isWithin() {
    return lock.isHeldByCurrentThread();
  }

  void write(Runnable writing) {
    run(
        () -> {
          writing.run();
          return true;
        });
  }

  <T> T run(Supplier<T> command) {
    lock.lock();
    int before = steps.size();
    boolean done = false;
    try {
      if (lock.getHoldCount() == 1) {
        running = new Object();
      }
      T value = command.get();
      done = true;
      return value;
    } finally {
      if (!done) {
        while (steps.size() > before) {
          steps.pop().run();
        }
      }
      if (lock.getHoldCount() == 1) {
        steps.clear();
        running = null;
      }
      lock.unlock();
    }
  }
}
