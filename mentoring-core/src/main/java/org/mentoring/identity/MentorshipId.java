package org.mentoring.identity;

/**
 * The opaque id of a mentorship.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record MentorshipId(String value) implements Comparable<MentorshipId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public MentorshipId {
    IdText.checked("mentorship", value);
  }

  /** The id with this text. */
  public static MentorshipId of(String value) {
    return new MentorshipId(value);
  }

  @Override
  public int compareTo(MentorshipId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
