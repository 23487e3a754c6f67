package org.mentoring.decision;

import java.util.Optional;

/**
 * What came of a command: a value, or a decision that refuses it with all findings.
 *
 * @param <T> the value's type
 */
public sealed interface Outcome<T> {
  /**
   * The command was carried out.
   *
   * @param value what came of it
   */
  record Accepted<T>(T value) implements Outcome<T> {}

  /**
   * The command was refused, and nothing changed.
   *
   * @param decision why
   */
  record Refused<T>(Decision decision) implements Outcome<T> {}

  /** The value, if the command was carried out. */
  default Optional<T> accepted() {
    return this instanceof Accepted<T> accepted ? Optional.of(accepted.value()) : Optional.empty();
  }

  /** The refusal, if there was one. */
  default Optional<Decision> refused() {
    return this instanceof Refused<T> refused ? Optional.of(refused.decision()) : Optional.empty();
  }

  /**
   * The value; where the command was refused, an exception that names the codes of the findings.
   */
  default T orElseThrow() {
    if (this instanceof Accepted<T> accepted) {
      return accepted.value();
    }
    throw new CommandRefused(((Refused<T>) this).decision());
  }
}
