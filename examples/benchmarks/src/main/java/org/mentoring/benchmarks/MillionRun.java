package org.mentoring.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import org.mentoring.assignment.Assignment;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.ExactEngine;
import org.mentoring.assignment.OptimalityChecker;
import org.mentoring.assignment.StepListener;

/**
 * Matches a great many mentees in a process of its own, whose heap its starter bounds. Prints a
 * line for each round: nanoseconds of wall and processor for building, solving and checking the
 * proof, then pairs, score and the greatest heap in bytes so far; or, where a round takes too long,
 * how many mentees were settled until then.
 */
public final class MillionRun {
  static final String STOPPED = "stopped";
  private static final long SEED = 20_200_950;

  private MillionRun() {}

  /**
   * Runs.
   *
   * @param arguments thousands of mentees; municipalities, 1 for none; rounds; minutes that one
   *     round may take
   */
  public static void main(String[] arguments) {
    int mentees = 1_000 * Integer.parseInt(arguments[0]);
    int municipalities = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Duration most = Duration.ofMinutes(Integer.parseInt(arguments[3]));
    AssignmentInstance instance = instance(mentees, municipalities);
    for (int round = 0; round < rounds; round++) {
      System.out.println(round(instance, most));
    }
  }

  static AssignmentInstance instance(int mentees, int municipalities) {
    return AssignmentInstance.islands(
        municipalities, mentees, mentees / 100 * 52, 30, SEED + municipalities);
  }

  private static String round(AssignmentInstance instance, Duration most) {
    Stopwatch building = Stopwatch.start();
    AssignmentProblem problem = instance.problem();
    building.stop();
    Stopwatch solving = Stopwatch.start();
    long[] settled = new long[1];
    long deadline = System.nanoTime() + most.toNanos();
    Assignment found;
    try {
      found = ExactEngine.solve(problem, limited(settled, deadline));
    } catch (OverTime e) {
      return STOPPED + " " + settled[0];
    }
    solving.stop();
    Stopwatch checking = Stopwatch.start();
    if (!OptimalityChecker.check(problem, found).holds()) {
      throw new IllegalStateException("the certificate does not hold");
    }
    checking.stop();
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return String.join(
        " ",
        building.told(),
        solving.told(),
        checking.told(),
        Integer.toString(found.pairs()),
        Long.toString(found.totalScore()),
        Long.toString(heap));
  }

  private static StepListener limited(long[] settled, long deadline) {
    return steps -> {
      settled[0] += steps;
      if (System.nanoTime() > deadline) {
        throw new OverTime();
      }
    };
  }

  /** Carries nothing: it only ends the engine. */
  private static final class OverTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverTime() {
      super("a round took too long");
    }
  }
}
