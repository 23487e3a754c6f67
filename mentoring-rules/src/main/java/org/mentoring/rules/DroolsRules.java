package org.mentoring.rules;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.decision.Finding;
import org.mentoring.rules.completion.ClosingFacts;
import org.mentoring.rules.fact.CaseFacts;
import org.mentoring.rules.incident.IncidentFacts;
import org.mentoring.rules.internal.RuleSources;
import org.mentoring.rules.internal.RulesSession;
import org.mentoring.rules.matching.PolicyFacts;
import org.mentoring.rules.obligation.WindowFacts;
import org.mentoring.rules.risk.RiskFacts;
import org.mentoring.rules.wellbeing.Measured;
import org.mentoring.spi.BurnOutCase;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.IncidentRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.ObligationRules;
import org.mentoring.spi.RiskRules;
import org.mentoring.spi.RulesProvider;

/**
 * The library's own rules, run by Drools. They were compiled when this module was built, so that
 * loading them takes a fraction of a second and no compiler. Load them once and share them:
 * thread-safe.
 *
 * <p>After {@link #close()} nothing can be decided any more.
 */
public final class DroolsRules implements RulesProvider {
  private final RulesSession eligibility;
  private final RulesSession matching;
  private final RulesSession obligation;
  private final RulesSession completion;
  private final RulesSession risk;
  private final RulesSession wellbeing;
  private final RulesSession incident;
  private final String hash;
  private final SortedSet<String> kinds;

  /** Loads the rules; here for {@code ServiceLoader}, everybody else reads {@link #create()}. */
  public DroolsRules() {
    hash = RuleSources.hash();
    kinds = RuleSources.kinds();
    eligibility = RulesSession.load("eligibility");
    matching = RulesSession.load("matching");
    obligation = RulesSession.load("obligation");
    completion = RulesSession.load("completion");
    risk = RulesSession.load("risk");
    wellbeing = RulesSession.load("wellbeing");
    incident = RulesSession.load("incident");
  }

  /** Loads the rules. */
  public static DroolsRules create() {
    return new DroolsRules();
  }

  @Override
  public EligibilityRules eligibility() {
    return this::findings;
  }

  @Override
  public MatchingRules matching() {
    return question -> PolicyFacts.criteria(matching, question);
  }

  @Override
  public ObligationRules obligations() {
    return (windows, asOf) -> WindowFacts.judged(obligation, windows, asOf);
  }

  @Override
  public CompletionRules completion() {
    return question -> ClosingFacts.missing(completion, question);
  }

  @Override
  public RiskRules risks() {
    return new RiskRules() {
      @Override
      public List<Finding> risks(CompletionCase question) {
        return RiskFacts.risks(risk, question);
      }

      @Override
      public List<Finding> burnOut(BurnOutCase question) {
        return Measured.findings(wellbeing, question);
      }
    };
  }

  @Override
  public IncidentRules incidents() {
    return question -> IncidentFacts.findings(incident, question);
  }

  private List<Finding> findings(EligibilityCase question) {
    return eligibility.run(CaseFacts.of(question), Finding.class).stream()
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public SortedSet<String> kinds() {
    return kinds;
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public void close() {
    eligibility.close();
    matching.close();
    obligation.close();
    completion.close();
    risk.close();
    wellbeing.close();
    incident.close();
  }
}
