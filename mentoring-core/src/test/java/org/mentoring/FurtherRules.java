package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Citation;
import org.mentoring.identity.FactId;
import org.mentoring.participant.KnownFact;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.RulesOver;
import org.mentoring.spi.RulesProvider;

/** Rules with own ones, each of which refuses everybody and rests on all facts. */
final class FurtherRules extends RulesOver {
  private final SortedSet<String> own;

  FurtherRules(RulesProvider given, SortedSet<String> own) {
    super(given);
    this.own = own;
  }

  @Override
  public EligibilityRules eligibility() {
    return question -> {
      List<Finding> found = new ArrayList<>(given().eligibility().evaluate(question));
      List<FactId> facts = question.dossier().facts().stream().map(KnownFact::id).toList();
      own.forEach(
          name ->
              found.add(
                  new Finding(
                      name, name, Citation.CHOICE, Effect.REFUSES, facts, new TreeMap<>())));
      return found;
    };
  }

  @Override
  public SortedSet<String> own() {
    return own;
  }

  @Override
  public SortedSet<String> kinds() {
    return new TreeSet<>(List.of("consent@1", "documents@1", "training@1"));
  }

  @Override
  public RulesProvider withOwn(SortedSet<String> names) {
    SortedSet<String> some = new TreeSet<>(own);
    some.retainAll(names);
    return new FurtherRules(given(), some);
  }

  @Override
  public String hash() {
    return given().hash() + own;
  }
}
