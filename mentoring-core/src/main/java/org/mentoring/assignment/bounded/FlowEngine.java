package org.mentoring.assignment.bounded;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.mentoring.assignment.StepListener;

/** The core's own engine with a time budget. */
final class FlowEngine implements BoundedEngine {
  private final LongSupplier stopwatch;

  FlowEngine(LongSupplier stopwatch) {
    this.stopwatch = stopwatch;
  }

  @Override
  public String name() {
    return "flow";
  }

  @Override
  public Set<BoundKind> honours() {
    return BoundedFlow.HONOURED;
  }

  @Override
  public BoundedAnswer solve(BoundedProblem problem, Duration budget, StepListener listener) {
    long allowed = budget.toNanos();
    long start = stopwatch.getAsLong();
    return BoundedFlow.solve(problem, () -> stopwatch.getAsLong() - start >= allowed, listener);
  }
}
