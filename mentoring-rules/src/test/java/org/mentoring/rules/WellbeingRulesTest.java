package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.rules.Cases.CITED;

import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.programme.BurnOutSign;
import org.mentoring.rules.internal.LoadedRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.spi.BurnOutCase;

class WellbeingRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final BurnOutSign LOAD =
      new BurnOutSign(
          BurnOutSign.Sign.LOAD, 2, null, null, new TreeSet<>(Set.of(Code.of("PAUSE"))), CITED);
  private static final BurnOutSign UNRECOGNISED =
      new BurnOutSign(
          BurnOutSign.Sign.UNRECOGNISED,
          null,
          Period.ofMonths(6),
          Code.of("AWARD"),
          new TreeSet<>(Set.of(Code.of("AWARD"))),
          CITED);

  @AfterAll
  static void close() {
    RULES.close();
  }

  private static List<Finding> found(long load, long days) {
    return RULES
        .risks()
        .burnOut(
            new BurnOutCase(
                ParticipantId.of("mentor-1"),
                Position.MENTOR,
                List.of(
                    new BurnOutCase.Measure(LOAD, load, 2),
                    new BurnOutCase.Measure(UNRECOGNISED, days, 182))));
  }

  @Test
  void the_only_rule_of_wellbeing_is_marked_and_known() {
    assertThat(LoadedRules.all())
        .filteredOn(rule -> rule.folder().equals("org.mentoring.rules.wellbeing"))
        .extracting(LoadedRule::name, LoadedRule::code, LoadedRule::kind)
        .containsExactly(tuple("burn-out.sign", "burn-out.sign", "burn-out@1"));
  }

  @Test
  void what_is_beyond_its_bound_is_found_with_what_helps() {
    assertThat(found(3, 183))
        .extracting(Finding::code, Finding::requirement, Finding::effect, Finding::citation)
        .containsExactlyInAnyOrder(
            tuple("burn-out.sign", "LOAD", Effect.ASKS_REVIEW, CITED),
            tuple("burn-out.sign", "UNRECOGNISED", Effect.ASKS_REVIEW, CITED));
    assertThat(found(3, 0))
        .allSatisfy(
            finding -> {
              assertThat(finding.parameters()).containsKeys("who", "measured", "bound", "helps");
              assertThat(finding.parameters().get("who").sensitivity())
                  .isEqualTo(Sensitivity.STAFF_ONLY);
            });
  }

  @Test
  void what_is_within_its_bound_is_not_found() {
    assertThat(found(2, 182)).isEmpty();
  }
}
