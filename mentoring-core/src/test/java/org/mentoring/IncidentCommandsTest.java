package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallIncidents.CANARY;
import static org.mentoring.SmallIncidents.CHILD;
import static org.mentoring.SmallIncidents.COMMISSIONER;
import static org.mentoring.SmallIncidents.COORDINATOR;
import static org.mentoring.SmallIncidents.FAMILY;
import static org.mentoring.SmallIncidents.GUARDIAN;
import static org.mentoring.SmallIncidents.HEAD;
import static org.mentoring.SmallIncidents.MENTOR;
import static org.mentoring.SmallIncidents.MENTOR_CRISIS;
import static org.mentoring.SmallIncidents.OF_OPERATOR;
import static org.mentoring.SmallIncidents.OTHER_MENTOR;
import static org.mentoring.SmallIncidents.PSYCHOLOGIST;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.IncidentDeadline;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

class IncidentCommandsTest {
  private final SmallIncidents small = new SmallIncidents();
  private final IncidentCommands commands = small.commands;

  @Test
  void a_report_sets_the_deadlines_from_today_and_pauses_the_mentorship_in_the_incidents_name() {
    MentorshipId mentorship = small.active();
    NewIncident earlier =
        new NewIncident(
            CHILD, mentorship, new TreeSet<>(), small.today().minusDays(20), Note.of(CANARY));

    IncidentId id = commands.report(GUARDIAN, earlier).orElseThrow();

    IncidentView.Full full = full(id);
    assertThat(full.version()).isEqualTo(1);
    assertThat(full.procedure()).isEqualTo("children");
    assertThat(full.deadlines())
        .extracting(IncidentDeadline::lastDay)
        .containsExactly(
            small.today().plusDays(1), small.today().plusDays(3), small.today().plusWeeks(2));
    assertThat(full.deadline()).isEqualTo(small.today().plusDays(1));
    assertThat(small.mentorships.now(mentorship).state()).isEqualTo(MentorshipState.PAUSED);
    assertThat(small.mentorships.now(mentorship).particulars().pauses())
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.reason())
                  .doesNotContain(CANARY)
                  .doesNotContainIgnoringCase("incident");
              assertThat(pause.by().id()).isNotEqualTo(GUARDIAN.id());
              assertThat(pause.by().capacity()).isNotEqualTo(GUARDIAN.capacity());
              assertThat(pause.by().organisation()).isNotEqualTo(GUARDIAN.organisation());
            });
  }

  @Test
  void a_mentorship_that_cannot_be_paused_keeps_nobody_from_reporting() {
    MentorshipId agreed = small.mentorships.agreed(small.mentor, small.mentee);

    IncidentId id = small.reported(MENTOR, CHILD, agreed);

    assertThat(small.mentorships.now(agreed).state()).isEqualTo(MentorshipState.AGREED);
    assertThat(full(id).open()).isTrue();
  }

  @Test
  void another_mentor_and_an_ending_stay_a_demand_for_people() {
    MentorshipId mentorship = small.active();

    small.reported(COORDINATOR, MENTOR_CRISIS, mentorship);
    small.reported(COORDINATOR, FAMILY, mentorship);

    assertThat(small.mentorships.now(mentorship).state()).isEqualTo(MentorshipState.ACTIVE);
  }

  @Test
  void a_report_is_refused_for_all_reasons_at_once() {
    Outcome<IncidentId> outcome =
        commands.report(
            GUARDIAN,
            new NewIncident(
                Code.of("CHILD_CRISES"),
                MentorshipId.of("nowhere"),
                new TreeSet<>(List.of(ParticipantId.of("nobody-1"), ParticipantId.of("nobody-2"))),
                small.today().plusDays(1),
                Note.of(CANARY)));

    assertThat(codes(outcome))
        .containsExactlyInAnyOrder(
            "command.in-future",
            "command.incident-kind-unknown",
            "command.mentorship-unknown",
            "command.participant-unknown",
            "command.participant-unknown");
    assertThat(told(outcome)).contains("CHILD_CRISIS").doesNotContain(CANARY);
  }

  @Test
  void a_programme_without_algorithms_takes_no_reports() {
    SmallMentorships without = new SmallMentorships();

    assertThat(codes(without.mentoring.incidents().report(COORDINATOR, small.of(CHILD, null))))
        .containsExactly("command.incident-none");
  }

  @Test
  void the_algorithm_is_worked_off_from_report_to_closing() {
    MentorshipId mentorship = small.active();
    IncidentId id = small.entrusted(GUARDIAN, CHILD, mentorship);
    commands.takeStep(HEAD, id, "child-safe", small.today()).orElseThrow();
    small.mentorships.days(2);
    commands.takeStep(PSYCHOLOGIST, id, "talked", small.today()).orElseThrow();
    commands.takeStep(HEAD, id, "written-up", small.today()).orElseThrow();
    commands.close(HEAD, id, Note.of(CANARY), small.today()).orElseThrow();

    IncidentView.Full full = full(id);
    assertThat(full.version()).isEqualTo(6);
    assertThat(full.open()).isFalse();
    assertThat(full.deadline()).isNull();
    assertThat(full.steps())
        .extracting(StepTaken::step, StepTaken::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("child-safe", HEAD),
            org.assertj.core.groups.Tuple.tuple("talked", PSYCHOLOGIST),
            org.assertj.core.groups.Tuple.tuple("written-up", HEAD));
    assertThat(codes(commands.takeStep(HEAD, id, "written-up", small.today())))
        .contains("command.incident-closed", "command.incident-step-taken");
    assertThat(commands.open(HEAD)).isEmpty();
    assertThat(commands.of(HEAD, mentorship)).hasSize(1);
  }

  @Test
  void steps_are_taken_in_their_order_by_their_owners_and_not_twice() {
    IncidentId id = small.entrusted(COORDINATOR, CHILD, null);

    assertThat(codes(commands.takeStep(HEAD, id, "talked", small.today())))
        .containsExactlyInAnyOrder("command.incident-step-before", "command.incident-not-owner");
    commands.takeStep(HEAD, id, "child-safe", small.today()).orElseThrow();
    assertThat(codes(commands.takeStep(HEAD, id, "child-safe", small.today())))
        .containsExactly("command.incident-step-taken");
    assertThat(codes(commands.takeStep(PSYCHOLOGIST, id, "talked", small.today().minusDays(1))))
        .containsExactly("command.incident-too-early");
    assertThat(codes(commands.takeStep(PSYCHOLOGIST, id, "talked", small.today().plusDays(1))))
        .containsExactly("command.in-future");
  }

  @Test
  void the_names_of_the_steps_are_told_to_those_alone_who_have_one_to_take() {
    IncidentId id = small.entrusted(COORDINATOR, CHILD, null);

    assertThat(told(commands.takeStep(PSYCHOLOGIST, id, "talk", small.today())))
        .contains("child-safe, talked, written-up");
    assertThat(told(commands.takeStep(OF_OPERATOR, id, "talk", small.today())))
        .doesNotContain("child-safe");
  }

  @Test
  void responsible_is_one_of_the_algorithms_capacity_who_has_no_part_in_it() {
    MentorshipId mentorship = small.active();
    IncidentId id = small.reported(COORDINATOR, CHILD, mentorship);
    Actor mentoringHead = new Actor("mentor-1", HEAD.capacity(), "centre-1");

    assertThat(codes(commands.entrust(COORDINATOR, id, OF_OPERATOR, small.today())))
        .containsExactly("command.incident-not-capacity");
    assertThat(codes(commands.entrust(COORDINATOR, id, mentoringHead, small.today())))
        .containsExactly("command.incident-responsible-involved");
    assertThat(codes(commands.entrust(MENTOR, id, HEAD, small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(codes(commands.entrust(OTHER_MENTOR, id, HEAD, small.today())))
        .containsExactly("command.incident-unknown");
    commands.entrust(HEAD, id, HEAD, small.today()).orElseThrow();
    assertThat(codes(commands.entrust(HEAD, id, HEAD, small.today())))
        .containsExactly("command.incident-entrusted-already");
  }

  @Test
  void it_is_told_higher_up_when_a_deadline_passes_once_for_each_or_with_a_reason() {
    IncidentId id = small.entrusted(COORDINATOR, CHILD, null);
    small.mentorships.days(1);
    assertThat(codes(commands.escalate(COORDINATOR, id, small.today())))
        .containsExactly("command.incident-escalation-not-due");
    small.mentorships.days(1);
    commands.escalate(COORDINATOR, id, small.today()).orElseThrow();
    assertThat(codes(commands.escalate(COORDINATOR, id, small.today())))
        .containsExactly("command.incident-escalation-not-due");
    commands.escalate(HEAD, id, Note.of(CANARY), small.today()).orElseThrow();

    assertThat(full(id).escalations())
        .extracting(Escalation::to)
        .containsExactly(SmallIncidents.OPERATOR, SmallIncidents.COMMISSION);
    assertThat(codes(commands.escalate(HEAD, id, Note.of("again"), small.today())))
        .containsExactly("command.incident-all-told");
  }

  @Test
  void who_was_told_on_the_last_day_of_a_deadline_is_told_again_when_it_has_passed() {
    IncidentId id = small.entrusted(COORDINATOR, CHILD, null);
    small.mentorships.days(1);
    commands.escalate(HEAD, id, Note.of(CANARY), small.today()).orElseThrow();
    small.mentorships.days(1);

    assertThat(commands.escalate(HEAD, id, small.today()).accepted()).contains(id);
  }

  @Test
  void whoever_reported_it_may_tell_it_higher_up_and_other_parties_may_not() {
    IncidentId id = small.reported(GUARDIAN, CHILD, small.active());
    small.mentorships.days(2);

    assertThat(codes(commands.escalate(MENTOR, id, small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(codes(commands.escalate(OTHER_MENTOR, id, small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(commands.escalate(GUARDIAN, id, small.today()).accepted()).contains(id);
  }

  @Test
  void it_is_closed_when_every_step_is_taken_or_left_out_with_a_reason() {
    IncidentId id = small.entrusted(COORDINATOR, CHILD, small.active());
    commands.takeStep(HEAD, id, "child-safe", small.today()).orElseThrow();
    Resolution partly = Resolution.of(Note.of(CANARY)).leavingOut("talked", Note.of(CANARY));

    assertThat(codes(commands.close(HEAD, id, partly, small.today())))
        .containsExactly("command.incident-step-open");
    assertThat(
            codes(
                commands.close(
                    HEAD,
                    id,
                    partly
                        .leavingOut("written-up", Note.of(CANARY))
                        .leavingOut("child-safe", Note.of(CANARY)),
                    small.today())))
        .containsExactly("command.incident-step-not-open");
    commands
        .close(HEAD, id, partly.leavingOut("written-up", Note.of(CANARY)), small.today())
        .orElseThrow();
    assertThat(full(id).deadlines()).allSatisfy(each -> assertThat(each.met()).isNotNull());
  }

  @Test
  void it_is_closed_by_the_responsible_or_by_those_who_were_told_and_by_nobody_involved() {
    IncidentId id = small.reported(COORDINATOR, MENTOR_CRISIS, small.active());
    Resolution resolution =
        Resolution.of(Note.of(CANARY)).leavingOutEffect(Note.of("they are reconciled"));

    assertThat(codes(commands.close(HEAD, id, resolution, small.today())))
        .containsExactly("command.incident-nobody-responsible");
    commands.entrust(COORDINATOR, id, HEAD, small.today()).orElseThrow();
    assertThat(codes(commands.close(COORDINATOR, id, resolution, small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(codes(commands.close(MENTOR, id, resolution, small.today())))
        .containsExactly("command.incident-unknown");
    commands.escalate(HEAD, id, Note.of(CANARY), small.today()).orElseThrow();
    assertThat(commands.close(OF_OPERATOR, id, resolution, small.today()).accepted()).contains(id);
  }

  @Test
  void what_is_demanded_of_the_mentorship_is_carried_out_or_left_out_with_a_reason() {
    MentorshipId mentorship = small.active();
    IncidentId ending = small.entrusted(COORDINATOR, FAMILY, mentorship);
    commands.takeStep(MENTOR, ending, "mentor-tells", small.today()).orElseThrow();

    assertThat(codes(commands.close(HEAD, ending, Note.of(CANARY), small.today())))
        .containsExactly("command.incident-effect-open");
    small
        .mentorships
        .commands()
        .endEarly(
            COORDINATOR,
            mentorship,
            SmallMentorships.MOVED,
            SmallMentorships.AS_MENTOR,
            "moved",
            small.today())
        .orElseThrow();
    assertThat(
            codes(
                commands.close(
                    HEAD,
                    ending,
                    Resolution.of(Note.of(CANARY)).leavingOutEffect(Note.of("why")),
                    small.today())))
        .containsExactly("command.incident-no-effect-open");
    assertThat(commands.close(HEAD, ending, Note.of(CANARY), small.today()).accepted())
        .contains(ending);
  }

  @Test
  void a_demand_without_a_mentorship_is_not_lost_when_it_is_closed() {
    IncidentId id = small.entrusted(COORDINATOR, MENTOR_CRISIS, null);

    assertThat(codes(commands.close(HEAD, id, Note.of(CANARY), small.today())))
        .containsExactly("command.incident-effect-open");
  }

  @Test
  void a_partys_step_is_taken_by_that_party_alone() {
    IncidentId id = small.entrusted(COORDINATOR, FAMILY, small.active());

    assertThat(codes(commands.takeStep(OTHER_MENTOR, id, "mentor-tells", small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(commands.takeStep(MENTOR, id, "mentor-tells", small.today()).accepted())
        .contains(id);
  }

  @Test
  void a_partys_step_of_an_incident_that_names_no_mentorship_is_for_the_parties_of_its_people() {
    small.active();
    IncidentId id = small.entrusted(COORDINATOR, FAMILY, null);
    IncidentId ofNobody = commands.report(COORDINATOR, small.of(FAMILY, null)).orElseThrow();
    IncidentId told = commands.report(OTHER_MENTOR, small.of(FAMILY, null)).orElseThrow();

    for (IncidentId each : List.of(id, ofNobody)) {
      assertThat(codes(commands.takeStep(OTHER_MENTOR, each, "mentor-tells", small.today())))
          .containsExactly("command.incident-unknown");
    }
    assertThat(codes(commands.takeStep(MENTOR, ofNobody, "mentor-tells", small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(codes(commands.takeStep(asMentor("mentee-1"), id, "mentor-tells", small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(commands.takeStep(MENTOR, id, "mentor-tells", small.today()).accepted())
        .contains(id);
    assertThat(commands.takeStep(OTHER_MENTOR, told, "mentor-tells", small.today()).accepted())
        .contains(told);
  }

  private static Actor asMentor(String id) {
    return new Actor(id, SmallIncidents.AS_MENTOR, "centre-1");
  }

  @Test
  void nothing_is_done_before_it_happened_nor_closed_before_it_was_dealt_with() {
    IncidentId id = small.entrusted(COORDINATOR, MENTOR_CRISIS, null);
    LocalDate yesterday = small.today().minusDays(1);

    assertThat(codes(commands.escalate(HEAD, id, Note.of("why"), yesterday)))
        .containsExactly("command.incident-too-early");
    assertThat(
            codes(
                commands.close(
                    HEAD,
                    id,
                    Resolution.of(Note.of("done")).leavingOutEffect(Note.of("why")),
                    yesterday)))
        .containsExactly("command.incident-too-early");
  }

  @Test
  void nobody_whom_the_definition_does_not_name_makes_himself_or_another_the_reader() {
    IncidentId id = small.reported(GUARDIAN, CHILD, small.active());
    Actor volunteer = new Actor("x", Code.of("VOLUNTEER"), "z");

    assertThat(codes(commands.entrust(volunteer, id, HEAD, small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(codes(commands.escalate(volunteer, id, Note.of(CANARY), small.today())))
        .containsExactly("command.incident-unknown");
    assertThat(full(id).responsible()).isEmpty();
  }

  @Test
  void refusals_do_not_tell_an_outsider_which_algorithm_it_is() {
    MentorshipId mentorship = small.active();
    for (Code kind : List.of(CHILD, MENTOR_CRISIS)) {
      IncidentId id = small.reported(COORDINATOR, kind, mentorship);
      for (String step : List.of("child-safe", "talked", "nonsense")) {
        assertThat(codes(commands.takeStep(MENTOR, id, step, small.today())))
            .containsExactly("command.incident-unknown");
        assertThat(codes(commands.takeStep(COORDINATOR, id, step, small.today())))
            .containsExactly("command.incident-unknown");
      }
    }
  }

  @Test
  void an_unknown_incident_is_refused_by_commands() {
    IncidentId id = IncidentId.of("nowhere");

    assertThat(
            List.of(
                codes(commands.entrust(HEAD, id, HEAD, small.today())),
                codes(commands.takeStep(HEAD, id, "talked", small.today())),
                codes(commands.escalate(HEAD, id, small.today())),
                codes(commands.close(HEAD, id, Note.of(CANARY), small.today()))))
        .allSatisfy(found -> assertThat(found).containsExactly("command.incident-unknown"));
  }

  private IncidentView.Full full(IncidentId id) {
    return (IncidentView.Full) commands.view(COMMISSIONER, id);
  }

  private <T> String told(Outcome<T> outcome) {
    List<Finding> findings = outcome.refused().orElseThrow().findings();
    StringBuilder told = new StringBuilder(outcome.toString());
    for (Language language : Language.values()) {
      Renderer renderer = small.mentorships.mentoring.renderer(language, Audience.COORDINATOR);
      renderer
          .lines(findings)
          .forEach(
              line -> {
                assertThat(line.found()).doesNotContain("{", "}", line.finding().code());
                told.append(line.found()).append(line.remedy().orElse(""));
              });
    }
    return told.toString();
  }

  @Test
  void nothing_ends_as_completed_while_an_incident_is_open() {
    MentorshipId mentorship = small.active();
    small.mentorships.days(40);
    small.reported(SmallIncidents.MENTOR, SmallIncidents.MENTOR_CRISIS, mentorship);

    assertThat(
            SmallProgramme.codes(
                small
                    .mentorships
                    .commands()
                    .endEarly(
                        SmallMentorships.COORDINATOR,
                        mentorship,
                        SmallMentorships.MOVED,
                        SmallMentorships.AS_MENTOR,
                        "moved",
                        small.today())))
        .containsExactly("mentorship.ending-incident-open");
    assertThat(
            small
                .mentorships
                .commands()
                .endEarly(
                    SmallMentorships.COORDINATOR,
                    mentorship,
                    SmallMentorships.UNWILLING,
                    SmallMentorships.AS_MENTOR,
                    "does not want to",
                    small.today())
                .accepted())
        .isPresent();
  }
}
