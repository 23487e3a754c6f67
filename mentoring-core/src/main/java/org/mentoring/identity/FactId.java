package org.mentoring.identity;

/**
 * The opaque id of a recorded fact. Findings name the facts they rest on by it.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record FactId(String value) implements Comparable<FactId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public FactId {
    IdText.checked("fact", value);
  }

  /** The id with this text. */
  public static FactId of(String value) {
    return new FactId(value);
  }

  @Override
  public int compareTo(FactId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
