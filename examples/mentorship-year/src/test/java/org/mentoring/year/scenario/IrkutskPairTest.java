package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.year.scenario.Irkutsk.BEFORE;
import static org.mentoring.year.scenario.Irkutsk.COORDINATOR;
import static org.mentoring.year.scenario.Irkutsk.NGO;
import static org.mentoring.year.scenario.Irkutsk.OWN;
import static org.mentoring.year.scenario.Irkutsk.START;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.testkit.Covers;
import org.mentoring.testkit.KnockOut;
import org.mentoring.testkit.KnockOutParameter;

/** S1: the steps of a pair, what a mentor owes while it runs, and its joint summing-up. */
@ExtendWith(KnockOutParameter.class)
class IrkutskPairTest {
  private static final LocalDate DAY = LocalDate.of(2018, 6, 1);

  private final Irkutsk irkutsk;

  IrkutskPairTest(KnockOut knockOut) {
    irkutsk = new Irkutsk(knockOut);
  }

  @AfterEach
  void close() {
    irkutsk.close();
  }

  private MentorshipId pair() {
    return irkutsk.pair(
        irkutsk.centre("centre"), OWN, irkutsk.mentor("mentor", OWN), irkutsk.child("child", OWN));
  }

  @Covers("S1-03")
  @Test
  void the_steps_before_the_assignment_belong_to_child_parents_mentor_and_centre() {
    ParticipantId centre = irkutsk.centre("centre");
    ParticipantId mentor = irkutsk.mentor("mentor", OWN);
    ParticipantId child =
        irkutsk.registered("child", org.mentoring.participant.ParticipantKind.PERSON);
    irkutsk.record(
        COORDINATOR,
        child,
        new Fact.Application(org.mentoring.participant.Position.MENTEE, Fact.WayIn.FAMILY),
        BEFORE);

    assertThat(Irkutsk.codes(irkutsk.assign(centre, OWN, mentor, child)))
        .contains("mentorship.party-step-missing");
    assertThat(irkutsk.practice(OWN).parties())
        .flatExtracting(party -> party.path().stream().map(step -> step.id()).toList())
        .contains(
            "recruitment",
            "needs-assessment",
            "training",
            "training-of-parents",
            "vetting",
            "selection");
  }

  @Covers("S1-03")
  @Test
  void both_models_ask_for_the_same_steps_from_the_application_to_the_completion() {
    ParticipantId nobody = irkutsk.registered("nobody", ParticipantKind.PERSON);
    for (String practice : List.of(OWN, NGO)) {
      assertThat(Irkutsk.open(irkutsk.mentee(nobody, practice)))
          .as(practice)
          .contains("mentee-application", "mentee-needs-assessment");
      assertThat(Irkutsk.open(irkutsk.asMentor(nobody, practice)))
          .as(practice)
          .contains("mentor-application");
      assertThat(irkutsk.mentee(nobody, practice).path())
          .as(practice)
          .extracting(StepProgress::step)
          .contains("recruitment", "needs-assessment");
      assertThat(irkutsk.asMentor(nobody, practice).path())
          .as(practice)
          .extracting(StepProgress::step)
          .contains("recruitment");
      MentorshipTerms terms = Objects.requireNonNull(irkutsk.practice(practice).mentorship());
      assertThat(terms.path())
          .as(practice)
          .extracting(MentorshipTerms.MentorshipStep::id)
          .containsExactly(
              "assignment",
              "agreement",
              "start",
              "support",
              "monitoring",
              "summing-up",
              "completion");
    }
  }

  @Covers("S1-03")
  @Test
  void monitoring_is_due_every_month_in_both_models_and_no_business_of_parents() {
    ParticipantId centre = irkutsk.centre("centre");
    MentorshipId own =
        irkutsk.pair(centre, OWN, irkutsk.mentor("mentor", OWN), irkutsk.child("child", OWN));
    MentorshipId outside =
        irkutsk.pair(
            centre,
            NGO,
            irkutsk.mentor("mentor-2", NGO, "INDIVIDUAL_COURSE"),
            irkutsk.child("child-2", NGO));
    for (MentorshipId pair : List.of(own, outside)) {
      assertThat(irkutsk.mentoring.oversight().obligations(pair, START.plusMonths(3)))
          .extracting(each -> each.window().cadence().due())
          .contains(Code.of("MONITORING"));
    }
    assertThat(
            Irkutsk.codes(
                irkutsk.tried(
                    new Actor("g-1", Code.of("GUARDIAN"), "home"),
                    "MONITORING",
                    About.mentorship(own),
                    DAY,
                    new Happened.MentorReport(Note.of("All is well."), null, null))))
        .contains("command.activity-capacity");
  }

  @Covers("S1-03")
  @Test
  void no_step_is_skipped_and_each_is_recorded_with_who_and_when() {
    MentorshipId pair = pair();

    assertThat(Irkutsk.codes(irkutsk.mentoring.mentorships().beginClosing(COORDINATOR, pair, DAY)))
        .containsOnly("mentorship.step-missing");

    irkutsk.steps(pair, DAY);
    Particulars closing =
        irkutsk
            .mentoring
            .mentorships()
            .beginClosing(COORDINATOR, pair, DAY)
            .orElseThrow()
            .particulars();
    assertThat(closing.steps())
        .extracting(StepTaken::step)
        .containsExactlyInAnyOrder(
            "assignment", "agreement", "start", "support", "monitoring", "summing-up");
    assertThat(closing.steps())
        .allSatisfy(step -> assertThat(step.by().id()).isNotEmpty())
        .allSatisfy(step -> assertThat(step.on()).isBetween(START, DAY));
  }

  @Covers("S1-03")
  @Test
  void monitoring_is_a_step_taken_only_once_there_is_a_report_of_it() {
    MentorshipId pair = pair();

    assertThat(
            Irkutsk.codes(
                irkutsk
                    .mentoring
                    .mentorships()
                    .recordStep(Irkutsk.CENTRE, pair, "monitoring", DAY)))
        .containsExactly("mentorship.step-without-activity");
  }

  private SortedMap<LocalDate, ObligationState> trainings(LocalDate asOf) {
    SortedMap<LocalDate, ObligationState> byDay = new TreeMap<>();
    irkutsk.mentoring.oversight().obligationsOf(ParticipantId.of("mentor"), asOf).stream()
        .filter(each -> each.window().cadence().due().equals(Code.of("IN_SERVICE_TRAINING")))
        .forEach(each -> byDay.put(each.window().due(), each.state()));
    return byDay;
  }

  @Covers("S1-07")
  @Test
  void a_quarter_without_training_in_person_is_overdue_from_the_first_full_quarter_on() {
    pair();
    ParticipantId mentor = ParticipantId.of("mentor");
    LocalDate endOfYear = LocalDate.of(2017, 12, 31);
    LocalDate endOfMarch = LocalDate.of(2018, 3, 31);

    assertThat(trainings(LocalDate.of(2018, 1, 1)))
        .containsEntry(endOfYear, ObligationState.OVERDUE)
        .doesNotContainKey(LocalDate.of(2017, 9, 30));
    irkutsk.inService(mentor, LocalDate.of(2018, 2, 1), Fact.Mode.ONLINE);
    assertThat(trainings(LocalDate.of(2018, 4, 1)))
        .containsEntry(endOfMarch, ObligationState.OVERDUE);
    irkutsk.inService(mentor, LocalDate.of(2018, 3, 1), Fact.Mode.IN_PERSON);
    assertThat(trainings(LocalDate.of(2018, 4, 1))).containsEntry(endOfMarch, ObligationState.MET);
  }

  @Covers("S1-07")
  @Test
  void the_first_full_quarter_is_that_after_the_assignment_though_mentoring_began_in_it() {
    LocalDate begun = LocalDate.of(2017, 10, 3);
    irkutsk.pair(
        irkutsk.centre("centre"),
        OWN,
        irkutsk.mentor("mentor", OWN),
        irkutsk.child("child", OWN),
        begun);

    assertThat(trainings(begun))
        .containsEntry(LocalDate.of(2017, 12, 31), ObligationState.DUE)
        .doesNotContainKey(LocalDate.of(2017, 9, 30));
  }

  @Covers("S1-10")
  @Test
  void a_pair_is_complete_only_when_child_parents_and_mentor_have_summed_up() {
    MentorshipId pair = pair();
    irkutsk.steps(pair, DAY);
    irkutsk.mentoring.mentorships().beginClosing(COORDINATOR, pair, DAY).orElseThrow();

    for (String party : new String[] {"MENTEE", "GUARDIAN", "MENTOR"}) {
      assertThat(irkutsk.mentoring.oversight().completion(pair, DAY).verdict())
          .isEqualTo(Verdict.NOT_YET);
      assertThat(irkutsk.mentoring.mentorships().complete(COORDINATOR, pair, DAY).refused())
          .isPresent();
      Actor by =
          party.equals("MENTOR") ? new Actor("mentor", Code.of("MENTOR"), "centre") : COORDINATOR;
      assertThat(
              irkutsk
                  .tried(
                      by,
                      "SUMMING_UP",
                      About.mentorship(pair),
                      DAY,
                      new Happened.PartGiven(Code.of(party)))
                  .accepted())
          .isPresent();
    }
    assertThat(irkutsk.mentoring.oversight().completion(pair, DAY).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(
            irkutsk
                .mentoring
                .mentorships()
                .complete(COORDINATOR, pair, DAY)
                .orElseThrow()
                .particulars()
                .since(MentorshipState.CLOSED))
        .hasValue(DAY);
  }

  @Test
  void a_childs_crisis_is_never_lost_and_rests_the_pair() {
    MentorshipId pair = pair();
    NewIncident crisis =
        new NewIncident(
            Code.of("CHILD_CRISIS"),
            pair,
            new TreeSet<>(Set.of(ParticipantId.of("child"))),
            DAY,
            Note.of("Ran away."));

    assertThat(irkutsk.mentoring.incidents().report(COORDINATOR, crisis).accepted()).isPresent();
    assertThat(irkutsk.mentoring.mentorships().find(pair).orElseThrow().state())
        .isEqualTo(MentorshipState.PAUSED);
  }
}
