package org.mentoring.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * How to take back what the running unit of work has written to the stores that share this log.
 * Only the thread that runs a unit adds to it; what is written outside of units is not noted.
 */
final class UndoLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> steps = new ArrayDeque<>();

  /**
   * Notes how to take back a write.
   *
   * @param step leaves alone what others wrote meanwhile
   */
  void note(Runnable step) {
    if (lock.isHeldByCurrentThread()) {
      steps.push(step);
    }
  }

  <T> T run(Supplier<T> command) {
    lock.lock();
    int before = steps.size();
    boolean done = false;
    try {
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
      }
      lock.unlock();
    }
  }
}
