package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Tyumen.START;
import static org.mentoring.year.scenario.Tyumen.TOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.StepProgress;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** How a pair of the Tyumen programme forms, and what it does first. */
@ExtendWith(KnockOutParameter.class)
class TyumenPairTest {
  private final Tyumen tyumen;

  TyumenPairTest(KnockOut knockOut) {
    tyumen = new Tyumen(knockOut);
  }

  @AfterEach
  void close() {
    tyumen.close();
  }

  @Covers("S2-06")
  @Test
  void a_pair_forms_only_of_two_who_came_to_the_same_event() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId mentor = tyumen.mentor("mentor-1", TOWN);
    ParticipantId child = tyumen.child("child-1", TOWN);

    // Each came to an event, but not to the same.
    assertThat(codes(tyumen.assigned(centre, mentor, child)))
        .containsExactly("mentorship.step-without-activity");
    tyumen.meetAtTheEvent(mentor, child);
    assertThat(tyumen.assigned(centre, mentor, child).accepted()).isPresent();
  }

  @Covers("S2-06")
  @Test
  void nobody_has_chosen_who_was_at_no_event() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    ParticipantId mentor = tyumen.preparedMentor("mentor-1", TOWN);
    ParticipantId child = tyumen.preparedChild("child-1", TOWN);

    assertThat(codes(chosen(child, Position.MENTEE)))
        .containsExactly("command.step-without-activity");
    assertThat(codes(chosen(mentor, Position.MENTOR)))
        .containsExactly("command.step-without-activity");
    assertThat(missingSteps(tyumen.assigned(centre, mentor, child)))
        .containsExactlyInAnyOrder("MENTOR", "MENTEE");
  }

  @Covers("S2-06")
  @Test
  void the_choice_is_put_on_record_by_the_centre_that_saw_to_it() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    tyumen.centre("tobolsk", Tyumen.OTHER_TOWN, 15);
    ParticipantId mentor = tyumen.preparedMentor("mentor-1", TOWN);
    ParticipantId child = tyumen.preparedChild("child-1", TOWN);
    tyumen.record(
        Tyumen.HEAD, child, new Fact.AttachedTo(centre, Code.of("CENTRE")), START.minusDays(1));
    tyumen.meetAtTheEvent(mentor, child);

    assertThat(codes(chosen(new Actor("x-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school"), child)))
        .containsExactly("mentorship.not-owner");
    assertThat(codes(chosen(new Actor("z", Tyumen.CENTRE, "tobolsk"), child)))
        .containsExactly("mentorship.other-centre");
    assertThat(chosen(Tyumen.STAFF, child).accepted()).isPresent();
  }

  private Outcome<?> chosen(Actor by, ParticipantId child) {
    return tyumen.mentoring.recordStep(
        by, child, Tyumen.PRACTICE, Position.MENTEE, "selection-event", START);
  }

  @Covers("S2-12")
  @Test
  void what_a_completion_rests_on_is_not_taken_back() {
    LocalDate day = START.plusMonths(6);
    tyumen.today(day);
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    tyumen.beforeGraduation(pair, day);
    tyumen.graduation(centre, day, ParticipantId.of("child-1"));
    tyumen.graduation(centre, day, ParticipantId.of("child-1"));
    tyumen.mentoring.mentorships().complete(Tyumen.STAFF, pair, day).orElseThrow();
    List<ActivityId> interviews =
        tyumen.mentoring.activities().of(About.mentorship(pair)).stream()
            .filter(each -> each.kind().value().equals("EXIT_INTERVIEW"))
            .map(Activity::id)
            .toList();

    assertThat(interviews).isNotEmpty();
    for (ActivityId each : interviews) {
      assertThat(codes(tyumen.mentoring.activities().retract(Tyumen.STAFF, each, "wrong")))
          .containsExactly("command.activity-bears-completion");
    }
    List<ActivityId> graduations =
        tyumen.mentoring.activities().of(About.participant(centre)).stream()
            .filter(each -> each.kind().value().equals("GRADUATION_EVENT"))
            .map(Activity::id)
            .toList();
    assertThat(
            tyumen
                .mentoring
                .activities()
                .retract(Tyumen.STAFF, graduations.get(0), "put down twice")
                .accepted())
        .isPresent();
    assertThat(codes(tyumen.mentoring.activities().retract(Tyumen.STAFF, graduations.get(1), "no")))
        .containsExactly("command.activity-bears-completion");
  }

  private Outcome<?> chosen(ParticipantId who, Position position) {
    return tyumen.mentoring.recordStep(
        Tyumen.HEAD, who, Tyumen.PRACTICE, position, "selection-event", START);
  }

  private static List<String> missingSteps(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream()
        .filter(finding -> finding.code().equals("mentorship.party-step-missing"))
        .filter(finding -> finding.requirement().equals("selection-event"))
        .map(finding -> finding.parameters().get("position"))
        .flatMap(position -> ((Parameter.Codes) position).values().stream())
        .map(Code::value)
        .toList();
  }

  @Covers("S2-06")
  @Test
  void mentor_and_child_got_acquainted_before_anything_is_summed_up() {
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);
    ParticipantId child = ParticipantId.of("child-1");

    assertThat(requirements(tyumen.mentoring.mentorships().beginClosing(Tyumen.STAFF, pair, START)))
        .contains("acquaintance");
    Outcome<?> alone =
        tyumen.mentoring.mentorships().recordStep(Tyumen.STAFF, pair, "acquaintance", START);
    assertThat(codes(alone)).containsExactly("mentorship.step-without-activity");
    tyumen.done(
        Tyumen.STAFF,
        "ACQUAINTANCE_TRAINING",
        About.participant(centre),
        START,
        Tyumen.event(child, ParticipantId.of("mentor-1")));
    assertThat(
            tyumen
                .mentoring
                .mentorships()
                .recordStep(Tyumen.STAFF, pair, "acquaintance", START)
                .accepted())
        .isPresent();
  }

  @Covers("S2-07")
  @Test
  void both_settle_which_events_they_attend_before_anything_is_summed_up() {
    MentorshipId pair = tyumen.pair(tyumen.centre("centre", TOWN, 15), "1", TOWN);

    assertThat(requirements(tyumen.mentoring.mentorships().beginClosing(Tyumen.STAFF, pair, START)))
        .contains("events-settled");
    assertThat(
            tyumen
                .mentoring
                .mentorships()
                .recordStep(Tyumen.of(ParticipantId.of("mentor-1")), pair, "events-settled", START)
                .accepted())
        .isPresent();
  }

  @Covers("S2-12")
  @Test
  void summing_up_and_completion_are_steps_of_their_own_that_no_hand_records() {
    MentorshipId pair = tyumen.pair(tyumen.centre("centre", TOWN, 15), "1", TOWN);

    for (String step : List.of("summing-up", "completion")) {
      assertThat(codes(tyumen.mentoring.mentorships().recordStep(Tyumen.STAFF, pair, step, START)))
          .as(step)
          .contains("mentorship.step-by-command")
          .doesNotContain("mentorship.step-unknown");
    }
  }

  @Covers("S2-15")
  @Test
  void two_who_were_parted_for_safety_are_never_paired_again() {
    LocalDate day = START.plusDays(30);
    tyumen.today(day);
    ParticipantId centre = tyumen.centre("centre", TOWN, 15);
    MentorshipId pair = tyumen.pair(centre, "1", TOWN);

    assertThat(
            tyumen
                .mentoring
                .mentorships()
                .endEarly(
                    Tyumen.HEAD,
                    pair,
                    Code.of("SAFETY"),
                    Code.of("CENTRE_HEAD"),
                    "the child is afraid",
                    day)
                .accepted())
        .isPresent();
    assertThat(
            codes(
                tyumen.assigned(centre, ParticipantId.of("mentor-1"), ParticipantId.of("child-1"))))
        .contains("mentorship.pair-parted-for-good");
  }

  @Covers("S2-03")
  @Test
  void the_family_is_met_and_its_consent_taken_as_steps_on_the_childs_path() {
    assertThat(steps(tyumen.mentee(tyumen.preparedChild("child-1", TOWN))))
        .containsSubsequence("family-meeting", "consent");
  }

  @Covers("S2-04")
  @Test
  void a_mentor_goes_from_the_application_to_the_standard_step_by_step() {
    assertThat(steps(tyumen.asMentor(tyumen.preparedMentor("mentor-1", TOWN))))
        .containsSubsequence(
            "application", "documents", "interview", "initial-training", "standard");
    assertThat(
            Tyumen.requirements(
                tyumen.asMentor(tyumen.registered("new", ParticipantKind.PERSON, TOWN))))
        .contains("mentor-application");
  }

  @Covers("S2-06")
  @Covers("S2-07")
  @Covers("S2-08")
  @Covers("S2-09")
  @Covers("S2-11")
  @Covers("S2-12")
  @Covers("S2-13")
  @Test
  void what_counts_is_recorded_by_nobody_but_those_whom_the_definition_names() {
    Actor outsider = new Actor("x-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school");
    for (String kind :
        List.of(
            "SELECTION_EVENT",
            "ACQUAINTANCE_TRAINING",
            "MONTHLY_PLAN",
            "MENTOR_REPORT",
            "SOCIALLY_SIGNIFICANT_EVENT",
            "SERVICE_REFERRAL",
            "GRADUATION_EVENT",
            "SUMMING_UP",
            "FOLLOW_UP_REPORT",
            "OCCUPATION_MONITORING",
            "COMMUNITY_INVOLVEMENT")) {
      assertThat(
              codes(tyumen.tried(outsider, kind, About.programme(), START, Tyumen.entry(null, 1))))
          .as(kind)
          .contains("command.activity-capacity");
    }
  }

  @Covers("S2-15")
  @Test
  void there_is_an_algorithm_for_crises_of_mentors_and_for_those_with_the_family() {
    LocalDate day = START.plusDays(9);
    tyumen.today(day);
    MentorshipId pair = tyumen.pair(tyumen.centre("centre", TOWN, 15), "1", TOWN);
    for (String kind : List.of("MENTOR_CRISIS", "FAMILY_CONFLICT")) {
      assertThat(
              tyumen
                  .mentoring
                  .incidents()
                  .report(
                      Tyumen.HEAD,
                      new NewIncident(
                          Code.of(kind),
                          pair,
                          new TreeSet<>(Set.of(ParticipantId.of("mentor-1"))),
                          day,
                          Note.of("Something happened.")))
                  .accepted())
          .as(kind)
          .isPresent();
    }
  }

  private static List<String> steps(Decision decision) {
    return decision.path().stream().map(StepProgress::step).toList();
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().map(Tyumen::codes).orElse(List.of());
  }

  private static List<String> requirements(Outcome<?> outcome) {
    return outcome.refused().stream()
        .flatMap(refused -> refused.findings().stream())
        .map(Finding::requirement)
        .toList();
  }
}
