package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.Fact.Mode;
import org.mentoring.participant.Fact.Outcome;
import org.mentoring.participant.Fact.WayIn;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.time.Validity;

/** Facts that cannot both be right, and those that say something that was not asked. */
class ContradictionTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code TAKING_PART = Code.of("PARTICIPATION");
  private static final LocalDate ISSUED = LocalDate.of(2020, 2, 1);

  /** What tells an outcome. */
  private enum Matter {
    DECISION(RuleCatalogue.DECIDED),
    INTERVIEW(RuleCatalogue.TALK),
    STANDARD(RuleCatalogue.STANDARD),
    CLEARANCE(RuleCatalogue.CLEAR);

    private final Requirement requirement;

    Matter(Requirement requirement) {
      this.requirement = requirement;
    }

    Fact fact(Outcome outcome) {
      return switch (this) {
        case DECISION -> new Fact.AuthorityDecision(COMMISSION, TAKING_PART, outcome);
        case INTERVIEW -> new Fact.Interview(Code.of("CENTRE_HEAD"), Mode.IN_PERSON, outcome);
        case STANDARD -> new Fact.SelectionAssessment(Cases.APPROVED, outcome);
        case CLEARANCE ->
            new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), ISSUED, outcome);
      };
    }

    String contradicted() {
      return requirement.id() + ".contradicted";
    }
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @ParameterizedTest
  @EnumSource(Matter.class)
  void different_outcomes_of_one_day_ask_for_review_in_whatever_order_they_became_known(
      Matter matter) {
    for (Outcome one : Outcome.values()) {
      for (Outcome other : Outcome.values()) {
        for (int hoursLater : new int[] {-5, 0, 5}) {
          List<Finding> findings =
              findings(
                  matter.requirement,
                  known("f-1", matter.fact(one), 10),
                  known("f-2", matter.fact(other), 10 + hoursLater));

          if (one == other) {
            assertThat(findings)
                .extracting(Finding::code)
                .doesNotContain(matter.contradicted())
                .hasSize(one == Outcome.POSITIVE ? 0 : 1);
          } else {
            assertThat(findings).extracting(Finding::code).containsExactly(matter.contradicted());
            assertThat(findings.get(0).facts()).hasSize(2);
            assertThat(Verdict.of(findings)).isEqualTo(Verdict.NEEDS_REVIEW);
          }
        }
      }
    }
  }

  @Test
  void a_certificate_with_entries_beside_another_of_the_same_day_stays_a_contradiction() {
    LocalDate longAgo = LocalDate.of(2018, 2, 1);
    Code kind = Code.of("CRIMINAL_RECORD");

    assertThat(
            codes(
                RuleCatalogue.CLEAR,
                known("f-1", new Fact.ClearanceCertificate(kind, longAgo, Outcome.NEGATIVE), 10),
                known("f-2", new Fact.ClearanceCertificate(kind, longAgo, Outcome.POSITIVE), 10)))
        .containsExactly("clearance.contradicted");
  }

  @Test
  void a_consent_that_another_requirement_asks_for_is_not_out_of_place() {
    Requirement own =
        new Requirement.ConsentGiven(
            "own", CITED, ConsentGiver.SELF, CENTRE, TAKING_PART, null, null);
    KnownFact consent =
        known("f-1", new Fact.Consent(ConsentGiver.SELF, null, CENTRE, TAKING_PART), 10);

    assertThat(codes(RuleCatalogue.AGREED, consent))
        .containsExactlyInAnyOrder("consent.missing", "consent.other");
    assertThat(
            RULES
                .eligibility()
                .evaluate(
                    Cases.of(
                        List.of(own, RuleCatalogue.AGREED),
                        List.of(consent),
                        Set.of(Arrangement.INDIVIDUAL))))
        .extracting(Finding::code)
        .containsExactly("consent.missing");
  }

  @Test
  void a_consent_for_another_purpose_is_not_told() {
    assertThat(
            codes(
                RuleCatalogue.AGREED,
                known(
                    "f-1",
                    new Fact.Consent(
                        ConsentGiver.GUARDIAN, null, CENTRE, Code.of("DATA_PROCESSING")),
                    10)))
        .containsExactly("consent.missing");
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_decision_about_another_matter_is_not_told(Outcome outcome) {
    assertThat(
            codes(
                RuleCatalogue.DECIDED,
                known(
                    "f-1",
                    new Fact.AuthorityDecision(COMMISSION, Code.of("GUARDIANSHIP"), outcome),
                    10)))
        .containsExactly("decision.missing");
  }

  @Test
  void consent_that_was_renewed_and_has_ended_is_expired_and_else_withdrawn_but_never_both() {
    Fact given = new Fact.Consent(ConsentGiver.GUARDIAN, null, CENTRE, TAKING_PART);
    Fact withdrawn = new Fact.ConsentWithdrawal(FactId.of("f-01"));
    Validity since = Validity.between(Cases.LATER, LocalDate.of(2020, 8, 1));

    assertThat(
            codes(
                Cases.of(
                    RuleCatalogue.AGREED, facts().and(given).and(withdrawn).and(given, since))))
        .containsExactly("consent.expired");
    assertThat(
            codes(Cases.of(RuleCatalogue.AGREED, facts().and(given).later(withdrawn).ended(given))))
        .containsExactly("consent.withdrawn");
  }

  @Test
  void an_application_that_has_ended_is_not_told_as_one_that_never_was() {
    Fact applied = new Fact.Application(Position.MENTEE, WayIn.FAMILY);

    assertThat(codes(Cases.of(RuleCatalogue.CAME, facts().ended(applied))))
        .containsExactly("intake.ended");
  }

  @Test
  void a_value_that_is_not_allowed_delays_for_it_may_be_a_slip_of_the_pen() {
    EligibilityCase question =
        RuleCatalogue.entries().stream()
            .filter(entry -> entry.code().equals("trait.not-allowed"))
            .findFirst()
            .orElseThrow()
            .firing();

    assertThat(Verdict.of(RULES.eligibility().evaluate(question))).isEqualTo(Verdict.NOT_YET);
  }

  private static List<String> codes(Requirement requirement, KnownFact... facts) {
    return findings(requirement, facts).stream().map(Finding::code).toList();
  }

  private static List<String> codes(EligibilityCase question) {
    return RULES.eligibility().evaluate(question).stream().map(Finding::code).toList();
  }

  private static List<Finding> findings(Requirement requirement, KnownFact... facts) {
    return RULES
        .eligibility()
        .evaluate(
            Cases.of(
                List.of(requirement),
                new ArrayList<>(List.of(facts)),
                Set.of(Arrangement.INDIVIDUAL)));
  }

  private static KnownFact known(String id, Fact fact, int hour) {
    return new KnownFact(
        FactId.of(id),
        fact,
        Validity.from(Cases.EARLIER),
        Instant.parse("2020-08-20T00:00:00Z").plusSeconds(3600L * hour));
  }
}
