package org.mentoring.jdbc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.mentoring.spi.SystemSources;

/**
 * What passes before a command is tried again, with no connection held. Without a pause all tries
 * may be used up while one other transaction goes on. Thread-safe.
 */
@FunctionalInterface
public interface Pauses {
  /**
   * Waits.
   *
   * @param failed how often the command was tried, from 1
   */
  void after(int failed);

  /** Growing ones, by chance up to 10 ms before the second try and up to half a second at last. */
  static Pauses standard() {
    return growing(SystemSources.chance(), pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  /**
   * Pauses whose upper bound doubles, from 10 to 500 ms. How much of it passes is left to chance,
   * so that commands which got in each other's way do not meet again.
   *
   * @param chance from 0 to 1
   * @param waiting waits so long
   */
  static Pauses growing(DoubleSupplier chance, Consumer<Duration> waiting) {
    return failed -> {
      long most = Math.min(500, 10L << Math.min(failed - 1, 10));
      waiting.accept(Duration.ofNanos((long) (chance.getAsDouble() * most * 1_000_000)));
    };
  }
}
