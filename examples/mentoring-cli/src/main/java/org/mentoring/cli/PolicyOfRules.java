package org.mentoring.cli;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.criterion.Criterion;
import org.mentoring.identity.Code;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.PolicyCase;
import org.mentoring.spi.RulesProvider;

/** What the rules make of a plan: asked of them directly, where no proposal tells it. */
final class PolicyOfRules {
  private PolicyOfRules() {}

  /** The criteria that the rules add to the definition's own, by id. */
  static List<Criterion> inferred(
      RulesProvider rules, ProgrammeDefinition definition, Practice practice, MatchingPlan plan) {
    SortedSet<String> own =
        plan.criteria().stream().map(Criterion::id).collect(Collectors.toCollection(TreeSet::new));
    return rules
        .matching()
        .criteria(new PolicyCase(definition, practice, plan, new TreeSet<>()))
        .stream()
        .filter(criterion -> !own.contains(criterion.id()))
        .toList();
  }

  /**
   * How two people would fare as a pair under the packs of the day, whether or not they may take
   * part yet. What the rules infer from the plan without packs binds under them too.
   */
  static PairExplanation outlook(
      ProgrammeRun run, Practice practice, MatchingPlan plan, PairKey pair) {
    Dossier mentee = run.mentoring().dossier(pair.mentee(), run.asOf());
    Dossier mentor = run.mentoring().dossier(pair.mentor(), run.asOf());
    SortedSet<Code> circumstances =
        mentee
            .current(Fact.Circumstance.class)
            .map(Fact.Circumstance::code)
            .collect(Collectors.toCollection(TreeSet::new));
    ProgrammeDefinition laidOver = run.definition().on(run.asOf());
    Practice under = laidOver.practice(practice.id()).orElseThrow();
    SortedMap<String, Criterion> byId = new TreeMap<>();
    try (RulesProvider rules = DroolsRules.create()) {
      for (PolicyCase each :
          List.of(
              new PolicyCase(run.definition(), practice, plan, circumstances),
              new PolicyCase(
                  laidOver,
                  under,
                  Objects.requireNonNullElse(under.matching(), plan),
                  circumstances))) {
        rules.matching().criteria(each).forEach(criterion -> byId.put(criterion.id(), criterion));
      }
    }
    List<Criterion> criteria = List.copyOf(byId.values());
    MatchRequest request =
        new MatchRequest(
            List.of(new Candidate(mentee, 1, 0)),
            List.of(new Candidate(mentor, 1, 0)),
            List.of(criteria),
            run.definition().yardsticks(),
            run.mentoring().ties(run.asOf()),
            new TreeSet<>(),
            new TreeSet<>());
    return new Matcher().explain(request, pair);
  }
}
