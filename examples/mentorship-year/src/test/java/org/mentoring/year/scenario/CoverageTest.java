package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.identity.Citation;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.testkit.CoverageProof;
import org.mentoring.testkit.CoverageProof.Result;
import org.mentoring.testkit.KnockOut;
import org.mentoring.year.scenario.Requirements.Required;

/**
 * Coverage is proved, not named: with the items of a requirement knocked out of the definition, an
 * assertion of a test that claims to cover it fails; with nothing knocked out all of them pass.
 * That such a proof can fail is shown in the testkit.
 */
@Tag("proof")
class CoverageTest {
  private static final CoverageProof PROOF =
      CoverageProof.over(
          DesnogorskTest.class,
          IrkutskCentreTest.class,
          IrkutskPairTest.class,
          IrkutskIntakeTest.class,
          IrkutskPathTest.class,
          NefteyuganskTest.class,
          TyumenDueTest.class,
          TyumenIntakeTest.class,
          TyumenPairTest.class,
          TyumenRegionTest.class,
          VoicesTest.class);

  static Stream<Required> all() {
    return Requirements.all().stream();
  }

  static Stream<Required> leftOutWhole() {
    return all().filter(required -> !ExcusedItems.isWholly(required.code()));
  }

  static Stream<Required> neverLeftOut() {
    return all().filter(required -> ExcusedItems.isWholly(required.code()));
  }

  private static KnockOut knockOut(Required required) {
    return KnockOut.of(Citation.of(required.code()));
  }

  @ParameterizedTest
  @MethodSource("leftOutWhole")
  void a_test_notices_that_the_requirement_is_knocked_out(Required required) {
    ProgrammeDefinition definition = BuiltInProgrammes.read(required.programme());

    assertThat(knockOut(required).leftOutOf(definition)).isNotEmpty();
    assertThat(PROOF.objection(required.code(), knockOut(required))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("neverLeftOut")
  void what_is_excused_wholly_is_told_by_tests_that_pass_and_has_no_item_but_excused_ones(
      Required required) {
    assertThat(PROOF.run(Optional.of(required.code())).values())
        .isNotEmpty()
        .containsOnly(Result.PASSED);
    assertThat(
            KnockOut.itemsOf(
                Citation.of(required.code()), BuiltInProgrammes.read(required.programme())))
        .extracting(Map.Entry::getValue)
        .containsExactlyInAnyOrderElementsOf(ExcusedItems.of(required.code()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_test_notices_each_item_of_the_requirement_that_is_knocked_out_alone(Required required) {
    ProgrammeDefinition definition = BuiltInProgrammes.read(required.programme());
    Citation citation = Citation.of(required.code());
    List<String> unnoticed = new ArrayList<>();
    KnockOut.itemsOf(citation, definition)
        .forEach(
            item -> {
              SortedMap<String, Result> results =
                  PROOF.run(Optional.of(required.code()), item.getKey());
              if (!results.containsValue(Result.ASSERTION_FAILED)) {
                unnoticed.add(item.getValue());
              }
            });

    assertThat(unnoticed)
        .as("%s", required)
        .containsExactlyInAnyOrderElementsOf(ExcusedItems.of(required.code()));
  }

  @Test
  void every_requirement_has_a_test_and_no_test_claims_another() {
    SortedMap<String, SortedSet<String>> claims = new TreeMap<>(PROOF.claims());
    List<String> codes = Requirements.all().stream().map(Required::code).toList();

    StringBuilder table = new StringBuilder("requirement  left out  tests\n");
    for (Required required : Requirements.all()) {
      int items = knockOut(required).leftOutOf(BuiltInProgrammes.read(required.programme())).size();
      SortedSet<String> tests = claims.getOrDefault(required.code(), new TreeSet<>());
      table.append(
          "%-12s %8d  %s%n".formatted(required, items, String.join("\n" + " ".repeat(23), tests)));
    }
    System.out.println(table);

    assertThat(claims.keySet()).containsExactlyElementsOf(codes);
  }
}
