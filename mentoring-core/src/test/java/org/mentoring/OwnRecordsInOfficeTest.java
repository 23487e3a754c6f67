package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.HEAD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.activity.About;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.ActivityId;
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

/** Whoever is a participant and holds an office attests in that office others only. */
class OwnRecordsInOfficeTest {
  private static final String REFUSED = "command.own-record-in-office";

  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId mentor = small.mentor("oak");
  private final ParticipantId mentee = small.mentee("kid");
  private final Validity since = Validity.from(small.today().minusDays(3));

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private static Actor inOffice(String id) {
    return new Actor(id, HEAD.capacity(), HEAD.organisation());
  }

  private static Fact consent(ConsentGiver giver) {
    return new Fact.Consent(giver, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION"));
  }

  private Outcome<FactId> record(Actor by, ParticipantId about, Fact fact) {
    return small.mentoring.record(by, about, fact, since);
  }

  @ParameterizedTest
  @MethodSource("org.mentoring.OwnRecordsTest#anothersActs")
  void nobody_attests_oneself_in_an_office(Fact fact) {
    for (String office : List.of("CENTRE_HEAD", "REGIONAL_OPERATOR", "COORDINATOR")) {
      assertThat(found(record(new Actor("oak", Code.of(office), "centre-1"), mentor, fact)))
          .containsExactly(REFUSED);
    }
    assertThat(record(inOffice("oak"), small.mentor("elm"), fact).accepted()).isPresent();
  }

  @Test
  void nobody_takes_a_step_of_its_own_path_in_an_office() {
    assertThat(
            found(
                small.mentoring.recordStep(
                    inOffice("oak"),
                    mentor,
                    SmallMentorships.PRACTICE,
                    Position.MENTOR,
                    "selection-event",
                    small.today())))
        .contains(REFUSED);
  }

  @Test
  void another_registration_is_the_same_person() {
    ParticipantId twice = small.mentor("oak-2");
    small.mentoring.merge(COORDINATOR, mentor, twice, "the same person").orElseThrow();

    assertThat(
            found(
                record(
                    inOffice("oak-2"), mentor, new Fact.ReferenceChecked(Fact.Outcome.POSITIVE))))
        .containsExactly(REFUSED);
  }

  @Test
  void in_an_office_too_one_tells_of_oneself_and_consents_for_oneself() {
    assertThat(record(inOffice("oak"), mentor, new Fact.Interest("chess")).accepted()).isPresent();
    assertThat(record(inOffice("oak"), mentor, consent(ConsentGiver.SELF)).accepted()).isPresent();
    assertThat(found(record(inOffice("oak"), mentor, consent(ConsentGiver.GUARDIAN))))
        .containsExactly(REFUSED);
  }

  @Test
  void a_barring_certificate_is_neither_corrected_nor_taken_back_in_an_office_by_whom_it_bars() {
    Fact negative = certificate(Fact.Outcome.NEGATIVE);
    FactId barring = record(COORDINATOR, mentor, negative).orElseThrow();

    assertThat(
            found(
                small.mentoring.correct(
                    inOffice("oak"), barring, certificate(Fact.Outcome.POSITIVE), since, "a slip")))
        .containsExactly(REFUSED);
    assertThat(found(small.mentoring.retract(inOffice("oak"), barring, "a slip")))
        .containsExactly(REFUSED);
    assertThat(small.mentoring.retract(inOffice("h-1"), barring, "a slip").accepted()).isPresent();
  }

  private Fact certificate(Fact.Outcome outcome) {
    return new Fact.ClearanceCertificate(
        Code.of("CRIMINAL_RECORD"), small.today().minusDays(3), outcome);
  }

  @Test
  void a_mentor_in_an_office_touches_no_consent_of_its_own_mentee() {
    small.active(mentor, mentee);
    ParticipantId other = small.mentee("lad");
    FactId consent = small.consent(mentee);

    assertThat(found(record(inOffice("oak"), mentee, consent(ConsentGiver.GUARDIAN))))
        .containsExactly(REFUSED);
    assertThat(found(small.mentoring.retract(inOffice("oak"), consent, "no")))
        .containsExactly(REFUSED);
    assertThat(found(small.mentoring.withdrawConsent(inOffice("oak"), consent, small.today())))
        .containsExactly(REFUSED);
    FactId withdrawal = small.mentoring.withdrawConsent(HEAD, consent, small.today()).orElseThrow();
    assertThat(found(small.mentoring.retract(inOffice("oak"), withdrawal, "no")))
        .containsExactly(REFUSED);
    assertThat(record(inOffice("oak"), other, consent(ConsentGiver.GUARDIAN)).accepted())
        .isPresent();
  }

  @Test
  void a_guardian_in_an_office_attests_nothing_of_its_own_child() {
    ParticipantId parent = small.programme.person("parent");
    small.mentoring.record(COORDINATOR, mentee, new Fact.Guardian(parent), since).orElseThrow();

    assertThat(
            found(
                record(inOffice("parent"), mentee, new Fact.FamilyMeeting(SmallProgramme.CENTRE))))
        .containsExactly(REFUSED);
    assertThat(
            record(inOffice("h-1"), mentee, new Fact.FamilyMeeting(SmallProgramme.CENTRE))
                .accepted())
        .isPresent();
  }

  @Test
  void what_a_pair_did_is_not_put_on_record_in_an_office_by_one_of_it() {
    BusyProgramme busy = new BusyProgramme();
    About centre = About.participant(busy.centre);

    for (String party : List.of("mentor", "child")) {
      assertThat(
              found(
                  busy.record(
                      inOffice(party), "WORKSHOP", centre, BusyProgramme.event(busy.child))))
          .as(party)
          .containsExactly(REFUSED);
    }
    ParticipantId seeker = busy.mentor("elm");
    assertThat(found(busy.record(inOffice("elm"), "WORKSHOP", centre, BusyProgramme.event(seeker))))
        .containsExactly(REFUSED);
    ActivityId held =
        busy.record(inOffice("elm"), "WORKSHOP", centre, BusyProgramme.event(busy.child))
            .orElseThrow();
    assertThat(found(busy.mentoring.activities().retract(inOffice("mentor"), held, "not so")))
        .containsExactly("command.activity-not-yours");
    assertThat(busy.mentoring.activities().retract(inOffice("h-1"), held, "not so").accepted())
        .isPresent();
  }

  @Test
  void the_refusal_is_told_in_both_languages() {
    Outcome<FactId> outcome =
        record(inOffice("oak"), mentor, new Fact.ReferenceChecked(Fact.Outcome.POSITIVE));

    assertThat(text(outcome, Language.EN)).contains("nobody attests in an office");
    assertThat(text(outcome, Language.RU)).contains("никто не подтверждает по должности");
  }

  private String text(Outcome<FactId> outcome, Language language) {
    return Renderer.of(small.mentoring.definition(), language, Audience.COORDINATOR)
        .text(outcome.refused().orElseThrow());
  }
}
