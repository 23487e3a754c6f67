package org.mentoring.decision;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;

/**
 * A decision as it is kept: whole, so that it can be made again, or as a shell after somebody it is
 * about was erased. Immutable.
 *
 * @param id by which commands and mentorships name what they rest on
 * @param command the command that it was made for
 * @param matter what was decided, as {@code PARTICIPATION}
 * @param subject the opaque id of whom or what it is about
 * @param at when it was made
 * @param parts what was known of whom
 * @param salt random, 32 hexadecimal digits; null in a shell
 * @param decision with codes and typed parameters, its basis naming no dossier digest: that one has
 *     no salt; null in a shell
 * @param digest SHA-256 over the salt and the canonical form; stays in a shell
 */
public record StoredDecision(
    DecisionId id,
    CommandId command,
    Code matter,
    String subject,
    Instant at,
    SortedSet<DossierPart.Reference> parts,
    @Nullable String salt,
    @Nullable Decision decision,
    String digest) {
  /** Sorts and copies; refuses half a shell. */
  public StoredDecision {
    Invariants.present("StoredDecision", id, command, matter, subject, at, digest);
    parts = Invariants.sorted(parts);
    Invariants.holds(
        (salt == null) == (decision == null),
        "decision.shell",
        "salt",
        "both salt and decision, or neither");
  }

  /** A decision to be kept; the unsalted digest of its dossier is left out. */
  public static StoredDecision of(
      DecisionId id,
      CommandId command,
      Instant at,
      SortedSet<DossierPart.Reference> parts,
      String salt,
      Decision decision) {
    Decision kept = withoutDossierDigest(decision);
    return new StoredDecision(
        id,
        command,
        decision.question().matter(),
        decision.question().participant().value(),
        at,
        parts,
        salt,
        kept,
        digest(parts, salt, kept));
  }

  private static Decision withoutDossierDigest(Decision decision) {
    Basis basis = decision.basis();
    return new Decision(
        decision.question(),
        decision.verdict(),
        decision.findings(),
        decision.path(),
        new Basis(
            basis.programme(),
            basis.version(),
            basis.definitionHash(),
            basis.ruleSetHash(),
            basis.kinds(),
            "",
            basis.packs()));
  }

  private static String digest(
      SortedSet<DossierPart.Reference> parts, String salt, Decision decision) {
    return CanonicalForm.sha256OfText(
        salt + "\n" + CanonicalForm.of(parts) + "\n" + CanonicalForm.of(decision));
  }

  /** Whether somebody it is about was erased. */
  public boolean isShell() {
    return decision == null;
  }

  /** Whether the content is what the digest says; a shell has no content to doubt. */
  public boolean intact() {
    Decision kept = decision;
    String with = salt;
    return kept == null
        || with == null
        || (digest.equals(digest(parts, with, kept))
            && matter.equals(kept.question().matter())
            && subject.equals(kept.question().participant().value()));
  }

  /** What is left after somebody it is about was erased. */
  public StoredDecision shell() {
    return new StoredDecision(id, command, matter, subject, at, parts, null, null, digest);
  }

  @Override
  public String toString() {
    return "StoredDecision[" + id + ", " + matter + "]";
  }
}
