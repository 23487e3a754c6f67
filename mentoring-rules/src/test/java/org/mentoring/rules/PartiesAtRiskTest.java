package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.ClosingCases.BY;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.ID;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.MENTOR;
import static org.mentoring.rules.ClosingCases.OPERATOR;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.WaiverId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.Stores;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/** A mentorship whose parties may no longer take part, as a coordinator is told of it. */
class PartiesAtRiskTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Actor AUTHORITY = new Actor("o-1", OPERATOR, "operator-1");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code TAKING_PART = Code.of("PARTICIPATION");
  private static final List<PartyTerms> PARTIES =
      List.of(
          party(
              Position.MENTEE,
              new Requirement.ConsentGiven(
                  "mentee-consent",
                  CITED,
                  Fact.ConsentGiver.GUARDIAN,
                  CENTRE,
                  TAKING_PART,
                  null,
                  null)),
          party(
              Position.MENTOR,
              new Requirement.Documents(
                  "mentor-documents", CITED, Cases.codes("APPLICATION_FORM"))));

  private final Stores stores = InMemoryStores.create();
  private final Mentoring mentoring =
      OversightTest.running(active().letsWaive().among(PARTIES), stores, RULES);
  private FactId consent = FactId.of("none");

  @AfterAll
  static void close() {
    RULES.close();
  }

  @BeforeEach
  void the_guardian_consents() {
    consent =
        mentoring
            .record(
                BY,
                MENTEE,
                new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, TAKING_PART),
                Validity.from(START))
            .orElseThrow();
  }

  @Test
  void a_mentor_whose_papers_are_missing_puts_the_mentorship_at_risk_until_they_are_there() {
    assertThat(barred())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry(
                        "position", Parameter.code(Position.MENTOR).as(Sensitivity.STAFF_ONLY)));

    papers();
    assertThat(barred()).isEmpty();
  }

  @Test
  void a_consent_that_was_withdrawn_shows_from_its_day_on_and_to_staff_alone() {
    papers();
    mentoring.withdrawConsent(BY, consent, DAY.minusDays(2)).orElseThrow();

    assertThat(barred())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry(
                        "finding", Parameter.term("consent.withdrawn").as(Sensitivity.STAFF_ONLY))
                    .containsEntry(
                        "asked", Parameter.term("mentee-consent").as(Sensitivity.STAFF_ONLY)));
    assertThat(mentoring.oversight().risks(ID, DAY.minusDays(3)))
        .extracting(Finding::code)
        .doesNotContain("risk.party-not-eligible");
  }

  @Test
  void what_was_waived_for_a_mentor_does_not_put_the_mentorship_at_risk() {
    WaiverId waiver =
        mentoring
            .waivers()
            .waive(
                AUTHORITY, "mentor-documents", MENTOR, null, "on the way", START, DAY.plusDays(9))
            .orElseThrow();
    assertThat(barred()).isEmpty();

    mentoring.waivers().revoke(AUTHORITY, waiver, "they did not come").orElseThrow();
    assertThat(barred()).hasSize(1);
  }

  @Test
  void an_exclusion_puts_the_pair_at_risk_and_no_party_reads_that_it_is_one() {
    Stores others = InMemoryStores.create();
    Mentoring matched = OversightTest.running(active().matched().among(PARTIES), others, RULES);
    assertThat(apart(matched)).isEmpty();
    matched
        .record(BY, MENTEE, new Fact.Exclusion(MENTOR), Validity.from(DAY.minusDays(2)))
        .orElseThrow();

    assertThat(apart(matched))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsOnlyKeys("criterion")
                    .containsEntry(
                        "criterion",
                        Parameter.term("safety.not-excluded").as(Sensitivity.STAFF_ONLY)));
    assertThat(Renderer.of(matched.definition(), Language.EN, Audience.PARTY).lines(apart(matched)))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.found()).doesNotContain("exclu", MENTEE.value(), MENTOR.value());
              assertThat(line.finding().toString()).doesNotContain("exclu", MENTEE.value());
            });
    assertThat(matched.oversight().risks(ID, DAY.minusDays(3)))
        .extracting(Finding::code)
        .doesNotContain("risk.pair-not-allowed");
    assertThat(matched.oversight().atRisk(DAY, null, 10).items())
        .flatExtracting(AtRisk::findings)
        .extracting(Finding::code)
        .contains("risk.pair-not-allowed");
  }

  private static List<Finding> apart(Mentoring mentoring) {
    return mentoring.oversight().risks(ID, DAY).stream()
        .filter(finding -> finding.code().equals("risk.pair-not-allowed"))
        .toList();
  }

  @Test
  void nobody_asks_for_papers_of_what_is_over() {
    Stores others = InMemoryStores.create();
    Mentoring over =
        OversightTest.running(
            active().among(PARTIES).closed(Closure.Kind.COMPLETED, true, DAY.minusDays(1)),
            others,
            RULES);

    assertThat(over.oversight().risks(ID, DAY)).isEmpty();
  }

  @Test
  void a_consent_withdrawn_in_follow_up_is_told_and_nothing_else_is_asked() {
    Stores others = InMemoryStores.create();
    Mentoring followed =
        OversightTest.running(
            active()
                .among(PARTIES)
                .closed(Closure.Kind.COMPLETED, true, DAY.minusDays(3))
                .with(MentorshipState.IN_FOLLOW_UP, DAY.minusDays(3)),
            others,
            RULES);
    FactId given =
        followed
            .record(
                BY,
                MENTEE,
                new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, TAKING_PART),
                Validity.from(START))
            .orElseThrow();
    assertThat(followed.oversight().risks(ID, DAY)).isEmpty();

    followed.withdrawConsent(BY, given, DAY.minusDays(1)).orElseThrow();

    assertThat(followed.oversight().risks(ID, DAY))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("risk.party-not-eligible");
              assertThat(finding.parameters())
                  .containsEntry(
                      "finding", Parameter.term("consent.withdrawn").as(Sensitivity.STAFF_ONLY));
            });
  }

  private void papers() {
    mentoring
        .record(
            BY,
            MENTOR,
            new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")),
            Validity.from(START))
        .orElseThrow();
  }

  private List<Finding> barred() {
    return mentoring.oversight().risks(ID, DAY).stream()
        .filter(finding -> finding.code().equals("risk.party-not-eligible"))
        .toList();
  }

  private static PartyTerms party(Position position, Requirement requirement) {
    return new PartyTerms(
        position,
        new TreeSet<>(Set.of(ParticipantKind.PERSON)),
        List.of(requirement),
        List.of(),
        CITED);
  }
}
