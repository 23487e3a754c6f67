package org.mentoring;

/**
 * Told how far a long work is. Called from the working thread, not more often than once in a
 * hundred steps.
 */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (done, total) -> {};

  /**
   * Called as work goes on.
   *
   * @param done steps done
   * @param total steps in all
   */
  void reached(long done, long total);
}
