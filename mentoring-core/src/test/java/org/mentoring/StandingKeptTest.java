package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** What others tell of an operator's or a commission's organisation locks it out of nothing. */
class StandingKeptTest {
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");
  private static final Actor COMMISSIONER =
      new Actor("k-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");
  private static final List<Fact> AS_CENTRE =
      List.of(
          new Fact.Application(Position.CENTRE, Fact.WayIn.SELF),
          new Fact.PositionHeld(Position.CENTRE, null));

  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId kid = small.mentee("kid");
  private final Fact guardian = new Fact.Guardian(small.programme.person("friend"));

  @BeforeEach
  void attached() {
    organisation("operator-1");
    organisation("commission");
    small.programme.fact(kid, new Fact.AttachedTo(organisation("centre-1"), Code.of("CENTRE")));
  }

  private ParticipantId organisation(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  private void isToldAsCentreByNobodyElse(ParticipantId organisation) {
    for (Fact each : AS_CENTRE) {
      assertThat(codes(mentoring.record(ELSEWHERE, organisation, each, since())))
          .containsExactly("command.not-over-organisation");
    }
  }

  private Validity since() {
    return Validity.from(small.today());
  }

  @Test
  void the_operator_is_no_other_centre_and_of_no_other_town() {
    ParticipantId operator = ParticipantId.of("operator-1");
    isToldAsCentreByNobodyElse(operator);
    mentoring
        .record(OPERATOR, operator, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"), since())
        .orElseThrow();

    assertThat(mentoring.record(OPERATOR, kid, guardian, since()).accepted()).isPresent();
    assertThat(mentoring.merge(OPERATOR, kid, small.mentee("again"), "one child").accepted())
        .isPresent();
    assertThat(mentoring.erasure().erase(OPERATOR, kid, Code.of("ON_DEMAND"), small.today()))
        .satisfies(outcome -> assertThat(outcome.accepted()).isPresent());
  }

  @Test
  void a_commission_is_a_centre_only_by_its_own_word_or_the_operators() {
    ParticipantId commission = ParticipantId.of("commission");
    isToldAsCentreByNobodyElse(commission);
    mentoring
        .record(OPERATOR, commission, new Fact.Trait(Attribute.ORGANISATION, "Commission"), since())
        .orElseThrow();
    assertThat(mentoring.record(COMMISSIONER, kid, guardian, since()).accepted()).isPresent();

    mentoring.record(OPERATOR, commission, AS_CENTRE.get(1), since()).orElseThrow();
    assertThat(codes(mentoring.record(COMMISSIONER, kid, guardian, since())))
        .containsExactly("command.not-over-child");
  }

  @Test
  void no_other_office_tells_that_an_organisation_is_a_centre_or_wants_to_be_one() {
    Actor psychologist = new Actor("p", Code.of("SCHOOL_PSYCHOLOGIST"), "school-9");
    ParticipantId school = organisation("school-9");

    for (Fact each : AS_CENTRE) {
      assertThat(
              codes(mentoring.record(psychologist, ParticipantId.of("operator-1"), each, since())))
          .containsExactly("command.not-over-organisation");
      assertThat(mentoring.record(psychologist, school, each, since()).accepted()).isPresent();
      assertThat(mentoring.record(HEAD, ParticipantId.of("centre-1"), each, since()).accepted())
          .isPresent();
    }
  }
}
