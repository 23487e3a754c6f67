package org.mentoring.year.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.testkit.KnockOut;

/** A pair that may not meet, for its consent was taken back, is not told to be silent. */
class TyumenConsentGoneTest {
  private static final LocalDate GONE = Tyumen.START.plusDays(7);
  private static final LocalDate TODAY = Tyumen.START.plusDays(50);

  private static List<String> risks(Tyumen tyumen, MentorshipId pair) {
    return tyumen.mentoring.oversight().risks(pair, TODAY).stream().map(Finding::code).toList();
  }

  @Test
  void the_clock_of_silence_stands_still_while_the_consent_is_gone() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("ishim", Tyumen.TOWN, 15);
      MentorshipId pair = tyumen.pair(centre, "1", Tyumen.TOWN);
      assertThat(risks(tyumen, pair))
          .contains("risk.mentor-silent", "risk.mentee-absent", "risk.rung-due");

      tyumen.mentoring.withdrawConsent(Tyumen.HEAD, consent(tyumen), GONE).orElseThrow();

      assertThat(risks(tyumen, pair))
          .contains("risk.party-not-eligible")
          .doesNotContain("risk.mentor-silent", "risk.mentee-absent", "risk.rung-due");
    }
  }

  @Test
  void it_goes_on_with_a_new_consent_by_the_days_that_were_left() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("ishim", Tyumen.TOWN, 15);
      MentorshipId pair = tyumen.pair(centre, "1", Tyumen.TOWN);
      Actor head = new Actor("h-1", Tyumen.HEAD.capacity(), "ishim");
      Fact given =
          tyumen.mentoring.dossier(ParticipantId.of("child-1"), TODAY).facts().stream()
              .map(known -> known.fact())
              .filter(Fact.Consent.class::isInstance)
              .findFirst()
              .orElseThrow();
      tyumen.mentoring.withdrawConsent(Tyumen.HEAD, consent(tyumen), GONE).orElseThrow();

      tyumen.record(head, ParticipantId.of("child-1"), given, TODAY.minusDays(1));
      assertThat(risks(tyumen, pair)).doesNotContain("risk.mentor-silent", "risk.mentee-absent");

      tyumen.record(head, ParticipantId.of("child-1"), given, GONE.plusDays(2));
      assertThat(risks(tyumen, pair)).contains("risk.mentor-silent", "risk.mentee-absent");
    }
  }

  @Test
  void who_is_kept_from_the_other_by_an_exclusion_is_not_told_to_be_silent() {
    try (Tyumen tyumen = new Tyumen(KnockOut.none())) {
      tyumen.today(TODAY);
      ParticipantId centre = tyumen.centre("ishim", Tyumen.TOWN, 15);
      MentorshipId pair = tyumen.pair(centre, "1", Tyumen.TOWN);

      tyumen.record(
          Tyumen.HEAD,
          ParticipantId.of("child-1"),
          new Fact.Exclusion(ParticipantId.of("mentor-1")),
          GONE);

      assertThat(risks(tyumen, pair))
          .contains("risk.pair-not-allowed")
          .doesNotContain("risk.mentor-silent", "risk.mentee-absent", "risk.rung-due");
    }
  }

  private static FactId consent(Tyumen tyumen) {
    return tyumen.mentoring.dossier(ParticipantId.of("child-1"), TODAY).facts().stream()
        .filter(known -> known.fact() instanceof Fact.Consent)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
