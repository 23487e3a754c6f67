package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** A birth date makes somebody a child or of age, so that it is told by those near to one. */
class BirthRightsTest {
  private static final String NOT_OVER = "command.not-over-child";
  private static final LocalDate GROWN = LocalDate.of(2002, 1, 1);
  private static final LocalDate YOUNG = LocalDate.of(2010, 1, 1);
  private static final Actor PSYCHOLOGIST =
      new Actor("p", Code.of("SCHOOL_PSYCHOLOGIST"), "school-9");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "tobolsk");
  private static final Fact APPLICATION = new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY);

  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;

  private Outcome<FactId> born(Actor by, ParticipantId about, LocalDate date) {
    return mentoring.record(by, about, new Fact.Birth(date), Validity.from(date));
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static Actor as(String id, String capacity) {
    return new Actor(id, Code.of(capacity), "home");
  }

  private boolean speaks(String guardian, ParticipantId child) {
    return mentoring
        .record(as(guardian, "GUARDIAN"), child, new Fact.Interest("chess"), Validity.from(TODAY))
        .accepted()
        .isPresent();
  }

  @Test
  void no_office_elsewhere_makes_a_child_of_age_or_an_adult_a_child() {
    busy.fact(busy.child, new Fact.Guardian(busy.person("mother")));
    ParticipantId brought = busy.person("brought");
    busy.fact(brought, APPLICATION);
    ParticipantId elm = busy.mentor("elm");

    for (Actor each : List.of(PSYCHOLOGIST, ELSEWHERE)) {
      for (ParticipantId about : List.of(busy.child, brought, elm)) {
        for (LocalDate date : List.of(GROWN, YOUNG)) {
          assertThat(found(born(each, about, date)))
              .as(each + " " + about)
              .containsExactly(NOT_OVER);
        }
      }
    }
    assertThat(speaks("mother", busy.child)).isTrue();
    assertThat(speaks("stranger", elm)).isFalse();
    for (ParticipantId about : List.of(busy.child, brought, elm)) {
      assertThat(born(HEAD, about, YOUNG).accepted()).isPresent();
    }
  }

  @Test
  void who_told_the_birth_of_whom_others_look_after_now_does_not_change_it() {
    ParticipantId kid = busy.person("kid");
    FactId told = born(PSYCHOLOGIST, kid, YOUNG).orElseThrow();
    Fact slip = new Fact.Birth(YOUNG.plusDays(1));
    FactId mended =
        mentoring.correct(PSYCHOLOGIST, told, slip, Validity.from(YOUNG), "a slip").orElseThrow();
    busy.fact(kid, APPLICATION);

    assertThat(
            found(
                mentoring.correct(
                    PSYCHOLOGIST, mended, new Fact.Birth(GROWN), Validity.from(GROWN), "a slip")))
        .containsExactly(NOT_OVER);
    assertThat(
            mentoring
                .correct(COORDINATOR, mended, slip, Validity.from(YOUNG.plusDays(1)), "a slip")
                .accepted())
        .isPresent();
  }

  @Test
  void of_two_dates_the_one_that_makes_younger_counts_whichever_was_told_first() {
    mentoring
        .record(
            COORDINATOR, busy.child, new Fact.Guardian(busy.person("mother")), Validity.from(YOUNG))
        .orElseThrow();
    assertThat(born(as("child", "SELF"), busy.child, GROWN).accepted()).isPresent();
    assertThat(speaks("mother", busy.child)).isFalse();
    born(COORDINATOR, busy.child, YOUNG).orElseThrow();

    assertThat(speaks("mother", busy.child)).isTrue();
    born(COORDINATOR, busy.child, GROWN.plusDays(1)).orElseThrow();
    assertThat(speaks("mother", busy.child)).isTrue();
  }

  @Test
  void parties_tell_a_birth_once_and_mend_their_own_slip() {
    ParticipantId pine = busy.person("pine");
    Actor self = as("pine", "SELF");
    FactId told = born(self, pine, GROWN).orElseThrow();

    assertThat(found(born(self, pine, YOUNG))).containsExactly(NOT_OVER);
    assertThat(
            mentoring
                .correct(self, told, new Fact.Birth(YOUNG), Validity.from(YOUNG), "a slip")
                .accepted())
        .isPresent();
    assertThat(born(COORDINATOR, pine, YOUNG).accepted()).isPresent();
  }
}
