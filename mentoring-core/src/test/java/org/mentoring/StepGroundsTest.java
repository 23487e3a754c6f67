package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.met;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Problem;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

class StepGroundsTest {
  private static final Citation CITE = Citation.of("S2-06");
  private static final String TRAINING = "ACQUAINTANCE_TRAINING";
  private static final List<String> NOT_THERE = List.of("command.step-without-activity");
  private static final List<String> BEARS = List.of("command.activity-bears-step");
  private static final List<String> NOT_MET = List.of("mentorship.step-without-activity");

  private final SmallMentorships small =
      new SmallMentorships(
          definition("WORKSHOP", Map.of("support", TRAINING, "monitoring", "MEETING")));
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.mentee("mentee-1");

  /**
   * @param ofParty what a step of the mentor's path rests on
   * @param ofMentorship what steps of the mentorship rest on, by id
   */
  private static ProgrammeDefinition definition(String ofParty, Map<String, String> ofMentorship) {
    ProgrammeDefinition small = SmallMentorships.definition();
    ProgrammeDefinition busy = BusyProgramme.definition();
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        small.under(),
        small.phases(),
        Stream.concat(small.vocabulary().stream(), busy.vocabulary().stream()).toList(),
        small.scales(),
        small.neighbours(),
        small.places(),
        small.attributes(),
        small.standards(),
        List.of(practice(small.practices().get(0), ofParty, ofMentorship)),
        null,
        small.targets(),
        busy.records(),
        busy.activities(),
        small.incidents(),
        small.calendars(),
        null,
        small.privacy());
  }

  private static Practice practice(
      Practice practice, String ofParty, Map<String, String> ofMentorship) {
    List<PartyTerms> parties = new ArrayList<>();
    for (PartyTerms party : practice.parties()) {
      List<PathStep> path = new ArrayList<>(party.path());
      if (party.position() == Position.MENTOR) {
        path.add(
            new PathStep(
                "selection-event", new TreeSet<>(), List.of(Code.of(ofParty)), null, null, CITE));
      }
      parties.add(
          new PartyTerms(
              party.position(), party.kinds(), party.requirements(), path, party.citation()));
    }
    MentorshipTerms terms = Objects.requireNonNull(practice.mentorship());
    List<MentorshipStep> steps = new ArrayList<>();
    for (MentorshipStep step : terms.path()) {
      String kind = ofMentorship.get(step.id());
      List<Code> restsOn = kind == null ? List.of() : List.of(Code.of(kind));
      steps.add(
          new MentorshipStep(
              step.id(), step.stage(), step.after(), restsOn, step.owner(), step.title(), CITE));
    }
    return new Practice(
        practice.id(),
        practice.title(),
        practice.format(),
        practice.arrangements(),
        false,
        false,
        parties,
        practice.matching(),
        new MentorshipTerms(
            steps, terms.agreedBy(), null, List.of(), List.of(), null, terms.citation()),
        List.of(),
        practice.completion(),
        practice.citation());
  }

  private ActivityId held(String kind, LocalDate on, ParticipantId... attended) {
    ParticipantId centre = ParticipantId.of("centre-1");
    if (small.mentoring.participant(centre).isEmpty()) {
      small
          .mentoring
          .register(COORDINATOR, centre, ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
    }
    return done(kind, About.participant(centre), on, event(attended));
  }

  private ActivityId done(String kind, About about, Happened what) {
    return done(kind, about, small.today(), what);
  }

  private ActivityId done(String kind, About about, LocalDate on, Happened what) {
    return small
        .mentoring
        .activities()
        .record(COORDINATOR, Code.of(kind), about, on, what, null)
        .orElseThrow();
  }

  private Outcome<FactId> chosen(LocalDate on) {
    return small.mentoring.recordStep(
        COORDINATOR, mentor, SmallMentorships.PRACTICE, Position.MENTOR, "selection-event", on);
  }

  private List<String> refused(Outcome<?> outcome) {
    for (Language language : Language.values()) {
      assertThat(
              small
                  .mentoring
                  .renderer(language, Audience.COORDINATOR)
                  .text(outcome.refused().orElseThrow()))
          .doesNotContain("finding.", "remedy.", "{");
    }
    assertThat(outcome.refused().orElseThrow().findings())
        .extracting(Finding::citation)
        .contains(CITE);
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_step_of_a_party_is_recorded_only_after_the_activity_that_it_rests_on() {
    LocalDate today = small.today();
    assertThat(refused(chosen(today))).isEqualTo(NOT_THERE);

    held("WORKSHOP", today, small.mentor("mentor-2"));
    held(TRAINING, today, mentor);
    assertThat(refused(chosen(today))).isEqualTo(NOT_THERE);

    held("WORKSHOP", today, mentor);
    assertThat(refused(chosen(today.minusDays(1)))).isEqualTo(NOT_THERE);
    assertThat(chosen(today).accepted()).isPresent();
  }

  @Test
  void what_was_taken_back_bears_no_step() {
    ActivityId wrong = held("WORKSHOP", small.today(), mentor);
    small.mentoring.activities().retract(COORDINATOR, wrong, "another mentor").orElseThrow();

    assertThat(refused(chosen(small.today()))).isEqualTo(NOT_THERE);
  }

  @Test
  void what_alone_bears_a_step_of_a_party_is_not_taken_back() {
    ActivityId only = held("WORKSHOP", small.today(), mentor);
    FactId step = chosen(small.today()).orElseThrow();
    assertThat(refused(takenBack(only))).isEqualTo(BEARS);

    held("WORKSHOP", small.today(), mentor);
    assertThat(takenBack(only).accepted()).isPresent();
    ActivityId last =
        small.mentoring.activities().attendedBy(mentor, small.mentoring.now()).get(0).id();
    assertThat(refused(takenBack(last))).isEqualTo(BEARS);
    small.mentoring.retract(COORDINATOR, step, "another mentor").orElseThrow();
    assertThat(takenBack(last).accepted()).isPresent();
  }

  @Test
  void what_alone_bears_a_step_of_a_mentorship_is_not_taken_back() {
    MentorshipId pair = active();
    ActivityId apart = held(TRAINING, small.today(), mentor);
    ActivityId together = held(TRAINING, small.today(), mentor, mentee);
    small.step(COORDINATOR, pair, "support").orElseThrow();
    ActivityId met = done("MEETING", About.mentorship(pair), met());
    small.step(COORDINATOR, pair, "monitoring").orElseThrow();
    small.days(1);
    ActivityId later = held(TRAINING, small.today(), mentor, mentee);

    assertThat(takenBack(apart).accepted()).isPresent();
    assertThat(takenBack(later).accepted()).isPresent();
    assertThat(refused(takenBack(together))).isEqualTo(BEARS);
    assertThat(refused(takenBack(met))).isEqualTo(BEARS);
    held(TRAINING, small.today().minusDays(1), mentor, mentee);
    assertThat(takenBack(together).accepted()).isPresent();
  }

  private Outcome<ActivityId> takenBack(ActivityId activity) {
    return small.mentoring.activities().retract(COORDINATOR, activity, "wrong");
  }

  @Test
  void who_came_under_a_duplicate_registration_came() {
    ParticipantId duplicate = small.mentor("mentor-2");
    held("WORKSHOP", small.today(), duplicate);
    small.mentoring.merge(COORDINATOR, mentor, duplicate, "one person").orElseThrow();

    assertThat(chosen(small.today()).accepted()).isPresent();
  }

  @Test
  void a_step_of_a_mentorship_asks_that_both_sides_came_together() {
    MentorshipId pair = active();
    held(TRAINING, small.today(), mentor, small.mentee("mentee-2"));
    held(TRAINING, small.today(), small.mentor("mentor-2"), mentee);
    assertThat(refused(small.step(COORDINATOR, pair, "support"))).isEqualTo(NOT_MET);

    held(TRAINING, small.today(), mentor, mentee);
    assertThat(small.step(COORDINATOR, pair, "support").accepted()).isPresent();
  }

  @Test
  void a_meeting_that_was_missed_bears_no_step_and_one_that_was_held_does() {
    MentorshipId pair = active();
    About together = About.mentorship(pair);
    done(
        "MEETING",
        together,
        new Happened.Meeting(Happened.MeetingOutcome.MISSED_BY_MENTEE, null, 0));
    assertThat(refused(small.step(COORDINATOR, pair, "monitoring"))).isEqualTo(NOT_MET);

    done("MEETING", together, met());
    assertThat(small.step(COORDINATOR, pair, "monitoring").accepted()).isPresent();
  }

  @Test
  void who_left_a_group_does_not_hold_up_those_who_go_on() {
    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("NGO")));
    small.places(mentor, 2);
    ParticipantId leaving = small.programme.mentee("mentee-2", "Tyumen");
    small.programme.fact(leaving, new Fact.Birth(LocalDate.of(2006, 3, 1)));
    FactId consent = small.consent(leaving);
    chosen();
    MentorshipId group =
        small
            .commands()
            .assign(
                COORDINATOR,
                new NewMentorship(
                    SmallMentorships.PRACTICE,
                    Arrangement.GROUP,
                    new TreeSet<>(Set.of(mentor)),
                    new TreeSet<>(Set.of(mentee, leaving)),
                    null,
                    null,
                    null,
                    small.today()))
            .orElseThrow()
            .id();
    small.agree(group, SmallMentorships.AS_MENTOR, mentor).orElseThrow();
    for (ParticipantId each : List.of(mentee, leaving)) {
      small.agree(group, SmallMentorships.MENTEE, each).orElseThrow();
      small.agree(group, SmallMentorships.GUARDIAN, each).orElseThrow();
    }
    small.step(SmallMentorships.MENTOR, group, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, group, small.today()).orElseThrow();
    held(TRAINING, small.today(), mentor, mentee);
    assertThat(refused(small.step(COORDINATOR, group, "support"))).isEqualTo(NOT_MET);

    small.mentoring.withdrawConsent(COORDINATOR, consent, small.today()).orElseThrow();

    assertThat(small.step(COORDINATOR, group, "support").accepted()).isPresent();
  }

  @Test
  void a_step_that_a_command_takes_rests_on_activities_too() {
    SmallMentorships strict =
        new SmallMentorships(definition("WORKSHOP", Map.of("assignment", "WORKSHOP")));
    ParticipantId other = strict.mentor("mentor-1");
    ParticipantId child = strict.mentee("mentee-1");
    ParticipantId centre =
        strict
            .mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    strict
        .mentoring
        .activities()
        .record(
            COORDINATOR,
            Code.of("WORKSHOP"),
            About.participant(centre),
            strict.today(),
            event(other),
            null)
        .orElseThrow();
    strict
        .mentoring
        .recordStep(
            COORDINATOR,
            other,
            SmallMentorships.PRACTICE,
            Position.MENTOR,
            "selection-event",
            strict.today())
        .orElseThrow();
    assertThat(refused(strict.assign(other, child))).isEqualTo(NOT_MET);

    strict
        .mentoring
        .activities()
        .record(
            COORDINATOR,
            Code.of("WORKSHOP"),
            About.participant(centre),
            strict.today(),
            event(other, child),
            null)
        .orElseThrow();
    assertThat(strict.assign(other, child).accepted()).isPresent();
  }

  @Test
  void a_definition_names_only_activities_that_could_be_there() {
    assertThat(problems("CHECK_UP", Map.of())).contains("step.not-an-activity");
    assertThat(problems("MEETING", Map.of())).containsExactly("step.about");
    assertThat(problems("SEMINAR", Map.of())).containsExactly("step.about");
    assertThat(problems("WORKSHOP", Map.of("support", "BEST_PRACTICE")))
        .containsExactly("step.about");
    assertThat(problems("WORKSHOP", Map.of("assignment", "MEETING"))).containsExactly("step.about");
    assertThat(problems("WORKSHOP", Map.of("support", "MENTOR_RAPORT")))
        .contains("step.not-an-activity");
  }

  private static List<String> problems(String ofParty, Map<String, String> ofMentorship) {
    InvalidDefinition refused =
        Objects.requireNonNull(
            catchThrowableOfType(InvalidDefinition.class, () -> definition(ofParty, ofMentorship)));
    return refused.problems().stream().map(Problem::code).toList();
  }

  private void chosen() {
    held("WORKSHOP", small.today(), mentor);
    chosen(small.today()).orElseThrow();
  }

  private MentorshipId active() {
    chosen();
    return small.active(mentor, mentee);
  }
}
