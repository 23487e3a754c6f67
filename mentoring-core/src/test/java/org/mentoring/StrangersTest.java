package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.MENTOR;
import static org.mentoring.BusyProgramme.codes;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.met;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;

/** What happened in a mentorship is told, and taken back, by its parties and those who run it. */
class StrangersTest {
  private static final String STRANGER = "command.activity-stranger";
  private static final Actor PSYCHOLOGIST =
      new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4");
  private static final Actor CHILD = new Actor("child", Code.of("MENTEE"), "home");

  private final BusyProgramme busy = new BusyProgramme();
  private final About pair = About.mentorship(busy.pair);

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private Outcome<ActivityId> part(Actor by, String party) {
    return busy.record(by, "SUMMING_UP", pair, new Happened.PartGiven(Code.of(party)));
  }

  /** Who is named as the child's guardian, so that no other is believed. */
  private Actor namedGuardian() {
    ParticipantId aunt = busy.person("aunt");
    busy.fact(busy.child, new Fact.Guardian(aunt));
    return new Actor("aunt", Code.of("GUARDIAN"), "home");
  }

  @Test
  void a_meeting_is_recorded_by_the_pair_and_its_centre_and_by_no_stranger() {
    Actor guardian = namedGuardian();
    busy.menteeInPair("other");

    for (Actor each :
        List.of(
            PSYCHOLOGIST,
            new Actor("other", Code.of("MENTEE"), "home"),
            new Actor("g-9", Code.of("GUARDIAN"), "home"),
            new Actor("q", Code.of("PARTNER"), "chess-club"))) {
      assertThat(found(busy.record(each, "MEETING", pair, met())))
          .as(each.toString())
          .containsExactly(STRANGER);
    }
    for (Actor each : List.of(MENTOR, CHILD, guardian, COORDINATOR, HEAD)) {
      assertThat(busy.record(each, "MEETING", pair, met()).accepted())
          .as(each.toString())
          .isPresent();
    }
  }

  @Test
  void the_three_parts_of_the_summing_up_are_given_by_the_three_or_recorded_by_the_staff() {
    Actor guardian = namedGuardian();

    assertThat(found(part(PSYCHOLOGIST, "MENTEE"))).containsExactly(STRANGER);
    assertThat(found(part(new Actor("q", Code.of("GUARDIAN"), "home"), "GUARDIAN")))
        .containsExactly(STRANGER);
    assertThat(found(part(new Actor("s", Code.of("NGO"), "stranger-ngo"), "MENTOR")))
        .containsExactly("mentorship.other-centre");
    assertThat(part(guardian, "GUARDIAN").accepted()).isPresent();
    assertThat(part(CHILD, "MENTEE").accepted()).isPresent();
    assertThat(part(COORDINATOR, "MENTOR").accepted()).isPresent();
  }

  @Test
  void what_was_recorded_is_taken_back_by_nobody_who_could_not_have_recorded_it() {
    busy.centre("tobolsk");
    Actor tobolsk = Actor.coordinator("z", "tobolsk");
    ActivityId concern =
        busy.record("CHECK_IN", new Happened.CheckIn(codes("MENTEE"), codes(), true)).orElseThrow();
    ActivityId workshop =
        busy.record(HEAD, "WORKSHOP", About.participant(busy.centre), event(busy.child))
            .orElseThrow();
    ActivityId meeting = busy.record(MENTOR, "MEETING", pair, met()).orElseThrow();

    for (ActivityId each : List.of(concern, workshop, meeting)) {
      assertThat(found(busy.mentoring.activities().retract(tobolsk, each, "no")))
          .containsExactly("mentorship.other-centre");
    }
    for (ActivityId each : List.of(concern, meeting)) {
      assertThat(found(busy.mentoring.activities().retract(PSYCHOLOGIST, each, "no")))
          .containsExactly("command.activity-not-yours");
    }
    for (ActivityId each : List.of(concern, workshop, meeting)) {
      assertThat(busy.mentoring.activities().retract(COORDINATOR, each, "wrong").accepted())
          .isPresent();
    }
  }

  @Test
  void a_mentors_step_is_taken_by_the_mentor_of_this_pair() {
    SmallMentorships small = new SmallMentorships();
    MentorshipId agreed = small.agreed(small.mentor("oak"), small.mentee("kid"));
    small.active(small.mentor("elm"), small.mentee("tot"));

    for (String id : List.of("elm", "nobody")) {
      Actor other = new Actor(id, SmallMentorships.AS_MENTOR, "centre-1");
      assertThat(found(small.commands().recordStep(other, agreed, "first-meeting", small.today())))
          .containsExactly("mentorship.step-of-its-party");
    }
    Actor oak = new Actor("oak", SmallMentorships.AS_MENTOR, "centre-1");
    assertThat(small.commands().recordStep(oak, agreed, "first-meeting", small.today()).accepted())
        .isPresent();
  }
}
