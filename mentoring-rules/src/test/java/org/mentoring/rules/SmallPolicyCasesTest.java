package org.mentoring.rules;

import static org.mentoring.rules.Cases.CITED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Code;
import org.mentoring.programme.MatchingPlan.Emphasis;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.Scale;
import org.mentoring.spi.PolicyCase;

/**
 * Every small policy of matching consists of the criteria that stand in {@code
 * small-policy-cases.txt}; see {@link SmallCasesTest}.
 */
class SmallPolicyCasesTest {
  /** What at most is said together. */
  private static final int MOST = 3;

  private static final Criterion INTERESTS =
      new Criterion(
          "interests", new Term.Overlap(Attribute.INTERESTS, 1), new Force.Soft(40), CITED);
  private static final Criterion OLDER =
      new Criterion("older", new Term.AgeGap(25, null), new Force.Soft(20), CITED);
  private static final Criterion AHEAD =
      new Criterion(
          "ahead",
          new Term.Ahead(Attribute.of("service-length"), 1, null),
          new Force.Hard(),
          CITED);

  /** A policy, named by what was said. */
  private record Policy(
      String name,
      MentoringFormat format,
      boolean mutual,
      boolean circlesForbidden,
      List<Criterion> criteria,
      List<Emphasis> emphases,
      List<Scale> scales,
      List<String> circumstances) {
    static Policy plain() {
      return new Policy(
          "",
          MentoringFormat.TRADITIONAL,
          false,
          false,
          List.of(INTERESTS, OLDER),
          List.of(),
          List.of(),
          List.of());
    }

    Policy named(String further) {
      return new Policy(
          name.isEmpty() ? further : name + " + " + further,
          format,
          mutual,
          circlesForbidden,
          criteria,
          emphases,
          scales,
          circumstances);
    }

    Policy of(MentoringFormat other) {
      return new Policy(
          name, other, mutual, circlesForbidden, criteria, emphases, scales, circumstances);
    }

    Policy bothWays() {
      return new Policy(
          name, format, true, circlesForbidden, criteria, emphases, scales, circumstances);
    }

    Policy withoutCircles() {
      return new Policy(name, format, mutual, true, criteria, emphases, scales, circumstances);
    }

    Policy with(Criterion criterion) {
      return new Policy(
          name,
          format,
          mutual,
          circlesForbidden,
          with(criteria, criterion),
          emphases,
          scales,
          circumstances);
    }

    Policy with(Emphasis emphasis) {
      return new Policy(
          name,
          format,
          mutual,
          circlesForbidden,
          criteria,
          with(emphases, emphasis),
          scales,
          circumstances);
    }

    Policy with(Scale scale) {
      return new Policy(
          name,
          format,
          mutual,
          circlesForbidden,
          criteria,
          emphases,
          with(scales, scale),
          circumstances);
    }

    Policy in(String circumstance) {
      return new Policy(
          name,
          format,
          mutual,
          circlesForbidden,
          criteria,
          emphases,
          scales,
          with(circumstances, circumstance));
    }

    private static <T> List<T> with(List<T> all, T further) {
      if (all.contains(further)) {
        return all;
      }
      List<T> more = new ArrayList<>(all);
      more.add(further);
      return more;
    }

    PolicyCase made() {
      PolicyCase made =
          Cases.policy(format, criteria, emphases, scales, circumstances.toArray(new String[0]));
      made = mutual ? Cases.bothWays(made) : made;
      return circlesForbidden ? Cases.withoutCircles(made) : made;
    }
  }

  private record Step(String name, UnaryOperator<Policy> said) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("partnership", so -> so.of(MentoringFormat.PARTNERSHIP)),
          new Step("reverse", so -> so.of(MentoringFormat.REVERSE)),
          new Step("both ways", Policy::bothWays),
          new Step("no circles", Policy::withoutCircles),
          new Step("scale of service", so -> so.with(Cases.serviceLength())),
          new Step("scale of competence", so -> so.with(Cases.competence())),
          new Step("ahead", so -> so.with(Cases.serviceLength()).with(AHEAD)),
          new Step(
              "risk doubles interests",
              so -> so.with(new Emphasis(Code.of("AT_RISK"), "interests", 2, CITED))),
          new Step(
              "orphans triple age",
              so -> so.with(new Emphasis(Code.of("ORPHAN"), "older", 3, CITED))),
          new Step("at risk", so -> so.in("AT_RISK")),
          new Step("orphan", so -> so.in("ORPHAN")));

  @Test
  void each_small_policy_has_the_criteria_that_are_written_down() throws IOException {
    List<String> lines = new ArrayList<>();
    try (DroolsRules rules = DroolsRules.create()) {
      choose(rules, Policy.plain(), 0, 0, lines);
    }
    SmallCasesTest.compare(lines, "small-policy-cases.txt");
  }

  private static void choose(
      DroolsRules rules, Policy so, int chosen, int from, List<String> lines) {
    lines.add(so.name() + ": " + told(rules.matching().criteria(so.made())));
    for (int i = from; i < STEPS.size() && chosen < MOST; i++) {
      Step step = STEPS.get(i);
      choose(rules, step.said().apply(so).named(step.name()), chosen + 1, i + 1, lines);
    }
  }

  private static String told(List<Criterion> criteria) {
    return criteria.stream().map(SmallPolicyCasesTest::told).collect(Collectors.joining("; "));
  }

  private static String told(Criterion criterion) {
    String force = criterion.hard() ? "must" : Integer.toString(criterion.weight());
    return criterion.id() + " " + force + " " + criterion.citation() + " " + criterion.term();
  }
}
