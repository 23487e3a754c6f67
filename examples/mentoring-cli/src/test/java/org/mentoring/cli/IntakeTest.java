package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.failure.Place;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

class IntakeTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  private static final ProgrammeDefinition DEFINITION = BuiltInProgrammes.read("tyumen-2020");

  @Test
  void who_is_known_by_the_same_reference_is_merged() {
    Intake intake = take(person("first", 2, application()), person("second", 3, application()));

    try (Mentoring mentoring = intake.mentoring()) {
      assertThat(intake.refusals()).isEmpty();
      assertThat(intake.duplicates())
          .containsExactly(
              new Intake.Duplicate(
                  place(3), ParticipantId.of("second"), ParticipantId.of("first")));
      assertThat(mentoring.applicants("adolescents", Position.MENTOR, DAY))
          .containsExactly(ParticipantId.of("first"));
    }
  }

  @Test
  void who_cannot_be_recorded_as_a_whole_is_left_out() {
    FactInput unknownStandard =
        FactInput.from(
            new Fact.SelectionAssessment("no-such-standard", Fact.Outcome.POSITIVE), DAY);
    Intake intake =
        take(
            person("whole", 2, application()), stranger("half", 3, application(), unknownStandard));

    try (Mentoring mentoring = intake.mentoring()) {
      assertThat(intake.registered()).isEqualTo(1);
      assertThat(intake.refusals())
          .singleElement()
          .extracting(Intake.Refusal::place)
          .isEqualTo(place(3));
      assertThat(mentoring.participant(ParticipantId.of("half"))).isEmpty();
    }
  }

  private static Intake take(ParticipantInput... people) {
    return Intake.of(
        () -> Mentoring.of(DEFINITION).build(), List.of(people), ProgrammeRun.ACTOR, Progress.NONE);
  }

  private static FactInput application() {
    return FactInput.from(new Fact.Application(Position.MENTOR, Fact.WayIn.SELF), DAY);
  }

  private static ParticipantInput person(String id, int line, FactInput... facts) {
    return new ParticipantInput(
        ParticipantId.of(id),
        ParticipantKind.PERSON,
        new TreeSet<>(Set.of(new ExternalReference("site", "1"))),
        List.of(facts),
        place(line));
  }

  private static ParticipantInput stranger(String id, int line, FactInput... facts) {
    return new ParticipantInput(
        ParticipantId.of(id), ParticipantKind.PERSON, new TreeSet<>(), List.of(facts), place(line));
  }

  private static Place place(int line) {
    return new Place("people.csv", line, 0, null);
  }
}
