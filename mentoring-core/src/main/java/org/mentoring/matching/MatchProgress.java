package org.mentoring.matching;

/**
 * Hears how far a matching is. Called by the thread that matches, every few hundred steps and once
 * at the end.
 */
@FunctionalInterface
public interface MatchProgress {
  /**
   * So far.
   *
   * @param done steps done, never falling
   * @param total steps in all; the same in every call
   */
  void at(long done, long total);
}
