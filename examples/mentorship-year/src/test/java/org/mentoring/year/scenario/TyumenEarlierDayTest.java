package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
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
}
