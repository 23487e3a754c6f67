package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.DAY;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.RulesProvider;

/** A certificate that is asked from an age on, where a child may sit in the mentor's seat. */
class ClearanceAgeTest {
  private static final RulesProvider RULES = DroolsRules.create();
  private static final Requirement OF_ADULTS =
      new Requirement.Clearance(
          "clearance", CITED, Cases.codes("CRIMINAL_RECORD"), Period.ofYears(1), 18);
  private static final Fact ADULT = new Fact.Birth(DAY.minusYears(18));
  private static final Fact CHILD = new Fact.Birth(DAY.minusYears(18).plusDays(1));

  @AfterAll
  static void close() {
    RULES.close();
  }

  private static List<String> codes(Fact... facts) {
    Cases.Facts known = Cases.facts();
    for (Fact fact : Arrays.asList(facts)) {
      known = known.and(fact);
    }
    return RULES.eligibility().evaluate(Cases.of(OF_ADULTS, known)).stream()
        .map(Finding::code)
        .toList();
  }

  private static Fact certificate(LocalDate issued, Fact.Outcome outcome) {
    return new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), issued, outcome);
  }

  @Test
  void it_is_asked_of_an_adult_and_of_whoever_may_be_one_and_not_of_a_child() {
    assertThat(codes(ADULT)).containsExactly("clearance.missing");
    assertThat(codes()).containsExactly("clearance.missing");
    assertThat(codes(CHILD)).isEmpty();
  }

  @Test
  void one_that_ran_out_is_renewed_by_adults_alone() {
    Fact old = certificate(DAY.minusYears(2), Fact.Outcome.POSITIVE);

    assertThat(codes(ADULT, old)).containsExactly("clearance.expired");
    assertThat(codes(CHILD, old)).isEmpty();
  }

  @Test
  void one_with_entries_weighs_at_any_age() {
    assertThat(codes(CHILD, certificate(DAY.minusDays(9), Fact.Outcome.NEGATIVE)))
        .containsExactly("clearance.entries-found");
  }
}
