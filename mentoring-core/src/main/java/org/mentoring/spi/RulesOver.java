package org.mentoring.spi;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;

/**
 * Rules that answer as others do, for an embedder who changes one answer and leaves the rest. What
 * names their content cannot be left: {@link #hash()} and {@link #withOwn} are of these rules and
 * not of those beneath. As thread-safe as those beneath.
 */
public abstract class RulesOver implements RulesProvider {
  private final RulesProvider given;

  /**
   * Over some rules.
   *
   * @param given what answers wherever nothing is overridden; closed with these
   */
  protected RulesOver(RulesProvider given) {
    Invariants.present("RulesOver", given);
    this.given = given;
  }

  /** The rules beneath. */
  protected final RulesProvider given() {
    return given;
  }

  @Override
  public EligibilityRules eligibility() {
    return given.eligibility();
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
  public CompletionRules completion() {
    return given.completion();
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
  public SortedSet<String> own() {
    return given.own();
  }

  @Override
  public abstract RulesProvider withOwn(SortedSet<String> names);

  @Override
  public abstract String hash();

  @Override
  public void close() {
    given.close();
  }
}
