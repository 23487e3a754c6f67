package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;

class KnockOutTest {
  private static final ProgrammeDefinition TYUMEN = BuiltInProgrammes.read("tyumen-2020");

  private static final ProgrammeDefinition IRKUTSK = BuiltInProgrammes.read("irkutsk-2017");

  private static ProgrammeDefinition without(String code) {
    return KnockOut.of(Citation.of(code)).in(TYUMEN);
  }

  private static List<String> due(List<Cadence> cadences) {
    return cadences.stream().map(cadence -> cadence.due().value()).toList();
  }

  private static Practice practice(ProgrammeDefinition definition) {
    return definition.practice("adolescents").orElseThrow();
  }

  private static List<String> requirements(ProgrammeDefinition definition, Position position) {
    return practice(definition).party(position).orElseThrow().requirements().stream()
        .map(Requirement::id)
        .toList();
  }

  @Test
  void nothing_left_out_leaves_the_definition_as_it_is() {
    assertThat(KnockOut.none().in(TYUMEN)).isSameAs(TYUMEN);
    assertThat(KnockOut.none().isNone()).isTrue();
    assertThat(without("S9-99").hash()).isEqualTo(TYUMEN.hash());
  }

  @Test
  void a_phase_is_left_out_with_the_waiting_for_its_end() {
    ProgrammeDefinition left =
        KnockOut.of(Citation.of("S0-02")).in(BuiltInProgrammes.read("desnogorsk-social-apartment"));

    assertThat(left.phases()).isEmpty();
    assertThat(left.practices())
        .extracting(Practice::completion)
        .filteredOn(Objects::nonNull)
        .isNotEmpty()
        .extracting(CompletionTerms::afterPhase)
        .containsOnlyNulls();
  }

  static Stream<Arguments> codes() {
    return Stream.concat(
        IntStream.rangeClosed(1, 19)
            .mapToObj(number -> arguments(TYUMEN, "S2-%02d".formatted(number))),
        IntStream.rangeClosed(1, 16)
            .mapToObj(number -> arguments(IRKUTSK, "S1-%02d".formatted(number))));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void whatever_is_left_out_a_definition_is_left_that_demands_none_of_it(
      ProgrammeDefinition whole, String code) {
    ProgrammeDefinition left = KnockOut.of(Citation.of(code)).in(whole);

    assertThat(left.hash()).isNotEqualTo(whole.hash());
    // What keeps the citation is only the shell of parts with other citations.
    CanonicalForm.visit(
        left, Cadence.class, each -> assertThat(each.citation().source()).isNotEqualTo(code));
    CanonicalForm.visit(
        left, Requirement.class, each -> assertThat(each.citation().source()).isNotEqualTo(code));
    assertThat(KnockOut.of(Citation.of(code)).leftOutOf(whole)).isNotEmpty();
  }

  @Test
  void a_cadence_goes_and_its_neighbours_stay() {
    assertThat(due(practice(without("S2-08")).cadences()))
        .doesNotContain("MENTOR_REPORT")
        .containsAll(
            due(practice(TYUMEN).cadences()).stream()
                .filter(due -> !due.equals("MENTOR_REPORT"))
                .toList());
  }

  @Test
  void one_item_of_a_citation_goes_alone() {
    List<Map.Entry<KnockOut, String>> items = KnockOut.itemsOf(Citation.of("S2-03"), TYUMEN);
    assertThat(items).hasSize(KnockOut.of(Citation.of("S2-03")).leftOutOf(TYUMEN).size());

    for (Map.Entry<KnockOut, String> item : items) {
      KnockOut again = KnockOut.parse(item.getKey().toString());
      assertThat(again.leftOutOf(TYUMEN)).containsExactly(item.getValue());
      assertThat(again.in(TYUMEN)).isNotEqualTo(TYUMEN).isEqualTo(item.getKey().in(TYUMEN));
      assertThat(
              requirements(again.in(TYUMEN), Position.MENTEE).stream()
                  .filter(id -> id.equals("mentee-consent") || id.equals("mentee-family-meeting")))
          .hasSizeBetween(1, 2);
    }
  }

  @Test
  void a_requirement_goes_and_no_step_needs_it_any_more() {
    ProgrammeDefinition left = without("S2-03");

    assertThat(requirements(left, Position.MENTEE))
        .doesNotContain("mentee-consent", "mentee-family-meeting")
        .contains("mentee-decision");
    assertThat(requirements(left, Position.MENTOR))
        .isEqualTo(requirements(TYUMEN, Position.MENTOR));
  }

  @Test
  void an_order_goes_with_the_requirement_that_it_is_about() {
    ProgrammeDefinition left = KnockOut.of(Citation.of("S1-06")).in(IRKUTSK);

    assertThat(
            left.practice("own-centre")
                .orElseThrow()
                .party(Position.MENTOR)
                .orElseThrow()
                .requirements())
        .extracting(Requirement::id)
        .doesNotContain("mentor-initial-training", "vetted-before-training")
        .contains("mentor-selection");
  }

  @Test
  void terms_with_parts_of_other_citations_stay_and_demand_nothing_of_their_own() {
    CentreTerms centre = Objects.requireNonNull(without("S2-11").centre());
    assertThat(centre.partnersAtLeast()).isZero();
    assertThat(due(centre.cadences())).contains("SOCIALLY_SIGNIFICANT_EVENT", "JOINT_EVENT");

    CompletionTerms completion = Objects.requireNonNull(practice(without("S2-12")).completion());
    assertThat(completion.requires()).isEmpty();
    assertThat(due(completion.followUp())).contains("FOLLOW_UP_REPORT");
    assertThat(due(Objects.requireNonNull(without("S2-12").centre()).cadences()))
        .doesNotContain("GRADUATION_EVENT");
  }

  @Test
  void privacy_becomes_neutral() {
    ProgrammeDefinition left = without("S2-17");

    assertThat(left.privacy().neverPublished()).isEmpty();
    assertThat(left.privacy().smallestGroup()).isEqualTo(1);
  }

  @Test
  void what_is_left_out_survives_the_way_to_the_test_as_a_text() {
    KnockOut knockOut = KnockOut.of(Citation.of("S2-15")).withoutRule("incident.silent");

    assertThat(KnockOut.parse(knockOut.toString()).toString()).isEqualTo(knockOut.toString());
    assertThat(KnockOut.parse(knockOut.toString()).isNone()).isFalse();
    assertThat(KnockOut.parse("").isNone()).isTrue();
  }
}
