package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallIncidents.AS_MENTOR;
import static org.mentoring.SmallIncidents.CANARY;
import static org.mentoring.SmallIncidents.CHILD;
import static org.mentoring.SmallIncidents.COORDINATOR;
import static org.mentoring.SmallIncidents.HEAD;
import static org.mentoring.SmallIncidents.MENTOR;
import static org.mentoring.SmallIncidents.MENTOR_CRISIS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;

class IncidentStopsTest {
  private static final Actor STRANGER = new Actor("nobody", Code.of("SELF"), "none");

  private final SmallIncidents small = new SmallIncidents();
  private final MentorshipCommands mentorships = small.mentorships.commands();

  @Test
  void nobody_resumes_a_mentorship_while_the_incident_that_paused_it_is_open() {
    MentorshipId id = small.active();
    IncidentId incident = small.entrusted(COORDINATOR, CHILD, id);

    assertThat(codes(mentorships.resume(COORDINATOR, id, "fine", small.today())))
        .containsExactly("mentorship.incident-open");
    assertThat(codes(mentorships.resume(MENTOR, id, "fine", small.today())))
        .containsExactlyInAnyOrder("mentorship.incident-open", "mentorship.not-running");
    settled(incident);
    assertThat(codes(mentorships.resume(MENTOR, id, "fine", small.today())))
        .containsExactly("mentorship.not-running");
    assertThat(mentorships.resume(HEAD, id, "fine", small.today()).accepted()).isPresent();
  }

  @Test
  void those_who_run_a_mentorship_pause_and_resume_it_and_a_party_only_its_own_pause() {
    MentorshipId id = small.active();

    assertThat(codes(mentorships.pause(STRANGER, id, "x", small.today())))
        .containsExactly("mentorship.not-running");
    assertThat(codes(mentorships.pause(SmallIncidents.OTHER_MENTOR, id, "x", small.today())))
        .containsExactly("mentorship.not-running");
    mentorships.pause(MENTOR, id, "ill", small.today()).orElseThrow();
    assertThat(codes(mentorships.resume(SmallIncidents.MENTEE, id, "x", small.today())))
        .containsExactly("mentorship.not-running");
    mentorships.resume(MENTOR, id, "well", small.today()).orElseThrow();
    mentorships.pause(COORDINATOR, id, "holidays", small.today()).orElseThrow();
    assertThat(codes(mentorships.resume(MENTOR, id, "x", small.today())))
        .containsExactly("mentorship.not-running");
    assertThat(
            codes(
                mentorships.resume(
                    new Actor("mentor-1", HEAD.capacity(), "centre-1"), id, "x", small.today())))
        .containsExactly("mentorship.party-in-office");
    mentorships.resume(HEAD, id, "over", small.today()).orElseThrow();
  }

  @Test
  void a_mentor_who_stands_in_an_open_incident_gets_no_other_child_even_when_the_pair_has_ended() {
    MentorshipId id = small.active();
    IncidentId incident = small.entrusted(COORDINATOR, CHILD, id);
    mentorships
        .endEarly(COORDINATOR, id, SmallMentorships.MOVED, AS_MENTOR, "for safety", small.today())
        .orElseThrow();
    ParticipantId other = small.mentorships.mentee("mentee-2");

    assertThat(codes(small.mentorships.assign(small.mentor, other)))
        .contains("mentorship.party-in-incident");
    settled(incident);
    assertThat(codes(small.mentorships.assign(small.mentor, other)))
        .doesNotContain("mentorship.party-in-incident");
  }

  @Test
  void a_child_whose_mentor_had_to_be_replaced_gets_another_while_the_incident_is_open() {
    MentorshipId id = small.active();
    small.commands.report(COORDINATOR, small.of(MENTOR_CRISIS, id, small.mentor)).orElseThrow();
    ParticipantId other = small.mentorships.mentor("mentor-2");
    assertThat(codes(small.mentorships.assign(other, small.mentee)))
        .contains("mentorship.party-in-incident");

    mentorships
        .rematch(HEAD, id, AS_MENTOR, null, "the mentor asks for it", small.today())
        .orElseThrow();

    assertThat(codes(small.mentorships.assign(other, small.mentee)))
        .doesNotContain("mentorship.party-in-incident");
  }

  @Test
  void no_mentorship_starts_while_a_party_stands_in_an_open_incident() {
    MentorshipId agreed = small.mentorships.agreed(small.mentor, small.mentee);
    small.mentorships.step(SmallMentorships.MENTOR, agreed, "first-meeting").orElseThrow();
    IncidentId about = small.entrusted(COORDINATOR, CHILD, agreed);

    assertThat(codes(mentorships.start(COORDINATOR, agreed, small.today())))
        .contains("mentorship.party-in-incident");
    small
        .commands
        .close(HEAD, about, leavingOutAll().leavingOutEffect(Note.of(CANARY)), small.today())
        .orElseThrow();
    IncidentId ofChild = small.entrusted(COORDINATOR, CHILD, null);
    assertThat(codes(mentorships.start(COORDINATOR, agreed, small.today())))
        .containsExactly("mentorship.party-in-incident");
    small
        .commands
        .close(HEAD, ofChild, leavingOutAll().leavingOutEffect(Note.of(CANARY)), small.today())
        .orElseThrow();
    assertThat(mentorships.start(COORDINATOR, agreed, small.today()).accepted()).isPresent();
  }

  @Test
  void a_report_about_a_child_pauses_every_pair_of_the_child_though_it_names_none() {
    MentorshipId id = small.active();
    IncidentId incident = small.entrusted(COORDINATOR, CHILD, null);

    assertThat(small.mentorships.now(id).state()).isEqualTo(MentorshipState.PAUSED);
    assertThat(codes(mentorships.resume(COORDINATOR, id, "fine", small.today())))
        .containsExactly("mentorship.incident-open");
    settled(incident);
    mentorships.resume(COORDINATOR, id, "fine", small.today()).orElseThrow();
  }

  @Test
  void a_pair_that_sums_up_is_paused_too_and_goes_on_summing_up() {
    MentorshipId id = small.mentorships.closing(small.mentor, small.mentee);
    IncidentId incident = small.entrusted(COORDINATOR, CHILD, id);

    assertThat(small.mentorships.now(id).state()).isEqualTo(MentorshipState.PAUSED);
    settled(incident);
    mentorships.resume(COORDINATOR, id, "fine", small.today()).orElseThrow();
    assertThat(small.mentorships.now(id).state()).isEqualTo(MentorshipState.CLOSING);
  }

  @Test
  void an_incident_of_a_party_that_names_no_pair_keeps_an_early_ending_from_counting_too() {
    MentorshipId id = small.active();
    small.mentorships.days(31);
    IncidentId incident = small.entrusted(COORDINATOR, CHILD, null);

    assertThat(codes(moved(id))).containsExactly("mentorship.ending-incident-open");
    settled(incident);
    assertThat(moved(id).orElseThrow().particulars().closure())
        .isNotNull()
        .satisfies(closure -> assertThat(closure.asCompleted()).isTrue());
  }

  @Test
  void an_incident_of_somebody_else_keeps_no_early_ending_from_counting() {
    MentorshipId id = small.active();
    small.mentorships.days(31);
    ParticipantId other = small.mentorships.mentee("mentee-2");
    small.commands.report(COORDINATOR, small.of(CHILD, null, other)).orElseThrow();

    assertThat(moved(id).accepted()).isPresent();
  }

  private Outcome<Mentorship> moved(MentorshipId id) {
    return mentorships.endEarly(
        COORDINATOR, id, SmallMentorships.MOVED, AS_MENTOR, "another town", small.today());
  }

  private void settled(IncidentId incident) {
    small.commands.close(HEAD, incident, leavingOutAll(), small.today()).orElseThrow();
  }

  private static Resolution leavingOutAll() {
    return Resolution.of(Note.of(CANARY))
        .leavingOut("child-safe", Note.of(CANARY))
        .leavingOut("talked", Note.of(CANARY))
        .leavingOut("written-up", Note.of(CANARY));
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().stream()
        .flatMap(decision -> decision.findings().stream())
        .map(Finding::code)
        .toList();
  }
}
