package org.mentoring.failure;

import java.util.List;
import java.util.Map;

/** An input that cannot be taken, with all of its problems. */
public class InvalidInput extends MentoringException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems at least one
   */
  public InvalidInput(List<Problem> problems) {
    this("input.invalid", problems, "Mend every problem listed and read the input again.");
  }

  /**
   * @param code stable code
   * @param problems at least one
   * @param hint what the caller can do
   */
  protected InvalidInput(String code, List<Problem> problems, String hint) {
    super(
        code,
        Map.of(
            "problems",
            Integer.toString(problems.size()),
            "first",
            problems.isEmpty() ? "" : problems.get(0).code() + " at " + problems.get(0).place()),
        hint);
    this.problems = problems.stream().sorted().toList();
  }

  /** All problems, by place. */
  public final List<Problem> problems() {
    return problems;
  }
}
