package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.time.Validity;

/**
 * What outdoes a record that bars somebody is told by those near to one, or by the office that it
 * names.
 */
class AttestedByOfficesTest {
  private static final String NOT_NEAR = "command.not-near-to-attest";
  private static final Code PSYCHOLOGIST = Code.of("PSYCHOLOGIST");
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Actor SCHOOL = new Actor("p", PSYCHOLOGIST, "school-9");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");

  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");

  private static Fact certificate(Fact.Outcome outcome) {
    return new Fact.ClearanceCertificate(
        Code.of("CRIMINAL_RECORD"), SmallProgramme.TODAY.minusDays(3), outcome);
  }

  static List<List<Fact>> barredAndAdmitting() {
    return List.of(
        List.of(certificate(Fact.Outcome.NEGATIVE), certificate(Fact.Outcome.POSITIVE)),
        List.of(interview(Fact.Outcome.NEGATIVE), interview(Fact.Outcome.POSITIVE)),
        List.of(decision(Fact.Outcome.NEGATIVE), decision(Fact.Outcome.POSITIVE)));
  }

  private static Fact interview(Fact.Outcome outcome) {
    return new Fact.Interview(HEAD.capacity(), Fact.Mode.IN_PERSON, outcome);
  }

  private static Fact decision(Fact.Outcome outcome) {
    return new Fact.AuthorityDecision(COMMISSION, Code.of("PARTICIPATION"), outcome);
  }

  private Outcome<FactId> tells(Actor by, Fact fact) {
    return mentoring.record(by, oak, fact, Validity.from(small.today()));
  }

  @ParameterizedTest
  @MethodSource("barredAndAdmitting")
  void no_office_elsewhere_outdoes_what_bars_somebody(List<Fact> facts) {
    Fact fact = facts.get(1);
    assertThat(tells(SCHOOL, fact).accepted()).isPresent();
    tells(COORDINATOR, facts.get(0)).orElseThrow();
    for (Actor each : List.of(SCHOOL, ELSEWHERE, new Actor("z", HEAD.capacity(), "elsewhere"))) {
      assertThat(codes(tells(each, fact))).as(each.toString()).containsExactly(NOT_NEAR);
    }
    assertThat(tells(HEAD, fact).accepted()).isPresent();
    assertThat(tells(new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"), fact).accepted())
        .isPresent();
  }

  @Test
  void an_office_attests_what_it_did_itself_and_finds_what_bars() {
    for (Fact each :
        List.of(
            new Fact.Interview(PSYCHOLOGIST, Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE),
            new Fact.Attestation(Code.of("PARTICIPATION"), PSYCHOLOGIST),
            certificate(Fact.Outcome.NEGATIVE))) {
      assertThat(tells(SCHOOL, each).accepted()).as(each.toString()).isPresent();
    }
    mentoring
        .register(
            COORDINATOR, ParticipantId.of("commission"), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
    assertThat(
            tells(
                    new Actor("k-1", COMMISSION, "commission"),
                    new Fact.AuthorityDecision(
                        COMMISSION, Code.of("PARTICIPATION"), Fact.Outcome.POSITIVE))
                .accepted())
        .isPresent();
  }

  @Test
  void who_found_what_bars_does_not_correct_it_to_what_admits() {
    FactId negative = tells(SCHOOL, certificate(Fact.Outcome.NEGATIVE)).orElseThrow();
    Validity since = Validity.from(small.today());
    Fact positive = certificate(Fact.Outcome.POSITIVE);

    assertThat(codes(mentoring.correct(SCHOOL, negative, positive, since, "a slip")))
        .containsExactly(NOT_NEAR);
    assertThat(mentoring.correct(COORDINATOR, negative, positive, since, "a slip").accepted())
        .isPresent();
  }

  @Test
  void of_organisations_others_attest_as_before() {
    ParticipantId centre =
        mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-9"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();

    assertThat(
            mentoring
                .record(
                    ELSEWHERE,
                    centre,
                    new Fact.Attestation(Code.of("PARTICIPATION"), HEAD.capacity()),
                    Validity.from(small.today()))
                .accepted())
        .isPresent();
  }
}
