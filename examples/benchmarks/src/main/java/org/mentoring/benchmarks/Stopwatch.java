package org.mentoring.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Takes the time of one piece of work: of the wall clock, and of all processors together. */
final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long processorStart = SYSTEM.getProcessCpuTime();
  private final long wallStart = System.nanoTime();
  private long wall;
  private long processor;

  private Stopwatch() {}

  static Stopwatch start() {
    return new Stopwatch();
  }

  /** Ends the work; once. */
  void stop() {
    wall = System.nanoTime() - wallStart;
    processor = SYSTEM.getProcessCpuTime() - processorStart;
  }

  long wall() {
    return wall;
  }

  /** Threads that compile and collect garbage meanwhile count too. */
  long processor() {
    return processor;
  }

  /** Both, for a line that another process reads. */
  String told() {
    return wall + " " + processor;
  }
}
