package org.mentoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mentoring.criterion.Criterion;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.PolicyCase;

/**
 * The criteria under packs. Some rules infer one only where the plan has none of its kind; a pack's
 * criterion is none of the plan's own, so that whatever binds without packs binds under them too.
 */
final class PolicyUnderPacks {
  private PolicyUnderPacks() {}

  /**
   * The criteria, by id.
   *
   * @param bare the definition without packs
   * @param question under the packs of its day
   */
  static List<Criterion> criteria(
      MatchingRules rules, ProgrammeDefinition bare, PolicyCase question) {
    List<Criterion> under = rules.criteria(question);
    Optional<Practice> practice = bare.practice(question.practice().id());
    MatchingPlan own = practice.map(Practice::matching).orElse(null);
    if (practice.isEmpty() || own == null || own.equals(question.plan())) {
      return under;
    }
    Map<String, Criterion> all = new TreeMap<>();
    rules
        .criteria(new PolicyCase(bare, practice.get(), own, question.circumstances()))
        .forEach(each -> all.put(each.id(), each));
    under.forEach(each -> all.put(each.id(), each));
    return List.copyOf(all.values());
  }
}
