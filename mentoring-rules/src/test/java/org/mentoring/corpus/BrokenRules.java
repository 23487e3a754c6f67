package org.mentoring.corpus;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.mentoring.decision.Finding;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.RulesOver;
import org.mentoring.spi.RulesProvider;

/** Rules that lost some findings and kept their versions, as no release may. */
final class BrokenRules extends RulesOver {
  private final Predicate<Finding> left;

  BrokenRules(RulesProvider given, Predicate<Finding> left) {
    super(given);
    this.left = left;
  }

  private List<Finding> left(List<Finding> findings) {
    return findings.stream().filter(left).toList();
  }

  @Override
  public EligibilityRules eligibility() {
    return question -> left(given().eligibility().evaluate(question));
  }

  @Override
  public CompletionRules completion() {
    return question -> left(given().completion().missing(question));
  }

  @Override
  public RulesProvider withOwn(SortedSet<String> names) {
    return this;
  }

  @Override
  public String hash() {
    return "b".repeat(64);
  }

  @Override
  public void close() {}
}
