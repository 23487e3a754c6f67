package org.mentoring.assignment;

/**
 * Hears how far an engine is. Called by the thread that solves, at bounded intervals; it may throw
 * to stop the engine, which then has changed nothing.
 */
@FunctionalInterface
public interface StepListener {
  /** Nobody listens. */
  StepListener NONE = steps -> {};

  /**
   * Some mentees more are done.
   *
   * @param steps how many; 0 for work that is no step of its own but may take long
   */
  void advanced(int steps);
}
