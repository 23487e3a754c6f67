package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Tyumen.BEFORE;
import static org.mentoring.year.scenario.Tyumen.COMMISSION;
import static org.mentoring.year.scenario.Tyumen.HEAD;
import static org.mentoring.year.scenario.Tyumen.SECRETARY;
import static org.mentoring.year.scenario.Tyumen.STAFF;
import static org.mentoring.year.scenario.Tyumen.START;
import static org.mentoring.year.scenario.Tyumen.TOWN;
import static org.mentoring.year.scenario.Tyumen.codes;
import static org.mentoring.year.scenario.Tyumen.requirements;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.Progress;
import org.mentoring.activity.About;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** S2, from the first application to the pair: who may take part, and how pairs form. */
@ExtendWith(KnockOutParameter.class)
class TyumenIntakeTest {
  private final Tyumen tyumen;

  TyumenIntakeTest(KnockOut knockOut) {
    tyumen = new Tyumen(knockOut);
  }

  @AfterEach
  void close() {
    tyumen.close();
  }

  private ParticipantId registeredByItsFamily(String id) {
    ParticipantId child = tyumen.registered(id, ParticipantKind.PERSON, TOWN);
    tyumen.record(HEAD, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY), BEFORE);
    return child;
  }

  @Covers("S2-01")
  @Test
  void a_child_that_its_family_registered_must_be_on_a_register_and_is_then_at_risk() {
    ParticipantId child = registeredByItsFamily("child");

    assertThat(codes(tyumen.mentee(child))).contains("registration.missing", "circumstance.none");

    tyumen.record(SECRETARY, child, new Fact.PreventiveRegistration(Code.of("SCHOOL")), BEFORE);
    assertThat(codes(tyumen.mentee(child)))
        .doesNotContain("registration.missing", "circumstance.none");
  }

  @Covers("S2-02")
  @Test
  void both_ways_in_need_the_decision_and_the_profile_of_the_commission() {
    ParticipantId nobody = tyumen.registered("nobody", ParticipantKind.PERSON, TOWN);
    assertThat(codes(tyumen.mentee(nobody))).contains("intake.missing");
    assertThat(tyumen.mentee(nobody).path())
        .extracting(StepProgress::step)
        .contains("application", "commission-decision");
    ParticipantId registered = registeredByItsFamily("registered");
    ParticipantId referred = tyumen.registered("referred", ParticipantKind.PERSON, TOWN);
    tyumen.record(SECRETARY, referred, new Fact.Referral(COMMISSION), BEFORE);

    for (ParticipantId child : List.of(registered, referred)) {
      assertThat(codes(tyumen.mentee(child)))
          .contains("decision.missing", "profile.missing")
          .doesNotContain("intake.missing");
      tyumen.record(SECRETARY, child, new Fact.BackgroundProfile(COMMISSION), BEFORE);
      tyumen.record(
          SECRETARY,
          child,
          new Fact.AuthorityDecision(COMMISSION, Code.of("PARTICIPATION"), Fact.Outcome.POSITIVE),
          BEFORE);
      assertThat(codes(tyumen.mentee(child))).doesNotContain("decision.missing", "profile.missing");
      assertThat(tyumen.mentee(child).path())
          .filteredOn(step -> step.step().equals("commission-decision"))
          .extracting(StepProgress::state)
          .containsExactly(StepProgress.State.DONE);
    }
  }

  @Covers("S2-03")
  @Test
  void without_a_meeting_with_the_family_and_the_guardians_consent_a_child_does_not_take_part() {
    ParticipantId child = tyumen.referredChild("child", TOWN);

    assertThat(codes(tyumen.mentee(child)))
        .containsExactlyInAnyOrder("consent.missing", "family-meeting.missing");
    assertThat(tyumen.mentee(tyumen.child("other", TOWN)).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Covers("S2-04")
  @Test
  void a_mentor_needs_eight_hours_of_training_by_the_operator_and_the_standard() {
    ParticipantId mentor = tyumen.untrainedMentor("mentor", TOWN);
    tyumen.training(mentor, 360);

    assertThat(requirements(tyumen.asMentor(mentor)))
        .containsExactlyInAnyOrder("mentor-initial-training", "mentor-standard");
    assertThat(codes(tyumen.asMentor(mentor))).contains("training.hours-short");
    assertThat(tyumen.asMentor(tyumen.mentor("other", TOWN)).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Covers("S2-04")
  @Test
  void who_has_only_applied_is_told_of_documents_interview_training_and_standard() {
    ParticipantId mentor = tyumen.registered("mentor", ParticipantKind.PERSON, TOWN);
    tyumen.record(HEAD, mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF), BEFORE);

    assertThat(requirements(tyumen.asMentor(mentor)))
        .contains(
            "mentor-documents", "mentor-interview", "mentor-initial-training", "mentor-standard")
        .doesNotContain("mentor-application");
  }

  @Covers("S2-05")
  @Test
  void who_comes_from_a_departmental_institution_is_no_mentor() {
    ParticipantId mentor = tyumen.mentor("mentor", TOWN);
    tyumen.record(HEAD, mentor, new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION")), BEFORE);

    assertThat(tyumen.asMentor(mentor).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(codes(tyumen.asMentor(mentor))).containsExactly("affiliation.barred");
  }

  @Covers("S2-06")
  @Test
  void twelve_pairs_are_suggested_to_two_events_of_at_most_ten() {
    for (int i = 10; i < 22; i++) {
      tyumen.child("child-" + i, TOWN);
      tyumen.mentor("mentor-" + i, TOWN);
    }

    MatchProposal proposal =
        tyumen.mentoring.propose(HEAD, Tyumen.PRACTICE, START, Progress.NONE).orElseThrow();

    assertThat(proposal.result().pairs()).hasSize(12);
    assertThat(proposal.events()).hasSize(2);
    assertThat(proposal.events())
        .allSatisfy(event -> assertThat(event.pairs()).hasSizeBetween(1, 10));
  }

  @Covers("S2-06")
  @Test
  void an_acquaintance_training_takes_ten_pairs_and_no_eleventh() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 0);
    List<ParticipantId> children = new ArrayList<>();
    for (int i = 10; i < 21; i++) {
      children.add(tyumen.child("child-" + i, TOWN));
    }

    Outcome<?> eleven =
        tyumen.tried(
            STAFF,
            "ACQUAINTANCE_TRAINING",
            About.participant(centre),
            START,
            Tyumen.event(children.toArray(ParticipantId[]::new)));
    Outcome<?> ten =
        tyumen.tried(
            STAFF,
            "ACQUAINTANCE_TRAINING",
            About.participant(centre),
            START,
            Tyumen.event(children.subList(0, 10).toArray(ParticipantId[]::new)));

    assertThat(eleven.refused().map(Tyumen::codes)).hasValue(List.of("command.activity-pairs"));
    assertThat(ten.accepted()).isPresent();
  }
}
