package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Irkutsk.BEFORE;
import static org.mentoring.year.scenario.Irkutsk.COORDINATOR;
import static org.mentoring.year.scenario.Irkutsk.NGO;
import static org.mentoring.year.scenario.Irkutsk.OWN;
import static org.mentoring.year.scenario.Irkutsk.TRAINED;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** S1: who may be a mentee, who may be a mentor, and in which arrangement. */
@ExtendWith(KnockOutParameter.class)
class IrkutskIntakeTest {
  private final Irkutsk irkutsk;

  IrkutskIntakeTest(KnockOut knockOut) {
    irkutsk = new Irkutsk(knockOut);
  }

  @AfterEach
  void close() {
    irkutsk.close();
  }

  @Covers("S1-04")
  @Test
  void mentees_are_orphans_children_without_parental_care_and_children_of_foster_families() {
    for (String practice : List.of(OWN, NGO)) {
      ParticipantId other = irkutsk.unpreparedChild("other-" + practice, practice);
      irkutsk.prepared(other);
      assertThat(Irkutsk.codes(irkutsk.mentee(other, practice)))
          .containsExactly("circumstance.none");

      for (String circumstance : List.of("ORPHAN", "WITHOUT_PARENTAL_CARE", "FOSTER_FAMILY")) {
        ParticipantId child = irkutsk.unpreparedChild(circumstance + "-" + practice, practice);
        irkutsk.prepared(child);
        irkutsk.record(COORDINATOR, child, new Fact.Circumstance(Code.of(circumstance)), BEFORE);
        assertThat(irkutsk.mentee(child, practice).verdict()).isEqualTo(Verdict.ELIGIBLE);
      }
    }
  }

  @Covers("S1-05")
  @Test
  void who_was_trained_before_being_selected_is_no_mentor() {
    ParticipantId mentor = irkutsk.selectedMentor("mentor", OWN, TRAINED.plusDays(1));
    irkutsk.training(mentor, null, 120, Fact.Mode.IN_PERSON);

    assertThat(Irkutsk.open(irkutsk.asMentor(mentor, OWN)))
        .containsExactly("vetted-before-training");
    assertThat(irkutsk.asMentor(irkutsk.mentor("other", OWN), OWN).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
  }

  @Covers("S1-05")
  @Test
  void who_is_not_trained_is_not_assigned() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId mentor = irkutsk.selectedMentor("mentor", OWN, BEFORE);
    ParticipantId child = irkutsk.child("child", OWN);

    assertThat(irkutsk.assign(centre, OWN, mentor, child).refused()).isPresent();
    irkutsk.training(mentor, null, 120, Fact.Mode.IN_PERSON);
    assertThat(irkutsk.assign(centre, OWN, mentor, child).accepted()).isPresent();
  }

  @Covers("S1-06")
  @Test
  void the_school_at_a_childrens_centre_is_two_hours_in_person() {
    ParticipantId distant = irkutsk.selectedMentor("distant", OWN, BEFORE);
    irkutsk.training(distant, null, 60, Fact.Mode.IN_PERSON);
    irkutsk.training(distant, null, 600, Fact.Mode.ONLINE);

    assertThat(Irkutsk.codes(irkutsk.asMentor(distant, OWN)))
        .contains("training.hours-short", "training.other-mode");
    assertThat(Irkutsk.open(irkutsk.asMentor(distant, OWN))).contains("mentor-initial-training");
    irkutsk.training(distant, null, 60, Fact.Mode.IN_PERSON);
    assertThat(irkutsk.asMentor(distant, OWN).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Covers("S1-08")
  @Test
  void a_mentor_works_only_in_an_arrangement_whose_course_is_passed() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId mentor = irkutsk.mentor("mentor", NGO, "INDIVIDUAL_COURSE");
    Set<ParticipantId> children =
        Set.of(irkutsk.child("child-1", NGO), irkutsk.child("child-2", NGO));

    assertThat(
            Irkutsk.codes(irkutsk.assign(centre, NGO, Arrangement.GROUP, Set.of(mentor), children)))
        .containsExactly("mentorship.course-missing");
    irkutsk.training(mentor, "GROUP_COURSE", 480, Fact.Mode.IN_PERSON);
    assertThat(irkutsk.assign(centre, NGO, Arrangement.GROUP, Set.of(mentor), children).accepted())
        .isPresent();
  }

  @Covers("S1-08")
  @Test
  void a_team_needs_the_course_of_each_of_its_mentors() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId trained = irkutsk.mentor("trained", NGO, "TEAM_COURSE");
    ParticipantId other = irkutsk.mentor("other", NGO, "INDIVIDUAL_COURSE");
    Set<ParticipantId> child = Set.of(irkutsk.child("child", NGO));

    assertThat(
            Irkutsk.codes(
                irkutsk.assign(centre, NGO, Arrangement.TEAM, Set.of(trained, other), child)))
        .containsExactly("mentorship.course-missing");
  }

  @Covers("S1-09")
  @Test
  void children_and_parents_are_prepared_before_the_assignment() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId mentor = irkutsk.mentor("mentor", OWN);
    ParticipantId child = irkutsk.unpreparedChild("child", OWN);
    irkutsk.record(COORDINATOR, child, new Fact.Circumstance(Code.of("ORPHAN")), BEFORE);

    assertThat(Irkutsk.open(irkutsk.mentee(child, OWN)))
        .containsExactlyInAnyOrder("mentee-preparation", "guardian-preparation");
    assertThat(irkutsk.assign(centre, OWN, mentor, child).refused()).isPresent();
    irkutsk.prepared(child);
    assertThat(irkutsk.assign(centre, OWN, mentor, child).accepted()).isPresent();
  }
}
