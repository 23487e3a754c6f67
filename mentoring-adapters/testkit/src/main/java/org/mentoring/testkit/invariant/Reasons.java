package org.mentoring.testkit.invariant;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.DecisionId;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** Whether whoever is not admitted is told why, in both languages. */
final class Reasons {
  private static final int PAGE = 1_000;

  private final Set<String> told = new HashSet<>();
  private final boolean own;

  Reasons(ProgrammeDefinition definition) {
    told.addAll(Messages.of(Language.EN).keys());
    told.retainAll(Messages.of(Language.RU).keys());
    // What an embedder's own evaluators find, its own texts tell.
    boolean[] extended = {false};
    org.mentoring.digest.CanonicalForm.visit(
        definition,
        org.mentoring.programme.Requirement.Extension.class,
        extension -> extended[0] = true);
    own = extended[0];
  }

  void stored(Stores stores, Collection<Breach> found) {
    @Nullable DecisionId after = null;
    do {
      Page<StoredDecision> page = stores.decisions().list(after, PAGE);
      for (StoredDecision each : page.items()) {
        Decision decision = each.decision();
        // What is left after an erasure tells nothing any more.
        if (decision != null) {
          look(each.id().value(), decision.verdict(), decision.findings(), found);
        }
      }
      String next = page.next();
      after = next == null ? null : DecisionId.of(next);
    } while (after != null);
  }

  void look(
      String subject, Verdict verdict, Collection<Finding> findings, Collection<Breach> found) {
    boolean barred = findings.stream().anyMatch(each -> each.effect() != Effect.INFORMS);
    if (verdict != Verdict.ELIGIBLE && !barred) {
      found.add(new Breach(Invariant.REASONED, subject, verdict + " without a finding"));
    }
    Set<String> silent =
        findings.stream()
            .map(Finding::code)
            .filter(code -> !own && !told.contains("finding." + code))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!silent.isEmpty()) {
      found.add(
          new Breach(Invariant.REASONED, subject, "no text for " + String.join(", ", silent)));
    }
  }
}
