package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** A child in the mentor's seat has a guardian as one in the mentee's seat has. */
class ChildAsMentorTest {
  private static final String NOT_RUNNING = "mentorship.not-running";

  private final SmallMentorships small =
      new SmallMentorships(SmallMentorships.definitionOfYoungMentors());
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId kid = born(small.mentor("kid"), LocalDate.of(2008, 5, 1));
  private final ParticipantId oak =
      born(small.programme.mentee("oak", "Tyumen"), LocalDate.of(1950, 9, 30));
  private final Actor mother = guardian("mother");

  private static Actor guardian(String id) {
    return new Actor(id, GUARDIAN, "home");
  }

  private ParticipantId born(ParticipantId person, LocalDate date) {
    small
        .mentoring
        .record(COORDINATOR, person, new Fact.Birth(date), Validity.from(date))
        .orElseThrow();
    return person;
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private MentorshipId proposed() {
    small.consent(kid);
    small.consent(oak);
    small.programme.fact(kid, new Fact.Guardian(ParticipantId.of("mother")));
    MentorshipId id = small.assign(kid, oak).orElseThrow().id();
    small.agree(id, AS_MENTOR, kid).orElseThrow();
    small.agree(id, MENTEE, oak).orElseThrow();
    return id;
  }

  private MentorshipId active() {
    MentorshipId id = proposed();
    commands.agree(mother, id, GUARDIAN, kid, small.today()).orElseThrow();
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    commands.start(COORDINATOR, id, small.today()).orElseThrow();
    return id;
  }

  @Test
  void its_guardian_agrees_and_nobody_else_for_it() {
    MentorshipId id = proposed();
    assertThat(small.now(id).state()).isEqualTo(MentorshipState.PROPOSED);

    for (String each : List.of("stranger", "kid", "oak")) {
      assertThat(found(commands.agree(guardian(each), id, GUARDIAN, kid, small.today())))
          .as(each)
          .containsExactly("mentorship.agrees-for-another");
    }
    assertThat(found(small.agree(id, GUARDIAN, oak)))
        .containsExactly("mentorship.agrees-for-nobody");
    commands.agree(mother, id, GUARDIAN, kid, small.today()).orElseThrow();
    assertThat(small.now(id).state()).isEqualTo(MentorshipState.AGREED);
  }

  @Test
  void of_a_mentor_who_is_of_age_or_of_no_known_age_no_guardian_is_asked() {
    ParticipantId young = small.mentee("young");
    ParticipantId ash = born(small.mentor("ash"), small.today().minusYears(18));
    small.consent(ash);
    MentorshipId id = small.assign(ash, young).orElseThrow().id();

    assertThat(found(small.agree(id, GUARDIAN, ash)))
        .containsExactly("mentorship.agrees-for-nobody");
    ParticipantId elm = small.mentor("elm");
    small.consent(elm);
    MentorshipId other = small.assign(elm, small.mentee("other")).orElseThrow().id();
    assertThat(found(small.agree(other, GUARDIAN, elm)))
        .containsExactly("mentorship.agrees-for-nobody");
  }

  @Test
  void its_guardian_withdraws_pauses_and_ends_and_by_word_nobody_does() {
    MentorshipId id = proposed();
    assertThat(found(commands.withdraw(guardian("stranger"), id, "why", small.today())))
        .containsExactly(NOT_RUNNING);
    assertThat(commands.withdraw(mother, id, "why", small.today()).accepted()).isPresent();

    small.days(20);
    MentorshipId second = small.assign(kid, oak).orElseThrow().id();
    small.agree(second, AS_MENTOR, kid).orElseThrow();
    small.agree(second, MENTEE, oak).orElseThrow();
    commands.agree(mother, second, GUARDIAN, kid, small.today()).orElseThrow();
    small.step(SmallMentorships.MENTOR, second, "first-meeting").orElseThrow();
    commands.start(COORDINATOR, second, small.today()).orElseThrow();
    assertThat(found(commands.pause(guardian("stranger"), second, "why", small.today())))
        .containsExactly(NOT_RUNNING);
    commands.pause(mother, second, "holidays", small.today()).orElseThrow();
    commands.resume(mother, second, "back", small.today()).orElseThrow();
    assertThat(found(end(guardian("stranger"), second))).containsExactly(NOT_RUNNING);
    assertThat(end(mother, second).accepted()).isPresent();
  }

  private Outcome<?> end(Actor by, MentorshipId id) {
    return commands.endEarly(by, id, MOVED, GUARDIAN, "why", small.today());
  }

  @Test
  void its_guardian_holds_no_office_in_its_mentorship() {
    MentorshipId id = active();
    Actor inOffice = new Actor("mother", COORDINATOR.capacity(), COORDINATOR.organisation());

    assertThat(found(commands.pause(inOffice, id, "why", small.today())))
        .containsExactly("mentorship.party-in-office");
    assertThat(found(end(inOffice, id))).contains("mentorship.party-in-office");
  }

  @Test
  void of_an_adult_mentor_nobody_is_the_guardian_here() {
    ParticipantId elm = small.mentor("elm");
    small.consent(elm);
    small.programme.fact(elm, new Fact.Guardian(ParticipantId.of("mother")));
    MentorshipId id = small.active(elm, small.mentee("young"));

    small.programme.fact(ParticipantId.of("young"), new Fact.Guardian(ParticipantId.of("another")));
    assertThat(found(commands.pause(mother, id, "why", small.today())))
        .containsExactly(NOT_RUNNING);
    assertThat(found(end(mother, id))).containsExactly(NOT_RUNNING);
  }

  @Test
  void its_guardian_gives_no_part_of_the_mentees_guardian() {
    BusyProgramme busy = new BusyProgramme();
    ParticipantId young = busy.person("young");
    LocalDate date = BusyProgramme.TODAY.minusYears(12);
    busy.mentoring
        .record(BusyProgramme.COORDINATOR, young, new Fact.Birth(date), Validity.from(date))
        .orElseThrow();
    busy.fact(young, new Fact.Application(Position.MENTOR, Fact.WayIn.INVITATION));
    busy.fact(young, new Fact.Guardian(ParticipantId.of("mother")));
    ParticipantId lad = busy.person("lad");
    busy.fact(lad, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    busy.consent(lad);
    busy.fact(lad, new Fact.Guardian(ParticipantId.of("father")));
    MentorshipId pair = busy.mentorship("equals", young, lad, MentorshipState.ACTIVE);

    for (Happened part :
        List.of(new Happened.PartGiven(GUARDIAN), new Happened.PartGiven(GUARDIAN, lad))) {
      assertThat(found(busy.record(mother, "SUMMING_UP", About.mentorship(pair), part)))
          .contains("command.activity-part-of-another");
    }
    assertThat(
            busy.record(mother, "MEETING", About.mentorship(pair), BusyProgramme.met()).accepted())
        .isPresent();
    assertThat(
            busy.record(
                    guardian("father"),
                    "SUMMING_UP",
                    About.mentorship(pair),
                    new Happened.PartGiven(GUARDIAN))
                .accepted())
        .isPresent();
  }
}
