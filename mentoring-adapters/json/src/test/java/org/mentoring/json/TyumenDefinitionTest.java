package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Version;

class TyumenDefinitionTest {
  private final ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
  private final Practice practice = definition.practice("adolescents").orElseThrow();

  @Test
  void every_requirement_of_the_original_is_cited() {
    Set<String> cited = new TreeSet<>();
    CanonicalForm.visit(definition, Citation.class, citation -> cited.add(citation.source()));

    for (int i = 1; i <= 19; i++) {
      assertThat(cited).contains(String.format(Locale.ROOT, "S2-%02d", i));
    }
    assertThat(cited).contains("choice", "EEPM", "iMentor", "V1");
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
      assertThat(path)
          .last()
          .extracting(PathStep::restsOn)
          .isEqualTo(List.of(Code.of("SELECTION_EVENT")));
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
  void the_first_version_asks_the_same_of_people_and_pairs_them_otherwise() {
    ProgrammeDefinition first = BuiltInProgrammes.read("tyumen-2020", Version.parse("1.0.0"));
    Practice before = first.practice("adolescents").orElseThrow();

    assertThat(Objects.requireNonNull(before.matching()).policy())
        .isEqualTo(MatchingPlan.Policy.OPTIMAL);
    assertThat(before.parties())
        .isEqualTo(practice.parties().stream().map(TyumenDefinitionTest::onNoRecord).toList());
    assertThat(first.activities()).isEmpty();
  }

  /** The same with steps on somebody's word, as before there were activities. */
  private static PartyTerms onNoRecord(PartyTerms party) {
    return new PartyTerms(
        party.position(),
        party.kinds(),
        party.requirements(),
        party.path().stream()
            .map(
                step ->
                    new PathStep(
                        step.id(), step.needs(), step.owner(), step.title(), step.citation()))
            .toList(),
        party.citation());
  }

  @Test
  void
      a_mentor_owes_a_plan_before_each_month_and_a_report_each_fortnight_with_three_days_of_grace() {
    assertThat(practice.cadences())
        .filteredOn(cadence -> cadence.due().equals(Code.of("MONTHLY_PLAN")))
        .singleElement()
        .satisfies(plan -> assertThat(plan.timing()).isEqualTo(Cadence.Timing.AHEAD));
    assertThat(practice.cadences())
        .filteredOn(cadence -> cadence.due().equals(Code.of("MENTOR_REPORT")))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.every()).isEqualTo(Period.ofWeeks(2));
              assertThat(report.grace()).isEqualTo(Period.ofDays(3));
            });
  }

  @Test
  void each_kind_of_incident_has_one_algorithm_with_somebody_responsible_and_a_deadline() {
    assertThat(definition.incidents())
        .extracting(IncidentProcedure::id)
        .containsExactly("children", "mentors", "mentors-and-family");
    assertThat(definition.incidents())
        .allSatisfy(
            procedure -> {
              assertThat(procedure.within()).isNotNull();
              assertThat(procedure.steps()).isNotEmpty();
              assertThat(procedure.escalatesTo()).contains(Code.of("REGIONAL_OPERATOR"));
            });
  }

  @Test
  void consent_clearance_graduation_and_summing_up_can_never_be_waived() {
    assertThat(Objects.requireNonNull(definition.waivers()).never())
        .containsExactly(
            "GRADUATION_EVENT",
            "SUMMING_UP",
            "clearance",
            "consent",
            "mentee-decision",
            "mentor-age");
  }

  @Test
  void nothing_of_a_mentee_is_ever_published() {
    assertThat(definition.privacy().neverPublished()).containsExactly(Position.MENTEE);
  }
}
