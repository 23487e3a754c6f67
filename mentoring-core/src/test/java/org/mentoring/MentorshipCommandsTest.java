package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MENTOR;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.SmallMentorships.PRACTICE;
import static org.mentoring.SmallMentorships.TODAY;
import static org.mentoring.SmallMentorships.UNWILLING;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.text.LocalizedText;

class MentorshipCommandsTest {
  private static final Citation CITE = Citation.of("S1-01");

  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.mentee("mentee-1");

  @Test
  void a_mentorship_runs_from_assignment_to_the_end_of_its_follow_up() {
    MentorshipId id = small.closing(mentor, mentee);
    assertThat(commands.complete(COORDINATOR, id, small.today()).orElseThrow().state())
        .isEqualTo(MentorshipState.CLOSED);
    commands.beginFollowUp(COORDINATOR, id, small.today()).orElseThrow();
    assertThat(codes(commands.endFollowUp(COORDINATOR, id, small.today())))
        .containsExactlyInAnyOrder("mentorship.follow-up-runs", "mentorship.follow-up-open");
    small.until(TODAY.plusMonths(1));
    assertThat(codes(commands.endFollowUp(COORDINATOR, id, small.today())))
        .containsExactly("mentorship.follow-up-open");
    small.followUpReport(id);
    Mentorship ended = commands.endFollowUp(COORDINATOR, id, small.today()).orElseThrow();

    assertThat(ended.state()).isEqualTo(MentorshipState.ENDED);
    assertThat(ended.particulars().steps())
        .extracting(StepTaken::step)
        .containsExactly(
            "assignment",
            "agreement",
            "first-meeting",
            "start",
            "support",
            "monitoring",
            "summing-up",
            "completion");
    assertThat(ended.particulars().steps())
        .allSatisfy(
            step ->
                assertThat(small.programme.mentoring.command(CommandId.of(step.decision())))
                    .get()
                    .extracting(CommandRecord::accepted)
                    .isEqualTo(true));
    assertThat(Mentorship.restore(ended.snapshot())).isEqualTo(ended);
  }

  @Test
  void a_refused_assignment_tells_everything_at_once_and_leaves_nothing() {
    ParticipantId untrained = small.programme.person("untrained");
    ParticipantId stranger = small.programme.person("stranger");
    small.programme.fact(
        stranger, new Fact.Trait(org.mentoring.criterion.Attribute.MUNICIPALITY, "Ishim"));

    List<String> codes =
        codes(
            commands.assign(
                MENTOR,
                new NewMentorship(
                    PRACTICE,
                    Arrangement.TEAM,
                    new TreeSet<>(Set.of(untrained)),
                    new TreeSet<>(Set.of(stranger)),
                    null,
                    "model-3",
                    MentorshipId.of("nowhere"),
                    TODAY.plusDays(1))));

    assertThat(codes)
        .contains(
            "command.in-future",
            "command.mentorship-unknown",
            "mentorship.arrangement-not-allowed",
            "mentorship.arrangement-size",
            "mentorship.party-not-eligible",
            "mentorship.party-step-missing",
            "mentorship.model-unknown",
            "mentorship.not-owner",
            "command.criterion-forbids");
    assertThat(commands.of(stranger)).isEmpty();
  }

  @Test
  void unknown_people_practices_and_mentorships_are_refused_and_thrown_only_by_queries() {
    ParticipantId nobody = ParticipantId.of("nobody");
    assertThat(codes(small.assign(nobody, mentee))).contains("command.participant-unknown");
    assertThat(
            codes(
                commands.assign(
                    COORDINATOR, NewMentorship.individual("chess", mentor, mentee, TODAY))))
        .containsExactly("command.practice-unknown");
    assertThat(codes(commands.start(COORDINATOR, MentorshipId.of("nowhere"), TODAY)))
        .containsExactly("command.mentorship-unknown");
    assertThatThrownBy(() -> commands.of(nobody)).hasMessageContaining("participant.unknown");
  }

  @Test
  void a_mentor_has_no_more_mentees_than_places_over_all_open_mentorships() {
    ParticipantId second = small.mentee("mentee-2");
    MentorshipId first = small.assign(mentor, mentee).orElseThrow().id();
    assertThat(codes(small.assign(mentor, second))).containsExactly("mentorship.mentor-full");

    small.places(mentor, 2);
    small.assign(mentor, second).orElseThrow();
    ParticipantId third = small.mentee("mentee-3");
    assertThat(codes(small.assign(mentor, third))).containsExactly("mentorship.mentor-full");

    commands.withdraw(COORDINATOR, first, "family has moved", small.today()).orElseThrow();
    assertThat(small.assign(mentor, third).accepted()).isPresent();
  }

  @Test
  void a_mentee_has_one_open_mentorship_in_a_practice() {
    small.active(mentor, mentee);
    assertThat(codes(small.assign(small.mentor("mentor-2"), mentee)))
        .containsExactly("mentorship.mentee-taken");
  }

  @Test
  void a_group_is_led_only_by_a_mentor_who_passed_the_course_for_it() {
    ParticipantId second = small.mentee("mentee-2");
    small.places(mentor, 3);
    NewMentorship group =
        new NewMentorship(
            PRACTICE,
            Arrangement.GROUP,
            new TreeSet<>(Set.of(mentor)),
            new TreeSet<>(Set.of(mentee, second)),
            null,
            null,
            null,
            TODAY);
    assertThat(codes(commands.assign(COORDINATOR, group)))
        .containsExactly("mentorship.course-missing");

    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    Mentorship assigned = commands.assign(COORDINATOR, group).orElseThrow();
    assertThat(assigned.particulars().mentees()).containsExactly(mentee, second);
    assertThat(small.agree(assigned.id(), AS_MENTOR, mentor).accepted()).isPresent();
  }

  @Test
  void no_step_is_skipped_and_each_has_its_owner() {
    MentorshipId id = small.agreed(mentor, mentee);
    assertThat(codes(commands.start(MENTOR, id, TODAY)))
        .containsExactlyInAnyOrder("mentorship.step-missing", "mentorship.not-owner");
    assertThat(codes(small.step(COORDINATOR, id, "first-meeting")))
        .containsExactly("mentorship.not-owner");
    assertThat(codes(small.step(COORDINATOR, id, "start")))
        .containsExactlyInAnyOrder("mentorship.step-by-command", "mentorship.step-missing");
    assertThat(codes(small.step(COORDINATOR, id, "dance")))
        .containsExactly("mentorship.step-unknown");

    small.step(MENTOR, id, "first-meeting").orElseThrow();
    assertThat(codes(small.step(MENTOR, id, "first-meeting")))
        .containsExactly("mentorship.step-taken");
    commands.start(COORDINATOR, id, TODAY).orElseThrow();
    assertThat(codes(commands.beginClosing(COORDINATOR, id, TODAY)))
        .containsExactly("mentorship.step-missing", "mentorship.step-missing");
    small.step(COORDINATOR, id, "monitoring").orElseThrow();
    small.step(COORDINATOR, id, "support").orElseThrow();
    assertThat(commands.beginClosing(COORDINATOR, id, TODAY).accepted()).isPresent();
  }

  @Test
  void each_party_agrees_for_itself_and_a_guardian_for_a_minor_alone() {
    ParticipantId adult = small.programme.mentee("adult", "Tyumen");
    small.programme.fact(adult, new Fact.Birth(TODAY.minusYears(18)));
    small.consent(adult);
    MentorshipId id = small.assign(mentor, adult).orElseThrow().id();

    assertThat(codes(small.agree(id, GUARDIAN, adult)))
        .containsExactly("mentorship.agrees-for-nobody");
    assertThat(codes(small.agree(id, MENTEE, mentor)))
        .containsExactly("mentorship.agrees-for-nobody");
    assertThat(codes(small.agree(id, Code.of("COMMISSION"), adult)))
        .containsExactly("mentorship.party-not-asked");
    assertThat(codes(commands.agree(HEAD, id, MENTEE, adult, TODAY)))
        .containsExactly("mentorship.not-owner");
    commands
        .agree(new Actor(mentor.value(), AS_MENTOR, "centre-1"), id, AS_MENTOR, mentor, TODAY)
        .orElseThrow();
    assertThat(codes(small.agree(id, AS_MENTOR, mentor)))
        .containsExactly("mentorship.agreed-already");
    assertThat(small.agree(id, MENTEE, adult).orElseThrow().state())
        .isEqualTo(MentorshipState.AGREED);
  }

  @Test
  void a_withdrawn_consent_stops_the_start_and_everything_that_goes_on_but_not_the_ending() {
    FactId consent = consentOf(mentee);
    MentorshipId id = small.agreed(mentor, mentee);
    small.step(MENTOR, id, "first-meeting").orElseThrow();
    small.mentoring.withdrawConsent(COORDINATOR, consent, TODAY).orElseThrow();

    assertThat(codes(commands.start(COORDINATOR, id, TODAY)))
        .containsExactly("mentorship.party-not-eligible");
    assertThat(commands.withdraw(COORDINATOR, id, "consent withdrawn", TODAY).accepted())
        .isPresent();
  }

  @Test
  void a_consent_withdrawn_in_the_middle_lets_a_pair_rest_and_end_and_no_more() {
    MentorshipId id = small.active(mentor, mentee);
    small.mentoring.withdrawConsent(COORDINATOR, consentOf(mentee), TODAY).orElseThrow();

    assertThat(codes(small.step(COORDINATOR, id, "support")))
        .containsExactly("mentorship.consent-missing");
    assertThat(codes(commands.beginClosing(COORDINATOR, id, TODAY)))
        .contains("mentorship.consent-missing");
    commands.pause(COORDINATOR, id, "consent withdrawn", TODAY).orElseThrow();
    assertThat(codes(commands.resume(COORDINATOR, id, "try again", TODAY)))
        .containsExactly("mentorship.party-not-eligible");
    assertThat(
            commands
                .endEarly(COORDINATOR, id, UNWILLING, GUARDIAN, "no consent", TODAY)
                .orElseThrow()
                .state())
        .isEqualTo(MentorshipState.ENDED);
  }

  @Test
  void rungs_are_taken_in_their_order_each_after_its_time_and_approved() {
    MentorshipId id = small.active(mentor, mentee);
    assertThat(codes(commands.escalate(COORDINATOR, id, "probation", "silent", TODAY)))
        .containsExactly("mentorship.rung-order");
    commands.escalate(COORDINATOR, id, "warning", "silent", TODAY).orElseThrow();
    commands.escalate(COORDINATOR, id, "probation", "silent", TODAY).orElseThrow();
    small.days(13);
    assertThat(codes(commands.escalate(COORDINATOR, id, "parting", "silent", small.today())))
        .containsExactlyInAnyOrder("mentorship.rung-lasts", "mentorship.not-approved-by");
    assertThat(codes(commands.escalate(COORDINATOR, id, "shouting", "silent", small.today())))
        .containsExactly("mentorship.rung-unknown");
    small.days(1);
    Mentorship parted =
        commands.escalate(HEAD, id, "parting", "silent", small.today()).orElseThrow();

    assertThat(parted.state()).isEqualTo(MentorshipState.ENDED);
    assertThat(closure(parted).kind()).isEqualTo(Closure.Kind.EARLY);
    assertThat(closure(parted).asCompleted()).isFalse();
    assertThat(parted.particulars().rungs()).hasSize(3);
  }

  @Test
  void no_rung_is_taken_by_a_party_or_a_stranger() {
    MentorshipId id = small.active(mentor, mentee);
    for (Actor each :
        List.of(
            new Actor(mentor.value(), AS_MENTOR, "centre-1"),
            new Actor(mentee.value(), MENTEE, "home"),
            new Actor("g-1", GUARDIAN, "home"),
            new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4"))) {
      assertThat(codes(commands.escalate(each, id, "warning", "silent", TODAY)))
          .containsExactly("mentorship.not-running");
    }
    assertThat(commands.escalate(COORDINATOR, id, "warning", "silent", TODAY).accepted())
        .isPresent();
  }

  @Test
  void whoever_came_to_order_can_be_warned_again() {
    MentorshipId id = small.active(mentor, mentee);
    commands.escalate(COORDINATOR, id, "warning", "silent", TODAY).orElseThrow();
    commands.escalate(COORDINATOR, id, "probation", "silent", TODAY).orElseThrow();
    assertThat(codes(commands.escalate(HEAD, id, "warning", "again", TODAY)))
        .containsExactly("mentorship.rung-lasts");
    small.days(14);
    // The rung that comes next is the head's to take, so it is not for others to put it off.
    assertThat(codes(commands.escalate(COORDINATOR, id, "warning", "again", small.today())))
        .containsExactly("mentorship.not-approved-by");
    assertThat(commands.escalate(HEAD, id, "warning", "again", small.today()).accepted())
        .isPresent();
  }

  @Test
  void the_time_of_a_rung_stands_still_while_the_mentorship_rests() {
    MentorshipId id = small.active(mentor, mentee);
    commands.escalate(COORDINATOR, id, "warning", "no reports", TODAY).orElseThrow();
    commands.escalate(COORDINATOR, id, "probation", "no reports", TODAY).orElseThrow();
    commands.pause(COORDINATOR, id, "illness", TODAY).orElseThrow();
    small.days(14);
    commands.resume(COORDINATOR, id, "well again", small.today()).orElseThrow();

    assertThat(codes(commands.escalate(HEAD, id, "parting", "no reports", small.today())))
        .containsExactly("mentorship.rung-lasts");
    small.days(14);
    assertThat(commands.escalate(HEAD, id, "parting", "no reports", small.today()).accepted())
        .isPresent();
  }

  @Test
  void an_early_ending_counts_as_completed_only_after_its_time_pauses_left_out() {
    MentorshipId id = small.active(mentor, mentee);
    small.days(10);
    commands.pause(COORDINATOR, id, "illness", small.today()).orElseThrow();
    small.days(5);
    commands.resume(COORDINATOR, id, "well again", small.today()).orElseThrow();
    small.days(19);
    Mentorship early =
        commands.endEarly(COORDINATOR, id, MOVED, MENTEE, "moved", small.today()).orElseThrow();
    assertThat(closure(early).asCompleted()).isFalse();
    assertThat(early.state()).isEqualTo(MentorshipState.ENDED);

    ParticipantId other = small.mentee("mentee-2");
    MentorshipId second = small.active(mentor, other);
    commands.pause(COORDINATOR, second, "illness", small.today()).orElseThrow();
    small.days(5);
    commands.resume(COORDINATOR, second, "well again", small.today()).orElseThrow();
    small.days(30);
    Mentorship late =
        commands.endEarly(COORDINATOR, second, MOVED, MENTEE, "moved", small.today()).orElseThrow();
    assertThat(closure(late).asCompleted()).isTrue();
    assertThat(late.state()).isEqualTo(MentorshipState.CLOSED);
  }

  @Test
  void an_ending_needs_a_reason_of_the_programme_and_a_party_that_may_ask() {
    MentorshipId id = small.active(mentor, mentee);
    assertThat(
            codes(commands.endEarly(COORDINATOR, id, Code.of("BOREDOM"), MENTEE, "bored", TODAY)))
        .containsExactly("mentorship.ending-unknown");
    assertThat(codes(commands.endEarly(COORDINATOR, id, UNWILLING, MENTEE, "no", TODAY)))
        .containsExactly("mentorship.ending-not-asked-by");
  }

  @Test
  void a_child_asks_for_another_mentor_from_the_age_that_the_programme_says() {
    MentorshipId id = small.active(mentor, mentee);
    ParticipantId young = small.programme.mentee("young", "Tyumen");
    small.programme.fact(young, new Fact.Birth(TODAY.minusYears(14).plusDays(1)));
    small.consent(young);
    small.places(mentor, 2);
    MentorshipId second = small.active(mentor, young);

    assertThat(codes(commands.rematch(HEAD, second, MENTEE, null, "no contact", TODAY)))
        .containsExactly("mentorship.child-too-young");
    small.days(1);
    assertThat(
            commands.rematch(HEAD, second, MENTEE, young, "no contact", small.today()).accepted())
        .isPresent();
    assertThat(
            codes(
                commands.rematch(
                    COORDINATOR, id, Code.of("SCHOOL"), null, "no contact", small.today())))
        .containsExactlyInAnyOrder("mentorship.rematch-not-asked-by", "mentorship.not-decided-by");
    assertThat(codes(commands.rematch(HEAD, id, AS_MENTOR, mentee, "no contact", small.today())))
        .containsExactly("mentorship.who-asks");
  }

  @Test
  void a_handed_over_mentee_waits_and_then_goes_on_with_a_new_mentor() {
    MentorshipId first = small.active(mentor, mentee);
    Mentorship over =
        commands.rematch(HEAD, first, GUARDIAN, null, "no contact", TODAY).orElseThrow();
    assertThat(closure(over).kind()).isEqualTo(Closure.Kind.HANDED_OVER);
    assertThat(closure(over).askedBy()).isEqualTo(GUARDIAN);
    ParticipantId next = small.mentor("mentor-2");
    small.days(13);
    assertThat(codes(commands.assign(COORDINATOR, small.terms(next, mentee).continuing(first))))
        .containsExactly("mentorship.buffer");
    small.days(1);
    Mentorship second =
        commands.assign(COORDINATOR, small.terms(next, mentee).continuing(first)).orElseThrow();
    assertThat(second.particulars().continues()).isEqualTo(first);
    commands.withdraw(COORDINATOR, second.id(), "no", small.today()).orElseThrow();
    assertThat(commands.assign(COORDINATOR, small.terms(next, mentee).continuing(first)).accepted())
        .isPresent();
  }

  @Test
  void a_mentorship_continues_only_one_that_has_ended_and_shares_a_mentee() {
    ParticipantId other = small.mentee("mentee-2");
    ParticipantId next = small.mentor("mentor-2");
    MentorshipId first = small.active(mentor, mentee);
    assertThat(codes(commands.assign(COORDINATOR, small.terms(next, other).continuing(first))))
        .containsExactlyInAnyOrder("mentorship.continues-open", "mentorship.continues-other");
  }

  @Test
  void circles_are_refused_where_the_practice_forbids_them() {
    SmallMentorships relay =
        new SmallMentorships(SmallMentorships.definition(true, SmallMentorships.mentorshipTerms()));
    ParticipantId anna = relay.mentee("anna");
    ParticipantId boris = relay.mentee("boris");
    for (ParticipantId each : List.of(anna, boris)) {
      relay.programme.training(each, 480);
    }
    relay.assign(anna, boris).orElseThrow();
    assertThat(codes(relay.assign(boris, anna))).containsExactly("mentorship.circle");
  }

  @Test
  void a_mentorship_in_both_directions_is_part_of_no_circle() {
    SmallMentorships both = new SmallMentorships(SmallMentorships.definitionOfBothDirections());
    ParticipantId anna = both.mentee("anna");
    ParticipantId boris = both.mentee("boris");
    for (ParticipantId each : List.of(anna, boris)) {
      both.programme.training(each, 480);
    }
    both.assign(anna, boris).orElseThrow();
    assertThat(both.assign(boris, anna).accepted()).isPresent();
    assertThat(both.mentoring.ties(both.today()).oneWay()).isEmpty();
  }

  @Test
  void days_lie_neither_in_the_future_nor_before_the_last_one_on_record() {
    MentorshipId id = small.active(mentor, mentee);
    LocalDate started = small.today();
    assertThat(codes(commands.pause(COORDINATOR, id, "why", started.plusDays(1))))
        .containsExactly("command.in-future");
    small.days(3);
    assertThat(codes(commands.pause(COORDINATOR, id, "why", started.minusDays(1))))
        .containsExactly("mentorship.day-before");
    assertThat(commands.pause(COORDINATOR, id, "why", started).accepted()).isPresent();
  }

  @Test
  void a_command_of_another_state_is_refused_with_the_states_that_know_it() {
    MentorshipId id = small.active(mentor, mentee);
    assertThat(codes(commands.resume(COORDINATOR, id, "why", TODAY)))
        .containsExactly("mentorship.wrong-state");
  }

  @Test
  void what_takes_a_reason_is_refused_without_one() {
    MentorshipId id = small.active(mentor, mentee);

    assertThat(codes(commands.pause(COORDINATOR, id, " ", TODAY)))
        .containsExactly("command.reason");
    assertThat(codes(commands.endEarly(COORDINATOR, id, MOVED, MENTEE, "x".repeat(501), TODAY)))
        .containsExactly("command.reason");
    assertThat(codes(commands.rematch(HEAD, id, GUARDIAN, null, "", TODAY)))
        .containsExactly("command.reason");
    assertThat(codes(commands.moveTo(COORDINATOR, id, null, "", TODAY))).contains("command.reason");
    assertThat(small.now(id).state()).isEqualTo(MentorshipState.ACTIVE);
  }

  @Test
  void a_practice_that_says_nothing_of_mentorships_lets_them_begin_at_once() {
    SmallMentorships plain = new SmallMentorships(SmallMentorships.definition(false, null));
    Mentorship assigned =
        plain.assign(plain.mentor("mentor-1"), plain.mentee("mentee-1")).orElseThrow();

    assertThat(assigned.state()).isEqualTo(MentorshipState.AGREED);
    assertThat(assigned.version()).isEqualTo(2);
    assertThat(plain.commands().start(COORDINATOR, assigned.id(), TODAY).accepted()).isPresent();
  }

  @Test
  void a_centre_that_may_start_runs_it_under_a_model_whose_agreement_is_on_record() {
    SmallMentorships run =
        new SmallMentorships(
            SmallMentorships.definition(
                false,
                null,
                new CentreTerms(
                    new TreeSet<>(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(
                        new OrganisationalModel(
                            "own", new LocalizedText("Own", "Своя"), null, new TreeSet<>(), CITE),
                        new OrganisationalModel(
                            "outside",
                            new LocalizedText("Outside", "Внешняя"),
                            Code.of("POSITIONS"),
                            new TreeSet<>(),
                            CITE)),
                    List.of(),
                    CITE)));
    ParticipantId one = run.mentor("mentor-1");
    ParticipantId other = run.mentee("mentee-1");
    ParticipantId centre =
        run.mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    MentorshipCommands all = run.commands();

    assertThat(codes(all.assign(COORDINATOR, run.terms(one, other))))
        .containsExactlyInAnyOrder("mentorship.centre-missing", "mentorship.model-unknown");
    assertThat(codes(all.assign(COORDINATOR, run.terms(one, other).at(centre).under("own"))))
        .containsExactly("mentorship.not-a-centre");
    run.programme.fact(centre, new Fact.PositionHeld(Position.CENTRE, null));
    assertThat(codes(all.assign(COORDINATOR, run.terms(one, other).at(centre).under("outside"))))
        .containsExactly("centre.agreement-missing");
    ParticipantId ngo =
        run.mentoring
            .register(COORDINATOR, ParticipantId.of("ngo"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    run.programme.fact(centre, new Fact.Agreement(ngo, Code.of("POSITIONS")));
    assertThat(
            all.assign(COORDINATOR, run.terms(one, other).at(centre).under("outside"))
                .orElseThrow()
                .particulars()
                .centre())
        .isEqualTo(centre);
  }

  @Test
  void the_caseload_is_read_page_by_page() {
    small.places(mentor, 3);
    for (int i = 2; i < 5; i++) {
      small.assign(mentor, small.mentee("mentee-" + i)).orElseThrow();
    }
    var first = commands.caseload(org.mentoring.spi.Mentorships.Which.all(), null, 2);
    var second = commands.caseload(org.mentoring.spi.Mentorships.Which.all(), first.next(), 2);
    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).hasSize(1);
    assertThat(second.next()).isNull();
  }

  private FactId consentOf(ParticipantId id) {
    return small.mentoring.dossier(id, small.today()).facts().stream()
        .filter(known -> known.fact() instanceof Fact.Consent)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Closure closure(Mentorship mentorship) {
    Particulars record = mentorship.particulars();
    return Objects.requireNonNull(record.closure());
  }
}
