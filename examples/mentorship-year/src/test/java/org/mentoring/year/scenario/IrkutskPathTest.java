package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Irkutsk.COORDINATOR;
import static org.mentoring.year.scenario.Irkutsk.NGO;
import static org.mentoring.year.scenario.Irkutsk.OWN;
import static org.mentoring.year.scenario.Irkutsk.START;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** The steps of the Irkutsk programme, each by itself, in both of its practices. */
@ExtendWith(KnockOutParameter.class)
class IrkutskPathTest {
  private final Irkutsk irkutsk;

  IrkutskPathTest(KnockOut knockOut) {
    irkutsk = new Irkutsk(knockOut);
  }

  @AfterEach
  void close() {
    irkutsk.close();
  }

  @Covers("S1-05")
  @Test
  void a_mentor_hands_in_papers_is_vetted_and_selected() {
    ParticipantId unknown = irkutsk.registered("new", ParticipantKind.PERSON);

    for (String practice : List.of(OWN, NGO)) {
      assertThat(Irkutsk.open(irkutsk.asMentor(unknown, practice)))
          .as(practice)
          .contains("mentor-documents", "mentor-clearance", "mentor-selection");
      assertThat(steps(irkutsk.asMentor(unknown, practice)))
          .as(practice)
          .containsSubsequence("vetting", "selection");
    }
  }

  @Covers("S1-05")
  @Test
  void in_the_school_of_the_ngo_nobody_is_trained_before_being_selected() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId mentor = irkutsk.selectedMentor("mentor", NGO, Irkutsk.TRAINED.plusDays(1));
    for (String course : List.of("INDIVIDUAL_COURSE", "GROUP_COURSE", "TEAM_COURSE")) {
      irkutsk.training(mentor, course, 480, Fact.Mode.IN_PERSON);
    }

    assertThat(irkutsk.asMentor(mentor, NGO).findings())
        .extracting(Finding::requirement)
        .contains(
            "vetted-before-individual-course",
            "vetted-before-group-course",
            "vetted-before-team-course");
    Set<ParticipantId> children =
        Set.of(irkutsk.child("child-1", NGO), irkutsk.child("child-2", NGO));
    assertThat(Irkutsk.codes(irkutsk.assign(centre, NGO, mentor, irkutsk.child("child", NGO))))
        .containsExactly("mentorship.course-early");
    assertThat(
            Irkutsk.codes(irkutsk.assign(centre, NGO, Arrangement.GROUP, Set.of(mentor), children)))
        .containsExactly("mentorship.course-early");
  }

  @Covers("S1-08")
  @Test
  void a_course_that_came_too_early_keeps_nobody_out_of_other_arrangements() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId mentor = irkutsk.mentor("mentor", NGO, "GROUP_COURSE");
    irkutsk.record(
        COORDINATOR,
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("INDIVIDUAL_COURSE"),
            480,
            Fact.Mode.IN_PERSON,
            Code.of("NGO")),
        Irkutsk.BEFORE.minusDays(1));
    assertThat(irkutsk.asMentor(mentor, NGO).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(Irkutsk.codes(irkutsk.assign(centre, NGO, mentor, irkutsk.child("child", NGO))))
        .containsExactly("mentorship.course-early");
    Set<ParticipantId> children =
        Set.of(irkutsk.child("child-1", NGO), irkutsk.child("child-2", NGO));
    assertThat(irkutsk.assign(centre, NGO, Arrangement.GROUP, Set.of(mentor), children).accepted())
        .isPresent();
  }

  @Covers("S1-08")
  @Test
  void who_has_only_the_course_of_groups_has_no_single_child() {
    ParticipantId mentor = irkutsk.mentor("mentor", NGO, "GROUP_COURSE");

    assertThat(
            Irkutsk.codes(
                irkutsk.assign(irkutsk.centre("centre"), NGO, mentor, irkutsk.child("child", NGO))))
        .contains("mentorship.course-missing");
  }

  @Covers("S1-16")
  @Test
  void nobody_but_the_methodology_centre_records_the_assessment_of_experts() {
    assertThat(
            Irkutsk.codes(
                irkutsk.tried(
                    COORDINATOR,
                    "EXPERT_ASSESSMENT",
                    About.programme(),
                    START,
                    Irkutsk.entry(null))))
        .contains("command.activity-capacity");
  }

  @Covers("S1-06")
  @Test
  void the_school_at_the_childrens_centre_is_a_step() {
    ParticipantId unknown = irkutsk.registered("new", ParticipantKind.PERSON);

    assertThat(steps(irkutsk.asMentor(unknown, OWN))).contains("training");
  }

  @Covers("S1-08")
  @Test
  void the_courses_of_the_ngo_are_a_step() {
    ParticipantId unknown = irkutsk.registered("new", ParticipantKind.PERSON);

    assertThat(steps(irkutsk.asMentor(unknown, NGO))).contains("training");
  }

  @Covers("S1-09")
  @Test
  void children_and_parents_are_trained_in_a_step_each() {
    ParticipantId child = irkutsk.registered("child", ParticipantKind.PERSON);

    for (String practice : List.of(OWN, NGO)) {
      assertThat(steps(irkutsk.mentee(child, practice)))
          .as(practice)
          .contains("training", "training-of-parents");
    }
  }

  @Covers("S1-10")
  @Test
  void the_joint_summing_up_is_a_step_that_no_hand_records() {
    ParticipantId centre = irkutsk.centre("centre");
    for (String practice : List.of(OWN, NGO)) {
      String[] courses =
          practice.equals(NGO) ? new String[] {"INDIVIDUAL_COURSE"} : new String[] {};
      MentorshipId pair =
          irkutsk.pair(
              centre,
              practice,
              irkutsk.mentor("mentor-" + practice, practice, courses),
              irkutsk.child("child-" + practice, practice));

      assertThat(
              Irkutsk.codes(
                  irkutsk
                      .mentoring
                      .mentorships()
                      .recordStep(COORDINATOR, pair, "summing-up", START)))
          .as(practice)
          .contains("mentorship.step-by-command")
          .doesNotContain("mentorship.step-unknown");
      assertThat(irkutsk.mentoring.oversight().completion(pair, START).findings())
          .as(practice)
          .extracting(Finding::requirement)
          .contains("SUMMING_UP.GUARDIAN", "SUMMING_UP.MENTEE", "SUMMING_UP.MENTOR");
    }
  }

  private static List<String> steps(Decision decision) {
    return decision.path().stream().map(StepProgress::step).toList();
  }
}
