package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.NotHonoured;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RequirementKinds;
import org.mentoring.programme.Version;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** The format carries all five programmes. */
class SketchesTest {
  static final List<String> NAMES =
      List.of("desnogorsk-2022", "irkutsk-foster", "our-voices-2020", "nefteyugansk-2023");

  static byte[] sketch(String name) {
    try (InputStream in = SketchesTest.class.getResourceAsStream("sketches/" + name + ".yaml")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ProgrammeDefinition read(String name) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      DefinitionDocument document = reader.check(name + ".yaml", sketch(name), DocumentFormat.YAML);
      assertThat(document.problems().stream().map(Messages.of(Language.EN)::render)).isEmpty();
      return document.definition().orElseThrow();
    }
  }

  @Test
  void desnogorsk_has_practices_of_different_formats_under_one_roof_and_a_gap_between_phases() {
    ProgrammeDefinition definition = read("desnogorsk-2022");

    assertThat(definition.practices())
        .extracting(Practice::format)
        .containsExactly(
            MentoringFormat.PEER,
            MentoringFormat.INTERGENERATIONAL,
            MentoringFormat.SCHOOL_FAMILY,
            MentoringFormat.TRADITIONAL);
    assertThat(definition.practice("school-family").orElseThrow().parties())
        .flatExtracting(party -> party.kinds())
        .containsExactlyInAnyOrder(ParticipantKind.FAMILY, ParticipantKind.ORGANISATION);
    assertThat(definition.phases()).hasSize(3);
  }

  @Test
  void irkutsk_has_a_course_for_each_arrangement_and_a_summing_up_by_three_parties() {
    ProgrammeDefinition definition = read("irkutsk-foster");

    assertThat(definition.practice("model-2").orElseThrow().arrangements())
        .containsExactly(Arrangement.values());
    assertThat(
            Objects.requireNonNull(definition.practice("model-1").orElseThrow().completion())
                .jointBy())
        .hasSize(3);
  }

  @Test
  void our_voices_forbids_circles_and_nefteyugansk_nests_terms() {
    assertThat(read("our-voices-2020").practice("child-to-child").orElseThrow().circlesForbidden())
        .isTrue();
    ProgrammeDefinition definition = read("nefteyugansk-2023");
    MatchingPlan plan =
        Objects.requireNonNull(definition.practice("reverse").orElseThrow().matching());
    assertThat(plan.criteria().get(0).term()).isInstanceOf(Term.And.class);
    assertThat(definition.records().stream().filter(terms -> terms.id().equals("budget")))
        .singleElement()
        .satisfies(
            budget ->
                assertThat(budget.items().stream().mapToLong(item -> item.amount()).sum())
                    .isEqualTo(692_644));
  }

  /**
   * A kind or a term that no definition here uses would be a part of the format that nothing tries.
   */
  @Test
  void the_definitions_together_use_every_kind_of_requirement_and_every_term() {
    Set<String> kinds = new TreeSet<>();
    Set<Class<?>> terms = new java.util.HashSet<>();
    NAMES.forEach(name -> collect(read(name), kinds, terms));
    BuiltInProgrammes.names().forEach(name -> collect(BuiltInProgrammes.read(name), kinds, terms));

    // What a later version of its kind has taken the place of is there for definitions of before.
    Set<String> written = new TreeSet<>(RequirementKinds.all());
    written.remove("order@1");
    assertThat(kinds).isEqualTo(written);
    assertThat(terms).containsExactlyInAnyOrder(Term.class.getPermittedSubclasses());
  }

  private static void collect(
      ProgrammeDefinition definition, Set<String> kinds, Set<Class<?>> terms) {
    CanonicalForm.visit(
        definition, Requirement.class, requirement -> kinds.add(requirement.kind()));
    CanonicalForm.visit(definition, Term.class, term -> terms.add(term.getClass()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"desnogorsk-2022", "irkutsk-foster", "our-voices-2020", "nefteyugansk-2023"})
  void what_the_engine_cannot_honour_yet_is_said_by_name_in_both_languages(String name) {
    List<NotHonoured> parts = NotHonoured.in(read(name));

    assertThat(parts).isNotEmpty();
    for (NotHonoured part : parts) {
      assertThat(part.text(Messages.of(Language.RU)))
          .contains("(" + part.citation() + ")")
          .isNotEqualTo(part.text(Messages.of(Language.EN)));
    }
  }

  @Test
  void what_is_due_in_a_definition_without_activities_is_named_with_its_line() {
    try (DefinitionReader reader = DefinitionReader.open()) {
      DefinitionDocument document =
          reader.check(
              "tyumen-2020.yaml",
              BuiltInProgrammes.text("tyumen-2020", Version.parse("1.0.0")),
              DocumentFormat.YAML);
      List<NotHonoured> parts = NotHonoured.in(document.definition().orElseThrow());

      assertThat(parts)
          .extracting(NotHonoured::code)
          .contains(
              "not-honoured.pack",
              "not-honoured.cadence",
              "not-honoured.completion",
              "not-honoured.follow-up",
              "not-honoured.centre",
              "not-honoured.target",
              "not-honoured.record")
          .doesNotContain("not-honoured.policy", "not-honoured.arrangement", "not-honoured.event");
      assertThat(parts).allSatisfy(part -> assertThat(document.placeOf(part).line()).isPositive());
      assertThat(parts)
          .extracting(part -> part.text(Messages.of(Language.EN)))
          .contains(
              "Cannot be watched, for no such kind of activity is declared: plan for the month (S2-07).");
    }
  }

  @Test
  void what_is_built_in_says_nothing_that_is_not_acted_on_but_the_name_of_a_rule_pack() {
    assertThat(NotHonoured.in(BuiltInProgrammes.read("tyumen-2020")))
        .extracting(NotHonoured::code)
        .containsExactly("not-honoured.pack");
    assertThat(NotHonoured.in(BuiltInProgrammes.read("irkutsk-2017"))).isEmpty();
    assertThat(NotHonoured.in(BuiltInProgrammes.read("desnogorsk-social-apartment"))).isEmpty();
    assertThat(NotHonoured.in(BuiltInProgrammes.read("our-voices-2019"))).isEmpty();
    assertThat(NotHonoured.in(BuiltInProgrammes.read("nefteyugansk-pedagogical-investment")))
        .extracting(NotHonoured::code)
        .containsExactly("not-honoured.pack");
  }

  @Test
  void no_policy_is_said_to_have_no_engine() {
    assertThat(plan("our-voices-2020", "main").policy()).isEqualTo(MatchingPlan.Policy.STABLE);
    assertThat(plan("irkutsk-foster", "model-1").policy()).isEqualTo(MatchingPlan.Policy.MAX_MIN);
    for (String name : NAMES) {
      assertThat(NotHonoured.in(read(name)))
          .extracting(NotHonoured::code)
          .doesNotContain("not-honoured.policy");
    }
  }

  private static MatchingPlan plan(String name, String practice) {
    return Objects.requireNonNull(read(name).practice(practice).orElseThrow().matching());
  }
}
