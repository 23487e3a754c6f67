package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;

/**
 * What somebody does so that a requirement is met: the act, and not what follows from it, which the
 * rules alone tell.
 */
final class Remedies {
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final int COURSE = 480;

  private Remedies() {}

  /**
   * Facts that are put on record on a day; none where nobody can do anything about it: an age, a
   * circumstance, where one comes from.
   */
  static List<Fact> of(Requirement requirement, PartyTerms party, LocalDate on) {
    List<Fact> facts = new ArrayList<>();
    if (requirement instanceof Requirement.Intake intake) {
      facts.add(new Fact.Application(intake.position(), intake.anyOf().first()));
    } else if (requirement instanceof Requirement.AffiliationFits affiliation
        && party.position() == Position.CENTRE
        && !affiliation.anyOf().isEmpty()) {
      // Who hosts a centre is chosen; where a person comes from is not.
      facts.add(new Fact.Affiliation(affiliation.anyOf().first()));
    } else if (requirement instanceof Requirement.Clearance clearance) {
      clearance
          .kinds()
          .forEach(
              kind -> facts.add(new Fact.ClearanceCertificate(kind, on, Fact.Outcome.POSITIVE)));
    } else if (requirement instanceof Requirement.Documents documents) {
      documents.kinds().forEach(kind -> facts.add(new Fact.DocumentHandedIn(kind)));
    } else if (requirement instanceof Requirement.InterviewPassed interview) {
      facts.add(new Fact.Interview(interview.by(), mode(interview.mode()), Fact.Outcome.POSITIVE));
    } else if (requirement instanceof Requirement.TrainingDone training) {
      facts.add(
          new Fact.Training(
              training.purpose(),
              null,
              training.minutes(),
              mode(training.mode()),
              Objects.requireNonNullElse(training.by(), OPERATOR)));
    } else if (requirement instanceof Requirement.CoursePassed course) {
      facts.add(
          new Fact.Training(
              party.position() == Position.CENTRE
                  ? Fact.TrainingKind.ORGANISERS
                  : Fact.TrainingKind.INITIAL,
              course.course(),
              COURSE,
              Fact.Mode.IN_PERSON,
              OPERATOR));
    } else if (requirement instanceof Requirement.ConsentGiven consent) {
      facts.add(new Fact.Consent(consent.by(), null, consent.with(), consent.purpose()));
    } else if (requirement instanceof Requirement.DecisionOf decision) {
      facts.add(
          new Fact.AuthorityDecision(
              decision.authority(), decision.matter(), Fact.Outcome.POSITIVE));
    } else if (requirement instanceof Requirement.ProfilePrepared profile) {
      facts.add(new Fact.BackgroundProfile(profile.by()));
    } else if (requirement instanceof Requirement.FamilyMet family) {
      facts.add(new Fact.FamilyMeeting(family.with()));
    } else if (requirement instanceof Requirement.StandardMet standard) {
      facts.add(new Fact.SelectionAssessment(standard.standard(), Fact.Outcome.POSITIVE));
    } else if (requirement instanceof Requirement.InRegister register) {
      facts.add(new Fact.RegisterEntry(register.register()));
    } else if (requirement instanceof Requirement.CommitmentMade commitment) {
      facts.add(new Fact.Commitment(commitment.time()));
    } else if (requirement instanceof Requirement.ReferencesGood references) {
      for (int i = 0; i < references.count(); i++) {
        facts.add(new Fact.ReferenceChecked(Fact.Outcome.POSITIVE));
      }
    } else if (requirement instanceof Requirement.HoldsPosition position) {
      facts.add(new Fact.PositionHeld(position.position(), null));
    } else if (requirement instanceof Requirement.AttestationGiven attestation) {
      facts.add(new Fact.Attestation(attestation.code(), attestation.by()));
    } else if (requirement instanceof Requirement.Order order) {
      // What came too early is done again.
      party.requirements().stream()
          .filter(each -> each.id().equals(order.requirement()))
          .forEach(each -> facts.addAll(of(each, party, on)));
    }
    return facts;
  }

  private static Fact.Mode mode(Fact.@org.jspecify.annotations.Nullable Mode asked) {
    return asked == null ? Fact.Mode.IN_PERSON : asked;
  }
}
