package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact.Outcome;
import org.mentoring.programme.Requirement;

/**
 * Since when requirements have been met, for the kinds whose evidence has a day. Evidence that has
 * ended since counts: it was there at its time.
 */
final class FirstMet {
  private final List<JudgedFact> facts;
  private final Set<Outcome> counted;
  private final Function<JudgedFact, LocalDate> day;

  /**
   * @param facts of the party
   * @param from only what began on this day or later is looked at
   * @param until only what began on this day or earlier
   */
  FirstMet(Collection<JudgedFact> facts, LocalDate from, LocalDate until) {
    this(facts, from, until, Set.of(Outcome.POSITIVE), fact -> fact.standing().from());
  }

  private FirstMet(
      Collection<JudgedFact> facts,
      LocalDate from,
      LocalDate until,
      Set<Outcome> counted,
      Function<JudgedFact, LocalDate> day) {
    this.counted = counted;
    this.day = day;
    this.facts =
        facts.stream()
            .filter(fact -> !day.apply(fact).isBefore(from))
            .filter(fact -> !day.apply(fact).isAfter(until))
            .sorted(Comparator.comparing(day))
            .toList();
  }

  /**
   * The same, but that nobody is vetted by a certificate before it was issued, whatever day it is
   * said to hold from.
   *
   * @param counted outcomes that count as met
   */
  static FirstMet issued(
      Collection<JudgedFact> facts, LocalDate from, LocalDate until, Set<Outcome> counted) {
    return new FirstMet(facts, from, until, counted, FirstMet::issuedOn);
  }

  /** From when a fact counts. */
  static LocalDate issuedOn(JudgedFact fact) {
    LocalDate from = fact.standing().from();
    return fact instanceof JudgedFact.ClearanceCertificate certificate
            && certificate.dateOfIssue().isAfter(from)
        ? certificate.dateOfIssue()
        : from;
  }

  /** The day from which on the requirement was met; empty if it never was. */
  Optional<LocalDate> of(Requirement required) {
    if (required instanceof Requirement.Documents documents) {
      return all(
          documents.kinds(),
          kind ->
              fact ->
                  fact instanceof JudgedFact.DocumentHandedIn handed
                      && handed.document().equals(kind));
    }
    if (required instanceof Requirement.Clearance clearance) {
      return all(
          clearance.kinds(),
          kind ->
              fact ->
                  fact instanceof JudgedFact.ClearanceCertificate certificate
                      && counted.contains(certificate.outcome())
                      && certificate.certificate().equals(kind));
    }
    if (required instanceof Requirement.TrainingDone training) {
      return enough(training);
    }
    long count = required instanceof Requirement.ReferencesGood references ? references.count() : 1;
    return facts.stream()
        .filter(fact -> meets(fact, required))
        .skip(count - 1)
        .findFirst()
        .map(day);
  }

  private Optional<LocalDate> all(
      Collection<Code> kinds, Function<Code, Predicate<JudgedFact>> evidence) {
    LocalDate last = LocalDate.MIN;
    for (Code kind : kinds) {
      Optional<JudgedFact> first = facts.stream().filter(evidence.apply(kind)).findFirst();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      LocalDate met = day.apply(first.get());
      last = met.isAfter(last) ? met : last;
    }
    return Optional.of(last);
  }

  private Optional<LocalDate> enough(Requirement.TrainingDone required) {
    long minutes = 0;
    for (JudgedFact fact : facts) {
      if (fact instanceof JudgedFact.Training training
          && training.purpose() == required.purpose()
          && (required.mode() == null || required.mode() == training.mode())
          && (required.by() == null || training.by().equals(required.by()))) {
        minutes += training.minutes();
        if (minutes >= required.minutes()) {
          return Optional.of(day.apply(fact));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether one fact is the evidence that is asked for. */
  private boolean meets(JudgedFact fact, Requirement required) {
    if (required instanceof Requirement.InterviewPassed asked) {
      return fact instanceof JudgedFact.Interview interview
          && counted.contains(interview.outcome())
          && interview.by().equals(asked.by())
          && (asked.mode() == null || asked.mode() == interview.mode());
    }
    if (required instanceof Requirement.CoursePassed asked) {
      return fact instanceof JudgedFact.Training training
          && asked.course().equals(training.course());
    }
    if (required instanceof Requirement.DecisionOf asked) {
      return fact instanceof JudgedFact.AuthorityDecision decision
          && counted.contains(decision.outcome())
          && decision.authority().equals(asked.authority())
          && decision.matter().equals(asked.matter());
    }
    if (required instanceof Requirement.ProfilePrepared asked) {
      return fact instanceof JudgedFact.BackgroundProfile profile
          && profile.preparedBy().equals(asked.by());
    }
    if (required instanceof Requirement.FamilyMet asked) {
      return fact instanceof JudgedFact.FamilyMeeting meeting && meeting.answers(asked);
    }
    if (required instanceof Requirement.StandardMet asked) {
      return fact instanceof JudgedFact.SelectionAssessment assessment
          && counted.contains(assessment.outcome())
          && assessment.standard().equals(asked.standard());
    }
    if (required instanceof Requirement.InRegister asked) {
      return fact instanceof JudgedFact.RegisterEntry entry
          && entry.register().equals(asked.register());
    }
    if (required instanceof Requirement.ReferencesGood) {
      return fact instanceof JudgedFact.ReferenceChecked reference
          && counted.contains(reference.outcome());
    }
    if (required instanceof Requirement.AttestationGiven asked) {
      return fact instanceof JudgedFact.Attestation attestation
          && attestation.code().equals(asked.code())
          && attestation.by().equals(asked.by());
    }
    throw new IllegalStateException("no day is known of requirements of kind " + required.kind());
  }
}
