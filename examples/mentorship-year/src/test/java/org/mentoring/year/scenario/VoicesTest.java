package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.year.scenario.Voices.BEFORE;
import static org.mentoring.year.scenario.Voices.COORDINATOR;
import static org.mentoring.year.scenario.Voices.MULTI_LEVEL;
import static org.mentoring.year.scenario.Voices.RELAY;
import static org.mentoring.year.scenario.Voices.START;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.centre.Centre;
import org.mentoring.centre.RegisterLine;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.SurveyReport;
import org.mentoring.journey.IndividualRoute;
import org.mentoring.journey.RetentionReport;
import org.mentoring.journey.RoleMap;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Phase;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/** S3: relay and multi-level mentoring, positions and communities. */
@ExtendWith(KnockOutParameter.class)
class VoicesTest {
  private static final List<String> NONE = List.of();

  private final Voices school;

  VoicesTest(KnockOut knockOut) {
    school = new Voices(knockOut);
  }

  @AfterEach
  void close() {
    school.close();
  }

  private List<String> tried(String kind, About about, LocalDate on, Happened what) {
    return Irkutsk.codes(school.tried(kind, about, on, what));
  }

  @Covers("S3-01")
  @Test
  void mentees_are_in_a_difficult_life_situation_and_from_8_to_35() {
    ParticipantId other = school.person("other", LocalDate.of(2008, 3, 4));
    school.applied(other, Position.MENTEE);
    ParticipantId seven = school.mentee("seven", START.minusYears(8).plusDays(1));
    ParticipantId eight = school.mentee("eight", START.minusYears(8));
    ParticipantId oldest = school.mentee("thirty-five", START.minusYears(36).plusDays(1));
    ParticipantId older = school.mentee("thirty-six", START.minusYears(36));

    assertThat(menteeLacks(other, MULTI_LEVEL)).containsExactly("mentee-circumstance");
    assertThat(menteeLacks(other, RELAY)).containsExactly("relay-mentee-circumstance");
    for (ParticipantId each : List.of(seven, older)) {
      assertThat(menteeLacks(each, MULTI_LEVEL)).containsExactly("mentee-age");
      assertThat(menteeLacks(each, RELAY)).containsExactly("relay-mentee-age");
    }
    for (ParticipantId each : List.of(eight, oldest)) {
      assertThat(menteeLacks(each, MULTI_LEVEL)).isEmpty();
      assertThat(menteeLacks(each, RELAY)).isEmpty();
    }
  }

  private List<String> menteeLacks(ParticipantId who, String practice) {
    return Irkutsk.open(school.as(Position.MENTEE, who, practice));
  }

  @Covers("S3-02")
  @Test
  void the_role_map_tells_who_holds_which_position_and_since_when() {
    ParticipantId first = school.mentee("first", 2004);
    school.applied(first, Position.MENTOR);
    ParticipantId second = school.mentee("second", 2006);
    MentorshipId above = school.pair(MULTI_LEVEL, school.mentor("mentor"), first);
    MentorshipId below = school.pair(RELAY, first, second);
    for (Position position : List.of(Position.ALUMNUS, Position.TUTOR, Position.COORDINATOR)) {
      school.holds(first, position, START.plusMonths(position.ordinal()));
    }

    RoleMap map = school.mentoring.reports().roleMap(START.plusYears(1));
    assertThat(map.of(first))
        .extracting(
            RoleMap.Holding::position,
            RoleMap.Holding::practice,
            RoleMap.Holding::since,
            holding -> List.copyOf(holding.mentorships()))
        .containsExactly(
            tuple(Position.MENTEE, null, BEFORE, List.of()),
            tuple(Position.MENTEE, MULTI_LEVEL, START, List.of(above)),
            tuple(Position.ALUMNUS, null, START.plusMonths(1), List.of()),
            tuple(Position.MENTOR, RELAY, START, List.of(below)),
            tuple(Position.TUTOR, null, START.plusMonths(3), List.of()),
            tuple(Position.COORDINATOR, null, START.plusMonths(4), List.of()));
    assertThat(school.mentoring.reports().roleMap(START.minusDays(1)).of(first))
        .extracting(RoleMap.Holding::position)
        .containsExactly(Position.MENTEE);
    for (Position position :
        List.of(
            Position.MENTEE,
            Position.ALUMNUS,
            Position.MENTOR,
            Position.TUTOR,
            Position.COORDINATOR)) {
      assertThat(school.mentoring.definition().practice(MULTI_LEVEL).orElseThrow().party(position))
          .as(position.name())
          .isPresent();
    }
  }

  private static final Actor MARIA = new Actor("maria", Code.of("MENTEE"), "voices");

  private List<String> entered(Actor by, String kind, ParticipantId about, String item) {
    return Irkutsk.codes(
        school.tried(
            by, kind, About.participant(about), START, Irkutsk.entry(item), "as they wished"));
  }

  @Covers("S3-03")
  @Test
  void everybody_has_a_route_of_goals_steps_projects_and_events() {
    ParticipantId maria = school.mentee("maria", 2005);
    ParticipantId mentor = school.mentor("mentor");
    List<String> parts = List.of("goal", "task", "own-project", "educational-event");

    for (String part : parts) {
      assertThat(entered(MARIA, "ROUTE_STEP_DONE", maria, part))
          .containsExactly("command.activity-nothing-asked");
      assertThat(entered(MARIA, "ROUTE_STEP", maria, part)).isEqualTo(NONE);
      assertThat(entered(MARIA, "ROUTE_STEP_DONE", maria, part)).isEqualTo(NONE);
      assertThat(entered(MARIA, "ROUTE_STEP_DONE", maria, part))
          .containsExactly("command.activity-nothing-asked");
    }
    assertThat(entered(MARIA, "ROUTE_STEP", mentor, "goal"))
        .containsExactly("command.not-own-dossier");
    assertThat(entered(COORDINATOR, "ROUTE_STEP", mentor, "goal")).isEqualTo(NONE);
    assertThat(entered(MARIA, "ROUTE_STEP", maria, "own-project")).isEqualTo(NONE);
    assertThat(
            tried(
                "GROUP_WORK",
                About.participant(school.group),
                START,
                school.held("focus-group", maria)))
        .isEqualTo(NONE);
    IndividualRoute route = school.mentoring.reports().route(maria, START);
    assertThat(route.steps())
        .extracting(
            step -> ((Happened.Entry) step.asked().happened()).item(),
            step -> step.asked().on(),
            step -> step.answer() == null)
        .containsExactlyInAnyOrder(
            tuple("goal", START, false),
            tuple("task", START, false),
            tuple("own-project", START, false),
            tuple("educational-event", START, false),
            tuple("own-project", START, true));
    assertThat(route.positions())
        .extracting(held -> held.position(), held -> held.when().from())
        .containsExactly(tuple(Position.MENTEE, BEFORE));
    assertThat(route.events())
        .extracting(each -> each.kind().value())
        .containsExactly("GROUP_WORK");
    assertThat(school.mentoring.reports().route(mentor, START).steps())
        .extracting(step -> step.asked().kind().value())
        .contains("ROUTE_STEP")
        .hasSize(2);
  }

  @Covers("S3-04")
  @Test
  void a_transition_is_a_request_then_a_decision_with_reasons() {
    ParticipantId maria = school.mentee("maria", 2000);
    About about = About.participant(maria);

    for (String decision : List.of("TRANSITION", "TRANSITION_REFUSED")) {
      assertThat(entered(COORDINATOR, decision, maria, "mentor"))
          .containsExactly("command.activity-nothing-asked");
      assertThat(entered(MARIA, "TRANSITION_REQUEST", maria, "mentor")).isEqualTo(NONE);
      assertThat(entered(MARIA, decision, maria, "mentor")).contains("command.activity-capacity");
      assertThat(entered(COORDINATOR, decision, maria, "tutor"))
          .containsExactly("command.activity-nothing-asked");
      assertThat(tried(decision, about, START, Irkutsk.entry("mentor")))
          .containsExactly("command.activity-reasons");
      assertThat(entered(COORDINATOR, decision, maria, "mentor")).isEqualTo(NONE);
    }
    for (String position : List.of("mentee", "alumnus", "tutor", "coordinator")) {
      assertThat(entered(COORDINATOR, "TRANSITION_REQUEST", maria, position)).isEqualTo(NONE);
    }
  }

  @Covers("S3-04")
  @Test
  void nobody_takes_a_position_without_a_transition_to_it() {
    for (Position position : List.of(Position.ALUMNUS, Position.MENTOR, Position.TUTOR)) {
      String item = ActivityTerms.item(position);
      ParticipantId maria = school.mentee("maria-" + item, 2000);
      Validity since = Validity.from(START);
      Fact held = new Fact.PositionHeld(position, null);

      for (String decision : List.of("TRANSITION_REFUSED", "TRANSITION")) {
        assertThat(Irkutsk.codes(school.mentoring.record(COORDINATOR, maria, held, since)))
            .containsExactly("command.position-undecided");
        entered(COORDINATOR, "TRANSITION_REQUEST", maria, item);
        entered(COORDINATOR, decision, maria, item);
      }
      assertThat(Irkutsk.codes(school.mentoring.record(COORDINATOR, maria, held, since)))
          .isEqualTo(NONE);
    }
    ParticipantId first = school.person("first", LocalDate.of(1985, 1, 1));
    assertThat(
            school
                .mentoring
                .record(
                    COORDINATOR,
                    first,
                    new Fact.PositionHeld(Position.COORDINATOR, null),
                    Validity.from(BEFORE))
                .accepted())
        .isPresent();
  }

  @Covers("S3-04")
  @Test
  void volunteers_choose_their_position_and_the_ladder_is_the_default() {
    ParticipantId asked = school.person("asked", LocalDate.of(1985, 1, 1));

    assertThat(Irkutsk.open(school.as(Position.ALUMNUS, asked, MULTI_LEVEL)))
        .containsExactly("alumnus-choice");
    assertThat(Irkutsk.open(school.as(Position.MENTOR, asked, MULTI_LEVEL)))
        .containsExactly("mentor-choice", "mentor-position");
    assertThat(Irkutsk.open(school.as(Position.MENTOR, asked, RELAY)))
        .contains("relay-mentor-choice");
    assertThat(Irkutsk.open(school.as(Position.TUTOR, asked, MULTI_LEVEL)))
        .containsExactly("tutor-choice", "tutor-was-mentor");

    school.becomesMentor(asked);
    school.applied(asked, Position.TUTOR);
    school.applied(asked, Position.ALUMNUS);
    for (Position position : List.of(Position.ALUMNUS, Position.MENTOR, Position.TUTOR)) {
      assertThat(Irkutsk.open(school.as(position, asked, MULTI_LEVEL))).isEqualTo(NONE);
    }
  }

  @Covers("S3-04")
  @Test
  void a_mentee_completes_when_every_step_of_the_route_is_done_or_waived_by_decision() {
    ParticipantId first = school.mentee("first", 2004);
    school.applied(first, Position.MENTOR);
    ParticipantId second = school.mentee("second", 2006);
    MentorshipId multiLevel = school.pair(MULTI_LEVEL, school.mentor("mentor"), first);
    MentorshipId relay = school.pair(RELAY, first, second);

    completesWithTheRoute(multiLevel, first);
    completesWithTheRoute(relay, second);
  }

  private void completesWithTheRoute(MentorshipId pair, ParticipantId mentee) {
    assertThat(completion(pair)).containsExactly("completion.unasked");
    for (String part : List.of("goal", "own-project")) {
      assertThat(entered(COORDINATOR, "ROUTE_STEP", mentee, part)).isEqualTo(NONE);
    }
    assertThat(completion(pair)).containsExactly("completion.unanswered");
    assertThat(entered(COORDINATOR, "ROUTE_STEP_DONE", mentee, "goal")).isEqualTo(NONE);
    assertThat(completion(pair)).containsExactly("completion.unanswered");
    assertThat(
            tried(
                "ROUTE_STEP_WAIVED",
                About.participant(mentee),
                START,
                Irkutsk.entry("own-project")))
        .containsExactly("command.activity-reasons");
    assertThat(entered(COORDINATOR, "ROUTE_STEP_WAIVED", mentee, "own-project")).isEqualTo(NONE);
    assertThat(completion(pair)).isEqualTo(NONE);
  }

  private List<String> completion(MentorshipId pair) {
    return Irkutsk.codes(school.mentoring.oversight().completion(pair, START.plusDays(1)));
  }

  @Covers("S3-05")
  @Test
  void a_mentee_of_one_pair_mentors_in_another_and_no_circle_closes() {
    ParticipantId first = school.mentee("first", 2004);
    ParticipantId second = school.mentee("second", 2005);
    ParticipantId third = school.mentee("third", 2006);
    ParticipantId outside = school.person("outside", LocalDate.of(2004, 5, 5));
    List.of(first, second, third).forEach(each -> school.applied(each, Position.MENTOR));
    school.applied(outside, Position.MENTOR);

    assertThat(Irkutsk.open(school.as(Position.MENTOR, outside, RELAY)))
        .containsExactly("relay-mentor-is-mentee");
    assertThat(school.assign(MULTI_LEVEL, school.mentor("mentor"), first).accepted()).isPresent();
    assertThat(school.assign(RELAY, first, second).accepted()).isPresent();
    assertThat(school.assign(RELAY, second, third).accepted()).isPresent();
    assertThat(Irkutsk.codes(school.assign(RELAY, third, first))).contains("mentorship.circle");
  }

  @Covers("S3-05")
  @Test
  void nor_does_a_circle_close_among_grown_ups() {
    ParticipantId one = school.mentee("one", 1988);
    ParticipantId other = school.mentee("other", 1992);
    List.of(one, other).forEach(school::becomesMentor);

    assertThat(school.assign(MULTI_LEVEL, one, other).accepted()).isPresent();
    assertThat(Irkutsk.codes(school.assign(MULTI_LEVEL, other, one))).contains("mentorship.circle");
  }

  @Covers("S3-06")
  @Test
  void an_alumni_club_groups_and_communities_are_registers_of_the_school() {
    ParticipantId alumna = school.mentee("alumna", 1999);
    school.holds(alumna, Position.ALUMNUS, START);
    ParticipantId community = school.registered("wards", ParticipantKind.GROUP);
    school.fact(community, new Fact.RegisterEntry(Code.of("COMMUNITY")));

    assertThat(school.mentoring.register(school.group, Position.ALUMNUS, START, null, 10).items())
        .containsExactly(new RegisterLine(alumna, BEFORE, new TreeSet<>()));
    assertThat(school.mentoring.centres(START)).extracting(Centre::id).contains(school.group);
    assertThat(school.mentoring.dossier(community, START).current(Fact.RegisterEntry.class))
        .extracting(entry -> entry.register().value())
        .containsExactly("COMMUNITY");
  }

  @Covers("S3-06")
  @Test
  void groups_meet_lead_practices_train_followers_and_an_app_helps_to_manage() {
    About group = About.participant(school.group);

    assertThat(tried("ALUMNI_CLUB_MEETING", group, START, school.held(null))).isEqualTo(NONE);
    assertThat(tried("GROUP_WORK", group, START, school.held("lecture")))
        .containsExactly("command.activity-item-unknown");
    for (String method : List.of("focus-group", "balint-group")) {
      assertThat(tried("GROUP_WORK", group, START, school.held(method))).isEqualTo(NONE);
    }
    assertThat(tried("LEAD_PRACTICE", group, START, Irkutsk.entry("trains-followers")))
        .containsExactly("command.activity-item-early");
    for (String item : List.of("ready", "presented", "trains-followers")) {
      assertThat(tried("LEAD_PRACTICE", group, START, Irkutsk.entry(item))).isEqualTo(NONE);
    }
    assertThat(tried("MEANS_OF_MANAGEMENT", group, START, Irkutsk.entry("mobile-app")))
        .isEqualTo(NONE);
    assertThat(school.mentoring.activities().of(group))
        .extracting(Activity::kind)
        .containsOnly(
            Code.of("ALUMNI_CLUB_MEETING"),
            Code.of("GROUP_WORK"),
            Code.of("LEAD_PRACTICE"),
            Code.of("MEANS_OF_MANAGEMENT"));
  }

  @Covers("S3-07")
  @Test
  void three_trimesters_end_with_the_year_2020() {
    assertThat(school.mentoring.definition().phases())
        .extracting(Phase::id, phase -> phase.when().until())
        .containsExactly(
            tuple("self-realisation", LocalDate.of(2020, 5, 1)),
            tuple("self-organisation", LocalDate.of(2020, 9, 1)),
            tuple("leadership", LocalDate.of(2021, 1, 1)));
    assertThat(tried("PDCA", group(), LocalDate.of(2021, 1, 1), Irkutsk.entry("plan")))
        .containsExactly("command.activity-phase");
  }

  @Covers("S3-07")
  @Test
  void each_trimester_has_a_cycle_of_plan_do_check_adjust() {
    List<String> cycle = List.of("plan", "do", "check", "adjust");

    for (LocalDate trimester :
        List.of(LocalDate.of(2020, 1, 9), LocalDate.of(2020, 5, 9), LocalDate.of(2020, 9, 9))) {
      LocalDate over = trimester.withDayOfMonth(1).plusMonths(4);
      assertThat(tried("PDCA", group(), trimester, Irkutsk.entry("check")))
          .containsExactly("command.activity-item-early");
      for (String item : cycle) {
        assertThat(overdue("PDCA", over)).isEqualTo(1);
        assertThat(tried("PDCA", group(), trimester, Irkutsk.entry(item))).isEqualTo(NONE);
      }
      assertThat(overdue("PDCA", over)).isZero();
    }
    assertThat(overdue("PDCA", Voices.TODAY)).isZero();
    assertThat(
            Irkutsk.codes(school.tried(MARIA, "PDCA", group(), START, Irkutsk.entry("plan"), null)))
        .contains("command.activity-capacity");
  }

  private About group() {
    return About.participant(school.group);
  }

  @Covers("S3-08")
  @Test
  void burn_out_of_mentors_tutors_and_coordinators_is_watched() {
    LocalDate day = START.plusMonths(3);
    ParticipantId mentor = school.mentor("mentor");
    ParticipantId tutor = school.person("tutor", LocalDate.of(1985, 1, 1));
    ParticipantId coordinator = school.person("coordinator", LocalDate.of(1985, 1, 1));
    school.holds(tutor, Position.TUTOR, BEFORE);
    school.holds(coordinator, Position.COORDINATOR, BEFORE);
    assertThat(signs(mentor, day)).isEqualTo(NONE);

    for (int i = 0; i < 3; i++) {
      school.pair(MULTI_LEVEL, mentor, school.mentee("mentee-" + i, 2006));
    }
    for (int i = 0; i < 31; i++) {
      ParticipantId one = school.registered("one-" + i, ParticipantKind.PERSON);
      school.fact(one, new Fact.Trait(Attribute.of("coordinator"), "coordinator"));
      if (i < 11) {
        school.fact(one, new Fact.Trait(Attribute.of("tutor"), "tutor"));
      }
    }
    assertThat(signs(mentor, day)).containsExactly("LOAD", "OVERDUE_DUTIES");
    for (ParticipantId each : List.of(tutor, coordinator)) {
      assertThat(signs(each, day)).containsExactly("LOAD", "OVERDUE_DUTIES");
    }
    Actor herself = new Actor("mentor", Code.of("MENTOR"), "voices");
    Map.of(mentor, herself, tutor, COORDINATOR, coordinator, COORDINATOR)
        .forEach(
            (who, by) -> {
              assertThat(
                      Irkutsk.codes(
                          school.tried(
                              by,
                              "BURN_OUT_ANSWER",
                              About.participant(who),
                              START,
                              new Happened.Entry(null, new TreeSet<>(), 7),
                              null)))
                  .isEqualTo(NONE);
              assertThat(signs(who, day)).contains("OWN_ANSWER");
              assertThat(signs(who, BEFORE.plusMonths(6))).doesNotContain("UNRECOGNISED");
              assertThat(signs(who, BEFORE.plusMonths(6).plusDays(1))).contains("UNRECOGNISED");
              assertThat(
                      tried(
                          "RECOGNITION",
                          About.participant(who),
                          BEFORE.plusMonths(6),
                          Irkutsk.entry(null)))
                  .isEqualTo(NONE);
              assertThat(signs(who, BEFORE.plusMonths(6).plusDays(1)))
                  .doesNotContain("UNRECOGNISED");
            });
    String told =
        String.join(
            " ",
            school
                .mentoring
                .renderer(Language.EN, Audience.COORDINATOR)
                .lines(school.mentoring.oversight().burnOut(day).getOrDefault(mentor, List.of()))
                .stream()
                .map(line -> line.found() + " " + line.remedy().orElse(""))
                .toList());
    assertThat(told).contains("mentor", "fewer people at once", "Balint group");
  }

  @Covers("S3-08")
  @Test
  void missed_reports_of_tutors_and_duties_of_coordinators_are_watched_too() {
    LocalDate day = LocalDate.of(2020, 5, 2);
    ParticipantId tutor = school.person("tutor", LocalDate.of(1985, 1, 1));
    ParticipantId coordinator = school.person("coordinator", LocalDate.of(1985, 1, 1));
    school.holds(tutor, Position.TUTOR, BEFORE);
    school.holds(coordinator, Position.COORDINATOR, BEFORE);
    for (ParticipantId each : List.of(tutor, coordinator)) {
      assertThat(signs(each, day)).contains("OVERDUE_DUTIES");
    }

    Happened report = new Happened.MentorReport(Note.of("the routes of ten people"), null, null);
    assertThat(tried(MARIA, "TUTOR_REPORT", tutor, report)).contains("command.activity-capacity");
    for (int month = 1; month < 4; month++) {
      LocalDate on = BEFORE.plusMonths(month).minusDays(1);
      assertThat(tried("TUTOR_REPORT", About.participant(tutor), on, report)).isEqualTo(NONE);
    }
    for (String item : List.of("plan", "do", "check", "adjust")) {
      assertThat(tried("PDCA", group(), START, Irkutsk.entry(item))).isEqualTo(NONE);
    }
    for (ParticipantId each : List.of(tutor, coordinator)) {
      assertThat(signs(each, day)).doesNotContain("OVERDUE_DUTIES");
    }
  }

  private List<String> tried(Actor by, String kind, ParticipantId about, Happened what) {
    return Irkutsk.codes(school.tried(by, kind, About.participant(about), START, what, null));
  }

  @Covers("S3-08")
  @Test
  void a_mentee_neither_recognises_a_mentor_nor_answers_for_one() {
    ParticipantId maria = school.mentee("maria", 2005);
    for (String kind : List.of("RECOGNITION", "BURN_OUT_ANSWER")) {
      assertThat(
              Irkutsk.codes(
                  school.tried(
                      MARIA,
                      kind,
                      About.participant(maria),
                      START,
                      new Happened.Entry(null, new TreeSet<>(), 1),
                      null)))
          .containsExactly("command.activity-capacity");
    }
  }

  @Covers("S3-08")
  @Test
  void a_child_who_mentors_a_child_is_watched_while_it_does() {
    ParticipantId first = school.mentee("first", 2004);
    school.applied(first, Position.MENTOR);
    ParticipantId second = school.mentee("second", 2006);
    MentorshipId relay = school.pair(RELAY, first, second);

    assertThat(signs(first, START.plusMonths(6))).isEmpty();
    LocalDate day = START.plusMonths(6).plusDays(1);
    assertThat(signs(first, day)).containsExactly("UNRECOGNISED");
    answered(first);
    assertThat(signs(first, day)).containsExactlyInAnyOrder("UNRECOGNISED", "OWN_ANSWER");
    assertThat(signs(second, day)).isEmpty();
    assertThat(
            school
                .mentoring
                .mentorships()
                .endEarly(
                    COORDINATOR, relay, Code.of("SAFETY"), Code.of("COORDINATOR"), "why", START)
                .accepted())
        .isPresent();
    assertThat(signs(first, day)).isEmpty();
  }

  @Covers("S3-08")
  @Test
  void a_seat_for_no_named_practice_is_watched_where_the_position_is_asked_for() {
    ParticipantId mentor = school.mentor("mentor");
    answered(mentor);
    assertThat(signs(mentor, BEFORE.plusMonths(6).plusDays(1)))
        .containsExactlyInAnyOrder("UNRECOGNISED", "OWN_ANSWER");
  }

  private void answered(ParticipantId who) {
    assertThat(
            tried(
                "BURN_OUT_ANSWER",
                About.participant(who),
                START,
                new Happened.Entry(null, new TreeSet<>(), 7)))
        .isEqualTo(NONE);
  }

  private List<String> signs(ParticipantId who, LocalDate day) {
    return school.mentoring.oversight().burnOut(day).getOrDefault(who, List.of()).stream()
        .map(Finding::requirement)
        .toList();
  }

  @Covers("S3-09")
  @Test
  void who_stays_is_counted_beside_the_baselines_of_the_original() {
    ParticipantId back = school.mentee("back", 1990);
    ParticipantId gone = school.mentee("gone", 1992);
    ParticipantId mentor = school.mentor("mentor");
    for (ParticipantId mentee : List.of(back, gone)) {
      MentorshipId pair = school.pair(MULTI_LEVEL, mentor, mentee);
      entered(COORDINATOR, "ROUTE_STEP", mentee, "goal");
      entered(COORDINATOR, "ROUTE_STEP_DONE", mentee, "goal");
      school
          .mentoring
          .mentorships()
          .beginClosing(COORDINATOR, pair, START.plusDays(9))
          .orElseThrow();
      school.mentoring.mentorships().complete(COORDINATOR, pair, START.plusDays(9)).orElseThrow();
    }
    school.holds(back, Position.TUTOR, START.plusMonths(11));
    for (String outcome : List.of("life-goals", "employment")) {
      assertThat(entered(COORDINATOR, "OUTCOME", back, outcome)).isEqualTo(NONE);
    }
    ParticipantId handed = school.mentee("handed", 2006);
    school
        .mentoring
        .mentorships()
        .rematch(
            COORDINATOR,
            school.pair(MULTI_LEVEL, mentor, handed),
            Code.of("MENTEE"),
            handed,
            "she moves",
            START.plusMonths(2))
        .orElseThrow();

    RetentionReport report = school.mentoring.reports().retention(START.plusYears(1).plusDays(9));
    assertThat(report.alumni()).isEqualTo(2);
    assertThat(report.notBackPercent()).isEqualTo(50);
    assertThat(report.outcomes()).containsEntry("life-goals", 1).containsEntry("employment", 1);
    assertThat(report.daysOfService())
        .containsEntry(
            Position.MENTOR, ChronoUnit.DAYS.between(BEFORE, START.plusYears(1).plusDays(9)));
    assertThat(report.wentOnPercent()).isZero();
    assertThat(report.waiting())
        .extracting(waiting -> waiting.mentee(), waiting -> waiting.since())
        .containsExactly(tuple(handed, START.plusMonths(2)));

    survey("ALUMNI_SURVEY", "asked", 2);
    survey("ALUMNI_SURVEY", "did-not-come-back", 1);
    survey("COORDINATOR_SURVEY", "asked", 10);
    survey("COORDINATOR_SURVEY", "lack-reward", 5);
    assertThat(school.mentoring.reports().surveys(Voices.TODAY))
        .flatExtracting(SurveyReport::answers)
        .extracting(
            SurveyReport.Answer::item, SurveyReport.Answer::percent, SurveyReport.Answer::expected)
        .containsExactly(tuple("did-not-come-back", 50, 100L), tuple("lack-reward", 50, 60L));
  }

  private void survey(String kind, String item, long people) {
    assertThat(
            tried(
                kind, About.programme(), START, new Happened.Entry(item, new TreeSet<>(), people)))
        .isEqualTo(NONE);
  }

  @Covers("S3-10")
  @Test
  void a_mentee_who_moves_is_handed_over_with_history_and_consent() {
    for (String practice : List.of(MULTI_LEVEL, RELAY)) {
      ParticipantId mentee = school.mentee("mentee-" + practice, 2006);
      ParticipantId before = mentorOf(practice, "before-" + practice);
      ParticipantId next = mentorOf(practice, "next-" + practice);
      MentorshipId first = school.pair(practice, before, mentee);
      LocalDate moves = START.plusMonths(2);
      NewMentorship goingOn =
          NewMentorship.individual(practice, next, mentee, moves).continuing(first);

      assertThat(entered(COORDINATOR, "WISH_TO_GO_ON", mentee, "moved")).isEqualTo(NONE);
      assertThat(
              Irkutsk.codes(
                  school
                      .mentoring
                      .mentorships()
                      .rematch(
                          COORDINATOR,
                          first,
                          Code.of("MENTEE"),
                          mentee,
                          "she moves to another town",
                          moves)))
          .isEqualTo(NONE);
      assertThat(Irkutsk.codes(school.assign(goingOn)))
          .containsExactly("mentorship.continues-without-consent");
      assertThat(entered(COORDINATOR, "HANDED_OVER", mentee, "moved"))
          .containsExactly("command.activity-publication-consent");
      school.consent(mentee, Fact.ConsentGiver.GUARDIAN, "HISTORY");
      MentorshipId second = school.begun(goingOn);
      assertThat(entered(COORDINATOR, "HANDED_OVER", mentee, "moved")).isEqualTo(NONE);

      assertThat(entered(COORDINATOR, "HANDED_OVER", mentee, "moved"))
          .containsExactly("command.activity-nothing-asked");
      assertThat(school.mentoring.mentorships().find(second))
          .hasValueSatisfying(
              found -> assertThat(found.particulars().continues()).isEqualTo(first));
    }
  }

  @Covers("S3-10")
  @Test
  void whoever_waits_for_a_new_mentor_falls_due() {
    LocalDate moves = START.plusMonths(2);
    ParticipantId handed = school.mentee("handed", 2006);
    MentorshipId first = school.pair(MULTI_LEVEL, school.mentor("before"), handed);
    ParticipantId wishes = school.mentee("wishes", 2006);
    assertThat(waits(handed, moves)).isEmpty();
    assertThat(entered(COORDINATOR, "WISH_TO_GO_ON", wishes, "school-to-college")).isEqualTo(NONE);
    school
        .mentoring
        .mentorships()
        .rematch(COORDINATOR, first, Code.of("MENTEE"), handed, "she moves", moves)
        .orElseThrow();

    assertThat(waits(handed, moves)).containsExactly(ObligationState.DUE);
    assertThat(waits(handed, moves.plusMonths(1))).containsExactly(ObligationState.OVERDUE);
    assertThat(waits(handed, moves.plusYears(1))).containsExactly(ObligationState.OVERDUE);
    assertThat(waits(wishes, START.plusMonths(1))).containsExactly(ObligationState.OVERDUE);
    assertThat(
            school
                .mentoring
                .oversight()
                .due(moves.plusMonths(1), Set.of(ObligationState.OVERDUE), null, 100)
                .items())
        .extracting(each -> each.window().participant())
        .contains(handed, wishes);

    for (ParticipantId each : List.of(handed, wishes)) {
      school.consent(each, Fact.ConsentGiver.GUARDIAN, "HISTORY");
    }
    school.begun(
        NewMentorship.individual(MULTI_LEVEL, school.mentor("next"), handed, moves)
            .continuing(first));
    assertThat(entered(COORDINATOR, "HANDED_OVER", wishes, "school-to-college")).isEqualTo(NONE);
    for (ParticipantId each : List.of(handed, wishes)) {
      assertThat(waits(each, moves.plusMonths(1))).isEmpty();
    }
  }

  private List<ObligationState> waits(ParticipantId mentee, LocalDate asOf) {
    return school.mentoring.oversight().obligationsOf(mentee, asOf).stream()
        .filter(each -> each.window().cadence().due().equals(Code.of("HANDED_OVER")))
        .map(each -> each.state())
        .toList();
  }

  private ParticipantId mentorOf(String practice, String id) {
    if (practice.equals(MULTI_LEVEL)) {
      return school.mentor(id);
    }
    ParticipantId mentor = school.mentee(id, 2005);
    school.applied(mentor, Position.MENTOR);
    return mentor;
  }

  @Covers("S3-10")
  @Test
  void who_goes_on_with_the_former_mentor_fits_best() {
    assertThat(
            Objects.requireNonNull(
                    school.mentoring.definition().practice(MULTI_LEVEL).orElseThrow().matching())
                .criteria())
        .filteredOn(criterion -> criterion.term() instanceof Term.FormerMentor)
        .hasSize(1);
    ParticipantId mentee = school.mentee("mentee", 2006);
    for (String why : List.of("school-to-college", "other")) {
      assertThat(entered(COORDINATOR, "WISH_TO_GO_ON", mentee, why)).isEqualTo(NONE);
    }
  }

  @Covers("S3-11")
  @Test
  void mentees_take_part_in_governing() {
    LocalDate trimesterOver = LocalDate.of(2020, 5, 2);
    ParticipantId mentee = school.mentee("mentee", 2004);
    Actor herself = new Actor("mentee", Code.of("MENTEE"), "voices");

    assertThat(tried("GOVERNING_MEETING", group(), START, school.held("council"))).isEqualTo(NONE);
    assertThat(overdue("GOVERNING_MEETING", trimesterOver)).isEqualTo(1);
    assertThat(
            Irkutsk.codes(
                school.tried(
                    herself,
                    "GOVERNING_MEETING",
                    group(),
                    START,
                    school.held("decision", mentee),
                    null)))
        .isEqualTo(NONE);
    assertThat(overdue("GOVERNING_MEETING", trimesterOver)).isZero();
  }

  private long overdue(String due, LocalDate asOf) {
    return school.mentoring.oversight().obligationsOf(school.group, asOf).stream()
        .filter(each -> each.window().cadence().due().equals(Code.of(due)))
        .filter(each -> each.state() == ObligationState.OVERDUE)
        .count();
  }
}
