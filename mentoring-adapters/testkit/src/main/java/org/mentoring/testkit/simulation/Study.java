package org.mentoring.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.mentoring.Progress;
import org.mentoring.failure.Invariants;
import org.mentoring.spi.RulesProvider;

/**
 * Many runs of one scenario, each with another seed, on several threads. Two studies with the same
 * seeds meet the same luck, so that their difference is that of their scenarios. Immutable: each
 * method gives another study.
 */
public final class Study {
  private final Scenario scenario;
  private final long first;
  private final int runs;
  private final int threads;
  private final Progress progress;
  private final @Nullable RulesProvider rules;

  private Study(
      Scenario scenario,
      long first,
      int runs,
      int threads,
      Progress progress,
      @Nullable RulesProvider rules) {
    this.scenario = scenario;
    this.first = first;
    this.runs = runs;
    this.threads = threads;
    this.progress = progress;
    this.rules = rules;
  }

  /** Twenty runs from seed 1 on, on all processors, with the rules that are found as a service. */
  public static Study of(Scenario scenario) {
    int processors = Math.max(1, Math.min(1_000, Runtime.getRuntime().availableProcessors()));
    return new Study(scenario, 1, 20, processors, Progress.NONE, null);
  }

  /**
   * With these seeds.
   *
   * @param from the first one
   * @param count how many, one after the other; 1 to 100,000
   */
  public Study seeds(long from, int count) {
    Invariants.range("study.seeds", count, 1, 100_000);
    return new Study(scenario, from, count, threads, progress, rules);
  }

  /** On so many threads, 1 to 1,000; the result is the same with any number. */
  public Study threads(int count) {
    Invariants.range("study.threads", count, 1, 1_000);
    return new Study(scenario, first, runs, count, progress, rules);
  }

  /**
   * Tells how far it is: days that were lived, of those of all runs, about a hundred times and at
   * the end. One call at a time, from whichever thread; {@link ProgressBar} draws it.
   */
  public Study telling(Progress listener) {
    return new Study(scenario, first, runs, threads, listener, rules);
  }

  /** With these rules, which stay open. */
  public Study rules(RulesProvider provider) {
    return new Study(scenario, first, runs, threads, progress, provider);
  }

  /** Runs it. What goes wrong in a run is thrown as it is, for the first seed that it befell. */
  public StudyResult run() {
    RulesProvider used = rules == null ? Simulation.found() : rules;
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, runs));
    try (Simulation simulation = Simulation.of(scenario, used)) {
      DaysLived lived = new DaysLived(progress, runs * scenario.days());
      List<Future<Figures>> started = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long seed = first + i;
        started.add(workers.submit(() -> simulation.run(seed, lived::more).figures()));
      }
      List<Figures> all = new ArrayList<>();
      for (Future<Figures> each : started) {
        all.add(result(each));
      }
      return new StudyResult(all);
    } finally {
      workers.shutdownNow();
      if (rules == null) {
        used.close();
      }
    }
  }

  private static Figures result(Future<Figures> run) {
    try {
      return run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the study was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a run of the study failed", e.getCause());
    }
  }

  /** Counts the days of all runs together. */
  private static final class DaysLived {
    private final Progress progress;
    private final long all;
    private long days;
    private long told;

    DaysLived(Progress progress, long all) {
      this.progress = progress;
      this.all = all;
    }

    synchronized void more(long count) {
      days += count;
      if (100 * days / all > told) {
        told = 100 * days / all;
        progress.reached(days, all);
      }
    }
  }
}
