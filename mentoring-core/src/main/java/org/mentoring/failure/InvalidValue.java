package org.mentoring.failure;

import java.util.Map;
import java.util.TreeMap;

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
    this(code, what, allowed, Map.of());
  }

  /**
   * @param code stable code of the fault
   * @param what the name of the value
   * @param allowed what is allowed
   * @param bounds what is allowed as figures, {@code least} and {@code most}, for messages in any
   *     language
   */
  public InvalidValue(String code, String what, String allowed, Map<String, String> bounds) {
    super(code, attributes(what, allowed, bounds), "Allowed for " + what + ": " + allowed + ".");
  }

  private static Map<String, String> attributes(
      String what, String allowed, Map<String, String> bounds) {
    Map<String, String> all = new TreeMap<>(bounds);
    all.put("what", what);
    all.put("allowed", allowed);
    return all;
  }
}
