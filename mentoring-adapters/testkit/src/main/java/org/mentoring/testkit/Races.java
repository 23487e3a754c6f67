package org.mentoring.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several threads that do something at once. */
final class Races {
  private static final long PATIENCE_SECONDS = 120;

  private Races() {}

  /**
   * Has every contender start together.
   *
   * @param contender gets its number, from 0
   * @return what each returned, by number
   */
  static <T> List<T> among(int contenders, IntFunction<T> contender) {
    ExecutorService pool = Executors.newFixedThreadPool(contenders);
    try {
      CyclicBarrier start = new CyclicBarrier(contenders);
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < contenders; i++) {
        int number = i;
        Callable<T> starting =
            () -> {
              start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              return contender.apply(number);
            };
        running.add(pool.submit(starting));
      }
      List<T> said = new ArrayList<>();
      for (Future<T> each : running) {
        said.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("a contender did not come through", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
