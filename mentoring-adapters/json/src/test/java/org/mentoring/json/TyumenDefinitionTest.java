package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Version;

class TyumenDefinitionTest {
  private final ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
  private final Practice practice = definition.practice("adolescents").orElseThrow();

  @Test
  void every_requirement_of_the_original_up_to_the_event_and_privacy_is_cited() {
    Set<String> cited = new TreeSet<>();
    CanonicalForm.visit(definition, Citation.class, citation -> cited.add(citation.source()));

    assertThat(cited)
        .contains("S2-01", "S2-02", "S2-03", "S2-04", "S2-05", "S2-06", "S2-17", "choice", "V1");
  }

  @Test
  void all_26_municipalities_are_named_for_both_parties() {
    for (Position position : new Position[] {Position.MENTEE, Position.MENTOR}) {
      assertThat(practice.party(position).orElseThrow().requirements())
          .filteredOn(Requirement.TraitKnown.class::isInstance)
          .singleElement()
          .satisfies(
              trait ->
                  assertThat(((Requirement.TraitKnown) trait).anyOf())
                      .hasSize(26)
                      .contains("Город Ишим", "Ярковский район"));
    }
  }

  @Test
  void both_paths_end_at_the_choice_of_a_mentor() {
    for (Position position : new Position[] {Position.MENTEE, Position.MENTOR}) {
      var path = practice.party(position).orElseThrow().path();
      assertThat(path).last().extracting(PathStep::id).isEqualTo("selection-event");
    }
  }

  @Test
  void eight_hours_of_training_are_480_minutes_by_the_regional_operator() {
    assertThat(practice.party(Position.MENTOR).orElseThrow().requirements())
        .filteredOn(Requirement.TrainingDone.class::isInstance)
        .singleElement()
        .extracting(one -> ((Requirement.TrainingDone) one).minutes())
        .isEqualTo(480);
  }

  @Test
  void the_event_has_ten_pairs_three_meetings_for_each_mentee_and_stable_pairs() {
    MatchingPlan plan = Objects.requireNonNull(practice.matching());

    assertThat(plan.event()).isEqualTo(new MatchingPlan.EventTerms(10, 3, Citation.of("S2-06")));
    assertThat(plan.policy()).isEqualTo(MatchingPlan.Policy.STABLE);
    assertThat(plan.proposer()).isEqualTo(Term.Side.MENTEE);
  }

  @Test
  void the_first_version_differs_in_its_matching_alone() {
    ProgrammeDefinition first = BuiltInProgrammes.read("tyumen-2020", Version.parse("1.0.0"));
    MatchingPlan before =
        Objects.requireNonNull(first.practice("adolescents").orElseThrow().matching());

    assertThat(before.policy()).isEqualTo(MatchingPlan.Policy.OPTIMAL);
    assertThat(first)
        .usingRecursiveComparison()
        .ignoringFields("version", "practices.matching")
        .isEqualTo(definition);
  }

  @Test
  void nothing_of_a_mentee_is_ever_published() {
    assertThat(definition.privacy().neverPublished()).containsExactly(Position.MENTEE);
  }
}
