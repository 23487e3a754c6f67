package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.day;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** A guardian on record is silenced, and made, by those alone who stand over the child. */
class GuardianKeptTest {
  private static final String OF_ANOTHER = "command.consent-of-another";
  private static final String NOT_OWN = "command.not-own-dossier";
  private static final String NOT_RUNNING = "mentorship.not-running";
  private static final Fact INTEREST = new Fact.Interest("chess");

  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;
  private final ParticipantId mother = busy.person("mother");

  private static Actor guardian(String id) {
    return new Actor(id, Code.of("GUARDIAN"), "home");
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static Fact.Consent consent(ConsentGiver by) {
    return new Fact.Consent(by, null, Code.of("MENTORING_CENTRE"), Code.of("PARTICIPATION"));
  }

  private Outcome<FactId> tells(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, Validity.from(TODAY));
  }

  private boolean speaks(Actor by) {
    return tells(by, busy.child, INTEREST).accepted().isPresent();
  }

  private FactId named(ParticipantId guardian) {
    return busy.fact(busy.child, new Fact.Guardian(guardian));
  }

  @Test
  void nobody_silences_her_who_does_not_stand_over_the_child() {
    ParticipantId father = busy.person("father");
    named(mother);
    named(father);
    busy.centre("tobolsk");
    Fact her = new Fact.Exclusion(mother);

    for (Actor each :
        List.of(
            new Actor("p", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4"),
            Actor.coordinator("z", "tobolsk"),
            new Actor("father", HEAD.capacity(), "centre-1"),
            guardian("father"))) {
      tells(each, busy.child, her).orElseThrow();
      assertThat(speaks(guardian("mother"))).as(each.toString()).isTrue();
    }
    tells(
            new Actor("p", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4"),
            mother,
            new Fact.Exclusion(busy.child))
        .orElseThrow();
    assertThat(speaks(guardian("mother"))).isTrue();
  }

  @Test
  void the_child_and_its_staff_keep_her_from_it_and_she_still_takes_back_a_consent() {
    ParticipantId aunt = busy.person("aunt");
    ParticipantId uncle = busy.person("uncle");
    List.of(mother, aunt, uncle).forEach(this::named);
    tells(new Actor("child", Code.of("MENTEE"), "home"), busy.child, new Fact.Exclusion(mother))
        .orElseThrow();
    tells(HEAD, busy.child, new Fact.Exclusion(aunt)).orElseThrow();
    tells(new Actor("uncle", Code.of("SELF"), "home"), uncle, new Fact.Exclusion(busy.child))
        .orElseThrow();

    for (String each : List.of("mother", "aunt", "uncle")) {
      assertThat(speaks(guardian(each))).as(each).isFalse();
      assertThat(found(tells(guardian(each), busy.child, consent(ConsentGiver.GUARDIAN))))
          .as(each)
          .containsExactly(OF_ANOTHER);
    }
    FactId withdrawal =
        mentoring.withdrawConsent(guardian("mother"), busy.consent, TODAY).orElseThrow();
    assertThat(found(mentoring.retract(guardian("mother"), withdrawal, "yet")))
        .containsExactly(OF_ANOTHER);
    assertThat(found(mentoring.withdrawConsent(guardian("mentor"), busy.consent, TODAY)))
        .containsExactly(OF_ANOTHER);
  }

  @Test
  void whom_the_child_excludes_pauses_its_mentorship_and_does_nothing_else_in_it() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId kid = small.mentee("kid");
    MentorshipId id = small.active(small.mentor("oak"), kid);
    small.programme.person("mother");
    small.programme.fact(kid, new Fact.Guardian(mother));
    small
        .mentoring
        .record(
            new Actor("kid", SmallMentorships.MENTEE, "home"),
            kid,
            new Fact.Exclusion(mother),
            Validity.from(small.today()))
        .orElseThrow();
    MentorshipCommands commands = small.commands();

    assertThat(
            found(
                commands.endEarly(
                    guardian("mother"),
                    id,
                    SmallMentorships.MOVED,
                    SmallMentorships.GUARDIAN,
                    "why",
                    small.today())))
        .containsExactly(NOT_RUNNING);
    assertThat(found(commands.pause(guardian("stranger"), id, "why", small.today())))
        .containsExactly(NOT_RUNNING);
    commands.pause(guardian("mother"), id, "to be looked at", small.today()).orElseThrow();
    assertThat(found(commands.resume(guardian("mother"), id, "why", small.today())))
        .containsExactly(NOT_RUNNING);
    assertThat(
            commands
                .resume(SmallMentorships.COORDINATOR, id, "looked at", small.today())
                .accepted())
        .isPresent();
  }

  @Test
  void it_ends_when_the_child_comes_of_age_unless_it_is_recorded_from_then_on() {
    LocalDate born = TODAY.minusYears(18);
    mentoring
        .record(COORDINATOR, busy.child, new Fact.Birth(born), Validity.from(born))
        .orElseThrow();
    named(mother);
    FactId own =
        tells(new Actor("child", Code.of("SELF"), "home"), busy.child, consent(ConsentGiver.SELF))
            .orElseThrow();

    assertThat(speaks(guardian("mother"))).isFalse();
    for (FactId each : List.of(own, busy.consent)) {
      assertThat(found(mentoring.withdrawConsent(guardian("mother"), each, TODAY)))
          .containsExactly(OF_ANOTHER);
    }
    assertThat(
            found(
                tells(
                    HEAD,
                    busy.child,
                    new Fact.Consent(
                        ConsentGiver.GUARDIAN,
                        mother,
                        Code.of("MENTORING_CENTRE"),
                        Code.of("PARTICIPATION")))))
        .containsExactly("command.names-guardian");
    tells(HEAD, busy.child, new Fact.Guardian(mother)).orElseThrow();
    assertThat(speaks(guardian("mother"))).isTrue();
    assertThat(mentoring.withdrawConsent(guardian("mother"), own, TODAY).accepted()).isPresent();
  }

  @Test
  void who_has_come_of_age_takes_back_what_a_guardian_consented_to() {
    Actor child = new Actor("child", Code.of("SELF"), "home");
    assertThat(found(mentoring.withdrawConsent(child, busy.consent, TODAY)))
        .containsExactly(OF_ANOTHER);
    LocalDate born = TODAY.minusYears(18);
    mentoring
        .record(COORDINATOR, busy.child, new Fact.Birth(born), Validity.from(born))
        .orElseThrow();

    assertThat(
            found(
                mentoring.withdrawConsent(
                    new Actor("stranger", Code.of("SELF"), "home"), busy.consent, TODAY)))
        .containsExactly(OF_ANOTHER);
    assertThat(mentoring.withdrawConsent(child, busy.consent, TODAY).accepted()).isPresent();
  }

  @Test
  void on_the_day_before_the_child_comes_of_age_she_still_speaks() {
    LocalDate born = TODAY.minusYears(18).plusDays(1);
    mentoring
        .record(COORDINATOR, busy.child, new Fact.Birth(born), Validity.from(born))
        .orElseThrow();
    named(mother);

    assertThat(speaks(guardian("mother"))).isTrue();
  }

  @Test
  void nobody_becomes_her_by_a_merge_of_those_who_do_not_stand_over_the_child() {
    named(mother);
    ParticipantId z = busy.person("z");
    ParticipantId y = busy.person("y");
    Actor elsewhere = Actor.coordinator("k", "elsewhere");
    mentoring.merge(elsewhere, mother, z, "one woman").orElseThrow();
    mentoring.merge(elsewhere, y, mother, "one woman").orElseThrow();

    for (String each : List.of("y", "z")) {
      assertThat(speaks(guardian(each))).as(each).isFalse();
      assertThat(found(mentoring.withdrawConsent(guardian(each), busy.consent, TODAY)))
          .as(each)
          .containsExactly(OF_ANOTHER);
    }
    assertThat(speaks(guardian("mother"))).isTrue();
    // The centre that looks after the child tells itself that it is she.
    named(z);
    assertThat(speaks(guardian("z"))).isTrue();
  }

  @Test
  void a_merge_by_the_operator_makes_her_one_under_each_registration() {
    named(mother);
    ParticipantId again = busy.person("mother-again");
    mentoring
        .merge(
            new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"), again, mother, "one woman")
        .orElseThrow();

    assertThat(speaks(guardian("mother"))).isTrue();
    assertThat(speaks(guardian("mother-again"))).isTrue();
  }

  @Test
  void what_her_staff_merged_and_told_stays_so_after_the_child_moved_to_another_centre() {
    ParticipantId lad = busy.person("lad");
    busy.fact(lad, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    FactId here = busy.fact(lad, new Fact.AttachedTo(busy.centre, Code.of("CENTRE")));
    busy.fact(lad, new Fact.Guardian(mother));
    ParticipantId father = busy.person("father");
    ParticipantId aunt = busy.person("aunt");
    busy.fact(lad, new Fact.Guardian(father));
    busy.fact(lad, new Fact.Guardian(aunt));
    ParticipantId again = busy.person("mother-again");
    mentoring.merge(COORDINATOR, again, mother, "one woman").orElseThrow();
    tells(HEAD, lad, new Fact.Exclusion(father)).orElseThrow();
    busy.now.updateAndGet(instant -> instant.plusSeconds(86_400L * 30));
    Validity moved = Validity.from(day(10));
    mentoring
        .record(
            COORDINATOR, lad, new Fact.AttachedTo(busy.centre("tobolsk"), Code.of("CENTRE")), moved)
        .orElseThrow();
    mentoring
        .correct(
            COORDINATOR,
            here,
            new Fact.AttachedTo(busy.centre, Code.of("CENTRE")),
            Validity.between(day(-60), moved.from()),
            "moved")
        .orElseThrow();

    assertThat(found(tells(COORDINATOR, lad, new Fact.Guardian(mother))))
        .containsExactly("command.not-over-child");
    assertThat(tells(guardian("mother-again"), lad, INTEREST).accepted()).isPresent();
    assertThat(found(tells(guardian("father"), lad, INTEREST))).containsExactly(NOT_OWN);
    // Who looked after it once tells nothing of it now.
    tells(HEAD, lad, new Fact.Exclusion(aunt)).orElseThrow();
    assertThat(tells(guardian("aunt"), lad, INTEREST).accepted()).isPresent();
  }

  @Test
  void one_from_next_month_on_silences_nobody_before() {
    ParticipantId aunt = busy.person("aunt");
    mentoring
        .record(COORDINATOR, busy.child, new Fact.Guardian(aunt), Validity.from(day(30)))
        .orElseThrow();
    assertThat(speaks(guardian("mother"))).isTrue();
    assertThat(speaks(guardian("aunt"))).isTrue();

    busy.now.updateAndGet(instant -> instant.plusSeconds(86_400L * 30));
    assertThat(speaks(guardian("mother"))).isFalse();
    assertThat(speaks(guardian("aunt"))).isTrue();
  }

  @Test
  void one_that_was_told_too_early_silences_nobody_after_it_was_put_right() {
    ParticipantId aunt = busy.person("aunt");
    FactId early = named(aunt);
    assertThat(speaks(guardian("mother"))).isFalse();

    mentoring
        .correct(COORDINATOR, early, new Fact.Guardian(aunt), Validity.from(day(30)), "a slip")
        .orElseThrow();
    assertThat(speaks(guardian("mother"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Position.class,
      names = {"ORGANISER", "TUTOR", "COORDINATOR", "SPECIALIST", "ALUMNUS"})
  void the_staff_of_a_childrens_home_speak_for_it_whatever_they_hold_there(Position position) {
    ParticipantId home = busy.organisation("childrens-home");
    named(home);
    ParticipantId head = busy.person("head");
    busy.fact(head, new Fact.PositionHeld(position, null));

    assertThat(speaks(new Actor("head", Code.of("GUARDIAN"), "childrens-home"))).isTrue();
    assertThat(speaks(new Actor("head", Code.of("GUARDIAN"), "home"))).isFalse();
  }

  @Test
  void the_people_of_a_childrens_home_whom_the_child_excludes_do_not_speak() {
    ParticipantId home = busy.organisation("childrens-home");
    named(home);
    tells(HEAD, busy.child, new Fact.Exclusion(home)).orElseThrow();

    assertThat(speaks(new Actor("tutor-1", Code.of("GUARDIAN"), "childrens-home"))).isFalse();
  }
}
