package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.CENTRE;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.Position;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

class OwnRecordsTest {
  private static final String REFUSED = "command.not-yours-to-record";
  private static final Validity SINCE = Validity.from(TODAY.minusDays(3));

  private final SmallProgramme small = new SmallProgramme();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId person = small.person("person");

  private static Actor as(String capacity) {
    boolean guardian = capacity.equals("GUARDIAN");
    return new Actor(guardian ? "parent" : "person", Code.of(capacity), "home");
  }

  private static Fact consent(ConsentGiver giver) {
    return new Fact.Consent(giver, null, CENTRE, Code.of("PARTICIPATION"));
  }

  private static Fact certificate(Fact.Outcome outcome) {
    return new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), TODAY.minusDays(3), outcome);
  }

  static Stream<Fact> anothersActs() {
    Code head = Code.of("CENTRE_HEAD");
    Code commission = Code.of("JUVENILE_AFFAIRS_COMMISSION");
    return Stream.of(
        certificate(Fact.Outcome.POSITIVE),
        new Fact.Interview(head, Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE),
        new Fact.Training(Fact.TrainingKind.INITIAL, null, 480, Fact.Mode.IN_PERSON, head),
        new Fact.AuthorityDecision(commission, Code.of("PARTICIPATION"), Fact.Outcome.POSITIVE),
        new Fact.BackgroundProfile(commission),
        new Fact.ReferenceChecked(Fact.Outcome.POSITIVE),
        new Fact.Attestation(Code.of("PARTICIPATION"), head),
        new Fact.RegisterEntry(Code.of("PARTICIPATION")),
        new Fact.PreventiveRegistration(Code.of("COMMISSION")),
        new Fact.FamilyMeeting(CENTRE),
        new Fact.Referral(commission),
        new Fact.DocumentHandedIn(Code.of("PASSPORT")));
  }

  @ParameterizedTest
  @MethodSource("anothersActs")
  void nobody_attests_oneself(Fact fact) {
    for (String capacity : List.of("MENTOR", "MENTEE", "GUARDIAN", "CHILD", "SELF", "ALUMNUS")) {
      assertThat(SmallProgramme.codes(mentoring.record(as(capacity), person, fact, SINCE)))
          .containsExactly(REFUSED);
    }
    assertThat(mentoring.record(COORDINATOR, person, fact, SINCE).accepted()).isPresent();
  }

  @Test
  void a_mentor_does_not_take_a_step_of_its_own_path() {
    ParticipantId mentor = small.mentor("mentor", "Tyumen");

    assertThat(
            SmallProgramme.codes(
                mentoring.recordStep(
                    as("MENTOR"),
                    mentor,
                    "adolescents",
                    Position.MENTOR,
                    "selection-event",
                    TODAY)))
        .containsExactly(REFUSED);
  }

  private void applies() {
    small.fact(person, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
  }

  @Test
  void nobody_consents_in_anothers_place() {
    applies();
    assertThat(recorded("MENTOR", consent(ConsentGiver.GUARDIAN))).containsExactly(REFUSED);
    assertThat(recorded("MENTEE", consent(ConsentGiver.GUARDIAN))).containsExactly(REFUSED);
    assertThat(recorded("GUARDIAN", consent(ConsentGiver.CHILD))).containsExactly(REFUSED);
    assertThat(recorded("GUARDIAN", consent(ConsentGiver.GUARDIAN))).isEmpty();
    assertThat(recorded("MENTEE", consent(ConsentGiver.CHILD))).isEmpty();
    assertThat(recorded("MENTOR", consent(ConsentGiver.SELF))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MENTOR", "GUARDIAN"})
  void what_one_tells_of_oneself_is_recorded(String capacity) {
    applies();
    assertThat(recorded(capacity, new Fact.Interest("chess"))).isEmpty();
    assertThat(recorded(capacity, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF)))
        .isEmpty();
  }

  @Test
  void a_family_comes_by_itself_and_refers_in_nobody_elses_place() {
    assertThat(recorded("GUARDIAN", new Fact.Referral(Code.of("FAMILY")))).isEmpty();
    assertThat(recorded("GUARDIAN", new Fact.Referral(Code.of("JUVENILE_AFFAIRS_COMMISSION"))))
        .containsExactly(REFUSED);
  }

  @Test
  void a_barring_certificate_is_neither_corrected_nor_taken_back_by_whom_it_bars() {
    FactId barring =
        mentoring
            .record(COORDINATOR, person, certificate(Fact.Outcome.NEGATIVE), SINCE)
            .orElseThrow();

    assertThat(
            SmallProgramme.codes(
                mentoring.correct(
                    as("MENTOR"), barring, certificate(Fact.Outcome.POSITIVE), SINCE, "a slip")))
        .containsExactly(REFUSED);
    assertThat(SmallProgramme.codes(mentoring.retract(as("MENTOR"), barring, "a slip")))
        .containsExactly(REFUSED);
    assertThat(mentoring.retract(COORDINATOR, barring, "a slip").accepted()).isPresent();
  }

  @Test
  void a_withdrawn_consent_is_not_revived_by_another() {
    applies();
    FactId consent =
        mentoring
            .record(as("GUARDIAN"), person, consent(ConsentGiver.GUARDIAN), SINCE)
            .orElseThrow();
    FactId withdrawal =
        mentoring.withdrawConsent(as("GUARDIAN"), consent, TODAY.minusDays(1)).orElseThrow();

    assertThat(SmallProgramme.codes(mentoring.retract(as("MENTOR"), withdrawal, "no")))
        .containsExactly(REFUSED);
    assertThat(mentoring.retract(as("GUARDIAN"), withdrawal, "no").accepted()).isPresent();
  }

  @Test
  void the_remedy_names_who_may() {
    Outcome<FactId> outcome =
        mentoring.record(
            as("MENTOR"),
            person,
            new Fact.BackgroundProfile(Code.of("JUVENILE_AFFAIRS_COMMISSION")),
            SINCE);

    assertThat(text(outcome, Language.EN))
        .contains("let one of these record it")
        .contains("juvenile affairs commission")
        .contains("coordinator");
    assertThat(text(outcome, Language.RU)).contains("пусть это запишет");
  }

  private String text(Outcome<FactId> outcome, Language language) {
    return Renderer.of(mentoring.definition(), language, Audience.COORDINATOR)
        .text(outcome.refused().orElseThrow());
  }

  private List<String> recorded(String capacity, Fact fact) {
    Outcome<FactId> outcome = mentoring.record(as(capacity), person, fact, SINCE);
    return outcome.accepted().isPresent() ? List.of() : SmallProgramme.codes(outcome);
  }
}
