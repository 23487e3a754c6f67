package org.mentoring.rules.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoring.criterion.Criterion;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.Scale;
import org.mentoring.rules.internal.RulesSession;
import org.mentoring.spi.PolicyCase;

/** Puts a matching policy's case before the rules. */
public final class PolicyFacts {
  private PolicyFacts() {}

  /**
   * The criteria that the rules infer, by id.
   *
   * @throws MentoringException {@code criterion.twice} where the plan gives a criterion of its own
   *     the id of one that the rules add
   */
  public static List<Criterion> criteria(RulesSession session, PolicyCase question) {
    Map<String, Criterion> byId = new TreeMap<>();
    for (Inferred inferred : session.run(of(question), Inferred.class)) {
      Criterion criterion = inferred.criterion();
      Criterion other = byId.putIfAbsent(criterion.id(), criterion);
      if (other != null && !other.equals(criterion)) {
        throw new MentoringException(
            "criterion.twice",
            Map.of("criterion", criterion.id(), "practice", question.practice().id()),
            "Give the plan's criterion another id; this one is taken by the rules.");
      }
    }
    return List.copyOf(byId.values());
  }

  private static List<Object> of(PolicyCase question) {
    List<Object> facts = new ArrayList<>();
    question.plan().criteria().forEach(each -> facts.add(PolicyFact.Planned.of(each)));
    question.plan().emphases().forEach(each -> facts.add(PolicyFact.Emphasised.of(each)));
    facts.add(new PolicyFact.Mentee(question.circumstances()));
    facts.add(
        new PolicyFact.Pairing(
            question.practice().format(),
            question.practice().mutual(),
            question.practice().refusesCircles(),
            Invariants.sorted(
                question.definition().scales().stream()
                    .map(Scale::attribute)
                    .collect(Collectors.toSet()))));
    return facts;
  }
}
