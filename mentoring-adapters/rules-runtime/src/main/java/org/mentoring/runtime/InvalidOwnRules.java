package org.mentoring.runtime;

import java.util.List;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Problem;

/** Own rules that cannot be taken, with all of their problems: {@code own-rules.invalid}. */
public final class InvalidOwnRules extends InvalidInput {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems at least one
   */
  InvalidOwnRules(List<Problem> problems) {
    super("own-rules.invalid", problems, "Mend every problem listed and load the rules again.");
  }
}
