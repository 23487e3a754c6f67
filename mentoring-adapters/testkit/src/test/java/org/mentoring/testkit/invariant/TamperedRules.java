package org.mentoring.testkit.invariant;

import java.util.List;
import java.util.function.BiFunction;
import org.mentoring.decision.Finding;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.IncidentRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.ObligationRules;
import org.mentoring.spi.RiskRules;
import org.mentoring.spi.RulesProvider;

/** Rules with a planted fault in who may take part. */
final class TamperedRules implements RulesProvider {
  private final RulesProvider real;
  private final BiFunction<EligibilityCase, List<Finding>, List<Finding>> fault;

  TamperedRules(
      RulesProvider real, BiFunction<EligibilityCase, List<Finding>, List<Finding>> fault) {
    this.real = real;
    this.fault = fault;
  }

  @Override
  public EligibilityRules eligibility() {
    return question -> fault.apply(question, real.eligibility().evaluate(question));
  }

  @Override
  public MatchingRules matching() {
    return real.matching();
  }

  @Override
  public ObligationRules obligations() {
    return real.obligations();
  }

  @Override
  public CompletionRules completion() {
    return real.completion();
  }

  @Override
  public RiskRules risks() {
    return real.risks();
  }

  @Override
  public IncidentRules incidents() {
    return real.incidents();
  }

  @Override
  public String hash() {
    return real.hash();
  }

  @Override
  public void close() {
    // The real ones are not this one's.
  }
}
