package org.mentoring.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.mutation.Mutant.Kind;

/** A tool that overlooks a place where a rule could be changed proves nothing of it. */
class MutationsTest {
  private static final String FILE =
      """
      package a.b;

      import a.Fact;

      // what "rule" means is told elsewhere
      rule "a.b"
          @code("a.b")
      when
          $asked : Asked($from : from)
          not Given(current, $from == null || from == $from, !late)
          exists Met(day >= $from)
          ( eval($asked.any()) or not Other() )
          accumulate($each : Given(years < 3); $all : collectList($each))
          eval(!$all.isEmpty())
      then
          insert($asked);
      end
      """;

  private static final List<Mutant> MUTANTS = Mutations.of(DrlFile.of("x/y.drl", FILE));

  private static List<String> told(Kind kind) {
    return MUTANTS.stream().filter(each -> each.kind() == kind).map(Mutant::what).toList();
  }

  @Test
  void a_rule_is_dropped_by_a_condition_that_never_holds() {
    Mutant dropped =
        MUTANTS.stream().filter(each -> each.kind() == Kind.RULE_DROPPED).findFirst().orElseThrow();

    assertThat(dropped.texts()).hasSize(1);
    assertThat(dropped.texts().get(0)).contains("when\n    eval(false)\n    $asked : Asked");
    assertThat(dropped.id()).isEqualTo("y.drl:a.b:6:the rule");
  }

  @Test
  void what_nothing_else_rests_on_is_dropped_as_a_whole() {
    assertThat(told(Kind.PATTERN_DROPPED))
        .containsExactly(
            "drop `not Given(current, $from == null || from == $from, !late)`",
            "drop `exists Met(day >= $from)`",
            "drop `not Other()`");
  }

  @Test
  void not_and_exists_are_swapped() {
    assertThat(told(Kind.PATTERN_NEGATED)).hasSize(3).first().asString().startsWith("exists for");
  }

  @Test
  void each_constraint_is_dropped_and_so_is_each_part_of_one() {
    assertThat(told(Kind.CONSTRAINT_DROPPED))
        .containsExactly(
            "drop `current`",
            "drop `$from == null || from == $from`",
            "drop `$from == null`",
            "drop `from == $from`",
            "drop `!late`",
            "drop `day >= $from`",
            "drop `$asked.any()`",
            "drop `years < 3`",
            "drop `!$all.isEmpty()`");
  }

  @Test
  void each_constraint_is_negated_and_so_is_each_part_of_one() {
    assertThat(told(Kind.CONSTRAINT_NEGATED))
        .containsExactly(
            "`current` to `!current`",
            "`$from == null || from == $from` to `!($from == null || from == $from)`",
            "`$from == null` to `$from != null`",
            "`from == $from` to `from != $from`",
            "`!late` to `late`",
            "`day >= $from` to `day < $from`",
            "`$asked.any()` to `!$asked.any()`",
            "`years < 3` to `years >= 3`",
            "`!$all.isEmpty()` to `$all.isEmpty()`");
  }

  @Test
  void a_bound_is_shifted_both_ways_of_days_as_of_numbers() {
    assertThat(told(Kind.BOUND_SHIFTED))
        .containsExactly(
            "`day >= $from` to `day > $from`",
            "`day >= $from` to `day >= ($from - 1)`",
            "`years < 3` to `years <= 3`",
            "`years < 3` to `years < 2`");
    assertThat(MUTANTS.stream().filter(each -> each.what().endsWith("($from - 1)`")))
        .singleElement()
        .satisfies(each -> assertThat(each.texts().get(1)).contains("day >= $from.minusDays(1)"));
  }

  @Test
  void a_comparison_is_turned_round() {
    assertThat(told(Kind.COMPARISON_SWAPPED))
        .containsExactly("`day >= $from` to `day <= $from`", "`years < 3` to `years > 3`");
  }

  @Test
  void a_mutant_differs_from_its_rule_and_from_every_other() {
    DrlFile file = DrlFile.of("x/y.drl", FILE);
    List<String> texts = MUTANTS.stream().map(each -> each.texts().get(0)).toList();

    assertThat(texts).doesNotHaveDuplicates().doesNotContain(file.alone(file.rules().get(0)));
    assertThat(MUTANTS.stream().map(Mutant::id)).doesNotHaveDuplicates();
    assertThat(texts)
        .allSatisfy(
            text -> {
              assertThat(text).startsWith("package a.b;").contains("rule \"a.b\"");
              assertThat(text.stripTrailing()).endsWith("end");
            });
  }

  @Test
  void every_rule_of_the_library_is_read() throws Exception {
    for (DrlFile file : RulesModule.besides().files()) {
      long begins = file.text().lines().filter(line -> line.startsWith("rule \"")).count();
      assertThat(file.rules()).as(file.name()).hasSize((int) begins);
      for (DrlFile.Rule rule : file.rules()) {
        assertThat(Condition.of(file, rule)).as(rule.name()).isNotEmpty();
      }
    }
  }

  @Test
  void an_equivalent_mutant_needs_its_reason() {
    assertThat(Equivalents.of("# why\none\ntwo\n    because\n"))
        .containsEntry("one", "because")
        .containsEntry("two", "because");
    assertThatThrownBy(() -> Equivalents.of("one\n    because\ntwo\n")).hasMessageContaining("two");
  }
}
