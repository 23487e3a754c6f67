package org.mentoring.identity;

/**
 * The opaque id of a stored decision.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record DecisionId(String value) implements Comparable<DecisionId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public DecisionId {
    IdText.checked("decision", value);
  }

  /** The id with this text. */
  public static DecisionId of(String value) {
    return new DecisionId(value);
  }

  @Override
  public int compareTo(DecisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
