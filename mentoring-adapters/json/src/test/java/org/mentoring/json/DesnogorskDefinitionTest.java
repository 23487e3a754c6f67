package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Phase;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RecordTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.time.Validity;

class DesnogorskDefinitionTest {
  private final ProgrammeDefinition definition =
      BuiltInProgrammes.read("desnogorsk-social-apartment");

  private Practice practice(String id) {
    return definition.practice(id).orElseThrow();
  }

  @Test
  void every_requirement_of_the_original_is_cited() {
    Set<String> cited = new TreeSet<>();
    CanonicalForm.visit(definition, Citation.class, citation -> cited.add(citation.source()));

    for (int i = 1; i <= 14; i++) {
      assertThat(cited).contains(String.format(Locale.ROOT, "S0-%02d", i));
    }
  }

  @Test
  void three_practices_have_a_format_each_and_volunteers_support_beside_them() {
    assertThat(definition.practices())
        .extracting(Practice::format)
        .containsExactly(
            MentoringFormat.PEER,
            MentoringFormat.INTERGENERATIONAL,
            MentoringFormat.SCHOOL_FAMILY,
            MentoringFormat.TRADITIONAL);
  }

  @Test
  void july_and_august_2024_are_in_no_phase() {
    assertThat(Phase.gaps(definition.phases()))
        .containsExactly(Validity.between(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 9, 1)));
  }

  @Test
  void pairs_form_and_meet_in_the_practical_phase_alone() {
    for (String act : List.of("MATCHING", "MEETING")) {
      assertThat(definition.phases())
          .filteredOn(phase -> phase.allows().contains(Code.of(act)))
          .extracting(Phase::id)
          .containsExactly("practical");
    }
  }

  @Test
  void the_four_steps_of_LIFT_come_one_after_the_other_and_the_last_is_the_completion() {
    List<MentorshipStep> path =
        Objects.requireNonNull(practice("peer").mentorship()).path().stream()
            .filter(step -> step.stage() == null || step.id().equals("completion"))
            .toList();

    assertThat(path)
        .extracting(MentorshipStep::id)
        .containsExactly("personality", "individuality", "fantasy", "creativity", "completion");
    for (int i = 1; i < path.size(); i++) {
      assertThat(path.get(i).after()).containsExactly(path.get(i - 1).id());
    }
  }

  @Test
  void both_seats_of_older_and_younger_are_asked_for_the_same() {
    Practice both = practice("intergenerational");

    assertThat(both.mutual()).isTrue();
    assertThat(asked(both.party(Position.MENTEE).orElseThrow()))
        .isEqualTo(asked(both.party(Position.MENTOR).orElseThrow()));
  }

  /** Without the position in which somebody applies. */
  private static List<Object> asked(PartyTerms party) {
    return party.requirements().stream()
        .filter(requirement -> !(requirement instanceof Requirement.Intake))
        .<Object>map(
            requirement ->
                CanonicalForm.of(requirement).replaceFirst("id=\"(mentee|mentor)-", "id=\""))
        .toList();
  }

  @Test
  void a_school_and_a_family_are_the_parties_and_no_persons() {
    Practice practice = practice("school-family");

    assertThat(practice.party(Position.MENTOR).orElseThrow().kinds())
        .containsExactly(ParticipantKind.ORGANISATION);
    assertThat(practice.party(Position.MENTEE).orElseThrow().kinds())
        .containsExactly(ParticipantKind.FAMILY);
  }

  @Test
  void all_but_the_steps_of_LIFT_are_complete_with_the_practical_phase_or_earlier_by_agreement() {
    for (String id : List.of("intergenerational", "school-family", "individual-support")) {
      var completion = Objects.requireNonNull(practice(id).completion());
      assertThat(completion.afterPhase()).as(id).isEqualTo("practical");
      assertThat(completion.endings())
          .as(id)
          .filteredOn(EarlyEnding::asCompleted)
          .extracting(EarlyEnding::reason)
          .containsExactly(Code.of("BY_AGREEMENT"));
    }
    assertThat(Objects.requireNonNull(practice("peer").completion()).afterPhase()).isNull();
  }

  @Test
  void NaStolKa_has_its_eight_milestones_in_their_order() {
    assertThat(definition.records())
        .filteredOn(record -> record.id().equals("nastolka"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.ordered()).isTrue();
              assertThat(record.items())
                  .extracting(RecordTerms.Item::id)
                  .containsExactly(
                      "residents-surveyed",
                      "concept",
                      "design",
                      "board-games",
                      "zone-opened",
                      "families-involved",
                      "main-event",
                      "satisfaction-monitored");
            });
  }
}
