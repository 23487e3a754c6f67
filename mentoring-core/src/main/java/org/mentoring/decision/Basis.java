package org.mentoring.decision;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.digest.OmittedIfAbsent;
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
 * @param packs the rules of packs that were in force on the day that was decided about, as {@code
 *     eepm-4@1.0.0/agreement}; the definition's hash covers what they say
 */
public record Basis(
    String programme,
    String version,
    String definitionHash,
    String ruleSetHash,
    SortedSet<String> kinds,
    String dossierDigest,
    @OmittedIfAbsent List<String> packs) {
  /** Sorts and copies. */
  public Basis {
    kinds = Invariants.sorted(kinds);
    packs = List.copyOf(packs);
  }

  /** The basis of a decision over which no rule of a pack was in force. */
  public Basis(
      String programme,
      String version,
      String definitionHash,
      String ruleSetHash,
      SortedSet<String> kinds,
      String dossierDigest) {
    this(programme, version, definitionHash, ruleSetHash, kinds, dossierDigest, List.of());
  }
}
