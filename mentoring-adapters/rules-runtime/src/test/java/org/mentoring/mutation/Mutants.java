package org.mentoring.mutation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs many mutants, in two programs at once. */
final class Mutants {
  private static final int PROGRAMS = 2;
  private static final int MOST_SECONDS = 900;

  private Mutants() {}

  /**
   * Runs them.
   *
   * @param ids their names
   * @param each is told of every one as soon as it is known, by one thread at a time
   */
  static void run(
      RulesModule module, List<String> ids, boolean quick, Consumer<MutantProgram.Result> each)
      throws InterruptedException, ExecutionException {
    Queue<String> waiting = new ConcurrentLinkedQueue<>(ids);
    ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < PROGRAMS; i++) {
        all.add(
            threads.submit(
                () -> {
                  work(module, waiting, quick, each);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void work(
      RulesModule module, Queue<String> waiting, boolean quick, Consumer<MutantProgram.Result> each)
      throws IOException, InterruptedException {
    try (MutantProgram program = new MutantProgram(module, quick, MOST_SECONDS)) {
      for (String id = waiting.poll(); id != null; id = waiting.poll()) {
        MutantProgram.Result result = program.run(id);
        synchronized (waiting) {
          each.accept(result);
        }
      }
    }
  }
}
