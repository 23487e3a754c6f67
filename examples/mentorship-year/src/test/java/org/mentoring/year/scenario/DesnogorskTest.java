package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.year.scenario.Desnogorsk.BOTH;
import static org.mentoring.year.scenario.Desnogorsk.COORDINATOR;
import static org.mentoring.year.scenario.Desnogorsk.FAMILY;
import static org.mentoring.year.scenario.Desnogorsk.PEER;
import static org.mentoring.year.scenario.Desnogorsk.PHASE_OVER;
import static org.mentoring.year.scenario.Desnogorsk.START;
import static org.mentoring.year.scenario.Desnogorsk.SUPPORT;

import java.time.LocalDate;
import java.util.List;
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
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.indicator.SurveyReport;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** S0: practices under one roof, in dated phases. */
@ExtendWith(KnockOutParameter.class)
class DesnogorskTest {
  private static final List<String> NONE = List.of();

  private final Desnogorsk town;

  DesnogorskTest(KnockOut knockOut) {
    town = new Desnogorsk(knockOut);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private List<String> tried(String kind, About about, LocalDate on, Happened what) {
    return Irkutsk.codes(town.tried(kind, about, on, what));
  }

  @Covers("S0-01")
  @Test
  void one_programme_holds_practices_of_three_formats() {
    assertThat(town.mentoring.definition().practices())
        .extracting(Practice::format)
        .contains(
            MentoringFormat.PEER, MentoringFormat.INTERGENERATIONAL, MentoringFormat.SCHOOL_FAMILY);
    assertThat(town.assign(PEER, town.student("student"), town.pupilInNeed("pupil")).accepted())
        .isPresent();
  }

  @Covers("S0-02")
  @Test
  void pairs_form_and_meet_in_the_practical_phase_alone() {
    ParticipantId student = town.student("student");
    ParticipantId pupil = town.pupilInNeed("pupil");

    assertThat(Irkutsk.codes(town.assign(PEER, student, pupil, LocalDate.of(2024, 7, 2))))
        .contains("mentorship.phase-closed");
    assertThat(town.assign(PEER, town.student("student-2"), town.pupilInNeed("pupil-2")).accepted())
        .isPresent();
    MentorshipId pair = town.pair(PEER, student, pupil);
    Happened met = Happened.Meeting.held(Fact.Mode.IN_PERSON, 60);
    assertThat(tried("MEETING", About.mentorship(pair), LocalDate.of(2024, 6, 30), met))
        .isEqualTo(NONE);
    assertThat(tried("MEETING", About.mentorship(pair), LocalDate.of(2024, 7, 1), met))
        .containsExactly("command.activity-phase");
    assertThat(tried("EXPERIENCE_SHARED", About.programme(), START, Irkutsk.entry(null)))
        .containsExactly("command.activity-phase");
    assertThat(
            Irkutsk.codes(
                town.mentoring
                    .activities()
                    .record(
                        new Actor("w-1", Code.of("MENTORING_CENTRE"), "lift"),
                        Code.of("EXPERIENCE_SHARED"),
                        About.programme(),
                        LocalDate.of(2024, 10, 1),
                        Irkutsk.entry(null),
                        null)))
        .contains("command.activity-capacity");
  }

  private List<ObligationState> control(MentorshipId pair, LocalDate asOf) {
    return town.mentoring.oversight().obligations(pair, asOf).stream()
        .filter(each -> each.window().cadence().due().equals(Code.of("CONTROL")))
        .map(Obligation::state)
        .toList();
  }

  @Covers("S0-03")
  @Test
  void what_a_pair_does_is_controlled_every_month_in_every_practice() {
    Happened well = new Happened.MentorReport(Note.of("All is well."), null, null);
    LocalDate on = LocalDate.of(2022, 10, 15);
    for (MentorshipId pair :
        List.of(
            town.pair(PEER, town.student("student"), town.pupilInNeed("pupil")),
            town.pair(SUPPORT, town.volunteer("volunteer"), supported("child")),
            town.pair(
                BOTH,
                town.inSeat("old", 1950, Position.MENTOR, "phone", "chess"),
                town.inSeat("young", 2010, Position.MENTEE, "chess", "phone")),
            town.pair(FAMILY, town.school("school-4"), town.family("family", "school-4")))) {
      assertThat(control(pair, LocalDate.of(2022, 11, 1))).contains(ObligationState.OVERDUE);
      assertThat(
              Irkutsk.codes(
                  town.mentoring
                      .activities()
                      .record(
                          new Actor("w-1", Code.of("MENTORING_CENTRE"), "lift"),
                          Code.of("CONTROL"),
                          About.mentorship(pair),
                          on,
                          well,
                          null)))
          .contains("command.activity-capacity");
      assertThat(tried("CONTROL", About.mentorship(pair), on, well)).isEqualTo(NONE);
      assertThat(control(pair, LocalDate.of(2022, 11, 1))).contains(ObligationState.MET);
    }
  }

  @Covers("S0-03")
  @Test
  void every_year_is_monitored_and_the_road_map_corrected_after_it() {
    About centre = About.participant(town.centre);
    LocalDate yearOver = LocalDate.of(2023, 4, 1);

    assertThat(tried("YEARLY_CONTROL", centre, START, Irkutsk.entry("roadmap-corrected")))
        .containsExactly("command.activity-item-early");
    assertThat(overdueYears(yearOver)).isEqualTo(1);
    assertThat(tried("YEARLY_CONTROL", centre, START, Irkutsk.entry("monitoring"))).isEqualTo(NONE);
    assertThat(overdueYears(yearOver)).isEqualTo(1);
    assertThat(
            tried("YEARLY_CONTROL", centre, START.plusDays(9), Irkutsk.entry("roadmap-corrected")))
        .isEqualTo(NONE);
    assertThat(overdueYears(yearOver)).isZero();
    assertThat(
            Irkutsk.codes(
                town.mentoring
                    .activities()
                    .record(
                        new Actor("w-1", Code.of("MENTORING_CENTRE"), "lift"),
                        Code.of("YEARLY_CONTROL"),
                        centre,
                        START,
                        Irkutsk.entry("monitoring"),
                        null)))
        .contains("command.activity-capacity");
  }

  private long overdueYears(LocalDate asOf) {
    return town.mentoring.oversight().obligationsOf(town.centre, asOf).stream()
        .filter(each -> each.window().cadence().due().equals(Code.of("YEARLY_CONTROL")))
        .filter(each -> each.state() == ObligationState.OVERDUE)
        .count();
  }

  @Covers("S0-04")
  @Test
  void mentees_of_the_peer_practice_are_minors_in_a_difficult_situation_or_with_special_needs() {
    assertThat(Irkutsk.open(town.as(Position.MENTEE, town.pupil("other"), PEER)))
        .containsExactly("mentee-circumstance");
    for (String circumstance : List.of("DIFFICULT_LIFE_SITUATION", "SPECIAL_NEEDS")) {
      ParticipantId pupil = town.pupil(circumstance);
      town.fact(pupil, new Fact.Circumstance(Code.of(circumstance)));
      assertThat(town.as(Position.MENTEE, pupil, PEER).verdict()).isEqualTo(Verdict.ELIGIBLE);
    }
    ParticipantId grown = town.person("grown", 2003, Position.MENTEE);
    town.fact(grown, new Fact.Circumstance(Code.of("SPECIAL_NEEDS")));
    assertThat(Irkutsk.open(town.as(Position.MENTEE, grown, PEER))).contains("mentee-minor");
  }

  @Covers("S0-05")
  @Test
  void a_mentor_is_a_student_of_the_same_group_under_the_same_coordinator_and_never_staff() {
    ParticipantId nobody = town.person("nobody", 2007, Position.MENTOR);
    assertThat(Irkutsk.open(town.as(Position.MENTOR, nobody, PEER)))
        .contains("mentor-student", "mentor-group", "mentor-coordinator");
    ParticipantId bare = town.person("bare", 2010, Position.MENTEE);
    assertThat(Irkutsk.open(town.as(Position.MENTEE, bare, PEER)))
        .contains("mentee-group", "mentee-coordinator");
    ParticipantId staff = town.student("staff");
    town.fact(staff, new Fact.Affiliation(Code.of("STAFF")));
    assertThat(Irkutsk.open(town.as(Position.MENTOR, staff, PEER)))
        .containsExactly("mentor-student");

    ParticipantId pupil = town.pupilInNeed("pupil");
    assertThat(apart(elsewhere("8-a", "k-1"), pupil)).containsExactly("same-group");
    assertThat(apart(elsewhere("7-b", "k-2"), pupil)).containsExactly("same-coordinator");
    assertThat(town.assign(PEER, town.student("student"), pupil).accepted()).isPresent();
  }

  private ParticipantId elsewhere(String group, String coordinator) {
    ParticipantId student = town.person("of-" + group + coordinator, 2007, Position.MENTOR);
    town.fact(student, new Fact.Affiliation(Code.of("STUDENT")));
    town.trait(student, Attribute.GROUP, group);
    town.trait(student, Attribute.COORDINATOR, coordinator);
    return student;
  }

  private List<String> apart(ParticipantId mentor, ParticipantId mentee) {
    return town.assign(PEER, mentor, mentee)
        .refused()
        .map(decision -> decision.findings().stream().map(Finding::requirement).distinct().toList())
        .orElse(NONE);
  }

  @Covers("S0-06")
  @Test
  void a_partner_specialist_and_a_partner_consumer_have_their_roles() {
    ParticipantId psychologist = town.registered("psychologist", ParticipantKind.PERSON);
    ParticipantId library = town.registered("library", ParticipantKind.ORGANISATION);

    for (Position each : List.of(Position.COORDINATOR, Position.SPECIALIST, Position.CONSUMER)) {
      assertThatCode(() -> town.as(each, psychologist, PEER))
          .as(each.name())
          .doesNotThrowAnyException();
    }
    assertThat(town.as(Position.SPECIALIST, psychologist, PEER).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(town.as(Position.CONSUMER, library, PEER).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(Irkutsk.codes(town.as(Position.CONSUMER, psychologist, PEER)))
        .containsExactly("party.kind");
  }

  @Covers("S0-07")
  @Test
  void LIFT_is_four_steps_in_strict_order_and_the_fourth_makes_it_complete() {
    MentorshipId pair = town.pair(PEER, town.student("student"), town.pupilInNeed("pupil"));
    List<String> steps = List.of("personality", "individuality", "fantasy", "creativity");

    for (int i = 0; i < steps.size(); i++) {
      assertThat(town.mentoring.oversight().completion(pair, START).verdict())
          .isEqualTo(Verdict.NOT_YET);
      for (String later : steps.subList(i + 1, steps.size())) {
        assertThat(Irkutsk.codes(step(pair, later)))
            .as(later)
            .containsExactly("mentorship.step-missing");
      }
      assertThat(Irkutsk.codes(step(pair, steps.get(i)))).as(steps.get(i)).isEqualTo(NONE);
    }
    assertThat(town.mentoring.oversight().completion(pair, START).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(town.mentoring.definition().practice(PEER).orElseThrow().completion()).isNotNull();
  }

  private Outcome<?> step(MentorshipId pair, String step) {
    return town.mentoring.mentorships().recordStep(COORDINATOR, pair, step, START);
  }

  @Covers("S0-08")
  @Test
  void an_activity_of_the_centre_takes_place_in_one_of_its_zones() {
    About lift = About.participant(town.centre);

    assertThat(tried("LIFT_EVENT", lift, START, town.held(null)))
        .containsExactly("command.activity-item-unknown");
    for (String zone : List.of("mixed-age", "window")) {
      assertThat(tried("LIFT_EVENT", lift, START, town.held(zone))).isEqualTo(NONE);
    }
    assertThat(town.mentoring.activities().of(lift))
        .extracting(Activity::happened)
        .containsExactlyInAnyOrder(town.held("mixed-age"), town.held("window"));
  }

  @Covers("S0-09")
  @Test
  void older_and_younger_teach_each_other_whoever_sits_in_which_seat() {
    ParticipantId old = town.inSeat("old", 1950, Position.MENTOR, "phone", "chess");
    ParticipantId young = town.inSeat("young", 2010, Position.MENTEE, "chess", "song");
    ParticipantId oldMentee = town.inSeat("old-mentee", 1951, Position.MENTEE, "phone", "chess");
    ParticipantId youngMentor = town.inSeat("young-mentor", 2009, Position.MENTOR, "song", "phone");

    assertThat(town.assign(BOTH, old, young).accepted()).isPresent();
    assertThat(town.assign(BOTH, youngMentor, oldMentee).accepted()).isPresent();
  }

  @Covers("S0-09")
  @Test
  void who_needs_nothing_of_the_other_or_is_of_an_age_is_no_pair() {
    ParticipantId mentee = town.inSeat("mentee", 2010, Position.MENTEE, "chess", "phone");
    ParticipantId peer = town.inSeat("peer", 2008, Position.MENTOR, "phone", "chess");
    ParticipantId stranger = town.inSeat("stranger", 1950, Position.MENTOR, "song", "garden");

    assertThat(unfit(peer, mentee)).containsExactly("a-generation-apart");
    assertThat(unfit(stranger, mentee)).containsExactly("needs-offered");
  }

  private List<String> unfit(ParticipantId mentor, ParticipantId mentee) {
    return town.assign(BOTH, mentor, mentee)
        .refused()
        .map(decision -> decision.findings().stream().map(Finding::requirement).distinct().toList())
        .orElse(NONE);
  }

  @Covers("S0-09")
  @Test
  void common_interests_count_and_are_what_older_and_younger_do_together() {
    assertThat(
            Objects.requireNonNull(
                    town.mentoring.definition().practice(BOTH).orElseThrow().matching())
                .criteria())
        .extracting(criterion -> criterion.id())
        .contains("shared-interests");
    About centre = About.participant(town.centre);
    assertThat(tried("INTERGENERATIONAL_EVENT", centre, START, town.held("football")))
        .containsExactly("command.activity-item-unknown");
    for (String item :
        List.of(
            "chess",
            "photography",
            "music-and-theatre",
            "living-lesson",
            "ecology-and-city-duty",
            "social-tourism")) {
      assertThat(tried("INTERGENERATIONAL_EVENT", centre, START, town.held(item))).isEqualTo(NONE);
    }
    strangersRecordNothing("INTERGENERATIONAL_EVENT", "chess");
  }

  private void strangersRecordNothing(String kind, String item) {
    assertThat(
            Irkutsk.codes(
                town.mentoring
                    .activities()
                    .record(
                        new Actor("n-1", Code.of("NGO"), "ngo"),
                        Code.of(kind),
                        About.participant(town.centre),
                        START,
                        town.held(item),
                        null)))
        .contains("command.activity-capacity");
  }

  @Covers("S0-09")
  @Test
  void it_is_complete_when_the_practical_phase_ends_or_earlier_by_agreement() {
    completeWithThePhase(
        BOTH,
        town.pair(
            BOTH,
            town.inSeat("old", 1950, Position.MENTOR, "phone", "chess"),
            town.inSeat("young", 2010, Position.MENTEE, "chess", "phone")));
  }

  private void completeWithThePhase(String practice, MentorshipId pair) {
    assertThat(town.mentoring.oversight().completion(pair, PHASE_OVER.minusDays(1)).findings())
        .as(practice)
        .extracting(Finding::code)
        .contains("completion.phase-open");
    assertThat(town.mentoring.oversight().completion(pair, PHASE_OVER).verdict())
        .as(practice)
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(
            town.mentoring
                .mentorships()
                .endEarly(
                    COORDINATOR,
                    pair,
                    Code.of("BY_AGREEMENT"),
                    Code.of("MENTEE"),
                    "both wish it",
                    LocalDate.of(2024, 7, 10))
                .accepted()
                .map(ended -> ended.particulars().closure()))
        .as(practice)
        .hasValueSatisfying(
            closure -> assertThat(Objects.requireNonNull(closure).asCompleted()).isTrue());
  }

  @Covers("S0-10")
  @Test
  void the_parties_are_a_school_and_its_families_and_no_persons() {
    ParticipantId school = town.school("school-4");
    ParticipantId family = town.family("family", "school-4");
    ParticipantId person = town.person("person", 2010, Position.MENTEE);

    assertThat(Irkutsk.codes(town.as(Position.MENTEE, person, FAMILY))).contains("party.kind");
    assertThat(Irkutsk.open(town.as(Position.MENTEE, person, FAMILY))).contains("family-school");
    assertThat(
            Irkutsk.open(
                town.as(
                    Position.MENTOR,
                    town.registered("theatre", ParticipantKind.ORGANISATION),
                    FAMILY)))
        .contains("school-itself");
    assertThat(
            town.assign(FAMILY, school, town.family("of-another", "school-1"))
                .refused()
                .map(decision -> decision.findings().get(0).requirement()))
        .hasValue("same-school");
    assertThat(town.assign(FAMILY, school, family).accepted()).isPresent();
    assertThat(
            town.group(
                    FAMILY,
                    school,
                    Set.of(town.family("one", "school-4"), town.family("two", "school-4")))
                .accepted())
        .isPresent();
  }

  @Covers("S0-10")
  @Test
  void teachers_take_part_for_a_school_and_parents_with_children_for_a_family() {
    ParticipantId school = town.registered("school-4", ParticipantKind.ORGANISATION);
    ParticipantId family = town.registered("family", ParticipantKind.FAMILY);

    for (Position position : List.of(Position.GUARDIAN, Position.CHILD, Position.TEACHER)) {
      assertThat(town.mentoring.definition().practice(FAMILY).orElseThrow().party(position))
          .map(PartyTerms::kinds)
          .hasValueSatisfying(kinds -> assertThat(kinds).containsExactly(ParticipantKind.PERSON));
    }
    assertThat(Irkutsk.open(town.as(Position.MENTOR, school, FAMILY))).contains("school-teachers");
    assertThat(Irkutsk.open(town.as(Position.MENTEE, family, FAMILY)))
        .contains("family-parents", "family-children");
    town.belongs(town.person("teacher", 1980, Position.MENTOR), school, Position.TEACHER);
    town.belongs(town.person("mother", 1985, Position.MENTEE), family, Position.GUARDIAN);
    town.belongs(town.person("child", 2010, Position.MENTEE), family, Position.CHILD);
    assertThat(Irkutsk.open(town.as(Position.MENTOR, school, FAMILY)))
        .doesNotContain("school-teachers");
    assertThat(Irkutsk.open(town.as(Position.MENTEE, family, FAMILY)))
        .doesNotContain("family-parents", "family-children");
  }

  @Covers("S0-10")
  @Test
  void nothing_begins_while_somebody_who_takes_part_for_a_party_may_not() {
    ParticipantId school = town.school("school-4");
    ParticipantId family = town.family("family", "school-4");
    ParticipantId teacher = town.registered("new-teacher", ParticipantKind.PERSON);
    town.belongs(teacher, school, Position.TEACHER);
    assertThat(Irkutsk.codes(town.assign(FAMILY, school, family)))
        .containsExactly("mentorship.member-not-eligible");
    for (LocalDate issued : List.of(Desnogorsk.BEFORE, LocalDate.of(2024, 3, 1))) {
      town.fact(
          teacher,
          new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), issued, Fact.Outcome.POSITIVE),
          issued);
    }
    assertThat(Irkutsk.codes(town.assign(FAMILY, school, family))).isEqualTo(NONE);

    ParticipantId other = town.family("other", "school-4");
    ParticipantId child = town.registered("second-child", ParticipantKind.PERSON);
    town.fact(child, new Fact.Birth(LocalDate.of(2014, 1, 2)), LocalDate.of(2014, 1, 2));
    town.belongs(child, other, Position.CHILD);
    assertThat(Irkutsk.codes(town.assign(FAMILY, school, other)))
        .containsExactly("mentorship.member-not-eligible");
    town.fact(child, new Fact.AttachedTo(town.centre, Code.of("CENTRE")));
    town.consent(child);
    assertThat(Irkutsk.codes(town.assign(FAMILY, school, other))).isEqualTo(NONE);
    ParticipantId grown = town.person("grown-up", 1990, Position.MENTEE);
    town.belongs(grown, other, Position.CHILD);
    assertThat(Irkutsk.open(town.as(Position.CHILD, grown, FAMILY))).contains("child-minor");
  }

  @Covers("S0-10")
  @Test
  void school_and_family_have_six_sorts_of_activity() {
    About centre = About.participant(town.centre);

    assertThat(tried("FAMILY_EVENT", centre, START, town.held("lottery")))
        .containsExactly("command.activity-item-unknown");
    for (String item :
        List.of(
            "parents-meeting",
            "teaching-workshop",
            "family-evening",
            "parents-reading",
            "training-with-parents",
            "parent-child-festival")) {
      assertThat(tried("FAMILY_EVENT", centre, START, town.held(item))).isEqualTo(NONE);
    }
    strangersRecordNothing("FAMILY_EVENT", "family-evening");
  }

  @Covers("S0-10")
  @Test
  void school_and_family_complete_with_the_practical_phase_or_earlier_by_agreement() {
    completeWithThePhase(
        FAMILY, town.pair(FAMILY, town.school("school-4"), town.family("family", "school-4")));
  }

  @Covers("S0-11")
  @Test
  void NaStolKa_goes_from_milestone_to_milestone() {
    List<String> milestones =
        List.of(
            "residents-surveyed",
            "concept",
            "design",
            "board-games",
            "zone-opened",
            "families-involved",
            "main-event",
            "satisfaction-monitored");
    for (int i = 0; i < milestones.size(); i++) {
      LocalDate on = START.plusMonths(i);
      for (String later : milestones.subList(i + 1, milestones.size())) {
        assertThat(milestone(later, on)).as(later).containsExactly("command.activity-item-early");
      }
      assertThat(milestone(milestones.get(i), on)).as(milestones.get(i)).isEqualTo(NONE);
    }
    assertThat(
            Irkutsk.codes(
                town.mentoring
                    .activities()
                    .record(
                        new Actor("n-1", Code.of("NGO"), "ngo"),
                        Code.of("NASTOLKA_MILESTONE"),
                        About.programme(),
                        START,
                        Irkutsk.entry("residents-surveyed"),
                        null)))
        .contains("command.activity-capacity");
  }

  private List<String> milestone(String item, LocalDate on) {
    return tried("NASTOLKA_MILESTONE", About.programme(), on, Irkutsk.entry(item));
  }

  @Covers("S0-12")
  @Test
  void surveys_before_and_after_are_told_in_per_cent() {
    assertThat(survey("SURVEY_BEFORE", "no-place", 1))
        .containsExactly("command.survey-beyond-asked");
    assertThat(survey("SURVEY_BEFORE", "asked", 240)).isEqualTo(NONE);
    assertThat(survey("SURVEY_BEFORE", "no-place", 156)).isEqualTo(NONE);
    assertThat(survey("SURVEY_BEFORE", "want-a-place", 226)).isEqualTo(NONE);
    assertThat(survey("SURVEY_BEFORE", "want-a-place", 15))
        .containsExactly("command.survey-beyond-asked");
    assertThat(survey("SURVEY_AFTER", "asked", 80)).isEqualTo(NONE);
    assertThat(survey("SURVEY_AFTER", "satisfied", 70)).isEqualTo(NONE);

    assertThat(town.mentoring.reports().surveys(PHASE_OVER))
        .flatExtracting(SurveyReport::answers)
        .extracting(SurveyReport.Answer::item, SurveyReport.Answer::percent)
        .containsExactly(tuple("no-place", 65), tuple("want-a-place", 94), tuple("satisfied", 88));
    assertThat(town.mentoring.reports().surveys(PHASE_OVER))
        .flatExtracting(SurveyReport::answers)
        .extracting(SurveyReport.Answer::expected)
        .containsExactly(65L, 94L, 0L);
    assertThat(town.mentoring.reports().progress(PHASE_OVER))
        .flatExtracting(TargetProgress::figures)
        .extracting(FigureProgress::expected, FigureProgress::reached, FigureProgress::standing)
        .containsExactly(tuple(75L, 88L, Standing.REACHED));
    for (String kind : List.of("SURVEY_BEFORE", "SURVEY_AFTER")) {
      assertThat(
              Irkutsk.codes(
                  town.mentoring
                      .activities()
                      .record(
                          new Actor("n-1", Code.of("NGO"), "ngo"),
                          Code.of(kind),
                          About.programme(),
                          START,
                          new Happened.Entry("asked", new TreeSet<>(), 9),
                          null)))
          .contains("command.activity-capacity");
    }
  }

  private List<String> survey(String kind, String item, long people) {
    return tried(kind, About.programme(), START, new Happened.Entry(item, new TreeSet<>(), people));
  }

  @Covers("S0-13")
  @Test
  void a_child_is_named_as_finalist_only_with_the_consent_to_that() {
    ParticipantId pupil = town.pupilInNeed("pupil");
    About about = About.participant(pupil);

    assertThat(tried("CONTEST_ENTRY", about, START, Irkutsk.entry("finalist")))
        .containsExactly("command.activity-publication-consent");
    town.fact(
        pupil,
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN, null, Code.of("MENTORING_CENTRE"), Code.of("PUBLICATION")));
    for (String item : List.of("participant", "finalist", "photo-action")) {
      assertThat(tried("CONTEST_ENTRY", about, START, Irkutsk.entry(item))).isEqualTo(NONE);
    }
  }

  private ParticipantId supported(String id) {
    ParticipantId child = town.person(id, 2012, Position.MENTEE);
    town.fact(child, new Fact.Circumstance(Code.of("DIFFICULT_LIFE_SITUATION")));
    return child;
  }

  @Covers("S0-14")
  @Test
  void volunteers_support_minors_in_a_difficult_situation_or_with_special_needs() {
    ParticipantId other = town.person("other", 2012, Position.MENTEE);
    assertThat(Irkutsk.open(town.as(Position.MENTEE, other, SUPPORT)))
        .containsExactly("mentee-circumstance");
    ParticipantId grown = town.person("grown", 2003, Position.MENTEE);
    town.fact(grown, new Fact.Circumstance(Code.of("SPECIAL_NEEDS")));
    assertThat(Irkutsk.open(town.as(Position.MENTEE, grown, SUPPORT))).contains("mentee-minor");
    ParticipantId paid = town.person("paid", 1985, Position.MENTOR);
    assertThat(Irkutsk.open(town.as(Position.MENTOR, paid, SUPPORT)))
        .containsExactly("mentor-volunteer");

    ParticipantId volunteer = town.volunteer("volunteer");
    assertThat(
            Irkutsk.codes(
                town.group(SUPPORT, volunteer, Set.of(supported("one"), supported("two")))))
        .contains("mentorship.arrangement-not-allowed");
    assertThat(town.assign(SUPPORT, volunteer, supported("child")).accepted()).isPresent();
  }

  @Covers("S0-14")
  @Test
  void volunteers_hold_discussions_workshops_flash_mobs_and_lectures() {
    About centre = About.participant(town.centre);

    assertThat(tried("VOLUNTEER_EVENT", centre, START, town.held("march")))
        .containsExactly("command.activity-item-unknown");
    for (String item : List.of("discussion-site", "workshop", "flash-mob", "social-lecture")) {
      assertThat(tried("VOLUNTEER_EVENT", centre, START, town.held(item))).isEqualTo(NONE);
    }
    strangersRecordNothing("VOLUNTEER_EVENT", "workshop");
  }
}
