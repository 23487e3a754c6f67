package org.mentoring.identity;

/**
 * The opaque id of a participant. It must not be made of personal data: it appears in decisions and
 * logs.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record ParticipantId(String value) implements Comparable<ParticipantId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public ParticipantId {
    IdText.checked("participant", value);
  }

  /** The id with this text; {@code of(id.toString())} is the same id. */
  public static ParticipantId of(String value) {
    return new ParticipantId(value);
  }

  @Override
  public int compareTo(ParticipantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
