package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Irkutsk.BEFORE;
import static org.mentoring.year.scenario.Irkutsk.CENTRE;
import static org.mentoring.year.scenario.Irkutsk.COORDINATOR;
import static org.mentoring.year.scenario.Irkutsk.METHODOLOGY;
import static org.mentoring.year.scenario.Irkutsk.NGO;
import static org.mentoring.year.scenario.Irkutsk.OWN;
import static org.mentoring.year.scenario.Irkutsk.START;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.MentorshipCommands;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.centre.ModelStanding;
import org.mentoring.centre.RegisterLine;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;
import org.mentoring.time.Validity;

/** S1: the centre, its two models, its registers, its organisers, and what it gives to others. */
@ExtendWith(KnockOutParameter.class)
class IrkutskCentreTest {
  private final Irkutsk irkutsk;

  IrkutskCentreTest(KnockOut knockOut) {
    irkutsk = new Irkutsk(knockOut);
  }

  @AfterEach
  void close() {
    irkutsk.close();
  }

  /** A centre that may start, without an agreement with an outside organisation. */
  private ParticipantId centreOfItsOwn() {
    ParticipantId centre = irkutsk.bareCentre("centre");
    irkutsk.documents(centre);
    irkutsk.modules(centre);
    irkutsk.coordinator(centre);
    return centre;
  }

  private ModelStanding model(ParticipantId centre, String id) {
    return irkutsk.mentoring.organisationalModels(centre, START).stream()
        .filter(model -> model.model().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Covers("S1-01")
  @Test
  void an_outside_organisation_runs_mentoring_only_after_the_positions_are_agreed() {
    ParticipantId centre = centreOfItsOwn();
    assertThat(irkutsk.mentoring.organisationalModels(centre, START))
        .extracting(ModelStanding::model)
        .contains(OWN, NGO);
    ParticipantId mentor = irkutsk.mentor("mentor", NGO, "INDIVIDUAL_COURSE");
    ParticipantId child = irkutsk.child("child", NGO);

    assertThat(model(centre, OWN).open()).isTrue();
    assertThat(model(centre, NGO).missing())
        .extracting(Finding::code)
        .containsExactly("centre.agreement-missing");
    assertThat(Irkutsk.codes(irkutsk.assign(centre, NGO, mentor, child)))
        .containsExactly("centre.agreement-missing");

    irkutsk.agreement(centre);
    assertThat(model(centre, NGO).open()).isTrue();
    assertThat(irkutsk.assign(centre, NGO, mentor, child).accepted()).isPresent();
  }

  /** What the guide tells of programmes that have no operator. */
  @Test
  void where_the_programme_has_no_operator_the_host_speaks_as_one() {
    ParticipantId centre = centreOfItsOwn();
    ParticipantId child = irkutsk.child("child", OWN);
    ParticipantId aunt = irkutsk.registered("aunt", ParticipantKind.PERSON);
    ParticipantId office = irkutsk.registered("commission", ParticipantKind.ORGANISATION);
    Actor commission = new Actor("s-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");
    Actor host = new Actor("host", Code.of("REGIONAL_OPERATOR"), "ministry");
    Fact town = new Fact.Trait(Attribute.MUNICIPALITY, "Братск");
    Fact guardian = new Fact.Guardian(aunt);

    assertThat(Irkutsk.codes(told(commission, child, guardian)))
        .containsExactly("command.not-over-child");
    assertThat(Irkutsk.codes(told(COORDINATOR, office, town)))
        .containsExactly("command.not-over-organisation");

    irkutsk.record(host, office, town, BEFORE);
    irkutsk.record(host, centre, town, BEFORE);
    assertThat(told(commission, child, guardian).accepted()).isPresent();
    // Of a town that was told by mistake, or after a move, the host is asked as well.
    assertThat(
            Irkutsk.codes(
                told(COORDINATOR, centre, new Fact.Trait(Attribute.MUNICIPALITY, "Тулун"))))
        .containsExactly("command.not-over-organisation");
  }

  private Outcome<FactId> told(Actor by, ParticipantId about, Fact fact) {
    return irkutsk.mentoring.record(by, about, fact, Validity.from(START));
  }

  private NewMentorship under(
      String model,
      String practice,
      ParticipantId centre,
      ParticipantId mentor,
      ParticipantId child) {
    return NewMentorship.individual(practice, mentor, child, START).at(centre).under(model);
  }

  @Test
  void a_practice_runs_under_its_own_model_and_under_no_other() {
    ParticipantId centre = centreOfItsOwn();
    MentorshipCommands commands = irkutsk.mentoring.mentorships();
    ParticipantId mentor = irkutsk.mentor("mentor", NGO, "INDIVIDUAL_COURSE");
    ParticipantId child = irkutsk.child("child", NGO);

    // Else an outside organisation would work without an agreement, under the centre's name.
    assertThat(Irkutsk.codes(commands.assign(COORDINATOR, under(OWN, NGO, centre, mentor, child))))
        .containsExactly("mentorship.model-of-other-practice");
    irkutsk.agreement(centre);
    assertThat(
            Irkutsk.codes(
                commands.assign(
                    COORDINATOR,
                    under(
                        NGO,
                        OWN,
                        centre,
                        irkutsk.mentor("mentor-2", OWN),
                        irkutsk.child("child-2", OWN)))))
        .containsExactly("mentorship.model-of-other-practice");
    assertThat(commands.assign(COORDINATOR, under(NGO, NGO, centre, mentor, child)).accepted())
        .isPresent();
  }

  @Test
  void an_agreement_that_ran_out_begins_nothing_on_a_day_before() {
    ParticipantId centre = centreOfItsOwn();
    ParticipantId ngo = irkutsk.registered("ngo", ParticipantKind.ORGANISATION);
    FactId agreement =
        irkutsk.record(
            Irkutsk.CENTRE, centre, new Fact.Agreement(ngo, Code.of("POSITIONS")), BEFORE);
    ParticipantId mentor = irkutsk.mentor("mentor", NGO, "INDIVIDUAL_COURSE");
    ParticipantId child = irkutsk.child("child", NGO);
    MentorshipId pair = irkutsk.assign(centre, NGO, mentor, child).orElseThrow().particulars().id();
    for (String party : List.of("MENTOR", "MENTEE", "GUARDIAN")) {
      irkutsk
          .mentoring
          .mentorships()
          .agree(COORDINATOR, pair, Code.of(party), party.equals("MENTOR") ? mentor : child, START)
          .orElseThrow();
    }
    irkutsk
        .mentoring
        .correct(
            COORDINATOR,
            agreement,
            new Fact.Agreement(ngo, Code.of("POSITIONS")),
            Validity.between(BEFORE, LocalDate.of(2018, 12, 31)),
            "it was for two years")
        .orElseThrow();

    assertThat(Irkutsk.codes(irkutsk.mentoring.mentorships().start(COORDINATOR, pair, START)))
        .containsExactly("centre.agreement-missing");
    assertThat(
            Irkutsk.codes(
                irkutsk.assign(
                    centre,
                    NGO,
                    irkutsk.mentor("mentor-2", NGO, "INDIVIDUAL_COURSE"),
                    irkutsk.child("child-2", NGO))))
        .containsExactly("centre.agreement-missing");
  }

  @Test
  void an_outside_organisation_runs_only_what_it_has_an_agreement_for() {
    ParticipantId centre = irkutsk.centre("centre");
    irkutsk.registered("stranger", ParticipantKind.ORGANISATION);
    MentorshipId pair =
        irkutsk.pair(
            centre,
            NGO,
            irkutsk.mentor("mentor", NGO, "INDIVIDUAL_COURSE"),
            irkutsk.child("child", NGO));
    LocalDate on = START.plusMonths(1);
    MentorshipCommands commands = irkutsk.mentoring.mentorships();
    Happened well = new Happened.MentorReport(Note.of("All is well."), null, null);

    for (String organisation : List.of("stranger", "nobody")) {
      Actor stranger = new Actor("x-1", Code.of("NGO"), organisation);
      assertThat(
              Irkutsk.codes(
                  irkutsk.tried(stranger, "MONITORING", About.mentorship(pair), on, well)))
          .as(organisation)
          .containsExactly("mentorship.other-centre");
      assertThat(Irkutsk.codes(commands.recordStep(stranger, pair, "monitoring", on)))
          .contains("mentorship.other-centre");
      assertThat(Irkutsk.codes(commands.pause(stranger, pair, "why", on)))
          .contains("mentorship.other-centre");
      assertThat(
              Irkutsk.codes(
                  commands.endEarly(stranger, pair, Code.of("SAFETY"), Code.of("NGO"), "why", on)))
          .contains("mentorship.other-centre");
    }
    Actor own = new Actor("n-1", Code.of("NGO"), "ngo-of-centre");
    irkutsk.tried(own, "MONITORING", About.mentorship(pair), on, well).orElseThrow();
    assertThat(commands.recordStep(own, pair, "monitoring", on).accepted()).isPresent();
    assertThat(Irkutsk.codes(commands.pause(own, pair, "why", on)))
        .doesNotContain("mentorship.other-centre", "mentorship.not-running");
  }

  @Test
  void an_agreement_makes_no_staff_but_of_what_it_is_about() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId library = irkutsk.registered("library", ParticipantKind.ORGANISATION);
    irkutsk.record(
        Irkutsk.CENTRE, centre, new Fact.Agreement(library, Code.of("SELECTION")), BEFORE);
    MentorshipId own =
        irkutsk.pair(centre, OWN, irkutsk.mentor("mentor", OWN), irkutsk.child("child", OWN));
    MentorshipId outside =
        irkutsk.pair(
            centre,
            NGO,
            irkutsk.mentor("mentor-2", NGO, "INDIVIDUAL_COURSE"),
            irkutsk.child("child-2", NGO));
    MentorshipCommands commands = irkutsk.mentoring.mentorships();
    LocalDate on = START.plusMonths(1);
    Actor ofLibrary = new Actor("l-1", Code.of("COORDINATOR"), "library");
    Actor ofPositions = new Actor("n-1", Code.of("COORDINATOR"), "ngo-of-centre");

    for (MentorshipId pair : List.of(own, outside)) {
      assertThat(Irkutsk.codes(commands.pause(ofLibrary, pair, "why", on)))
          .contains("mentorship.other-centre");
      assertThat(
              Irkutsk.codes(
                  commands.endEarly(
                      ofLibrary, pair, Code.of("SAFETY"), Code.of("COORDINATOR"), "why", on)))
          .contains("mentorship.other-centre");
    }
    // Under the centre's own model no other organisation is asked for.
    assertThat(Irkutsk.codes(commands.pause(ofPositions, own, "why", on)))
        .contains("mentorship.other-centre");
    assertThat(Irkutsk.codes(commands.pause(ofPositions, outside, "why", on)))
        .doesNotContain("mentorship.other-centre", "mentorship.not-running");
  }

  @Test
  void an_agreement_that_runs_out_while_a_pair_runs_is_told_as_a_risk() {
    ParticipantId centre = centreOfItsOwn();
    ParticipantId ngo = irkutsk.registered("ngo", ParticipantKind.ORGANISATION);
    Fact positions = new Fact.Agreement(ngo, Code.of("POSITIONS"));
    FactId agreement = irkutsk.record(Irkutsk.CENTRE, centre, positions, BEFORE);
    MentorshipId pair =
        irkutsk.pair(
            centre,
            NGO,
            irkutsk.mentor("mentor", NGO, "INDIVIDUAL_COURSE"),
            irkutsk.child("child", NGO));
    MentorshipId own =
        irkutsk.pair(centre, OWN, irkutsk.mentor("mentor-2", OWN), irkutsk.child("child-2", OWN));
    LocalDate over = LocalDate.of(2018, 12, 31);
    irkutsk
        .mentoring
        .correct(COORDINATOR, agreement, positions, Validity.between(BEFORE, over), "two years")
        .orElseThrow();

    assertThat(risks(pair, over.minusDays(1))).doesNotContain("risk.centre-not-ready");
    assertThat(risks(pair, over)).contains("risk.centre-not-ready");
    assertThat(risks(own, over)).doesNotContain("risk.centre-not-ready");
    assertThat(irkutsk.mentoring.oversight().atRisk(over, null, 10).items())
        .filteredOn(each -> each.mentorship().equals(pair))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.findings())
                    .extracting(Finding::code)
                    .contains("risk.centre-not-ready"));
  }

  private List<String> risks(MentorshipId pair, LocalDate on) {
    return irkutsk.mentoring.oversight().risks(pair, on).stream().map(Finding::code).toList();
  }

  @Covers("S1-02")
  @Test
  void a_centre_that_runs_mentoring_itself_keeps_a_coordinator_and_both_registers() {
    ParticipantId centre = irkutsk.bareCentre("centre");
    irkutsk.documents(centre);
    irkutsk.modules(centre);
    assertThat(irkutsk.mentoring.organisationalModels(centre, START))
        .extracting(ModelStanding::model)
        .contains(OWN);

    assertThat(model(centre, OWN).missing())
        .extracting(Finding::code)
        .containsExactly("centre.role-vacant");
    irkutsk.coordinator(centre);
    assertThat(model(centre, OWN).open()).isTrue();

    MentorshipId pair =
        irkutsk.pair(centre, OWN, irkutsk.mentor("mentor", OWN), irkutsk.child("child", OWN));
    for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
      assertThat(irkutsk.mentoring.register(centre, position, START, null, 10).items())
          .extracting(RegisterLine::mentorships)
          .allSatisfy(open -> assertThat(open).containsExactly(pair))
          .hasSize(1);
    }
  }

  @Covers("S1-02")
  @Test
  void who_is_not_in_the_register_is_neither_mentee_nor_mentor() {
    ParticipantId child = irkutsk.registered("child", ParticipantKind.PERSON);
    irkutsk.record(
        COORDINATOR, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY), BEFORE);

    assertThat(Irkutsk.open(irkutsk.mentee(child, OWN))).contains("mentee-register");
    assertThat(Irkutsk.open(irkutsk.asMentor(child, OWN))).contains("mentor-register");
  }

  @Covers("S1-11")
  @Test
  void organisers_take_three_modules_in_their_order() {
    ParticipantId centre = irkutsk.bareCentre("centre");
    irkutsk.documents(centre);
    irkutsk.coordinator(centre);

    assertThat(Irkutsk.open(irkutsk.mentoring.decideCentre(centre, START)))
        .contains("organisers-module-1", "organisers-module-2", "organisers-module-3");

    irkutsk.module(centre, "MODULE_2", BEFORE);
    irkutsk.module(centre, "MODULE_1", BEFORE.plusDays(5));
    irkutsk.module(centre, "MODULE_3", BEFORE.plusDays(9));
    assertThat(Irkutsk.open(irkutsk.mentoring.decideCentre(centre, START)))
        .containsExactly("module-2-after-1");
    ParticipantId third = irkutsk.bareCentre("third");
    irkutsk.documents(third);
    irkutsk.coordinator(third);
    irkutsk.module(third, "MODULE_1", BEFORE);
    irkutsk.module(third, "MODULE_3", BEFORE.plusDays(5));
    irkutsk.module(third, "MODULE_2", BEFORE.plusDays(9));
    assertThat(Irkutsk.open(irkutsk.mentoring.decideCentre(third, START)))
        .containsExactly("module-3-after-2");
    assertThat(irkutsk.mentoring.decideCentre(third, START).path())
        .extracting(StepProgress::step)
        .contains("training-of-organisers");
    assertThat(irkutsk.mentoring.decideCentre(irkutsk.centre("other"), START).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
  }

  private Outcome<?> placed(ParticipantId centre, String item, LocalDate on) {
    return irkutsk.tried(
        METHODOLOGY, "INNOVATION_STATUS", About.participant(centre), on, Irkutsk.entry(item));
  }

  @Covers("S1-12")
  @Test
  void an_adopter_becomes_an_innovation_site_by_a_recorded_decision() {
    ParticipantId centre = irkutsk.centre("centre");

    assertThat(Irkutsk.codes(placed(centre, "site", START)))
        .contains("command.activity-item-early");
    assertThat(placed(centre, "adopter", START).accepted()).isPresent();
    assertThat(Irkutsk.codes(placed(centre, "site", START.plusDays(30))))
        .containsExactly("command.activity-undecided");

    irkutsk.record(
        METHODOLOGY,
        centre,
        new Fact.AuthorityDecision(
            Code.of("METHODOLOGY_CENTRE"), Code.of("INNOVATION_STATUS"), Fact.Outcome.POSITIVE),
        START.plusDays(20));
    assertThat(placed(centre, "site", START.plusDays(30)).accepted()).isPresent();
  }

  private static List<String> items(List<Activity> activities) {
    return activities.stream()
        .map(activity -> ((Happened.Entry) activity.happened()).item())
        .toList();
  }

  @Covers("S1-13")
  @Test
  void seminars_are_of_three_kinds() {
    List<String> kinds = List.of("design", "training", "dissemination");
    for (String kind : kinds) {
      assertThat(
              irkutsk
                  .tried(METHODOLOGY, "SEMINAR", About.programme(), START, Irkutsk.entry(kind))
                  .accepted())
          .isPresent();
    }

    assertThat(
            irkutsk
                .tried(METHODOLOGY, "SEMINAR", About.programme(), START, Irkutsk.entry("lecture"))
                .refused())
        .isPresent();
    assertThat(items(irkutsk.mentoring.activities().of(About.programme())))
        .containsExactlyElementsOf(kinds);
    assertThat(irkutsk.mentoring.reports().analytic(null, START).activities())
        .containsEntry(Code.of("SEMINAR"), 3);
  }

  @Covers("S1-14")
  @Test
  void a_case_is_described_submitted_assessed_published_and_compared() {
    ParticipantId centre = irkutsk.centre("centre");
    About about = About.participant(centre);
    List<String> way = List.of("described", "submitted", "assessed", "published", "compared");

    assertThat(
            Irkutsk.codes(
                irkutsk.tried(CENTRE, "BEST_PRACTICE", about, START, Irkutsk.entry("submitted"))))
        .containsExactly("command.activity-item-early");
    for (int i = 0; i < way.size(); i++) {
      assertThat(
              irkutsk
                  .tried(
                      METHODOLOGY,
                      "BEST_PRACTICE",
                      about,
                      START.plusDays(i),
                      Irkutsk.entry(way.get(i)))
                  .accepted())
          .isPresent();
    }
    assertThat(items(irkutsk.mentoring.activities().of(about))).containsExactlyElementsOf(way);
  }

  @Covers("S1-15")
  @Test
  void a_centre_starts_only_with_its_list_of_documents_complete() {
    ParticipantId centre = irkutsk.bareCentre("centre");
    irkutsk.modules(centre);
    irkutsk.coordinator(centre);
    irkutsk.record(
        CENTRE, centre, new Fact.DocumentHandedIn(Code.of("MENTORING_REGULATIONS")), BEFORE);

    assertThat(Irkutsk.codes(irkutsk.mentoring.decideCentre(centre, START)))
        .contains("documents.missing");
    assertThat(irkutsk.mentoring.decideCentre(centre, START).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(
            Irkutsk.codes(
                irkutsk.assign(
                    centre, OWN, irkutsk.mentor("mentor", OWN), irkutsk.child("child", OWN))))
        .containsExactly("mentorship.centre-not-ready");

    irkutsk.documents(centre);
    assertThat(irkutsk.mentoring.decideCentre(centre, START).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Covers("S1-16")
  @Test
  void how_a_centre_runs_mentoring_is_assessed_by_experts_every_year() {
    ParticipantId centre = irkutsk.centre("centre");
    LocalDate endOfYear = LocalDate.of(2018, 12, 31);

    assertThat(assessments(centre, endOfYear.plusDays(1)))
        .containsEntry(endOfYear, ObligationState.OVERDUE);
    assertThat(
            irkutsk
                .tried(
                    METHODOLOGY,
                    "EXPERT_ASSESSMENT",
                    About.participant(centre),
                    LocalDate.of(2018, 10, 1),
                    Irkutsk.entry(null))
                .accepted())
        .isPresent();
    assertThat(assessments(centre, endOfYear.plusDays(1)))
        .containsEntry(endOfYear, ObligationState.MET);
  }

  private SortedMap<LocalDate, ObligationState> assessments(ParticipantId centre, LocalDate asOf) {
    SortedMap<LocalDate, ObligationState> byDay = new TreeMap<>();
    irkutsk.mentoring.oversight().obligationsOf(centre, asOf).stream()
        .filter(each -> each.window().cadence().due().equals(Code.of("EXPERT_ASSESSMENT")))
        .forEach(each -> byDay.put(each.window().due(), each.state()));
    return byDay;
  }
}
