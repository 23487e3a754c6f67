package org.mentoring.identity;

import org.mentoring.failure.Invariants;

/**
 * How the embedding system knows a participant. The reference is not printed by {@link
 * #toString()}, because some systems use personal data as keys.
 *
 * @param system a short name of the system, spelt as an id
 * @param value the key there, 1 to 200 characters
 */
public record ExternalReference(String system, String value)
    implements Comparable<ExternalReference> {
  /** Refuses a malformed system or a value of a wrong length. */
  public ExternalReference {
    IdText.checked("externalReference.system", system);
    Invariants.text("externalReference.value", value, 200);
  }

  @Override
  public int compareTo(ExternalReference other) {
    int bySystem = system.compareTo(other.system);
    return bySystem != 0 ? bySystem : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return "ExternalReference[" + system + ":…]";
  }
}
