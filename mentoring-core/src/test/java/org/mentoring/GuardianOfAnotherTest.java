package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;
import org.mentoring.time.Validity;

/**
 * Where a child's guardian is on record, nobody else speaks for it, and it holds there no office.
 */
class GuardianOfAnotherTest {
  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final Actor mother = as("mother");
  private final List<Actor> others = List.of(as("stranger"), as("elm"), as("oak"), as("kid"));

  private static Actor as(String id) {
    return new Actor(id, GUARDIAN, "home");
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static ParticipantId named(SmallMentorships small, ParticipantId child, String guardian) {
    small
        .mentoring
        .record(
            COORDINATOR,
            child,
            new Fact.Guardian(small.programme.person(guardian)),
            Validity.from(small.today().minusDays(1)))
        .orElseThrow();
    return child;
  }

  private ParticipantId childOf(String child, String guardian) {
    return named(small, small.mentee(child), guardian);
  }

  @Test
  void another_guardian_neither_agrees_nor_withdraws() {
    small.active(small.mentor("elm"), small.mentee("tot"));
    ParticipantId kid = childOf("kid", "mother");
    MentorshipId id = small.assign(small.mentor("oak"), kid).orElseThrow().id();

    for (Actor each : others) {
      assertThat(found(commands.agree(each, id, GUARDIAN, kid, small.today())))
          .as(each.id())
          .containsExactly("mentorship.agrees-for-another");
      assertThat(found(commands.withdraw(each, id, "why", small.today())))
          .as(each.id())
          .containsExactly("mentorship.not-running");
    }
    assertThat(commands.agree(mother, id, GUARDIAN, kid, small.today()).accepted()).isPresent();
    assertThat(commands.withdraw(mother, id, "why", small.today()).accepted()).isPresent();
  }

  @Test
  void another_guardian_neither_pauses_nor_resumes_nor_ends() {
    small.active(small.mentor("elm"), small.mentee("tot"));
    MentorshipId id = small.active(small.mentor("oak"), childOf("kid", "mother"));

    for (Actor each : others) {
      assertThat(found(commands.pause(each, id, "why", small.today())))
          .as(each.id())
          .containsExactly("mentorship.not-running");
      for (Code reason : List.of(MOVED, SmallMentorships.UNWILLING)) {
        assertThat(found(commands.endEarly(each, id, reason, GUARDIAN, "why", small.today())))
            .as(each.id())
            .contains("mentorship.not-running");
      }
    }
    commands.pause(mother, id, "holidays", small.today()).orElseThrow();
    for (Actor each : others) {
      assertThat(found(commands.resume(each, id, "why", small.today())))
          .as(each.id())
          .containsExactly("mentorship.not-running");
    }
    commands.resume(mother, id, "back", small.today()).orElseThrow();
    assertThat(commands.endEarly(mother, id, MOVED, GUARDIAN, "why", small.today()).accepted())
        .isPresent();
  }

  @Test
  void in_a_group_each_guardian_speaks_for_the_own_child() {
    ParticipantId first = childOf("first", "mother-1");
    ParticipantId second = childOf("second", "mother-2");
    ParticipantId third = childOf("third", "mother-3");
    MentorshipId id = small.group(small.mentor("oak"), first, second, third);
    assertThat(found(commands.agree(as("mother-1"), id, GUARDIAN, second, small.today())))
        .containsExactly("mentorship.agrees-for-another");
    commands.agree(as("mother-1"), id, GUARDIAN, first, small.today()).orElseThrow();
    small.begun(id);

    for (String id2 : List.of("mother-1", "mother-2", "stranger", "oak")) {
      assertThat(found(leaves(as(id2), id, third))).as(id2).contains("mentorship.leaves-another");
    }
    assertThat(leaves(as("mother-3"), id, third).accepted()).isPresent();
    assertThat(leaves(as("mother-2"), id, second).accepted()).isPresent();
  }

  private Outcome<?> leaves(Actor by, MentorshipId id, ParticipantId who) {
    return commands.leave(by, id, who, MOVED, GUARDIAN, "why", small.today());
  }

  @ParameterizedTest
  @ValueSource(strings = {"MENTOR", "SELF", "ALUMNUS"})
  void one_of_several_mentors_ends_nothing_for_the_others_in_whichever_own_name(String capacity) {
    ParticipantId oak = small.mentor("oak");
    Particulars one = small.now(small.active(oak, small.mentee("kid"))).particulars();
    MentorshipId id = MentorshipId.of("team");
    small
        .stores
        .mentorships()
        .restore(
            new Particulars(
                id,
                one.version(),
                one.practice(),
                Arrangement.TEAM,
                new TreeSet<>(Set.of(oak, small.mentor("elm"))),
                one.mentees(),
                one.centre(),
                one.model(),
                one.continues(),
                one.agreements(),
                one.startedOn(),
                one.pauses(),
                one.rungs(),
                one.steps(),
                one.changes(),
                one.closure()));
    Actor by = new Actor("oak", Code.of(capacity), "home");

    assertThat(found(commands.pause(by, id, "why", small.today())))
        .containsExactly("mentorship.not-running");
    assertThat(found(commands.endEarly(by, id, MOVED, AS_MENTOR, "why", small.today())))
        .contains("mentorship.not-running");
    assertThat(
            commands
                .pause(new Actor("kid", Code.of("SELF"), "home"), id, "why", small.today())
                .accepted())
        .isPresent();
  }

  @Test
  void a_guardian_gives_the_part_of_the_own_child_alone() {
    BusyProgramme busy = new BusyProgramme();
    busy.fact(busy.child, new Fact.Guardian(busy.person("mother")));
    About pair = About.mentorship(busy.pair);

    for (Actor each : List.of(as("stranger"), as("mentor"), as("child"))) {
      for (Happened part :
          List.of(new Happened.PartGiven(GUARDIAN), new Happened.PartGiven(GUARDIAN, busy.child))) {
        assertThat(found(busy.record(each, "SUMMING_UP", pair, part)))
            .as(each.id())
            .contains("command.activity-stranger");
      }
    }
    assertThat(
            found(
                busy.record(
                    new Actor("mentor", MENTEE, "home"),
                    "SUMMING_UP",
                    pair,
                    new Happened.PartGiven(MENTEE))))
        .contains("command.activity-stranger");
    assertThat(busy.record(mother, "SUMMING_UP", pair, new Happened.PartGiven(GUARDIAN)).accepted())
        .isPresent();
  }

  @Test
  void a_guardian_in_an_office_neither_reads_nor_handles_an_incident_of_the_own_child() {
    SmallIncidents incidents = new SmallIncidents();
    named(incidents.mentorships, incidents.mentee, "mother");
    MentorshipId mentorship = incidents.active();
    Actor head = new Actor("mother", SmallIncidents.CENTRE_HEAD, "centre-1");
    Actor commissioner = new Actor("mother", SmallIncidents.COMMISSION, "commission");
    Resolution nothing =
        Resolution.of(Note.of("nothing was"))
            .leavingOut("child-safe", Note.of("no"))
            .leavingOut("talked", Note.of("no"))
            .leavingOut("written-up", Note.of("no"));

    for (IncidentId id :
        List.of(
            incidents.reported(SmallIncidents.COORDINATOR, SmallIncidents.CHILD, mentorship),
            incidents.reported(SmallIncidents.COORDINATOR, SmallIncidents.CHILD, null))) {
      assertThat(incidents.commands.view(SmallIncidents.HEAD, id))
          .isInstanceOf(IncidentView.Full.class);
      for (Actor each : List.of(head, commissioner)) {
        assertThat(incidents.commands.view(each, id)).isInstanceOf(IncidentView.Restricted.class);
      }
      assertThat(found(incidents.commands.entrust(head, id, head, incidents.today()))).isNotEmpty();
      assertThat(
              found(incidents.commands.entrust(SmallIncidents.HEAD, id, head, incidents.today())))
          .containsExactly("command.incident-responsible-involved");
      assertThat(found(incidents.commands.takeStep(head, id, "child-safe", incidents.today())))
          .isNotEmpty();
      assertThat(found(incidents.commands.escalate(head, id, Note.of("x"), incidents.today())))
          .isNotEmpty();
      assertThat(found(incidents.commands.close(head, id, nothing, incidents.today())))
          .isNotEmpty();
      assertThat(
              incidents
                  .commands
                  .entrust(SmallIncidents.HEAD, id, SmallIncidents.HEAD, incidents.today())
                  .accepted())
          .isPresent();
    }
  }

  @Test
  void a_guardian_in_an_office_takes_no_concern_back_and_records_nothing_the_child_came_to() {
    BusyProgramme busy = new BusyProgramme();
    busy.fact(busy.child, new Fact.Guardian(busy.person("mother")));
    ActivityId concern =
        busy.record(
                "CHECK_IN",
                new Happened.CheckIn(BusyProgramme.codes("MENTEE"), BusyProgramme.codes(), true))
            .orElseThrow();
    ActivityId workshop =
        busy.record(
                BusyProgramme.HEAD,
                "WORKSHOP",
                About.participant(busy.centre),
                BusyProgramme.event(busy.child))
            .orElseThrow();
    Actor head =
        new Actor("mother", BusyProgramme.HEAD.capacity(), BusyProgramme.HEAD.organisation());

    for (ActivityId each : List.of(concern, workshop)) {
      assertThat(found(busy.mentoring.activities().retract(head, each, "nothing was")))
          .containsExactly("command.activity-not-yours");
    }
    assertThat(
            found(
                busy.record(
                    head,
                    "WORKSHOP",
                    About.participant(busy.centre),
                    BusyProgramme.event(busy.child))))
        .containsExactly("command.own-record-in-office");
    assertThat(busy.mentoring.activities().retract(BusyProgramme.HEAD, concern, "x").accepted())
        .isPresent();
  }

  @Test
  void what_one_asked_the_support_is_recorded_by_oneself_and_the_guardian() {
    BusyProgramme busy = new BusyProgramme();
    busy.fact(busy.child, new Fact.Guardian(busy.person("mother")));
    busy.menteeInPair("other");
    About child = About.participant(busy.child);

    for (Actor each :
        List.of(
            new Actor("other", MENTEE, "home"),
            new Actor("mentor", AS_MENTOR, "centre-1"),
            as("stranger"))) {
      assertThat(found(busy.record(each, "BEST_PRACTICE", child, BusyProgramme.item(null))))
          .as(each.id())
          .contains("command.not-own-dossier");
    }
    assertThat(found(busy.record(mother, "BEST_PRACTICE", child, BusyProgramme.item(null))))
        .doesNotContain("command.not-own-dossier");
    ActivityId asked =
        busy.record(BusyProgramme.HEAD, "BEST_PRACTICE", child, BusyProgramme.item("described"))
            .orElseThrow();
    assertThat(
            found(
                busy.mentoring
                    .activities()
                    .retract(
                        new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4"), asked, "x")))
        .containsExactly("command.activity-not-yours");
    assertThat(
            busy.mentoring.activities().retract(BusyProgramme.COORDINATOR, asked, "x").accepted())
        .isPresent();
  }
}
