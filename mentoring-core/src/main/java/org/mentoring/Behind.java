package org.mentoring;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lots of work that is done in another thread while the next lot is read, one lot behind; what
 * comes of them is taken in their order, by the thread that handed them in. For one thread.
 *
 * @param <T> what comes of a lot
 */
final class Behind<T> {
  private final Consumer<T> taken;
  private @Nullable ForkJoinTask<T> begun;

  Behind(Consumer<T> taken) {
    this.taken = taken;
  }

  /** Begins a lot, and takes what came of the one before. */
  void next(Callable<T> work) {
    ForkJoinTask<T> next = ForkJoinPool.commonPool().submit(work);
    take();
    begun = next;
  }

  /** Takes what came of the last one. */
  void take() {
    ForkJoinTask<T> last = begun;
    if (last != null) {
      begun = null;
      taken.accept(last.join());
    }
  }
}
