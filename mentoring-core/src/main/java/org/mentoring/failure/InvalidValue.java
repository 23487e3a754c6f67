package org.mentoring.failure;

import java.util.Map;

/**
 * A constructor was given a value outside its range. The value itself is not repeated: it may be
 * personal.
 */
public final class InvalidValue extends MentoringException {
  private static final long serialVersionUID = 1L;

  /**
   * @param code stable code of the fault
   * @param what the name of the value
   * @param allowed what is allowed
   */
  public InvalidValue(String code, String what, String allowed) {
    super(
        code,
        Map.of("what", what, "allowed", allowed),
        "Allowed for " + what + ": " + allowed + ".");
  }
}
