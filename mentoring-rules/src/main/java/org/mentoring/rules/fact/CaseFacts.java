package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoring.identity.Code;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.SelectionStandard;
import org.mentoring.spi.EligibilityCase;

/** Flattens a case to what the rules read. */
public final class CaseFacts {
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");

  private CaseFacts() {}

  /** Everything that is put before the rules, in an order that does not depend on the case's. */
  public static List<Object> of(EligibilityCase question) {
    List<Object> all = new ArrayList<>();
    List<JudgedFact> judged = new ArrayList<>();
    List<Integer> ages = new ArrayList<>();
    for (KnownFact known : question.dossier().facts()) {
      flattened(known, question.dossier())
          .ifPresent(
              fact -> {
                judged.add(fact);
                if (fact instanceof JudgedFact.Birth birth && birth.isCurrent()) {
                  ages.add(birth.years());
                }
              });
    }
    all.addAll(judged);
    all.addAll(Sequence.of(question.party().requirements(), judged, question.dossier().asOf()));
    Occasion occasion =
        new Occasion(
            question.dossier().asOf(),
            question.practice().id(),
            question.practice().arrangements(),
            ages);
    all.addAll(Succession.of(question.party().requirements(), judged, occasion));
    all.add(occasion);
    for (SelectionStandard standard : question.definition().standards()) {
      all.add(standard);
    }
    all.addAll(question.party().requirements());
    return all;
  }

  /** The fact as the rules read it; nothing for the kinds that no requirement is about. */
  static Optional<JudgedFact> flattened(KnownFact known, Dossier dossier) {
    Standing standing = Standing.of(known, dossier.asOf());
    Fact fact = known.fact();
    // Java 17 has no switch over types; a test sees to it that no kind is left out.
    JudgedFact judged;
    if (fact instanceof Fact.Birth birth) {
      judged = new JudgedFact.Birth(standing, birth.date(), years(birth.date(), dossier.asOf()));
    } else if (fact instanceof Fact.PositionHeld held) {
      judged = new JudgedFact.PositionHeld(standing, held.position(), held.practice());
    } else if (fact instanceof Fact.Application application) {
      judged = new JudgedFact.Application(standing, application.position(), application.wayIn());
    } else if (fact instanceof Fact.Referral referral) {
      judged = new JudgedFact.Referral(standing, referral.by(), wayIn(referral).orElse(null));
    } else if (fact instanceof Fact.AuthorityDecision decision) {
      judged =
          new JudgedFact.AuthorityDecision(
              standing, decision.authority(), decision.matter(), decision.outcome());
    } else if (fact instanceof Fact.BackgroundProfile profile) {
      judged = new JudgedFact.BackgroundProfile(standing, profile.preparedBy());
    } else if (fact instanceof Fact.PreventiveRegistration registration) {
      judged = new JudgedFact.PreventiveRegistration(standing, registration.register());
    } else if (fact instanceof Fact.Circumstance circumstance) {
      judged = new JudgedFact.Circumstance(standing, circumstance.code());
    } else if (fact instanceof Fact.FamilyMeeting meeting) {
      judged = new JudgedFact.FamilyMeeting(standing, meeting.with());
    } else if (fact instanceof Fact.Consent consent) {
      judged =
          new JudgedFact.Consent(
              standing,
              consent.by(),
              consent.with(),
              consent.purpose(),
              withdrawn(known, dossier).orElse(null));
    } else if (fact instanceof Fact.ConsentWithdrawal withdrawal) {
      judged = new JudgedFact.ConsentWithdrawal(standing, withdrawal.consent(), standing.from());
    } else if (fact instanceof Fact.DocumentHandedIn document) {
      judged = new JudgedFact.DocumentHandedIn(standing, document.document());
    } else if (fact instanceof Fact.ClearanceCertificate certificate) {
      judged =
          new JudgedFact.ClearanceCertificate(
              standing, certificate.certificate(), certificate.issuedOn(), certificate.outcome());
    } else if (fact instanceof Fact.Interview interview) {
      judged =
          new JudgedFact.Interview(standing, interview.by(), interview.mode(), interview.outcome());
    } else if (fact instanceof Fact.Training training) {
      judged =
          new JudgedFact.Training(
              standing,
              training.purpose(),
              training.course(),
              training.minutes(),
              training.mode(),
              training.by());
    } else if (fact instanceof Fact.SelectionAssessment assessment) {
      judged =
          new JudgedFact.SelectionAssessment(standing, assessment.standard(), assessment.outcome());
    } else if (fact instanceof Fact.Affiliation affiliation) {
      judged = new JudgedFact.Affiliation(standing, affiliation.affiliation());
    } else if (fact instanceof Fact.RegisterEntry entry) {
      judged = new JudgedFact.RegisterEntry(standing, entry.register());
    } else if (fact instanceof Fact.Trait trait) {
      judged = new JudgedFact.Trait(standing, trait.attribute().name(), trait.value());
    } else if (fact instanceof Fact.Attestation attestation) {
      judged = new JudgedFact.Attestation(standing, attestation.code(), attestation.by());
    } else if (fact instanceof Fact.Commitment commitment) {
      judged = new JudgedFact.Commitment(standing, commitment.time());
    } else if (fact instanceof Fact.ReferenceChecked reference) {
      judged = new JudgedFact.ReferenceChecked(standing, reference.outcome());
    } else if (fact instanceof Fact.Member member) {
      judged = new JudgedFact.Member(standing, member.as(), member.member());
    } else if (noRequirementIsAbout(fact)) {
      return Optional.empty();
    } else {
      throw new IllegalStateException("the rules do not know facts of kind " + fact.kind());
    }
    return Optional.of(judged);
  }

  private static Optional<LocalDate> withdrawn(KnownFact consent, Dossier dossier) {
    return dossier.facts().stream()
        .filter(
            known ->
                known.fact() instanceof Fact.ConsentWithdrawal withdrawal
                    && withdrawal.consent().equals(consent.id()))
        .map(known -> known.validity().from())
        .min(LocalDate::compareTo);
  }

  private static boolean noRequirementIsAbout(Fact fact) {
    return fact instanceof Fact.PersonName
        || fact instanceof Fact.Interest
        || fact instanceof Fact.Need
        || fact instanceof Fact.Offer
        || fact instanceof Fact.Availability
        || fact instanceof Fact.MentoringCapacity
        || fact instanceof Fact.Exclusion
        || fact instanceof Fact.Wish
        || fact instanceof Fact.Sibling
        || fact instanceof Fact.Guardian
        || fact instanceof Fact.MentoredBy
        || fact instanceof Fact.FormerMentor
        || fact instanceof Fact.InService
        || fact instanceof Fact.AttachedTo
        || fact instanceof Fact.Agreement
        || fact instanceof Fact.StepRecorded;
  }

  /** Who is born on 29 February comes of age on 1 March in a common year, as the law counts. */
  private static int years(LocalDate birth, LocalDate asOf) {
    return Math.toIntExact(ChronoUnit.YEARS.between(birth, asOf));
  }

  private static Optional<Fact.WayIn> wayIn(Fact.Referral referral) {
    return referral.by().equals(COMMISSION) ? Optional.of(Fact.WayIn.COMMISSION) : Optional.empty();
  }
}
