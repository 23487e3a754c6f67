package org.mentoring.benchmarks;

/** An engine in the race over one instance. Each round builds a model anew and solves it once. */
interface Contender {
  /** For the page. */
  String name();

  /** Builds the engine's model. */
  void build();

  /** Solves the model. */
  Answer solve();

  /** Whether a checker finds nothing wrong with the last answer; true where there is none. */
  default boolean proved() {
    return true;
  }

  /** Lets the model go. */
  void drop();

  /**
   * What an engine found.
   *
   * @param pairs matched mentees
   * @param score of all pairs in sum
   */
  record Answer(int pairs, long score) {}
}
