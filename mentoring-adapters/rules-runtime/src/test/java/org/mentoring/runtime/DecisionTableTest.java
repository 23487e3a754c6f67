package org.mentoring.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentoring.runtime.Town.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.participant.Fact;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class DecisionTableTest {
  private static final String HOURS = "own.town.hours-short";

  private static Fact training(Fact.TrainingKind purpose, int minutes) {
    return new Fact.Training(
        purpose, null, minutes, Fact.Mode.IN_PERSON, Code.of("REGIONAL_OPERATOR"));
  }

  private static OwnRules.Builder table(String text) {
    return told(OwnRules.named("town", "1.0.0").table("hours.csv", text), HOURS);
  }

  private static List<String> problems(String text) {
    InvalidOwnRules invalid =
        catchThrowableOfType(InvalidOwnRules.class, () -> table(text).load().close());
    assertThat(invalid).as("nothing was refused").isNotNull();
    for (Language language : Language.values()) {
      for (Problem each : invalid.problems()) {
        assertThat(Messages.of(language).render(each))
            .doesNotContain(each.place() + ": own-rules.");
      }
    }
    return invalid.problems().stream()
        .map(each -> each.code().replace("own-rules.", "") + " " + each.place())
        .toList();
  }

  @Test
  void each_row_is_a_rule_with_its_own_source_effect_and_values() {
    try (OwnRules rules = table(Town.resource("hours.csv")).load()) {
      assertThat(rules.codes()).containsExactly(HOURS);
      Fact two = training(Fact.TrainingKind.INITIAL, 120);
      assertThat(rules.findings(Town.mentor(new Fact.MentoringCapacity(1), two)))
          .containsExactly(
              Finding.of(HOURS, HOURS, Citation.of("Order-12:5"), Effect.DELAYS)
                  .with("asked", new Parameter.Count(240, Sensitivity.ABOUT_PARTY))
                  .with("done", new Parameter.Count(120, Sensitivity.ABOUT_PARTY))
                  .on(List.of(FactId.of("f-0"))));
      assertThat(rules.findings(Town.mentor(new Fact.MentoringCapacity(5), two)))
          .extracting(Finding::effect, Finding::citation)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(Effect.DELAYS, Citation.of("Order-12:5")),
              org.assertj.core.groups.Tuple.tuple(Effect.REFUSES, Citation.of("Order-12:6")));
      assertThat(
              rules.findings(
                  Town.mentor(
                      new Fact.MentoringCapacity(5), training(Fact.TrainingKind.INITIAL, 600))))
          .isEmpty();
    }
  }

  @Test
  void a_table_that_cannot_be_read_is_told_with_its_lines() {
    assertThat(problems("RULE,SOURCE,EFFECT,WHEN\n,,,\n")).contains("table-column hours.csv:1");
    assertThat(problems("RULE,SOURCE,CONDITION\n,,Interest()\n"))
        .contains("table-once hours.csv:1");
    assertThat(
            problems(
                """
                RULE,SOURCE,EFFECT,CONDITION,VALUE
                ,,,,three
                own.town.hours-short,Order-1,DELAYS,x
                own.town.hours-short,Order-1,DELAYS,"x"") or eval(true",3
                own.town.hours-short,"Order 1",LATER,x,3
                training.hours-short,Order-1,DELAYS,x,3
                """))
        .contains(
            "table-template hours.csv:2",
            "table-row hours.csv:3",
            "table-cell hours.csv:4",
            "annotation hours.csv:5",
            "name hours.csv:6");
  }

  @Test
  void what_does_not_compile_is_told_with_its_row() {
    assertThat(
            problems(
                """
                RULE,SOURCE,EFFECT,CONDITION
                ,,,"MentoringCapacity(mentees > $param)"
                own.town.hours-short,Order-1,REFUSES,3

                own.town.hours-short,Order-1,REFUSES,many
                """))
        .containsExactly("compile hours.csv:5");
  }

  @Test
  void the_table_enters_the_hash_of_the_pack() {
    String text = Town.resource("hours.csv");
    try (OwnRules one = table(text).load();
        OwnRules other = table(text.replace("240", "300")).load()) {
      assertThat(one.hash()).isNotEqualTo(other.hash());
    }
  }
}
