package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.HEAD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.time.Validity;

/** Nobody is paired with whom it has attested itself, or with whom it was attested by. */
class PartyAttestationsTest {
  private static final String REFUSED = "mentorship.attested-by-party";

  private final SmallMentorships small = new SmallMentorships();
  private final ParticipantId mentor = small.mentor("oak");
  private final ParticipantId mentee = small.mentee("kid");
  private final Validity since = Validity.from(small.today().minusDays(3));

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static Actor inOffice(String id) {
    return new Actor(id, HEAD.capacity(), HEAD.organisation());
  }

  private FactId record(Actor by, ParticipantId about, Fact fact) {
    return small.mentoring.record(by, about, fact, since).orElseThrow();
  }

  private static Fact consent() {
    return new Fact.Consent(
        Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PUBLICATION"));
  }

  @Test
  void a_mentor_who_attested_the_child_in_an_office_is_not_paired_with_it() {
    record(inOffice("oak"), mentee, new Fact.FamilyMeeting(SmallProgramme.CENTRE));
    record(inOffice("oak"), mentee, consent());
    record(inOffice("oak"), mentee, new Fact.Interest("chess"));

    Outcome<?> outcome = small.assign(mentor, mentee);
    assertThat(found(outcome)).containsExactly(REFUSED);
    assertThat(outcome.refused().orElseThrow().findings().get(0).facts()).hasSize(2);
    assertThat(small.assign(small.mentor("elm"), mentee).accepted()).isPresent();
  }

  @Test
  void once_another_one_has_recorded_the_same_they_are() {
    Fact met = new Fact.FamilyMeeting(SmallProgramme.CENTRE);
    record(inOffice("oak"), mentee, met);
    FactId consent = record(inOffice("oak"), mentee, consent());
    small.mentoring.correct(COORDINATOR, consent, consent(), since, "looked at it").orElseThrow();
    assertThat(found(small.assign(mentor, mentee))).containsExactly(REFUSED);

    record(inOffice("h-1"), mentee, met);
    assertThat(small.assign(mentor, mentee).accepted()).isPresent();
  }

  @Test
  void a_guardian_and_the_mentee_attest_neither() {
    ParticipantId mother = small.programme.person("mother");
    record(inOffice("mother"), mentor, new Fact.ReferenceChecked(Fact.Outcome.POSITIVE));
    record(inOffice("kid"), mentor, new Fact.FamilyMeeting(SmallProgramme.CENTRE));
    record(COORDINATOR, mentee, new Fact.Guardian(mother));

    Outcome<?> outcome = small.assign(mentor, mentee);
    assertThat(found(outcome)).containsExactly(REFUSED);
    assertThat(outcome.refused().orElseThrow().findings().get(0).facts()).hasSize(2);
  }

  @Test
  void who_said_to_be_the_guardian_does_not_become_the_mentor() {
    record(new Actor("ash", SmallMentorships.GUARDIAN, "home"), mentee, consent());
    ParticipantId ash = small.mentor("ash");

    assertThat(found(small.assign(ash, mentee))).containsExactly(REFUSED);
    assertThat(small.assign(small.mentor("elm"), mentee).accepted()).isPresent();
  }

  @Test
  void what_the_mentor_told_in_no_office_is_nothing_attested() {
    record(
        new Actor("oak", SmallMentorships.AS_MENTOR, "home"), mentor, new Fact.Interest("chess"));
    record(inOffice("oak"), small.mentee("lad"), consent());

    assertThat(small.assign(mentor, mentee).accepted()).isPresent();
  }
}
