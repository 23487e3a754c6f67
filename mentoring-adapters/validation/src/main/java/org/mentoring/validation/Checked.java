package org.mentoring.validation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Problem;

/**
 * What became of a draft: a value, or the problems that stand in its way.
 *
 * @param found the value; null if there are problems
 * @param problems by place; empty if there is a value
 * @param <T> type of the value
 */
public record Checked<T>(@Nullable T found, List<Problem> problems) {
  /** Sorts and copies. */
  public Checked {
    problems = problems.stream().sorted().distinct().toList();
  }

  /** The value, if there is one. */
  public Optional<T> value() {
    return Optional.ofNullable(found);
  }
}
