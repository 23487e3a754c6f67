package org.mentoring.benchmarks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Effect;
import org.mentoring.identity.Code;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.SelectionStandard;

/**
 * Eligibility as one writes it by hand for one programme: each requirement of {@code tyumen-2020}
 * judged in plain Java. It tells which requirements are open and how much that weighs, and none of
 * what the rules tell besides: no codes, no facts, no figures, no remedies, no digest.
 */
final class PlainEligibility {
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");

  private final ProgrammeDefinition definition;
  private final PartyTerms party;

  PlainEligibility(ProgrammeDefinition definition, PartyTerms party) {
    this.definition = definition;
    this.party = party;
  }

  /** The open requirements by id, each with the strictest effect. */
  SortedMap<String, Effect> open(Dossier dossier) {
    SortedMap<String, Effect> open = new TreeMap<>();
    for (Requirement requirement : party.requirements()) {
      Effect effect = effect(requirement, dossier);
      if (effect != null) {
        open.put(requirement.id(), effect);
      }
    }
    return open;
  }

  private @Nullable Effect effect(Requirement requirement, Dossier dossier) {
    if (requirement instanceof Requirement.Age age) {
      return age(age, dossier);
    } else if (requirement instanceof Requirement.CircumstanceHolds holds) {
      return unless(
          any(dossier, Fact.Circumstance.class, fact -> holds.anyOf().contains(fact.code()))
              || any(
                  dossier,
                  Fact.PreventiveRegistration.class,
                  fact -> holds.fromRegisters().contains(fact.register()))
              || any(
                  dossier,
                  Fact.Referral.class,
                  fact -> holds.fromReferralBy().contains(fact.by())));
    } else if (requirement instanceof Requirement.Registration asked) {
      return unless(
          !isAsked(asked, dossier)
              || any(
                  dossier,
                  Fact.PreventiveRegistration.class,
                  fact -> asked.anyOf().contains(fact.register())));
    } else if (requirement instanceof Requirement.Intake intake) {
      return unless(
          any(
                  dossier,
                  Fact.Application.class,
                  fact ->
                      fact.position() == intake.position() && intake.anyOf().contains(fact.wayIn()))
              || (intake.position() == Position.MENTEE
                  && intake.anyOf().contains(Fact.WayIn.COMMISSION)
                  && isReferred(dossier)));
    } else if (requirement instanceof Requirement.AffiliationFits fits) {
      return affiliation(fits, dossier);
    } else if (requirement instanceof Requirement.Documents documents) {
      return unless(
          documents.kinds().stream()
              .allMatch(
                  kind ->
                      any(
                          dossier,
                          Fact.DocumentHandedIn.class,
                          fact -> fact.document().equals(kind))));
    } else if (requirement instanceof Requirement.Clearance clearance) {
      return unless(clearance.kinds().stream().allMatch(kind -> isClear(clearance, kind, dossier)));
    } else if (requirement instanceof Requirement.ConsentGiven consent) {
      return unless(dossier.facts().stream().anyMatch(known -> answers(known, consent, dossier)));
    } else if (requirement instanceof Requirement.ProfilePrepared profile) {
      return unless(
          any(
              dossier,
              Fact.BackgroundProfile.class,
              fact -> fact.preparedBy().equals(profile.by())));
    } else if (requirement instanceof Requirement.FamilyMet met) {
      return unless(any(dossier, Fact.FamilyMeeting.class, fact -> fact.with().equals(met.with())));
    } else if (requirement instanceof Requirement.TrainingDone training) {
      return unless(minutes(training, dossier) >= training.minutes());
    } else if (requirement instanceof Requirement.TraitKnown trait) {
      return trait(trait, dossier);
    } else if (requirement instanceof Requirement.DecisionOf decision) {
      return weighed(
          latest(
                  dossier,
                  Fact.AuthorityDecision.class,
                  fact ->
                      fact.authority().equals(decision.authority())
                          && fact.matter().equals(decision.matter()))
              .map(Fact.AuthorityDecision::outcome),
          Effect.REFUSES);
    } else if (requirement instanceof Requirement.InterviewPassed interview) {
      return weighed(
          latest(
                  dossier,
                  Fact.Interview.class,
                  fact ->
                      fact.by().equals(interview.by())
                          && (interview.mode() == null || fact.mode() == interview.mode()))
              .map(Fact.Interview::outcome),
          Effect.REFUSES);
    } else if (requirement instanceof Requirement.StandardMet standard) {
      return standard(standard, dossier);
    }
    throw new IllegalArgumentException("not written by hand: " + requirement.kind());
  }

  private static @Nullable Effect age(Requirement.Age asked, Dossier dossier) {
    List<LocalDate> births =
        dossier.current(Fact.Birth.class).map(Fact.Birth::date).distinct().toList();
    if (births.isEmpty()) {
      return Effect.DELAYS;
    } else if (births.size() > 1) {
      return Effect.ASKS_REVIEW;
    }
    long years = ChronoUnit.YEARS.between(births.get(0), dossier.asOf());
    Integer below = asked.below();
    if (below != null && years >= below) {
      return Effect.REFUSES;
    }
    Integer atLeast = asked.atLeast();
    return unless(atLeast == null || years >= atLeast);
  }

  private static boolean isAsked(Requirement.Registration asked, Dossier dossier) {
    boolean referred = isReferred(dossier);
    return asked.waysIn().isEmpty()
        || any(dossier, Fact.Application.class, fact -> asked.waysIn().contains(fact.wayIn()))
        || (referred && asked.waysIn().contains(Fact.WayIn.COMMISSION))
        || (!referred && !any(dossier, Fact.Application.class, fact -> true));
  }

  private static @Nullable Effect affiliation(Requirement.AffiliationFits fits, Dossier dossier) {
    if (any(dossier, Fact.Affiliation.class, fact -> fits.noneOf().contains(fact.affiliation()))) {
      return Effect.REFUSES;
    }
    return unless(
        fits.anyOf().isEmpty()
            || any(
                dossier,
                Fact.Affiliation.class,
                fact -> fits.anyOf().contains(fact.affiliation())));
  }

  private static boolean isClear(Requirement.Clearance asked, Code kind, Dossier dossier) {
    return dossier.facts().stream()
        .anyMatch(
            known ->
                known.fact() instanceof Fact.ClearanceCertificate certificate
                    && certificate.certificate().equals(kind)
                    && certificate.outcome() == Fact.Outcome.POSITIVE
                    && dossier.asOf().isBefore(certificate.issuedOn().plus(asked.validFor()))
                    && !known.validity().endedBy(dossier.asOf()));
  }

  private static boolean answers(KnownFact known, Requirement.ConsentGiven asked, Dossier dossier) {
    return known.fact() instanceof Fact.Consent consent
        && known.validity().contains(dossier.asOf())
        && consent.by() == asked.by()
        && consent.with().equals(asked.with())
        && consent.purpose().equals(asked.purpose())
        && dossier.facts().stream()
            .noneMatch(
                other ->
                    other.fact() instanceof Fact.ConsentWithdrawal withdrawal
                        && withdrawal.consent().equals(known.id()));
  }

  private static int minutes(Requirement.TrainingDone asked, Dossier dossier) {
    return dossier
        .current(Fact.Training.class)
        .filter(
            training ->
                training.purpose() == asked.purpose()
                    && (asked.mode() == null || training.mode() == asked.mode())
                    && (asked.by() == null || training.by().equals(asked.by())))
        .mapToInt(Fact.Training::minutes)
        .sum();
  }

  private static @Nullable Effect trait(Requirement.TraitKnown asked, Dossier dossier) {
    Attribute attribute = Attribute.of(asked.attribute());
    List<String> values =
        dossier
            .current(Fact.Trait.class)
            .filter(trait -> trait.attribute().equals(attribute))
            .map(Fact.Trait::value)
            .toList();
    if (values.isEmpty()) {
      return Effect.DELAYS;
    }
    return asked.anyOf().isEmpty() || values.stream().anyMatch(asked.anyOf()::contains)
        ? null
        : Effect.REFUSES;
  }

  private @Nullable Effect standard(Requirement.StandardMet asked, Dossier dossier) {
    LocalDate approved =
        definition.standard(asked.standard()).map(SelectionStandard::approvedOn).orElse(null);
    if (approved == null || approved.isAfter(dossier.asOf())) {
      return Effect.DELAYS;
    }
    return weighed(
        latest(
                dossier,
                Fact.SelectionAssessment.class,
                fact -> fact.standard().equals(asked.standard()))
            .map(Fact.SelectionAssessment::outcome),
        Effect.DELAYS);
  }

  private static @Nullable Effect weighed(Optional<Fact.Outcome> outcome, Effect negative) {
    if (outcome.isEmpty()) {
      return Effect.DELAYS;
    }
    return switch (outcome.get()) {
      case POSITIVE -> null;
      case NEGATIVE -> negative;
      case INCONCLUSIVE -> Effect.ASKS_REVIEW;
    };
  }

  private static boolean isReferred(Dossier dossier) {
    return any(dossier, Fact.Referral.class, fact -> fact.by().equals(COMMISSION));
  }

  private static <F extends Fact> boolean any(Dossier dossier, Class<F> type, Predicate<F> wanted) {
    return dossier.current(type).anyMatch(wanted);
  }

  private static <F extends Fact> Optional<F> latest(
      Dossier dossier, Class<F> type, Predicate<F> wanted) {
    Stream<KnownFact> found =
        dossier.facts().stream()
            .filter(
                known ->
                    known.validity().contains(dossier.asOf())
                        && type.isInstance(known.fact())
                        && wanted.test(type.cast(known.fact())));
    return found
        .max(
            Comparator.comparing((KnownFact known) -> known.validity().from())
                .thenComparing(KnownFact::recordedAt)
                .thenComparing(KnownFact::id))
        .map(known -> type.cast(known.fact()));
  }

  private static @Nullable Effect unless(boolean met) {
    return met ? null : Effect.DELAYS;
  }
}
