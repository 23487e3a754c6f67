package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.testkit.KnockOut;

/** Whoever is barred today begins nothing by naming a day before. */
class TyumenEarlierDayTest {
  private static final LocalDate TODAY = LocalDate.of(2021, 3, 20);

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_mentor_with_a_criminal_record_begins_nothing_on_a_day_before_it_was_found() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      LocalDate found = LocalDate.of(2021, 3, 1);
      tyumen.record(
          Tyumen.HEAD,
          mentor,
          new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), found, Fact.Outcome.NEGATIVE),
          found);

      for (LocalDate on : List.of(Tyumen.START, TODAY)) {
        assertThat(
                found(
                    tyumen
                        .mentoring
                        .mentorships()
                        .assign(
                            Tyumen.STAFF,
                            NewMentorship.individual(Tyumen.PRACTICE, mentor, child, on)
                                .at(centre))))
            .contains("mentorship.party-not-eligible");
      }
    }
  }

  static List<Arguments> refusedSince() {
    return List.of(
        Arguments.of(
            "an interview that failed",
            Tyumen.HEAD,
            new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE)),
        Arguments.of(
            "a standard that is not met",
            Tyumen.TRAINER,
            new Fact.SelectionAssessment("mentor-selection", Fact.Outcome.NEGATIVE)),
        Arguments.of(
            "a departmental institution",
            Tyumen.HEAD,
            new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedSince")
  void who_is_refused_today_begins_nothing_on_a_day_before(String what, Actor by, Fact since) {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("centre", Tyumen.TOWN, 15);
      ParticipantId mentor = tyumen.mentor("mentor-1", Tyumen.TOWN);
      ParticipantId child = tyumen.child("child-1", Tyumen.TOWN);
      tyumen.meetAtTheEvent(mentor, child);
      NewMentorship terms =
          NewMentorship.individual(Tyumen.PRACTICE, mentor, child, TODAY.minusDays(4)).at(centre);
      ParticipantId other = tyumen.mentor("mentor-2", Tyumen.TOWN);
      ParticipantId lad = tyumen.child("child-2", Tyumen.TOWN);
      tyumen.meetAtTheEvent(other, lad);

      tyumen.record(by, mentor, since, TODAY.minusDays(3));

      assertThat(found(tyumen.mentoring.mentorships().assign(Tyumen.STAFF, terms)))
          .as(what)
          .containsExactly("mentorship.party-not-eligible");
      assertThat(
              tyumen
                  .mentoring
                  .mentorships()
                  .assign(
                      Tyumen.STAFF,
                      NewMentorship.individual(Tyumen.PRACTICE, other, lad, TODAY.minusDays(4))
                          .at(centre))
                  .accepted())
          .isPresent();
    }
  }
}
