package org.mentoring.identity;

/**
 * The opaque id of a mentor selection event.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record SelectionEventId(String value) implements Comparable<SelectionEventId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public SelectionEventId {
    IdText.checked("selection-event", value);
  }

  /** The id with this text. */
  public static SelectionEventId of(String value) {
    return new SelectionEventId(value);
  }

  @Override
  public int compareTo(SelectionEventId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
