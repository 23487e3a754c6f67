package org.mentoring.publication;

import java.util.Optional;
import java.util.SortedSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * A municipality by name, as a public page may name it: where the definition says which there are,
 * one of those. So a text that somebody wrote into a person's record is never taken for a place.
 * Immutable and thread-safe.
 */
public final class PublicPlace implements Comparable<PublicPlace> {
  private final String name;

  private PublicPlace(String name) {
    this.name = name;
  }

  /** The place of this name; empty for no name, and for one that the definition does not know. */
  static Optional<PublicPlace> in(ProgrammeDefinition definition, String name) {
    SortedSet<String> known = definition.allowedValues().get(Attribute.MUNICIPALITY);
    return name.isEmpty() || (known != null && !known.contains(name))
        ? Optional.empty()
        : Optional.of(new PublicPlace(name));
  }

  /** Its name. */
  public String name() {
    return name;
  }

  @Override
  public int compareTo(PublicPlace other) {
    return name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicPlace that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }
}
