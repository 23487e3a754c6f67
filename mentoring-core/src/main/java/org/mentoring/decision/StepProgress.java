package org.mentoring.decision;

/**
 * How far a party is on its path.
 *
 * @param step the step's id
 * @param state what can be said of it
 */
public record StepProgress(String step, State state) {
  /** What can be said of a step. */
  public enum State {
    /** Everything that it needs is there, or a person has recorded it. */
    DONE,
    /** Something that it needs is missing. */
    OPEN,
    /** No requirement tells; a person records it, and has not yet. */
    RECORDED_BY_PERSON
  }
}
