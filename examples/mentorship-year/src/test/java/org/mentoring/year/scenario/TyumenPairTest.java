package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Tyumen.START;
import static org.mentoring.year.scenario.Tyumen.TOWN;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
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
