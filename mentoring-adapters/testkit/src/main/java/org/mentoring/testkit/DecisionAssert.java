package org.mentoring.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Verdict;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

/**
 * Assertions on decisions, in the way of AssertJ. Where one fails, the whole decision is printed
 * with its findings and their values. Not thread-safe.
 */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
  private final @Nullable Renderer renderer;

  private DecisionAssert(Decision decision, @Nullable Renderer renderer) {
    super(decision, DecisionAssert.class);
    this.renderer = renderer;
  }

  /** Begins assertions on a decision. */
  public static DecisionAssert assertThatDecision(Decision decision) {
    return new DecisionAssert(decision, null);
  }

  /**
   * Begins assertions on a decision.
   *
   * @param definition that it was made under; where an assertion fails, the decision is explained
   *     in its words as a coordinator reads them in English
   */
  public static DecisionAssert assertThatDecision(
      Decision decision, ProgrammeDefinition definition) {
    return new DecisionAssert(decision, Renderer.of(definition, Language.EN, Audience.COORDINATOR));
  }

  /** The answer is yes. */
  public DecisionAssert isEligible() {
    return hasVerdict(Verdict.ELIGIBLE);
  }

  /** The answer is "not yet". */
  public DecisionAssert isNotYet() {
    return hasVerdict(Verdict.NOT_YET);
  }

  /** The answer is no. */
  public DecisionAssert isRefused() {
    return hasVerdict(Verdict.REFUSED);
  }

  /** A person has to look. */
  public DecisionAssert needsReview() {
    return hasVerdict(Verdict.NEEDS_REVIEW);
  }

  /** The verdict is this one. */
  public DecisionAssert hasVerdict(Verdict verdict) {
    isNotNull();
    if (actual.verdict() != verdict) {
      failWithMessage("expected %s but was %s", verdict, explanation());
    }
    return this;
  }

  /** At least one finding has this code. */
  public DecisionAssert hasFinding(String code) {
    isNotNull();
    if (!codes().contains(code)) {
      failWithMessage("expected a finding %s in %s", code, explanation());
    }
    return this;
  }

  /** No finding has this code. */
  public DecisionAssert hasNoFinding(String code) {
    isNotNull();
    if (codes().contains(code)) {
      failWithMessage("expected no finding %s in %s", code, explanation());
    }
    return this;
  }

  /** The findings have exactly these codes, in any order, each as often as it is named. */
  public DecisionAssert hasExactlyFindings(String... codes) {
    isNotNull();
    if (!codes().stream().sorted().toList().equals(List.of(codes).stream().sorted().toList())) {
      failWithMessage("expected exactly %s in %s", List.of(codes), explanation());
    }
    return this;
  }

  private List<String> codes() {
    return actual.findings().stream().map(Finding::code).toList();
  }

  private String explanation() {
    StringBuilder text = new StringBuilder(actual.verdict().name());
    text.append(' ').append(actual.question().participant());
    for (Finding finding : actual.findings()) {
      text.append("\n  ").append(finding.code()).append(' ').append(CanonicalForm.of(finding));
    }
    if (renderer != null) {
      text.append("\n").append(renderer.text(actual));
    }
    return text.toString();
  }
}
