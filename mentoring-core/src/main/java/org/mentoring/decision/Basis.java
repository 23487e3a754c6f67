package org.mentoring.decision;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;

/**
 * What a decision rests on, so that it can be made again.
 *
 * @param programme the definition's id
 * @param version the definition's version
 * @param definitionHash the definition's content hash
 * @param ruleSetHash names the rules and the registered evaluators
 * @param kinds kinds of requirement that were judged, with their semantic versions
 * @param dossierDigest SHA-256 of the dossier's canonical form; empty where no dossier was read. It
 *     is made of personal data of few possible values, so it must not leave for the public.
 */
public record Basis(
    String programme,
    String version,
    String definitionHash,
    String ruleSetHash,
    SortedSet<String> kinds,
    String dossierDigest) {
  /** Sorts and copies. */
  public Basis {
    kinds = Invariants.sorted(kinds);
  }
}
