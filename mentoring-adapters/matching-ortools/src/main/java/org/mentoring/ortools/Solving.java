package org.mentoring.ortools;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mentoring.assignment.StepListener;
import org.mentoring.failure.MentoringException;

/**
 * One call of the solver. It runs on a thread of its own, so that the caller's thread can tell the
 * listener, who may stop it, while the native code is busy.
 */
final class Solving {
  private static final long PULSE_MILLIS = 200;

  private final MPSolver solver;
  private final FutureTask<MPSolver.ResultStatus> task;

  private Solving(MPSolver solver, MPSolverParameters parameters) {
    this.solver = solver;
    task = new FutureTask<>(() -> solver.solve(parameters));
  }

  /** Runs it until its end; what the listener throws ends it at once. */
  static MPSolver.ResultStatus run(
      MPSolver solver, MPSolverParameters parameters, StepListener listener) {
    listener.advanced(0);
    Solving solving = new Solving(solver, parameters);
    Thread thread = new Thread(solving.task, "mentoring-ortools");
    thread.setDaemon(true);
    thread.start();
    boolean ended = false;
    try {
      while (!ended) {
        ended = solving.awaited();
        if (!ended) {
          listener.advanced(0);
        }
      }
      return solving.task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MentoringException(
          "match.interrupted", Map.of(), "The thread was interrupted; solve again if need be.");
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the solver failed", failed.getCause());
    } finally {
      if (!ended) {
        solving.stop();
      }
    }
  }

  private boolean awaited() throws InterruptedException, ExecutionException {
    try {
      task.get(PULSE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException busy) {
      return false;
    }
  }

  /** Returns only once the native code has ended: nobody may free the model under its feet. */
  private void stop() {
    boolean interrupted = false;
    while (!task.isDone()) {
      // Asked again and again: what is asked before the solver has started is forgotten.
      solver.interruptSolve();
      try {
        awaited();
      } catch (InterruptedException again) {
        interrupted = true;
      } catch (ExecutionException failed) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
