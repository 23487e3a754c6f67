package org.mentoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;

/**
 * What somebody may record who acts as a party of a mentorship and in no office: nobody attests
 * oneself, and nobody consents in another's place. What another one did is recorded by that one or
 * by the programme's staff.
 */
final class OwnRecords {
  private static final Code COORDINATOR = Code.of("COORDINATOR");

  /** The capacities of parties, and whose consents each of them gives. */
  private static final Map<String, Set<ConsentGiver>> GIVES =
      Map.of(
          "MENTOR", Set.of(ConsentGiver.SELF, ConsentGiver.EMPLOYEE),
          "MENTEE", Set.of(ConsentGiver.SELF, ConsentGiver.CHILD),
          "ALUMNUS", Set.of(ConsentGiver.SELF, ConsentGiver.CHILD),
          "CHILD", Set.of(ConsentGiver.SELF, ConsentGiver.CHILD),
          "SELF", Set.of(ConsentGiver.SELF, ConsentGiver.CHILD, ConsentGiver.EMPLOYEE),
          "EMPLOYEE", Set.of(ConsentGiver.SELF, ConsentGiver.EMPLOYEE),
          "GUARDIAN", Set.of(ConsentGiver.GUARDIAN),
          "FAMILY", Set.of(ConsentGiver.GUARDIAN));

  private OwnRecords() {}

  /** Whether somebody acts in its own name, or for its child, and in no office. */
  static boolean isParty(Code capacity) {
    return GIVES.containsKey(capacity.value());
  }

  /** Whether somebody acts for a child. */
  static boolean isGuardian(Code capacity) {
    return GIVES.getOrDefault(capacity.value(), Set.of()).contains(ConsentGiver.GUARDIAN);
  }

  /** A refusal if a fact is not the actor's to record, to correct or to take back. */
  static Optional<Finding> refusal(Actor by, Fact fact) {
    Set<ConsentGiver> gives = GIVES.get(by.capacity().value());
    if (gives == null) {
      return Optional.empty();
    }
    if (fact instanceof Fact.Consent consent) {
      return gives.contains(consent.by())
          ? Optional.empty()
          : Optional.of(refusal(by, fact, List.of(Code.of(consent.by().name()))));
    }
    return author(fact).map(authors -> refusal(by, fact, authors));
  }

  /**
   * Whether a fact attests something: what another one than whom it is about did or found.
   *
   * @param oneself whether whoever records it is whom it is about, and so may give its own consent
   */
  static boolean attests(Fact fact, boolean oneself) {
    if (fact instanceof Fact.Consent consent) {
      return !oneself || consent.by() == ConsentGiver.GUARDIAN;
    }
    return author(fact).isPresent();
  }

  /** Whether a fact attests what somebody may be admitted for, though something else bars it. */
  static boolean admits(Fact fact) {
    return fact instanceof Fact.Attestation
        || outcome(fact).filter(found -> found != Fact.Outcome.NEGATIVE).isPresent();
  }

  /** Whether a fact tells what keeps somebody from being admitted. */
  static boolean bars(Fact fact) {
    return fact instanceof Fact.RegisterEntry
        || fact instanceof Fact.PreventiveRegistration
        || outcome(fact).filter(found -> found == Fact.Outcome.NEGATIVE).isPresent();
  }

  /** Whether another fact of the same kind did not end well. */
  static boolean isBarred(List<Fact> facts, Fact fact) {
    return facts.stream()
        .filter(each -> isOfSameMatter(each, fact))
        .flatMap(each -> outcome(each).stream())
        .anyMatch(found -> found != Fact.Outcome.POSITIVE);
  }

  private static boolean isOfSameMatter(Fact one, Fact other) {
    if (one instanceof Fact.ClearanceCertificate before
        && other instanceof Fact.ClearanceCertificate certificate) {
      return before.certificate().equals(certificate.certificate());
    }
    return one.kind().equals(other.kind());
  }

  private static Optional<Fact.Outcome> outcome(Fact fact) {
    if (fact instanceof Fact.ClearanceCertificate certificate) {
      return Optional.of(certificate.outcome());
    } else if (fact instanceof Fact.SelectionAssessment assessment) {
      return Optional.of(assessment.outcome());
    } else if (fact instanceof Fact.Interview interview) {
      return Optional.of(interview.outcome());
    }
    return fact instanceof Fact.AuthorityDecision decision
        ? Optional.of(decision.outcome())
        : Optional.empty();
  }

  /** Whether a fact names a capacity as the one that did what it tells. */
  static boolean names(Fact fact, Code capacity) {
    return author(fact).filter(authors -> authors.contains(capacity)).isPresent();
  }

  private static Finding refusal(Actor by, Fact fact, List<Code> authors) {
    SortedSet<Code> allowed = new TreeSet<>(authors);
    allowed.removeIf(author -> author.equals(by.capacity()));
    allowed.add(COORDINATOR);
    return Workplace.refusal("command.not-yours-to-record", fact.kind())
        .with("capacity", Parameter.code(by.capacity()))
        .with("allowed", Parameter.codes(allowed));
  }

  /** Who did what a fact tells, as far as the fact names them; empty for what anybody may tell. */
  private static Optional<List<Code>> author(Fact fact) {
    if (fact instanceof Fact.Interview interview) {
      return Optional.of(List.of(interview.by()));
    } else if (fact instanceof Fact.Training training) {
      return Optional.of(List.of(training.by()));
    } else if (fact instanceof Fact.AuthorityDecision decision) {
      return Optional.of(List.of(decision.authority()));
    } else if (fact instanceof Fact.BackgroundProfile profile) {
      return Optional.of(List.of(profile.preparedBy()));
    } else if (fact instanceof Fact.Attestation attestation) {
      return Optional.of(List.of(attestation.by()));
    } else if (fact instanceof Fact.FamilyMeeting meeting) {
      return Optional.of(List.of(meeting.with()));
    } else if (fact instanceof Fact.Referral referral && !isParty(referral.by())) {
      return Optional.of(List.of(referral.by()));
    }
    return fact instanceof Fact.ClearanceCertificate
            || fact instanceof Fact.SelectionAssessment
            || fact instanceof Fact.ReferenceChecked
            || fact instanceof Fact.RegisterEntry
            || fact instanceof Fact.PreventiveRegistration
            || fact instanceof Fact.StepRecorded
            || fact instanceof Fact.Guardian
            || fact instanceof Fact.DocumentHandedIn
        ? Optional.of(List.of())
        : Optional.empty();
  }
}
