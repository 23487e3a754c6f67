package org.mentoring.identity;

/**
 * The opaque id of a match proposal.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record ProposalId(String value) implements Comparable<ProposalId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public ProposalId {
    IdText.checked("proposal", value);
  }

  /** The id with this text. */
  public static ProposalId of(String value) {
    return new ProposalId(value);
  }

  @Override
  public int compareTo(ProposalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
