package org.mentoring.runtime;

import java.util.List;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.IncidentRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.ObligationRules;
import org.mentoring.spi.RiskRules;
import org.mentoring.spi.RulesProvider;

/** Rules that find nothing. */
final class NoRules implements RulesProvider {
  boolean closed;

  @Override
  public EligibilityRules eligibility() {
    return question -> List.of();
  }

  @Override
  public MatchingRules matching() {
    return question -> question.plan().criteria();
  }

  @Override
  public ObligationRules obligations() {
    return (windows, asOf) -> List.of();
  }

  @Override
  public CompletionRules completion() {
    return question -> List.of();
  }

  @Override
  public RiskRules risks() {
    return question -> List.of();
  }

  @Override
  public IncidentRules incidents() {
    return question -> List.of();
  }

  @Override
  public String hash() {
    return "0".repeat(64);
  }

  @Override
  public void close() {
    closed = true;
  }
}
