package org.mentoring.decision;

import java.util.List;
import org.mentoring.digest.CanonicalForm;

/**
 * A verdict with all of its findings. A pure function of question, definition, rules and dossier:
 * the same input gives the same {@link #canonical() bytes}. It holds codes and typed values, no
 * texts and no personal data beyond them. Immutable and thread-safe.
 *
 * @param question what it is about
 * @param verdict the strictest that the findings ask for
 * @param findings sorted by effect, requirement and code
 * @param path how far the party is; empty where the practice gives no path
 * @param basis what it rests on
 */
public record Decision(
    Question question,
    Verdict verdict,
    List<Finding> findings,
    List<StepProgress> path,
    Basis basis) {
  /** Sorts the findings; refuses a verdict that they do not ask for. */
  public Decision {
    findings = findings.stream().sorted().distinct().toList();
    path = List.copyOf(path);
    org.mentoring.failure.Invariants.holds(
        verdict == Verdict.of(findings),
        "decision.verdict",
        "verdict",
        "the strictest that the findings ask for");
  }

  /** The decision that the findings ask for. */
  public static Decision of(
      Question question, List<Finding> findings, List<StepProgress> path, Basis basis) {
    return new Decision(question, Verdict.of(findings), findings, path, basis);
  }

  /** Whether the answer is yes. */
  public boolean eligible() {
    return verdict == Verdict.ELIGIBLE;
  }

  /** The canonical text; equal decisions have equal texts. */
  public String canonical() {
    return CanonicalForm.of(this);
  }

  /** SHA-256 of {@link #canonical()}, 64 hexadecimal digits. */
  public String digest() {
    return CanonicalForm.sha256(this);
  }
}
