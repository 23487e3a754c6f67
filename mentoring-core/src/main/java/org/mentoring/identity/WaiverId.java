package org.mentoring.identity;

/**
 * The opaque id of a waiver.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record WaiverId(String value) implements Comparable<WaiverId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public WaiverId {
    IdText.checked("waiver", value);
  }

  /** The id with this text. */
  public static WaiverId of(String value) {
    return new WaiverId(value);
  }

  @Override
  public int compareTo(WaiverId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
