package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.time.Validity;

/** Days that only some years have. */
class LeapDayTest {
  @ParameterizedTest
  @CsvSource({
    "2022-02-28, age.too-young",
    "2022-03-01, ''",
    "2034-02-28, ''",
    "2034-03-01, age.too-old",
    "2024-02-29, ''"
  })
  void who_is_born_on_29_february_is_a_year_older_on_1_march_in_a_common_year(
      LocalDate day, String code) {
    assertThat(
            codes(
                day,
                RuleCatalogue.ADULT,
                Cases.facts().and(new Fact.Birth(LocalDate.of(2004, 2, 29)))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({"2021-02-27, ''", "2021-02-28, clearance.expired", "2021-03-01, clearance.expired"})
  void a_certificate_of_29_february_that_counts_for_a_year_ends_on_28_february(
      LocalDate day, String code) {
    Requirement clear =
        new Requirement.Clearance(
            "clearance", Cases.CITED, Cases.codes("CRIMINAL_RECORD"), Period.ofYears(1));
    Fact issued =
        new Fact.ClearanceCertificate(
            Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, 2, 29), Fact.Outcome.POSITIVE);

    assertThat(codes(day, clear, Cases.facts().and(issued)))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({"2022-02-28, consent.missing", "2022-03-01, ''", "2024-02-29, ''"})
  void a_guardian_is_asked_for_who_is_born_on_29_february_until_1_march_in_a_common_year(
      LocalDate day, String code) {
    assertThat(
            codes(
                day,
                RuleCatalogue.AGREED,
                Cases.facts().and(new Fact.Birth(LocalDate.of(2004, 2, 29)))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({"2020-02-28, ''", "2020-02-29, clearance.missing", "2020-03-01, clearance.missing"})
  void who_is_born_on_29_february_is_a_year_older_on_that_day_in_a_leap_year(
      LocalDate day, String code) {
    Requirement clear =
        new Requirement.Clearance(
            "clearance", Cases.CITED, Cases.codes("CRIMINAL_RECORD"), Period.ofYears(1), 16);

    assertThat(codes(day, clear, Cases.facts().and(new Fact.Birth(LocalDate.of(2004, 2, 29)))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({"2020-08-28, ''", "2020-08-29, attestation.expired"})
  void what_is_attested_on_29_february_for_six_months_ends_on_29_august(
      LocalDate day, String code) {
    Fact vouched = new Fact.Attestation(Code.of("HEALTH"), Code.of("CENTRE_HEAD"));

    assertThat(
            codes(
                day,
                RuleCatalogue.VOUCHED,
                Cases.facts().and(vouched, Validity.from(LocalDate.of(2020, 2, 29)))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  private static List<String> codes(LocalDate day, Requirement required, Cases.Facts facts) {
    EligibilityCase other = Cases.of(List.of(required), List.of(), Set.of(Arrangement.INDIVIDUAL));
    Dossier dossier =
        new Dossier(
            other.dossier().participant(),
            other.dossier().kind(),
            facts.known(),
            day,
            Cases.NOW.plusSeconds(1_000_000_000));
    try (DroolsRules rules = DroolsRules.create()) {
      return rules
          .eligibility()
          .evaluate(
              new EligibilityCase(other.definition(), other.practice(), other.party(), dossier))
          .stream()
          .map(Finding::code)
          .toList();
    }
  }
}
