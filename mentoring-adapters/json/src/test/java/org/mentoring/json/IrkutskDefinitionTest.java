package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.PairedAgain;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.WaiverTerms;

class IrkutskDefinitionTest {
  private final ProgrammeDefinition definition = BuiltInProgrammes.read("irkutsk-2017");
  private final Practice own = definition.practice("own-centre").orElseThrow();
  private final Practice ngo = definition.practice("with-ngo").orElseThrow();
  private final CentreTerms centre = Objects.requireNonNull(definition.centre());

  @Test
  void every_requirement_of_the_original_is_cited() {
    Set<String> cited = new TreeSet<>();
    CanonicalForm.visit(definition, Citation.class, citation -> cited.add(citation.source()));

    for (int i = 1; i <= 16; i++) {
      assertThat(cited).contains(String.format(Locale.ROOT, "S1-%02d", i));
    }
  }

  @Test
  void the_centre_runs_mentoring_itself_or_an_organisation_does_after_positions_are_agreed() {
    assertThat(centre.models())
        .extracting(OrganisationalModel::agreement)
        .containsExactly(null, Code.of("POSITIONS"));
    assertThat(centre.models().get(0).keeps())
        .containsExactly(
            Code.of("COORDINATOR"), Code.of("MENTEE_REGISTER"), Code.of("MENTOR_REGISTER"));
  }

  @Test
  void a_mentor_is_vetted_and_selected_before_two_hours_of_training_in_person() {
    assertThat(own.party(Position.MENTOR).orElseThrow().requirements())
        .filteredOn(Requirement.DoneAfter.class::isInstance)
        .singleElement()
        .satisfies(
            order -> {
              Requirement.DoneAfter asked = (Requirement.DoneAfter) order;
              assertThat(asked.requirement()).isEqualTo("mentor-initial-training");
              assertThat(asked.after()).contains("mentor-clearance", "mentor-selection");
            });
    assertThat(own.party(Position.MENTOR).orElseThrow().requirements())
        .filteredOn(Requirement.TrainingDone.class::isInstance)
        .singleElement()
        .satisfies(
            training -> {
              Requirement.TrainingDone asked = (Requirement.TrainingDone) training;
              assertThat(asked.minutes()).isEqualTo(120);
              assertThat(asked.mode()).isEqualTo(Fact.Mode.IN_PERSON);
            });
  }

  @Test
  void the_school_of_the_ngo_has_a_course_for_each_arrangement() {
    assertThat(ngo.arrangements()).containsExactly(Arrangement.values());
    assertThat(ngo.party(Position.MENTOR).orElseThrow().requirements())
        .filteredOn(Requirement.CoursePassed.class::isInstance)
        .extracting(course -> ((Requirement.CoursePassed) course).arrangement())
        .containsExactlyInAnyOrder(Arrangement.values());
  }

  @Test
  void in_service_training_is_owed_once_a_quarter_in_person_for_the_mentor_and_not_the_pair() {
    assertThat(own.cadences())
        .filteredOn(cadence -> cadence.due().equals(Code.of("IN_SERVICE_TRAINING")))
        .singleElement()
        .satisfies(
            cadence -> {
              assertThat(cadence.owedFor()).isEqualTo(Cadence.OwedFor.MENTOR);
              assertThat(cadence.mode()).isEqualTo(Fact.Mode.IN_PERSON);
              assertThat(cadence.beginning()).isEqualTo(Cadence.Beginning.FIRST_FULL);
            });
  }

  @Test
  void children_parents_and_mentors_sum_up_together() {
    for (Practice practice : definition.practices()) {
      assertThat(Objects.requireNonNull(practice.completion()).jointBy())
          .containsExactly(Code.of("GUARDIAN"), Code.of("MENTEE"), Code.of("MENTOR"));
    }
  }

  @Test
  void nobody_is_let_off_the_joint_summing_up() {
    WaiverTerms waivers = Objects.requireNonNull(definition.waivers());
    for (Practice practice : definition.practices()) {
      assertThat(Objects.requireNonNull(practice.completion()).names())
          .isNotEmpty()
          .noneMatch(waivers::mayBeWaived);
    }
  }

  @Test
  void every_kind_of_incident_has_its_algorithm() {
    assertThat(definition.incidents())
        .flatExtracting(IncidentProcedure::kinds)
        .extracting(Code::value)
        .containsExactlyInAnyOrder(
            "CHILD_CRISIS", "SAFEGUARDING", "MENTOR_CRISIS", "FAMILY_CONFLICT");
    assertThat(definition.incidents())
        .allSatisfy(
            procedure -> {
              assertThat(procedure.within()).isNotNull();
              assertThat(procedure.steps()).isNotEmpty();
              assertThat(procedure.escalatesTo()).isNotEmpty();
            });
  }

  @Test
  void that_a_mentor_is_vetted_and_selected_before_any_course_can_never_be_waived() {
    WaiverTerms waivers = Objects.requireNonNull(definition.waivers());

    for (Practice practice : List.of(own, ngo)) {
      List<Requirement> asked = practice.party(Position.MENTOR).orElseThrow().requirements();
      assertThat(asked)
          .filteredOn(
              each ->
                  each instanceof Requirement.DoneAfter
                      || each.id().equals("mentor-documents")
                      || each.id().equals("mentor-clearance")
                      || each.id().equals("mentor-selection"))
          .hasSizeGreaterThanOrEqualTo(4)
          .allSatisfy(each -> assertThat(waivers.mayBeWaived(each)).isFalse());
    }
  }

  @Test
  void whom_safety_has_parted_nobody_pairs_again() {
    for (Practice practice : List.of(own, ngo)) {
      assertThat(Objects.requireNonNull(practice.completion()).endings())
          .filteredOn(ending -> ending.again() == PairedAgain.NEVER)
          .extracting(EarlyEnding::reason)
          .containsExactly(Code.of("SAFETY"));
    }
  }

  @Test
  void training_every_quarter_is_of_the_centres_own_school() {
    assertThat(own.cadences()).extracting(Cadence::due).contains(Code.of("IN_SERVICE_TRAINING"));
    assertThat(ngo.cadences()).extracting(Cadence::due).containsExactly(Code.of("MONITORING"));
  }
}
