package org.mentoring;

import org.mentoring.decision.Outcome;
import org.mentoring.journal.CommandRecord;

/**
 * What came of a command that was given under an id of its own: it is carried out once, however
 * often it is given.
 *
 * @param <T> the type of what comes of it
 */
public sealed interface Given<T> {
  /**
   * It was given for the first time.
   *
   * @param outcome what came of it
   */
  record Now<T>(Outcome<T> outcome) implements Given<T> {}

  /**
   * It was given before, and nothing was done now.
   *
   * @param command what came of it then
   */
  record Before<T>(CommandRecord command) implements Given<T> {}
}
