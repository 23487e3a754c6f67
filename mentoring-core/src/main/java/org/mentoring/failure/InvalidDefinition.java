package org.mentoring.failure;

import java.util.List;

/** A programme definition that cannot be taken, with all of its problems. */
public final class InvalidDefinition extends InvalidInput {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems at least one
   */
  public InvalidDefinition(List<Problem> problems) {
    super(
        "definition.invalid",
        problems,
        "Mend every problem listed; the JSON Schema tells what each key may hold.");
  }
}
