package org.mentoring.failure;

import java.util.Map;
import java.util.TreeMap;

/**
 * A bug, a fault of the infrastructure or bad input. It carries a stable code, attributes that hold
 * opaque ids and shapes but no personal data, and a hint what to do. Raw causes that may hold data
 * are not chained.
 */
public class MentoringException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, String> attributes;
  private final String hint;

  /**
   * @param code stable, lower case with dots
   * @param attributes opaque ids, places and shapes only
   * @param hint what the caller can do
   */
  public MentoringException(String code, Map<String, String> attributes, String hint) {
    super(code + " " + new TreeMap<>(attributes) + ". " + hint);
    this.code = code;
    this.attributes = Map.copyOf(attributes);
    this.hint = hint;
  }

  /** The stable code. */
  public final String code() {
    return code;
  }

  /** Opaque ids, places and shapes. */
  public final Map<String, String> attributes() {
    return attributes;
  }

  /** What the caller can do. */
  public final String hint() {
    return hint;
  }
}
