package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.codes;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.MOVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.time.Validity;

/** Controls of a mentorship are not carried out by those whom they control. */
class PartyInOfficeTest {
  private static final String REFUSED = "mentorship.party-in-office";

  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId mentor = small.mentor("oak");
  private final ParticipantId mentee = small.mentee("kid");

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private static Actor inOffice(String id) {
    return new Actor(id, COORDINATOR.capacity(), COORDINATOR.organisation());
  }

  @Test
  void a_mentor_does_not_assign_itself() {
    assertThat(found(commands.assign(inOffice("oak"), small.terms(mentor, mentee))))
        .containsExactly(REFUSED);
  }

  @Test
  void a_mentor_does_not_run_its_own_mentorship() {
    MentorshipId pair = small.agreed(mentor, mentee);
    Actor oak = inOffice("oak");
    small.step(SmallMentorships.MENTOR, pair, "first-meeting").orElseThrow();

    assertThat(found(commands.start(oak, pair, small.today()))).containsExactly(REFUSED);
    commands.start(COORDINATOR, pair, small.today()).orElseThrow();
    assertThat(found(commands.recordStep(oak, pair, "support", small.today())))
        .containsExactly(REFUSED);
    small.step(COORDINATOR, pair, "support").orElseThrow();
    small.step(COORDINATOR, pair, "monitoring").orElseThrow();
    assertThat(found(commands.escalate(oak, pair, "warning", "late", small.today())))
        .containsExactly(REFUSED);
    assertThat(found(commands.pause(oak, pair, "ill", small.today()))).containsExactly(REFUSED);
    assertThat(
            found(
                commands.endEarly(
                    oak, pair, MOVED, SmallMentorships.AS_MENTOR, "moved", small.today())))
        .containsExactly(REFUSED);
    assertThat(found(commands.beginClosing(oak, pair, small.today()))).containsExactly(REFUSED);
    commands.beginClosing(COORDINATOR, pair, small.today()).orElseThrow();
    assertThat(found(commands.complete(oak, pair, small.today()))).containsExactly(REFUSED);
    commands.complete(COORDINATOR, pair, small.today()).orElseThrow();
    assertThat(found(commands.beginFollowUp(oak, pair, small.today()))).containsExactly(REFUSED);
    assertThat(found(commands.moveTo(oak, pair, null, "newer", small.today()))).contains(REFUSED);
  }

  @Test
  void neither_does_the_mentee_nor_a_guardian_on_record() {
    MentorshipId pair = small.assign(mentor, mentee).orElseThrow().id();
    // As long as no guardian is named, whoever agrees as one is believed.
    Actor aunt = new Actor("aunt", SmallMentorships.GUARDIAN, "home");
    commands.agree(aunt, pair, SmallMentorships.GUARDIAN, mentee, small.today()).orElseThrow();
    ParticipantId parent = small.programme.person("parent");
    small
        .mentoring
        .record(COORDINATOR, mentee, new Fact.Guardian(parent), Validity.from(small.today()))
        .orElseThrow();

    for (String party : List.of("kid", "parent", "aunt")) {
      assertThat(
              found(
                  commands.agree(
                      inOffice(party), pair, SmallMentorships.AS_MENTOR, mentor, small.today())))
          .as(party)
          .contains(REFUSED);
    }
    assertThat(found(commands.withdraw(inOffice("parent"), pair, "why", small.today())))
        .containsExactly(REFUSED);
  }

  @Test
  void a_merged_registration_is_the_same_party() {
    ParticipantId twice = small.mentor("oak-2");
    small.mentoring.merge(COORDINATOR, mentor, twice, "the same person").orElseThrow();

    assertThat(found(commands.assign(inOffice("oak-2"), small.terms(mentor, mentee))))
        .containsExactly(REFUSED);
  }

  @Test
  void a_mentor_records_no_check_in_and_no_part_of_its_own_mentorship_as_staff() {
    BusyProgramme busy = new BusyProgramme();
    Actor head = new Actor("mentor", HEAD.capacity(), HEAD.organisation());
    About pair = About.mentorship(busy.pair);

    assertThat(
            found(
                busy.record(
                    head, "CHECK_IN", pair, new Happened.CheckIn(codes("MENTEE"), codes(), false))))
        .containsExactly(REFUSED);
    assertThat(
            busy.record(
                    HEAD, "CHECK_IN", pair, new Happened.CheckIn(codes("MENTEE"), codes(), false))
                .accepted())
        .isPresent();
    assertThat(
            busy.record(BusyProgramme.MENTOR, "MENTOR_REPORT", pair, BusyProgramme.report())
                .accepted())
        .isPresent();
  }
}
