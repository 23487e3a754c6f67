package org.mentoring.corpus;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.mentoring.decision.Finding;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.IncidentRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.ObligationRules;
import org.mentoring.spi.RiskRules;
import org.mentoring.spi.RulesProvider;

/** Rules that lost some findings and kept their versions, as no release may. */
record BrokenRules(RulesProvider given, Predicate<Finding> left) implements RulesProvider {
  private List<Finding> left(List<Finding> findings) {
    return findings.stream().filter(left).toList();
  }

  @Override
  public EligibilityRules eligibility() {
    return question -> left(given.eligibility().evaluate(question));
  }

  @Override
  public CompletionRules completion() {
    return question -> left(given.completion().missing(question));
  }

  @Override
  public MatchingRules matching() {
    return given.matching();
  }

  @Override
  public ObligationRules obligations() {
    return given.obligations();
  }

  @Override
  public RiskRules risks() {
    return given.risks();
  }

  @Override
  public IncidentRules incidents() {
    return given.incidents();
  }

  @Override
  public SortedSet<String> kinds() {
    return given.kinds();
  }

  @Override
  public String hash() {
    return "b".repeat(64);
  }

  @Override
  public void close() {}
}
