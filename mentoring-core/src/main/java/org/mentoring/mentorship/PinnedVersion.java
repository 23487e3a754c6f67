package org.mentoring.mentorship;

import org.mentoring.failure.Invariants;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;

/**
 * Under which version of a programme a mentorship runs: what its definition asks for is asked of
 * the mentorship until it is moved to another version.
 *
 * @param programme the definition's id
 * @param version the definition's version
 * @param definitionHash the definition's content hash, for a version may have been changed
 */
public record PinnedVersion(String programme, Version version, String definitionHash) {
  /** Refuses nulls. */
  public PinnedVersion {
    Invariants.present("PinnedVersion", programme, version, definitionHash);
  }

  /** The version that a definition is. */
  public static PinnedVersion of(ProgrammeDefinition definition) {
    return new PinnedVersion(definition.id(), definition.version(), definition.hash());
  }
}
