package org.mentoring.identity;

/**
 * The opaque id of a recorded activity.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record ActivityId(String value) implements Comparable<ActivityId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public ActivityId {
    IdText.checked("activity", value);
  }

  /** The id with this text. */
  public static ActivityId of(String value) {
    return new ActivityId(value);
  }

  @Override
  public int compareTo(ActivityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
