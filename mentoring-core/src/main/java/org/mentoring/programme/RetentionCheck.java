package org.mentoring.programme;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What contradicts itself in the terms of retention of a definition. */
final class RetentionCheck {
  private final @Nullable RetentionTerms retention;
  private final FoundProblems found;

  RetentionCheck(@Nullable RetentionTerms retention, FoundProblems found) {
    this.retention = retention;
    this.found = found;
  }

  void all() {
    RetentionTerms terms = retention;
    if (terms == null) {
      return;
    }
    found.once("retention", terms.rules().stream().map(RetentionTerms.Rule::id), "retention:");
    Map<String, String> claimed = new HashMap<>();
    for (RetentionTerms.Rule rule : terms.rules()) {
      if (rule.positions().isEmpty()) {
        claim(rule, rule.ground().name(), claimed);
      }
      rule.positions().forEach(position -> claim(rule, rule.ground() + " " + position, claimed));
      if (rule.ground() == RetentionTerms.Ground.CONSENT_WITHDRAWN) {
        withdrawal(rule, terms);
      }
    }
  }

  private void claim(RetentionTerms.Rule rule, String what, Map<String, String> claimed) {
    String other = claimed.putIfAbsent(what, rule.id());
    if (other != null && !other.equals(rule.id())) {
      found.add(
          "retention.ground-twice",
          "retention:" + rule.id(),
          Map.of("found", what, "other", other));
    }
  }

  /** Nobody can take back what is not named, and a withdrawal does not outlast itself. */
  private void withdrawal(RetentionTerms.Rule rule, RetentionTerms terms) {
    if (terms.consents().isEmpty()) {
      found.add("retention.consents-missing", "retention:" + rule.id(), Map.of());
    }
    if (rule.despiteWithdrawal()) {
      found.add("retention.despite-itself", "retention:" + rule.id(), Map.of());
    }
  }
}
