package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.day;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.activity.About;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** Who is a child's guardian is put on record by those who stand over the child, and ends. */
class GuardianOnRecordTest {
  private static final String NOT_THEIRS = "command.not-over-child";
  private static final String NAMES = "command.names-guardian";
  private static final String OF_ANOTHER = "command.consent-of-another";
  private static final String NOT_OWN = "command.not-own-dossier";
  private static final Fact INTEREST = new Fact.Interest("chess");

  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;
  private final ParticipantId mother = ParticipantId.of("mother");
  private final ParticipantId aunt = ParticipantId.of("aunt");

  private static Actor as(String id, String capacity) {
    return new Actor(id, Code.of(capacity), "home");
  }

  private static Actor guardian(String id) {
    return as(id, "GUARDIAN");
  }

  private static Actor of(String organisation, String capacity) {
    return new Actor("somebody", Code.of(capacity), organisation);
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static Fact.Consent consent(@Nullable ParticipantId giver) {
    return new Fact.Consent(
        ConsentGiver.GUARDIAN, giver, Code.of("MENTORING_CENTRE"), Code.of("PARTICIPATION"));
  }

  private FactId named(ParticipantId guardian) {
    return busy.fact(busy.child, new Fact.Guardian(guardian));
  }

  private Outcome<FactId> records(Actor by, Fact fact) {
    return mentoring.record(by, busy.child, fact, Validity.from(TODAY));
  }

  private boolean speaks(Actor by) {
    return records(by, INTEREST).accepted().isPresent();
  }

  /** What an organisation is, and where, the operator tells. */
  private void tells(ParticipantId organisation, Fact fact) {
    mentoring
        .record(of("operator", "REGIONAL_OPERATOR"), organisation, fact, Validity.from(day(-60)))
        .orElseThrow();
  }

  private ParticipantId commission(String town) {
    ParticipantId commission =
        mentoring
            .register(
                COORDINATOR,
                ParticipantId.of("commission-of-" + town),
                ParticipantKind.ORGANISATION,
                List.of())
            .orElseThrow();
    tells(commission, new Fact.Trait(Attribute.MUNICIPALITY, town));
    return commission;
  }

  @Test
  void it_is_recorded_by_the_staff_that_stands_over_the_child_and_by_nobody_else() {
    busy.centre("tobolsk");
    Fact guardian = new Fact.Guardian(mother);

    for (Actor each :
        List.of(
            guardian("mother"),
            as("mother", "FAMILY"),
            as("child", "MENTEE"),
            as("mentor", "MENTOR"))) {
      assertThat(found(records(each, guardian)))
          .as(each.toString())
          .containsExactly("command.not-yours-to-record");
    }
    for (String own : List.of("mother", "mentor", "child")) {
      assertThat(found(records(new Actor(own, HEAD.capacity(), "centre-1"), guardian)))
          .as(own)
          .containsExactly("command.own-record-in-office");
    }
    for (Actor each :
        List.of(
            of("tobolsk", "COORDINATOR"),
            of("tobolsk", "SPECIALIST"),
            of("home", "CENTRE_HEAD"),
            of("school-4", "SCHOOL_PSYCHOLOGIST"))) {
      assertThat(found(records(each, guardian))).as(each.toString()).containsExactly(NOT_THEIRS);
    }
    FactId recorded = records(HEAD, guardian).orElseThrow();
    assertThat(records(of("operator", "REGIONAL_OPERATOR"), new Fact.Guardian(aunt)).accepted())
        .isPresent();
    for (Actor each : List.of(of("tobolsk", "COORDINATOR"), of("centre-1", "PSYCHOLOGIST"))) {
      assertThat(found(mentoring.retract(each, recorded, "none")))
          .as(each.toString())
          .containsExactly("command.fact-not-yours");
    }
    assertThat(
            found(
                mentoring.retract(
                    new Actor("mother", HEAD.capacity(), "centre-1"), recorded, "none")))
        .containsExactly("command.own-record-in-office");
    assertThat(mentoring.retract(COORDINATOR, recorded, "a mistake").accepted()).isPresent();
  }

  @Test
  void of_whom_no_centre_looks_after_it_is_recorded_by_the_childs_municipality() {
    ParticipantId kid = busy.person("kid");
    busy.fact(kid, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"));
    ParticipantId ishim = commission("Ishim");
    ParticipantId tobolsk = commission("Tobolsk");
    Fact guardian = new Fact.Guardian(mother);

    for (String capacity : List.of("JUVENILE_AFFAIRS_COMMISSION", "COORDINATOR")) {
      assertThat(
              found(
                  mentoring.record(
                      of(tobolsk.value(), capacity), kid, guardian, Validity.from(TODAY))))
          .containsExactly(NOT_THEIRS);
      assertThat(
              mentoring
                  .record(of(ishim.value(), capacity), kid, guardian, Validity.from(TODAY))
                  .accepted())
          .isPresent();
    }
  }

  @Test
  void a_guardians_consent_is_recorded_in_no_office_elsewhere_not_even_anew_after_a_withdrawal() {
    busy.centre("tobolsk");
    List<Actor> others =
        List.of(
            of("tobolsk", "COORDINATOR"),
            of("home", "CENTRE_HEAD"),
            of("school-4", "SCHOOL_PSYCHOLOGIST"),
            of(commission("Tobolsk").value(), "SPECIALIST"));
    mentoring.withdrawConsent(guardian("mother"), busy.consent, TODAY).orElseThrow();

    for (Actor each : others) {
      assertThat(found(records(each, consent(null))))
          .as(each.toString())
          .containsExactly(NOT_THEIRS);
      assertThat(
              found(
                  mentoring.correct(
                      each, busy.consent, consent(null), Validity.from(TODAY), "again")))
          .as(each.toString())
          .isNotEmpty();
    }
    assertThat(records(HEAD, consent(null)).accepted()).isPresent();
  }

  @Test
  void a_child_of_a_pair_is_attached_elsewhere_by_its_own_centre_and_by_no_other() {
    ParticipantId tobolsk = busy.centre("tobolsk");
    Fact attached = new Fact.AttachedTo(tobolsk, Code.of("CENTRE"));
    Fact moved = new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk");

    busy.fact(busy.centre, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"));
    for (Actor each :
        List.of(of("tobolsk", "COORDINATOR"), of(commission("Tobolsk").value(), "SPECIALIST"))) {
      for (Fact fact : List.of(attached, moved)) {
        assertThat(found(records(each, fact))).as(each + " " + fact).containsExactly(NOT_THEIRS);
      }
    }
    assertThat(records(HEAD, moved).accepted()).isPresent();
    assertThat(records(HEAD, attached).accepted()).isPresent();
  }

  @Test
  void a_consent_names_as_its_giver_only_who_is_the_guardian_on_its_day() {
    assertThat(found(records(COORDINATOR, consent(mother)))).containsExactly(NAMES);
    assertThat(found(records(guardian("mother"), consent(mother)))).containsExactly(NAMES);
    mentoring
        .record(COORDINATOR, busy.child, new Fact.Guardian(mother), Validity.from(TODAY))
        .orElseThrow();

    assertThat(found(mentoring.record(HEAD, busy.child, consent(mother), Validity.from(day(-1)))))
        .containsExactly(NAMES);
    assertThat(found(records(COORDINATOR, consent(aunt)))).containsExactly(NAMES);
    FactId given = records(guardian("mother"), consent(mother)).orElseThrow();
    assertThat(
            found(mentoring.correct(HEAD, given, consent(aunt), Validity.from(TODAY), "the other")))
        .containsExactly(NAMES);
    named(aunt);
    assertThat(found(records(guardian("aunt"), consent(mother)))).containsExactly(OF_ANOTHER);
    assertThat(records(guardian("aunt"), consent(aunt)).accepted()).isPresent();
    assertThat(records(HEAD, consent(mother)).accepted()).isPresent();
  }

  @Test
  void where_one_is_on_record_nobody_is_believed_and_who_was_it_is_it_no_longer() {
    assertThat(speaks(guardian("stranger"))).isTrue();
    mentoring
        .record(COORDINATOR, busy.child, new Fact.Guardian(mother), new Validity(day(-60), day(-1)))
        .orElseThrow();

    assertThat(speaks(guardian("stranger"))).isFalse();
    assertThat(speaks(guardian("mother"))).isFalse();
    FactId second = named(aunt);
    assertThat(speaks(guardian("aunt"))).isTrue();
    mentoring.retract(COORDINATOR, second, "by the court").orElseThrow();
    assertThat(speaks(guardian("aunt"))).isFalse();
    assertThat(found(mentoring.withdrawConsent(guardian("aunt"), busy.consent, TODAY)))
        .containsExactly(OF_ANOTHER);
  }

  @Test
  void an_exclusion_bars_the_guardian_on_record_whoever_of_the_two_asked_for_it() {
    busy.person("mother");
    busy.person("aunt");
    named(mother);
    named(aunt);
    FactId childs = busy.fact(busy.child, new Fact.Exclusion(mother));
    busy.fact(aunt, new Fact.Exclusion(busy.child));

    assertThat(found(records(guardian("mother"), INTEREST))).containsExactly(NOT_OWN);
    assertThat(speaks(guardian("aunt"))).isFalse();
    mentoring.retract(COORDINATOR, childs, "made up").orElseThrow();
    assertThat(speaks(guardian("mother"))).isTrue();
  }

  @Test
  void a_guardian_who_is_no_participant_attests_in_no_office_what_her_child_needs() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId kid = small.mentee("kid");
    ParticipantId oak = small.mentor("oak");
    Actor head = new Actor("mother", SmallMentorships.HEAD.capacity(), "centre-1");
    Fact met = new Fact.FamilyMeeting(SmallProgramme.CENTRE);
    Validity since = Validity.from(small.today().minusDays(3));
    small.mentoring.record(head, kid, met, since).orElseThrow();
    small.mentoring.record(COORDINATOR, kid, new Fact.Guardian(mother), since).orElseThrow();

    assertThat(found(small.mentoring.record(head, kid, met, since)))
        .containsExactly("command.own-record-in-office");
    assertThat(found(small.assign(oak, kid))).containsExactly("mentorship.attested-by-party");
    small.mentoring.record(SmallMentorships.HEAD, kid, met, since).orElseThrow();
    assertThat(small.assign(oak, kid).accepted()).isPresent();
  }

  @Test
  void a_mentor_of_a_pair_that_is_over_can_become_the_guardian_and_one_of_an_open_pair_cannot() {
    ParticipantId elm = busy.mentor("elm");
    busy.mentorship("over", elm, busy.child, MentorshipState.PROPOSED, MentorshipState.ENDED);
    assertThat(speaks(guardian("elm"))).isFalse();

    named(elm);
    named(busy.mentor);
    assertThat(speaks(guardian("elm"))).isTrue();
    assertThat(speaks(guardian("mentor"))).isFalse();
  }

  @Test
  void a_guardian_on_record_is_not_assigned_as_the_mentor_of_the_own_child() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId kid = small.mentee("kid");
    ParticipantId oak = small.mentor("oak");
    small
        .mentoring
        .record(COORDINATOR, kid, new Fact.Guardian(oak), Validity.from(small.today().minusDays(3)))
        .orElseThrow();

    assertThat(found(small.assign(oak, kid))).contains("mentorship.guardian-as-mentor");
    assertThat(
            small
                .mentoring
                .propose(COORDINATOR, SmallMentorships.PRACTICE, small.today(), Progress.NONE)
                .orElseThrow()
                .result()
                .pairs())
        .isEmpty();
    assertThat(small.assign(small.mentor("elm"), kid).accepted()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GUARDIAN", "FAMILY"})
  void a_childrens_home_speaks_by_its_people_and_not_by_mentors_and_children(String capacity) {
    ParticipantId home = busy.organisation("childrens-home");
    named(home);
    busy.mentor("oak");
    busy.menteeInPair("lad");

    assertThat(speaks(new Actor("tutor-1", Code.of(capacity), "childrens-home"))).isTrue();
    for (String id : List.of("oak", "mentor", "lad")) {
      assertThat(speaks(new Actor(id, Code.of(capacity), "childrens-home"))).as(id).isFalse();
    }
    assertThat(speaks(new Actor("tutor-1", Code.of(capacity), "home"))).isFalse();
    assertThat(
            records(new Actor("tutor-1", Code.of(capacity), "childrens-home"), consent(home))
                .accepted())
        .isPresent();
    // Whom it employs in an office is no party: else nobody of a home could run its mentorships.
    assertThat(
            busy.record(
                    new Actor("tutor-2", HEAD.capacity(), "centre-1"),
                    "MEETING",
                    About.mentorship(busy.pair),
                    BusyProgramme.met())
                .accepted())
        .isPresent();
  }

  @Test
  void who_is_or_wants_to_be_something_else_here_is_not_believed_to_be_a_guardian() {
    busy.mentor("applied");
    busy.fact(busy.person("holds"), new Fact.PositionHeld(Position.MENTOR, null));
    busy.fact(busy.person("employed"), new Fact.PositionHeld(Position.COORDINATOR, null));
    busy.menteeInPair("other");
    busy.fact(busy.person("parent"), new Fact.PositionHeld(Position.GUARDIAN, null));
    ParticipantId paired = busy.person("paired");
    busy.mentorship("another", paired, busy.person("lad"), MentorshipState.ACTIVE);
    ParticipantId excludes = busy.person("excludes");
    busy.fact(excludes, new Fact.Exclusion(busy.child));

    for (String id :
        List.of("applied", "holds", "employed", "mentor-of-other", "other", "paired", "excludes")) {
      assertThat(speaks(guardian(id))).as(id).isFalse();
    }
    for (ParticipantId each : List.of(busy.mentor, adult())) {
      assertThat(found(mentoring.record(guardian("parent"), each, INTEREST, Validity.from(TODAY))))
          .containsExactly(NOT_OWN);
    }
    assertThat(speaks(guardian("parent"))).isTrue();
    assertThat(speaks(guardian("nobody-knows"))).isTrue();
  }

  private ParticipantId adult() {
    ParticipantId adult = busy.person("adult");
    busy.fact(adult, new Fact.Application(Position.MENTEE, Fact.WayIn.SELF));
    LocalDate born = TODAY.minusYears(18);
    mentoring.record(COORDINATOR, adult, new Fact.Birth(born), Validity.from(born)).orElseThrow();
    return adult;
  }

  @Test
  void a_guardian_on_record_is_it_under_each_registration_and_the_child_too() {
    busy.person("mother");
    ParticipantId again = busy.person("mother-again");
    named(again);
    assertThat(speaks(guardian("mother"))).isFalse();
    mentoring.merge(COORDINATOR, ParticipantId.of("mother"), again, "one woman").orElseThrow();

    assertThat(speaks(guardian("mother"))).isTrue();
    assertThat(speaks(guardian("mother-again"))).isTrue();
    assertThat(
            mentoring
                .dossier(busy.child, TODAY)
                .current(Fact.Guardian.class)
                .map(Fact.Guardian::guardian))
        .containsExactly(ParticipantId.of("mother"));
    assertThat(
            found(
                mentoring.record(
                    COORDINATOR, busy.child, new Fact.Guardian(busy.child), Validity.from(TODAY))))
        .containsExactly("command.tied-to-self");
  }

  @Test
  void a_step_that_a_party_attested_is_corrected_by_another_one_as_the_remedy_says() {
    SmallProgramme small = new SmallProgramme();
    ParticipantId kid = small.mentee("kid", "Tyumen");
    ParticipantId oak = small.mentor("oak", "Tyumen");
    NewMentorship pair = NewMentorship.individual("adolescents", oak, kid, SmallProgramme.TODAY);
    MentorshipCommands commands = small.mentoring.mentorships();
    Fact step = new Fact.StepRecorded("adolescents", Position.MENTOR, "selection-event");
    Validity since = Validity.from(SmallProgramme.TODAY.minusDays(3));
    FactId taken =
        small
            .mentoring
            .record(new Actor("kid", COORDINATOR.capacity(), "centre-1"), oak, step, since)
            .orElseThrow();
    assertThat(found(commands.assign(COORDINATOR, pair)))
        .containsExactly("mentorship.attested-by-party");
    assertThat(found(small.mentoring.record(HEAD, oak, step, since)))
        .containsExactly("command.step-taken");

    small.mentoring.correct(HEAD, taken, step, since, "looked at it").orElseThrow();
    assertThat(commands.assign(COORDINATOR, pair).accepted()).isPresent();
  }

  @Test
  void a_child_that_moved_is_merged_by_the_operator_or_once_it_is_handed_over() {
    ParticipantId before = busy.person("kid-before");
    busy.fact(before, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"));
    ParticipantId now = busy.person("kid");
    busy.fact(now, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"));
    ParticipantId ishim = commission("Ishim");
    ParticipantId omsk = commission("Omsk");

    for (ParticipantId each : List.of(omsk, ishim)) {
      assertThat(found(mentoring.merge(of(each.value(), "COORDINATOR"), now, before, "one child")))
          .containsExactly("command.not-yours-to-merge");
    }
    ParticipantId other = busy.person("kid-other");
    busy.fact(other, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"));
    assertThat(
            mentoring
                .merge(of("operator", "REGIONAL_OPERATOR"), now, other, "one child")
                .accepted())
        .isPresent();
    busy.fact(before, new Fact.AttachedTo(ishim, Code.of("CENTRE")));
    tells(ishim, new Fact.PositionHeld(Position.CENTRE, null));
    assertThat(
            mentoring.merge(of(ishim.value(), "COORDINATOR"), now, before, "one child").accepted())
        .isPresent();
  }

  @Test
  void nobody_merges_a_child_away_whom_another_centre_looks_after() {
    ParticipantId tobolsk = busy.centre("tobolsk");
    ParticipantId other = busy.person("other");
    busy.fact(other, new Fact.AttachedTo(tobolsk, Code.of("CENTRE")));

    for (ParticipantId kept : List.of(busy.child, other)) {
      ParticipantId duplicate = kept.equals(other) ? busy.child : other;
      assertThat(found(mentoring.merge(of("tobolsk", "COORDINATOR"), kept, duplicate, "one child")))
          .contains("command.not-yours-to-merge");
    }
    assertThat(
            mentoring
                .merge(of("operator", "REGIONAL_OPERATOR"), busy.child, other, "one child")
                .accepted())
        .isPresent();
  }

  @Test
  void a_head_records_a_workshop_to_which_the_own_child_came_among_others_and_not_alone() {
    named(mother);
    Actor head = new Actor("mother", HEAD.capacity(), "centre-1");
    ParticipantId lad = busy.menteeInPair("lad");
    About centre = About.participant(busy.centre);

    assertThat(found(busy.record(head, "WORKSHOP", centre, BusyProgramme.event(busy.child))))
        .containsExactly("command.own-record-in-office");
    assertThat(
            found(
                busy.record(
                    head, "WORKSHOP", centre, BusyProgramme.event(busy.child, busy.mentor))))
        .containsExactly("command.own-record-in-office");
    assertThat(
            found(
                busy.record(
                    new Actor("mentor", HEAD.capacity(), "centre-1"),
                    "WORKSHOP",
                    centre,
                    BusyProgramme.event(busy.child, lad))))
        .containsExactly("command.own-record-in-office");
    assertThat(
            busy.record(head, "WORKSHOP", centre, BusyProgramme.event(busy.child, lad)).accepted())
        .isPresent();
  }
}
