package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.MENTOR;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.met;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.activity.About;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.time.Validity;

/** Whose consents bring a child to the programme, and who may say that they are its guardian. */
class GuardianshipTest {
  private static final String OF_ANOTHER = "command.consent-of-another";

  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;
  private final ParticipantId mother = busy.person("mother");
  private final ParticipantId aunt = busy.person("aunt");

  private static Actor as(String id, String capacity) {
    return new Actor(id, Code.of(capacity), "home");
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static Fact.Consent consent(@Nullable ParticipantId giver) {
    return new Fact.Consent(
        ConsentGiver.GUARDIAN, giver, Code.of("MENTORING_CENTRE"), Code.of("PARTICIPATION"));
  }

  private Outcome<FactId> gives(Actor by, @Nullable ParticipantId giver) {
    return mentoring.record(by, busy.child, consent(giver), Validity.from(TODAY));
  }

  private FactId named() {
    busy.fact(busy.child, new Fact.Guardian(mother));
    return mentoring
        .correct(
            COORDINATOR,
            busy.consent,
            consent(mother),
            Validity.from(BusyProgramme.day(-60)),
            "who")
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GUARDIAN", "FAMILY"})
  void a_withdrawn_consent_is_brought_back_by_the_guardian_and_by_nobody_who_says_so(String as) {
    FactId consent = named();
    mentoring.withdrawConsent(as("mother", as), consent, TODAY).orElseThrow();
    assertThat(found(busy.record(MENTOR, "MEETING", About.mentorship(busy.pair), met())))
        .contains("command.activity-consent");

    for (String id : List.of("mentor", "stranger", "child", "aunt")) {
      assertThat(found(gives(as(id, as), null))).as(id).containsExactly(OF_ANOTHER);
      assertThat(found(gives(as(id, as), ParticipantId.of(id))))
          .as(id)
          .contains(id.equals("child") ? "command.giver-is-child" : OF_ANOTHER);
    }
    assertThat(gives(as("mother", as), null).accepted()).isPresent();
    assertThat(busy.record(MENTOR, "MEETING", About.mentorship(busy.pair), met()).accepted())
        .isPresent();
  }

  @Test
  void neither_the_mentor_nor_whom_the_child_excludes_nor_the_child_is_believed_to_be_it() {
    busy.mentor("oak");
    busy.fact(busy.child, new Fact.Exclusion(ParticipantId.of("oak")));

    for (String id : List.of("mentor", "oak", "child")) {
      assertThat(found(gives(as(id, "GUARDIAN"), null))).as(id).containsExactly(OF_ANOTHER);
      assertThat(found(mentoring.withdrawConsent(as(id, "FAMILY"), busy.consent, TODAY)))
          .as(id)
          .containsExactly(OF_ANOTHER);
    }
    assertThat(gives(as("mother", "GUARDIAN"), null).accepted()).isPresent();
  }

  @Test
  void a_mentor_who_is_called_the_guardian_is_still_none() {
    busy.fact(busy.child, new Fact.Guardian(busy.mentor));

    assertThat(found(gives(as("mentor", "GUARDIAN"), null))).containsExactly(OF_ANOTHER);
    assertThat(
            found(
                mentoring.record(
                    as("mentor", "GUARDIAN"),
                    busy.child,
                    new Fact.Interest("chess"),
                    Validity.from(TODAY))))
        .containsExactly("command.not-own-dossier");
    assertThat(
            found(
                busy.record(
                    as("mentor", "GUARDIAN"), "MEETING", About.mentorship(busy.pair), met())))
        .containsExactly("command.activity-stranger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GUARDIAN", "FAMILY", "CHILD", "SELF", "EMPLOYEE", "ALUMNUS", "MENTOR", "MENTEE"})
  void a_consent_is_withdrawn_by_its_guardian_and_by_no_stranger_in_any_name(String capacity) {
    FactId consent = named();
    for (String id : List.of("stranger", "aunt", "mentor", "child")) {
      assertThat(found(mentoring.withdrawConsent(as(id, capacity), consent, TODAY)))
          .as(id)
          .containsExactly(OF_ANOTHER);
    }
    assertThat(mentoring.withdrawConsent(as("mother", "GUARDIAN"), consent, TODAY).accepted())
        .isPresent();
  }

  @Test
  void what_a_child_or_a_mentor_consented_to_is_not_a_believed_guardians_to_take_back() {
    FactId own =
        mentoring
            .record(
                as("child", "MENTEE"),
                busy.child,
                new Fact.Consent(
                    ConsentGiver.CHILD,
                    null,
                    Code.of("MENTORING_CENTRE"),
                    Code.of("PARTICIPATION")),
                Validity.from(TODAY))
            .orElseThrow();
    FactId mentors =
        busy.fact(
            busy.mentor,
            new Fact.Consent(
                ConsentGiver.SELF, null, Code.of("MENTORING_CENTRE"), Code.of("PUBLICATION")));

    for (FactId each : List.of(own, mentors)) {
      assertThat(found(mentoring.withdrawConsent(as("mother", "GUARDIAN"), each, TODAY)))
          .containsExactly(OF_ANOTHER);
      assertThat(found(mentoring.withdrawConsent(as("stranger", "SELF"), each, TODAY)))
          .containsExactly(OF_ANOTHER);
    }
    named();
    assertThat(mentoring.withdrawConsent(as("mother", "GUARDIAN"), own, TODAY).accepted())
        .isPresent();
    assertThat(mentoring.withdrawConsent(as("mentor", "SELF"), mentors, TODAY).accepted())
        .isPresent();
  }
}
