package org.mentoring.identity;

/**
 * The opaque id of an incident.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record IncidentId(String value) implements Comparable<IncidentId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public IncidentId {
    IdText.checked("incident", value);
  }

  /** The id with this text. */
  public static IncidentId of(String value) {
    return new IncidentId(value);
  }

  @Override
  public int compareTo(IncidentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
