package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StepProgress;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Position;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

class PathStepsTest {
  private final SmallProgramme small = new SmallProgramme();
  private final ParticipantId mentor = small.mentor("m", "Ишим");

  private Outcome<FactId> step(ParticipantId who, @Nullable String practice, String step) {
    Outcome<FactId> outcome =
        small.mentoring.recordStep(COORDINATOR, who, practice, Position.MENTOR, step, TODAY);
    for (Language language : Language.values()) {
      outcome
          .refused()
          .ifPresent(
              decision ->
                  assertThat(
                          small.mentoring.renderer(language, Audience.COORDINATOR).lines(decision))
                      .allSatisfy(
                          line -> assertThat(line.found()).doesNotContain("{", "command.")));
    }
    return outcome;
  }

  private List<StepProgress.State> path(LocalDate day) {
    Decision decision = small.mentoring.decide(mentor, "adolescents", Position.MENTOR, day);
    return decision.path().stream().map(StepProgress::state).toList();
  }

  @Test
  void a_step_that_no_requirement_tells_is_done_once_a_person_has_recorded_it() {
    assertThat(path(TODAY))
        .containsExactly(StepProgress.State.DONE, StepProgress.State.RECORDED_BY_PERSON);

    step(mentor, "adolescents", "selection-event").orElseThrow();

    assertThat(path(TODAY)).containsExactly(StepProgress.State.DONE, StepProgress.State.DONE);
    assertThat(path(TODAY.minusDays(1)))
        .containsExactly(StepProgress.State.DONE, StepProgress.State.RECORDED_BY_PERSON);
  }

  @Test
  void no_step_is_skipped() {
    ParticipantId untrained = small.person("n");

    assertThat(codes(step(untrained, "adolescents", "selection-event")))
        .containsExactly("command.step-skips");
    small.training(untrained, 480);
    assertThat(step(untrained, "adolescents", "selection-event").accepted()).isPresent();
  }

  @Test
  void a_step_is_recorded_once_and_only_if_it_is_one_of_its_path_that_a_person_tells() {
    step(mentor, "adolescents", "selection-event").orElseThrow();

    assertThat(codes(step(mentor, "adolescents", "selection-event")))
        .containsExactly("command.step-taken");
    assertThat(codes(step(mentor, "adolescents", "initial-training")))
        .containsExactly("command.step-told-by-requirements");
    assertThat(codes(step(mentor, "adolescents", "selektion-event")))
        .containsExactly("command.step-unknown");
    assertThat(codes(step(mentor, "adults", "selection-event")))
        .containsExactly("command.practice-unknown");
    assertThat(codes(step(mentor, null, "selection-event")))
        .containsExactly("command.practice-unknown");
    assertThat(
            codes(
                small.mentoring.recordStep(
                    COORDINATOR, mentor, "adolescents", Position.TUTOR, "any", TODAY)))
        .containsExactly("command.position-unknown");
    assertThat(
            codes(
                small.mentoring.recordStep(
                    COORDINATOR,
                    ParticipantId.of("nobody"),
                    "adolescents",
                    Position.MENTOR,
                    "selection-event",
                    TODAY)))
        .containsExactly("command.participant-unknown");
  }

  @Test
  void a_step_lies_not_in_the_future_and_has_no_end_however_it_is_recorded() {
    assertThat(
            codes(
                small.mentoring.recordStep(
                    COORDINATOR,
                    mentor,
                    "adolescents",
                    Position.MENTOR,
                    "selection-event",
                    TODAY.plusDays(1))))
        .containsExactly("command.in-future");
    Fact step = new Fact.StepRecorded("adolescents", Position.MENTOR, "selection-event");
    assertThat(
            codes(
                small.mentoring.record(
                    COORDINATOR,
                    mentor,
                    step,
                    Validity.between(TODAY.minusDays(3), TODAY.minusDays(1)))))
        .containsExactly("command.step-ends");
    assertThat(
            codes(
                small.mentoring.record(COORDINATOR, small.person("n"), step, Validity.from(TODAY))))
        .containsExactly("command.step-skips");
  }

  @Test
  void the_day_of_a_step_can_be_put_right_and_who_recorded_it_stays_known() {
    FactId wrong = step(mentor, "adolescents", "selection-event").orElseThrow();

    small
        .mentoring
        .correct(
            COORDINATOR,
            wrong,
            new Fact.StepRecorded("adolescents", Position.MENTOR, "selection-event"),
            Validity.from(TODAY.minusDays(2)),
            "it was the day before yesterday")
        .orElseThrow();

    assertThat(path(TODAY.minusDays(1)))
        .containsExactly(StepProgress.State.DONE, StepProgress.State.DONE);
    assertThat(small.mentoring.dossier(mentor, TODAY).current(Fact.StepRecorded.class)).hasSize(1);
    assertThat(FactEntry.Recorded.class.getRecordComponents())
        .extracting(java.lang.reflect.RecordComponent::getName)
        .contains("by", "recordedAt");
  }
}
