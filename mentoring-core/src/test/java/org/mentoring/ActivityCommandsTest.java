package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.MENTOR;
import static org.mentoring.BusyProgramme.STARTED;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.codes;
import static org.mentoring.BusyProgramme.day;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.ids;
import static org.mentoring.BusyProgramme.item;
import static org.mentoring.BusyProgramme.jointEvent;
import static org.mentoring.BusyProgramme.met;
import static org.mentoring.BusyProgramme.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

class ActivityCommandsTest {
  private final BusyProgramme busy = new BusyProgramme();
  private final ActivityCommands activities = busy.mentoring.activities();
  private final About pair = About.mentorship(busy.pair);
  private final About centre = About.participant(busy.centre);

  private static List<String> found(Outcome<?> outcome) {
    Decision decision = outcome.refused().orElseThrow();
    for (Language language : Language.values()) {
      var renderer =
          org.mentoring.decision.Renderer.of(
              BusyProgramme.definition(), language, Audience.COORDINATOR);
      // A refusal that nobody can read is none.
      assertThat(renderer.lines(decision))
          .allSatisfy(
              line -> assertThat(line.found()).doesNotContain("{").doesNotContain("command."));
    }
    return decision.findings().stream().map(Finding::code).toList();
  }

  private Happened plan(int month) {
    return new Happened.MonthlyPlan(YearMonth.of(2020, month), List.of(Code.of("WORKSHOP")));
  }

  @Test
  void what_was_done_is_on_record_with_who_and_when() {
    ActivityId id = busy.record("MENTOR_REPORT", report()).orElseThrow();

    Activity activity = activities.of(pair).get(0);
    assertThat(activity.id()).isEqualTo(id);
    assertThat(activity.on()).isEqualTo(TODAY);
    assertThat(activity.by()).isEqualTo(HEAD);
    assertThat(activity.recordedAt()).isEqualTo(busy.now.get());
    assertThat(activity.toString()).doesNotContain("skating");
  }

  @Test
  void a_kind_that_is_not_declared_is_refused_with_the_nearest_names() {
    Outcome<ActivityId> outcome = busy.record("MENTORS_REPORT", report());

    assertThat(found(outcome)).containsExactly("command.activity-undeclared");
    assertThat(outcome.refused().orElseThrow().findings().get(0).parameters().get("nearest"))
        .isInstanceOfSatisfying(
            Parameter.TermId.class, names -> assertThat(names.value()).startsWith("MENTOR_REPORT"));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Outcome<ActivityId> outcome =
        busy.record(
            new Actor("g-1", Code.of("GUARDIAN"), "home"),
            "MONTHLY_PLAN",
            centre,
            day(1),
            new Happened.CheckIn(codes("MENTOR"), codes("HOROSCOPE"), false));

    assertThat(found(outcome))
        .containsExactlyInAnyOrder(
            "command.in-future",
            "command.code-unknown",
            "command.activity-shape",
            "command.activity-about",
            "command.activity-capacity");
    assertThat(busy.stores.activities().subjects()).isEmpty();
  }

  @Test
  void an_event_held_otherwise_than_declared_is_refused() {
    Happened online = new Happened.EventHeld(Fact.Mode.ONLINE, new TreeSet<>(), new TreeSet<>());

    assertThat(found(busy.record(HEAD, "WORKSHOP", centre, online)))
        .containsExactly("command.activity-mode");
  }

  @Test
  void an_event_of_a_kind_that_names_zones_is_held_in_one_of_them() {
    Happened nowhere = BusyProgramme.event();

    assertThat(found(busy.record(HEAD, "ZONE_EVENT", centre, nowhere)))
        .containsExactly("command.activity-item-unknown");
    assertThat(found(busy.record(HEAD, "ZONE_EVENT", centre, heldIn("attic"))))
        .containsExactly("command.activity-item-unknown");
    assertThat(found(busy.record(HEAD, "WORKSHOP", centre, heldIn("window"))))
        .containsExactly("command.activity-no-items");
    ActivityId held = busy.record(HEAD, "ZONE_EVENT", centre, heldIn("window")).orElseThrow();
    assertThat(busy.mentoring.activities().of(centre))
        .filteredOn(activity -> activity.id().equals(held))
        .extracting(Activity::happened)
        .containsExactly(heldIn("window"));
  }

  private static Happened heldIn(String zone) {
    return new Happened.EventHeld(Fact.Mode.IN_PERSON, new TreeSet<>(), new TreeSet<>(), zone);
  }

  @Test
  void unknown_mentorships_and_participants_are_findings() {
    ParticipantId nobody = ParticipantId.of("nobody");

    assertThat(
            found(
                busy.record(
                    HEAD, "MENTOR_REPORT", About.mentorship(MentorshipId.of("none")), report())))
        .containsExactly("command.mentorship-unknown");
    assertThat(found(busy.record(HEAD, "WORKSHOP", About.participant(nobody), event())))
        .containsExactly("command.participant-unknown");
    assertThat(
            found(
                busy.record(
                    HEAD, "WORKSHOP", centre, event(nobody, ParticipantId.of("nobody-else")))))
        .containsExactly("command.participant-unknown", "command.participant-unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY_PLAN,AGREED ACTIVE CLOSING",
    "MENTOR_REPORT,ACTIVE PAUSED CLOSING",
    "MEETING,ACTIVE CLOSING",
    "CHECK_IN,ACTIVE PAUSED CLOSING",
    "SUPPORT_CHAT,AGREED ACTIVE PAUSED CLOSING IN_FOLLOW_UP",
    "GRADUATION_EVENT,AGREED ACTIVE CLOSING",
    "SUMMING_UP,ACTIVE CLOSING",
    "EXIT_INTERVIEW,ACTIVE PAUSED CLOSING CLOSED IN_FOLLOW_UP ENDED",
    "FOLLOW_UP_REPORT,IN_FOLLOW_UP"
  })
  void a_mentorship_takes_a_record_in_some_states_only(String kind, String states) {
    Happened happened =
        switch (kind) {
          case "MONTHLY_PLAN" -> plan(11);
          case "MEETING" -> met();
          case "CHECK_IN" -> new Happened.CheckIn(codes("MENTOR"), codes(), false);
          case "SUPPORT_CHAT" -> item(null);
          case "GRADUATION_EVENT" -> event();
          case "SUMMING_UP", "EXIT_INTERVIEW" -> new Happened.PartGiven(Code.of("MENTOR"));
          default -> report();
        };
    for (MentorshipState state : MentorshipState.values()) {
      MentorshipId id = busy.mentorship("in-" + state, busy.mentor, busy.child, state);

      Outcome<ActivityId> outcome = busy.record(HEAD, kind, About.mentorship(id), happened);

      if (List.of(states.split(" ")).contains(state.name())) {
        assertThat(outcome.accepted()).as(state.name()).isPresent();
      } else {
        assertThat(found(outcome)).as(state.name()).containsExactly("command.activity-state");
      }
    }
  }

  @Test
  void on_the_day_of_a_change_both_states_count_and_before_the_first_none() {
    assertThat(busy.record(HEAD, "MEETING", pair, STARTED, met()).accepted()).isPresent();
    assertThat(found(busy.record(HEAD, "MEETING", pair, STARTED.minusDays(1), met())))
        .containsExactly("command.activity-state");
    assertThat(busy.record(HEAD, "MONTHLY_PLAN", pair, STARTED.minusDays(1), plan(9)).accepted())
        .isPresent();
    assertThat(found(busy.record(HEAD, "MEETING", pair, STARTED.minusDays(9), met())))
        .containsExactly("command.activity-before-mentorship");
  }

  @Test
  void a_plan_comes_before_its_month_is_over_and_once() {
    assertThat(found(busy.record("MONTHLY_PLAN", plan(9))))
        .containsExactly("command.activity-month-over");
    ActivityId first = busy.record("MONTHLY_PLAN", plan(10)).orElseThrow();
    assertThat(found(busy.record("MONTHLY_PLAN", plan(10))))
        .containsExactly("command.activity-month-planned");
    busy.record("MONTHLY_PLAN", plan(11)).orElseThrow();

    activities.retract(HEAD, first, "another month was meant").orElseThrow();

    assertThat(busy.record("MONTHLY_PLAN", plan(10)).accepted()).isPresent();
  }

  @Test
  void a_meeting_that_was_held_tells_how_and_one_that_was_missed_does_not() {
    assertThat(
            found(
                busy.record(
                    "MEETING", new Happened.Meeting(Happened.MeetingOutcome.HELD, null, 30))))
        .containsExactly("command.activity-meeting");
    assertThat(
            found(
                busy.record(
                    "MEETING",
                    new Happened.Meeting(Happened.MeetingOutcome.MISSED_BY_MENTEE, null, 30))))
        .containsExactly("command.activity-meeting");
    assertThat(
            busy.record(
                    "MEETING",
                    new Happened.Meeting(Happened.MeetingOutcome.MISSED_BY_MENTEE, null, 0))
                .accepted())
        .isPresent();
  }

  @Test
  void so_many_pairs_meet_at_an_event_and_not_one_more() {
    ParticipantId second = busy.menteeInPair("second");
    ParticipantId third = busy.menteeInPair("third");
    ParticipantId unpaired = busy.person("unpaired");
    busy.fact(
        unpaired,
        new Fact.Application(org.mentoring.participant.Position.MENTEE, Fact.WayIn.FAMILY));
    busy.consent(unpaired);
    ParticipantId guest = busy.person("guest");

    assertThat(
            busy.record(
                    HEAD,
                    "ACQUAINTANCE_TRAINING",
                    centre,
                    event(busy.child, busy.mentor, second, third, guest))
                .accepted())
        .isPresent();
    assertThat(
            found(
                busy.record(
                    HEAD,
                    "ACQUAINTANCE_TRAINING",
                    centre,
                    event(busy.child, busy.mentor, second, third, unpaired))))
        .containsExactly("command.activity-pairs");
  }

  @Test
  void a_joint_event_needs_a_neighbour_on_record_whoever_recorded_it() {
    ParticipantId neighbour = busy.centre("neighbour");
    ParticipantId far = busy.centre("far");

    assertThat(found(busy.record(HEAD, "JOINT_EVENT", centre, jointEvent())))
        .containsExactly("command.activity-alone");
    assertThat(found(busy.record(HEAD, "JOINT_EVENT", centre, jointEvent(neighbour))))
        .containsExactly("command.activity-alone");
    busy.fact(neighbour, new Fact.AttachedTo(busy.centre, Code.of("NEIGHBOUR")));
    assertThat(found(busy.record(HEAD, "JOINT_EVENT", centre, jointEvent(far))))
        .containsExactly("command.activity-alone");
    assertThat(found(busy.record(HEAD, "JOINT_EVENT", centre, jointEvent(neighbour, busy.mentor))))
        .containsExactly("command.activity-not-a-centre");
    ActivityId held =
        busy.record(HEAD, "JOINT_EVENT", centre, jointEvent(neighbour, far)).orElseThrow();

    assertThat(activities.attendedBy(far, busy.mentoring.now()))
        .extracting(Activity::id)
        .containsExactly(held);
  }

  @Test
  void an_event_about_a_participant_is_held_by_an_organisation() {
    assertThat(found(busy.record(HEAD, "WORKSHOP", About.participant(busy.mentor), event())))
        .containsExactly("command.activity-holder");
  }

  @Test
  void a_mentee_is_referred_to_a_partner_of_its_centre_only() {
    ParticipantId studio = busy.organisation("studio");
    Happened referral = new Happened.ServiceReferral(studio);

    assertThat(found(busy.record("SERVICE_REFERRAL", referral)))
        .containsExactly("command.activity-not-a-partner");
    ParticipantId other = busy.centre("other");
    busy.fact(studio, new Fact.AttachedTo(other, Code.of("PARTNER")));
    assertThat(found(busy.record("SERVICE_REFERRAL", referral)))
        .containsExactly("command.activity-not-a-partner");
    busy.fact(studio, new Fact.AttachedTo(busy.centre, Code.of("PARTNER")));
    assertThat(busy.record("SERVICE_REFERRAL", referral).accepted()).isPresent();
  }

  @Test
  void items_of_a_record_are_known_and_named_where_there_are_any() {
    assertThat(found(busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-9"))))
        .containsExactly("command.activity-item-unknown");
    assertThat(found(busy.record(HEAD, "ORGANISERS_MODULE", centre, item(null))))
        .containsExactly("command.activity-item-unknown");
    assertThat(found(busy.record("SUPPORT_CHAT", item("module-1"))))
        .containsExactly("command.activity-no-items");
  }

  @Test
  void modules_come_in_their_order_for_each_subject() {
    ParticipantId organiser = busy.person("organiser");
    About other = About.participant(organiser);

    assertThat(found(busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-2"))))
        .containsExactly("command.activity-item-early");
    busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-1")).orElseThrow();
    busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-2")).orElseThrow();
    assertThat(found(busy.record(HEAD, "ORGANISERS_MODULE", other, item("module-3"))))
        .containsExactly("command.activity-item-early");
    assertThat(found(busy.record(HEAD, "ORGANISERS_MODULE", centre, day(-1), item("module-3"))))
        .containsExactly("command.activity-item-early");
    assertThat(busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-3")).accepted())
        .isPresent();
  }

  @Test
  void a_second_case_of_good_practice_goes_the_same_way_as_the_first() {
    for (String step : List.of("described", "submitted", "assessed", "published", "described")) {
      busy.record(HEAD, "BEST_PRACTICE", centre, item(step)).orElseThrow();
    }
    assertThat(found(busy.record(HEAD, "BEST_PRACTICE", centre, item("assessed"))))
        .containsExactly("command.activity-item-early");
    assertThat(busy.record(HEAD, "BEST_PRACTICE", centre, item("submitted")).accepted())
        .isPresent();
  }

  @Test
  void an_organisation_climbs_to_an_innovation_site_by_a_recorded_decision_only() {
    busy.record(HEAD, "INNOVATION_STATUS", centre, day(-10), item("adopter")).orElseThrow();
    decided(day(-20), Fact.Outcome.POSITIVE);
    assertThat(found(busy.record(HEAD, "INNOVATION_STATUS", centre, item("site"))))
        .containsExactly("command.activity-undecided");
    decided(day(-5), Fact.Outcome.NEGATIVE);
    assertThat(found(busy.record(HEAD, "INNOVATION_STATUS", centre, item("site"))))
        .containsExactly("command.activity-undecided");
    decided(day(-4), Fact.Outcome.POSITIVE);
    busy.record(HEAD, "INNOVATION_STATUS", centre, day(-3), item("site")).orElseThrow();

    assertThat(found(busy.record(HEAD, "INNOVATION_STATUS", centre, item("core"))))
        .containsExactly("command.activity-undecided");
  }

  private void decided(LocalDate on, Fact.Outcome outcome) {
    busy.mentoring
        .record(
            COORDINATOR,
            busy.centre,
            new Fact.AuthorityDecision(
                Code.of("METHODOLOGY_CENTRE"), Code.of("INNOVATION_STATUS"), outcome),
            Validity.from(on))
        .orElseThrow();
  }

  @Test
  void a_part_is_given_once_by_a_party_that_the_definition_names() {
    assertThat(found(busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("EMPLOYER")))))
        .containsExactly("command.activity-party");
    assertThat(found(busy.record("EXIT_INTERVIEW", new Happened.PartGiven(Code.of("GUARDIAN")))))
        .containsExactly("command.activity-party");
    busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("GUARDIAN"))).orElseThrow();
    assertThat(found(busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("GUARDIAN")))))
        .containsExactly("command.activity-part-given");
    assertThat(
            found(
                busy.record(MENTOR, "SUMMING_UP", pair, new Happened.PartGiven(Code.of("MENTEE")))))
        .containsExactly("command.activity-part-of-another");
    assertThat(
            busy.record(MENTOR, "SUMMING_UP", pair, new Happened.PartGiven(Code.of("MENTOR")))
                .accepted())
        .isPresent();
  }

  @Test
  void a_mentor_records_for_its_own_mentorships_only() {
    busy.mentor("another");

    assertThat(busy.record(MENTOR, "MENTOR_REPORT", pair, report()).accepted()).isPresent();
    for (String id : List.of("another", "unheard-of")) {
      Actor other = new Actor(id, Code.of("MENTOR"), "centre-1");
      assertThat(found(busy.record(other, "MENTOR_REPORT", pair, report())))
          .containsExactly("command.activity-not-its-mentor");
    }
  }

  @Test
  void who_was_merged_into_a_mentor_records_as_that_mentor() {
    ParticipantId again = busy.mentor("mentor-again");
    busy.mentoring.merge(COORDINATOR, busy.mentor, again, "the same person").orElseThrow();

    assertThat(
            busy.record(
                    new Actor("mentor-again", Code.of("MENTOR"), "centre-1"),
                    "MENTOR_REPORT",
                    pair,
                    report())
                .accepted())
        .isPresent();
  }

  @Test
  void without_consent_a_mentee_takes_part_in_nothing_new_from_that_day_on() {
    busy.mentoring.withdrawConsent(COORDINATOR, busy.consent, day(-2)).orElseThrow();
    Happened child = new Happened.CheckIn(codes("MENTEE"), codes(), false);

    Stream.of(
            busy.record("MEETING", met()),
            busy.record("MONTHLY_PLAN", plan(11)),
            busy.record("CHECK_IN", child),
            busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("MENTEE"))),
            busy.record(HEAD, "WORKSHOP", centre, event(busy.child)))
        .forEach(
            outcome -> {
              assertThat(found(outcome)).containsExactly("command.activity-consent");
              assertThat(outcome.refused().orElseThrow().findings().get(0).citation().source())
                  .isEqualTo("S2-03");
            });
    assertThat(busy.record(HEAD, "MEETING", pair, day(-3), met()).accepted()).isPresent();
  }

  @Test
  void without_the_mentees_consent_others_still_report_and_are_spoken_with() {
    busy.mentoring.withdrawConsent(COORDINATOR, busy.consent, day(-2)).orElseThrow();

    Stream.of(
            busy.record("MENTOR_REPORT", report()),
            busy.record(
                "MEETING", new Happened.Meeting(Happened.MeetingOutcome.CALLED_OFF, null, 0)),
            busy.record("CHECK_IN", new Happened.CheckIn(codes("GUARDIAN"), codes(), true)),
            busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("GUARDIAN"))),
            busy.record("SUPPORT_CHAT", item(null)))
        .forEach(outcome -> assertThat(outcome.accepted()).isPresent());
  }

  @Test
  void a_part_that_names_its_giver_is_given_once_by_each() {
    Code guardian = Code.of("GUARDIAN");
    assertThat(found(busy.record("SUMMING_UP", new Happened.PartGiven(guardian, busy.mentor))))
        .containsExactly("command.activity-part-whose");
    assertThat(
            found(busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("MENTOR"), busy.child))))
        .containsExactly("command.activity-part-whose");

    Actor another = new Actor("somebody", Code.of("MENTEE"), "centre-1");
    assertThat(
            found(
                busy.record(
                    another,
                    "SUMMING_UP",
                    pair,
                    TODAY,
                    new Happened.PartGiven(Code.of("MENTEE"), busy.child))))
        .contains("command.activity-part-of-another");

    busy.record("SUMMING_UP", new Happened.PartGiven(guardian, busy.child)).orElseThrow();
    busy.record("SUMMING_UP", new Happened.PartGiven(Code.of("MENTEE"), busy.child)).orElseThrow();

    assertThat(found(busy.record("SUMMING_UP", new Happened.PartGiven(guardian, busy.child))))
        .containsExactly("command.activity-part-given");
  }

  @Test
  void a_plan_comes_late_until_the_last_day_of_its_month() {
    assertThat(found(busy.record(HEAD, "MONTHLY_PLAN", pair, TODAY, plan(9))))
        .containsExactly("command.activity-month-over");
    assertThat(
            busy.record(HEAD, "MONTHLY_PLAN", pair, LocalDate.of(2020, 9, 30), plan(9)).accepted())
        .isPresent();
  }

  @Test
  void without_consent_a_follow_up_is_not_kept_on() {
    MentorshipId followed =
        busy.mentorship(
            "followed",
            busy.mentor,
            busy.child,
            MentorshipState.ACTIVE,
            MentorshipState.CLOSED,
            MentorshipState.IN_FOLLOW_UP);
    busy.mentoring.withdrawConsent(COORDINATOR, busy.consent, day(-2)).orElseThrow();

    assertThat(found(busy.record(HEAD, "FOLLOW_UP_REPORT", About.mentorship(followed), report())))
        .containsExactly("command.activity-consent");
    assertThat(
            busy.record(HEAD, "FOLLOW_UP_REPORT", About.mentorship(followed), day(-3), report())
                .accepted())
        .isPresent();
  }

  @Test
  void a_record_is_taken_back_with_a_reason_and_once() {
    ActivityId wrong = busy.record("MENTOR_REPORT", report()).orElseThrow();
    Instant before = busy.mentoring.now();
    busy.later();

    assertThatThrownBy(() -> activities.retract(HEAD, wrong, " "))
        .isInstanceOf(MentoringException.class);
    activities.retract(HEAD, wrong, "the wrong pair").orElseThrow();

    assertThat(activities.of(pair)).isEmpty();
    assertThat(activities.of(pair, before)).extracting(Activity::id).containsExactly(wrong);
    assertThat(activities.ofKind(Code.of("MENTOR_REPORT"), before)).hasSize(1);
    assertThat(activities.ofKind(Code.of("MENTOR_REPORT"), busy.mentoring.now())).isEmpty();
    assertThat(found(activities.retract(HEAD, wrong, "again")))
        .containsExactly("command.activity-retracted");
    assertThat(found(activities.retract(HEAD, ActivityId.of("none"), "no such")))
        .containsExactly("command.activity-unknown");
  }

  @Test
  void an_item_on_which_a_later_one_rests_is_not_taken_back() {
    ActivityId first =
        busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-1")).orElseThrow();
    ActivityId second =
        busy.record(HEAD, "ORGANISERS_MODULE", centre, item("module-2")).orElseThrow();

    assertThat(found(activities.retract(HEAD, first, "was not held")))
        .containsExactly("command.activity-rested-on");
    activities.retract(HEAD, second, "was not held").orElseThrow();
    activities.retract(HEAD, first, "was not held").orElseThrow();
    assertThat(activities.of(centre)).isEmpty();
  }

  @Test
  void a_question_about_something_unknown_is_a_fault_of_the_caller() {
    assertThatThrownBy(() -> activities.of(About.mentorship(MentorshipId.of("none"))))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("mentorship.unknown");
    assertThatThrownBy(() -> activities.of(About.participant(ParticipantId.of("nobody"))))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("participant.unknown");
  }

  @Test
  void what_became_known_later_is_not_known_before() {
    Instant before = busy.mentoring.now();
    busy.later();
    busy.record(HEAD, "MEETING", pair, day(-1), met()).orElseThrow();
    busy.record(HEAD, "MEETING", pair, day(-7), met()).orElseThrow();

    assertThat(activities.of(pair, before)).isEmpty();
    assertThat(activities.of(pair)).extracting(Activity::on).containsExactly(day(-7), day(-1));
  }

  @Test
  void records_about_a_duplicate_count_for_the_one_that_was_kept() {
    ParticipantId twin = busy.person("child-again");
    busy.fact(twin, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    busy.consent(twin);
    ParticipantId organisation =
        busy.mentoring
            .register(
                COORDINATOR,
                ParticipantId.of("centre-again"),
                ParticipantKind.ORGANISATION,
                List.of())
            .orElseThrow();
    About old = About.participant(organisation);
    ActivityId workshop = busy.record(HEAD, "WORKSHOP", old, event(twin)).orElseThrow();
    busy.mentoring.merge(COORDINATOR, busy.child, twin, "the same child").orElseThrow();
    busy.mentoring
        .merge(
            new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
            busy.centre,
            organisation,
            "the same centre")
        .orElseThrow();
    ActivityId later = busy.record(HEAD, "WORKSHOP", old, event(twin)).orElseThrow();

    assertThat(activities.of(centre)).extracting(Activity::id).containsExactly(workshop, later);
    assertThat(activities.attendedBy(busy.child, busy.mentoring.now()))
        .extracting(Activity::id)
        .containsExactly(workshop, later);
    assertThat(activities.of(centre).get(1).about()).isEqualTo(centre);
    assertThat(activities.of(centre).get(1).happened()).isEqualTo(event(busy.child));
  }

  @Test
  void a_seminar_is_recorded_about_the_programme_with_those_whom_it_concerns() {
    busy.record(
            HEAD,
            "SEMINAR",
            About.programme(),
            new Happened.Entry(null, ids(busy.centre, busy.mentor), 1))
        .orElseThrow();

    assertThat(activities.of(About.programme())).hasSize(1);
  }
}
