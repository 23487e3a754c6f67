package org.mentoring.year;

import java.time.LocalDate;
import java.util.List;
import org.mentoring.Mentoring;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** Takes a centre, an adolescent and a mentor into the programme. */
final class Intake {
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Code PARTICIPATION = Code.of("PARTICIPATION");
  private static final String TOWN = "Город Ишим";

  private final Mentoring mentoring;
  private final DayByDay clock;
  private final Actor centre;
  private final Actor commission;
  private final Actor operator;

  Intake(Mentoring mentoring, DayByDay clock, Actor centre, Actor commission, Actor operator) {
    this.mentoring = mentoring;
    this.clock = clock;
    this.centre = centre;
    this.commission = commission;
    this.operator = operator;
  }

  /** All but the consent of the guardian. */
  void withoutConsent(ParticipantId ishim, ParticipantId child, ParticipantId mentor) {
    LocalDate day = clock.is(LocalDate.of(2020, 9, 1));
    mentoring.register(operator, ishim, ParticipantKind.ORGANISATION, List.of()).orElseThrow();
    record(
        operator,
        ishim,
        day,
        new Fact.Application(Position.CENTRE, Fact.WayIn.SELF),
        new Fact.Affiliation(Code.of("SOCIALLY_ORIENTED_NGO")),
        new Fact.DocumentHandedIn(Code.of("PREMISES_AGREEMENT")),
        new Fact.Attestation(Code.of("HEAD_TRAINED"), OPERATOR),
        new Fact.PositionHeld(Position.CENTRE, null),
        new Fact.Trait(Attribute.MUNICIPALITY, TOWN));
    // A commission whose town nobody told decides of nobody whom a centre has.
    ParticipantId office = ParticipantId.of(commission.organisation());
    mentoring.register(operator, office, ParticipantKind.ORGANISATION, List.of()).orElseThrow();
    record(operator, office, day, new Fact.Trait(Attribute.MUNICIPALITY, TOWN));
    // intake
    mentoring.register(commission, child, ParticipantKind.PERSON, List.of()).orElseThrow();
    record(
        commission,
        child,
        day,
        new Fact.Birth(LocalDate.of(2006, 5, 17)),
        new Fact.Referral(COMMISSION),
        new Fact.PreventiveRegistration(Code.of("COMMISSION")),
        new Fact.AuthorityDecision(COMMISSION, PARTICIPATION, Fact.Outcome.POSITIVE),
        new Fact.BackgroundProfile(COMMISSION),
        new Fact.FamilyMeeting(CENTRE),
        new Fact.Trait(Attribute.MUNICIPALITY, TOWN));
    // end
    LocalDate later = clock.is(LocalDate.of(2020, 9, 28));
    mentoring.register(centre, mentor, ParticipantKind.PERSON, List.of()).orElseThrow();
    record(
        centre,
        mentor,
        later,
        new Fact.Birth(LocalDate.of(1988, 2, 3)),
        new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
        new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")),
        new Fact.Trait(Attribute.MUNICIPALITY, TOWN),
        new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")),
        new Fact.DocumentHandedIn(Code.of("PASSPORT")),
        new Fact.ClearanceCertificate(
            Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, 9, 7), Fact.Outcome.POSITIVE),
        new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE),
        new Fact.Training(Fact.TrainingKind.INITIAL, null, 480, Fact.Mode.IN_PERSON, OPERATOR),
        new Fact.SelectionAssessment("mentor-selection", Fact.Outcome.POSITIVE));
  }

  /** The guardian signs; the event "Choice of a mentor" is a step that a person records. */
  void consent(ParticipantId child) {
    record(
        centre,
        child,
        clock.is(LocalDate.of(2020, 9, 30)),
        new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, PARTICIPATION));
  }

  private void record(Actor by, ParticipantId about, LocalDate day, Fact... facts) {
    for (Fact fact : facts) {
      LocalDate from =
          fact instanceof Fact.Birth birth
              ? birth.date()
              : fact instanceof Fact.ClearanceCertificate certificate
                  ? certificate.issuedOn()
                  : day;
      mentoring.record(by, about, fact, Validity.from(from)).orElseThrow();
    }
  }
}
