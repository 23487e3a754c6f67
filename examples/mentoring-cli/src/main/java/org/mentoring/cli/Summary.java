package org.mentoring.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;

/** Decisions in figures. */
final class Summary {
  private Summary() {}

  /** How many decisions have each verdict; every verdict is in it. */
  static Map<Verdict, Integer> verdicts(List<Decision> decisions) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    decisions.forEach(decision -> counts.merge(decision.verdict(), 1, Integer::sum));
    return counts;
  }

  /** What stood in the way of how many, the commonest first. */
  static List<Reason> reasons(List<Decision> decisions) {
    Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(Object::toString));
    for (Decision decision : decisions) {
      decision.findings().stream()
          .filter(finding -> finding.effect() != Effect.INFORMS)
          .map(Summary::key)
          .distinct()
          .forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    List<Reason> reasons = new ArrayList<>();
    counts.forEach(
        (key, people) -> reasons.add(new Reason(key.get(0), key.get(1), key.get(2), people)));
    reasons.sort(Comparator.comparingInt(Reason::people).reversed());
    return reasons;
  }

  private static List<String> key(Finding finding) {
    return List.of(finding.requirement(), finding.code(), finding.citation().toString());
  }

  /**
   * What stood in the way.
   *
   * @param requirement id of the requirement
   * @param code of the finding
   * @param source where the requirement comes from
   * @param people of how many
   */
  record Reason(String requirement, String code, String source, int people) {}
}
