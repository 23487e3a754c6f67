package org.mentoring.identity;

/**
 * The opaque id of an event, by which a reader tells an event that it has seen already.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record EventId(String value) implements Comparable<EventId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public EventId {
    IdText.checked("event", value);
  }

  /** The id with this text. */
  public static EventId of(String value) {
    return new EventId(value);
  }

  @Override
  public int compareTo(EventId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
