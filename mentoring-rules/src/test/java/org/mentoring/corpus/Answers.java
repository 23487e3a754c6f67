package org.mentoring.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.time.Validity;

/** Facts of people that nobody is: what meets a requirement, and what does not. */
final class Answers {
  private static final Code SOMEBODY = Code.of("REGIONAL_OPERATOR");

  private final PartyTerms party;
  private final LocalDate day;

  Answers(PartyTerms party, LocalDate day) {
    this.party = party;
    this.day = day;
  }

  /** A fact with the days on which it holds. */
  record Said(Fact fact, Validity validity) {}

  /** What meets it. */
  List<Said> good(Requirement asked) {
    LocalDate since = day.minusDays(late(asked) ? 20 : 60);
    List<Said> said = new ArrayList<>();
    facts(asked, Fact.Outcome.POSITIVE)
        .forEach(fact -> said.add(new Said(fact, Validity.from(since))));
    return said;
  }

  /** What met it, but not any more. */
  List<Said> ended(Requirement asked) {
    return facts(asked, Fact.Outcome.POSITIVE).stream()
        .map(fact -> new Said(fact, new Validity(day.minusDays(60), day.minusDays(5))))
        .toList();
  }

  /** What speaks against it, or leaves it open. */
  List<Said> bad(Requirement asked, boolean open) {
    LocalDate since = day.minusDays(40);
    Fact.Outcome outcome = open ? Fact.Outcome.INCONCLUSIVE : Fact.Outcome.NEGATIVE;
    List<Fact> facts = new ArrayList<>(facts(asked, outcome));
    Fact other = against(asked);
    if (other != null) {
      facts = List.of(other);
    }
    return facts.stream().map(fact -> new Said(fact, Validity.from(since))).toList();
  }

  /** What comes after something else is done later. */
  private boolean late(Requirement asked) {
    int place = 0;
    for (Requirement each : party.requirements()) {
      if (each instanceof Requirement.Order order && order.requirement().equals(asked.id())) {
        place++;
      }
    }
    return place > 0;
  }

  private @Nullable Fact against(Requirement asked) {
    if (asked instanceof Requirement.Age age) {
      Integer below = age.below();
      return new Fact.Birth(day.minusYears(below == null ? 15 : below + 3));
    } else if (asked instanceof Requirement.AffiliationFits fits && !fits.noneOf().isEmpty()) {
      return new Fact.Affiliation(fits.noneOf().first());
    } else if (asked instanceof Requirement.TrainingDone training) {
      return new Fact.Training(
          training.purpose(),
          null,
          Math.max(1, training.minutes() / 2),
          training.mode() == null ? Fact.Mode.ONLINE : training.mode(),
          training.by() == null ? SOMEBODY : training.by());
    } else if (asked instanceof Requirement.DecisionOf decision) {
      return new Fact.AuthorityDecision(
          decision.authority(), decision.matter(), Fact.Outcome.NEGATIVE);
    } else if (asked instanceof Requirement.Intake intake) {
      return intake.anyOf().contains(Fact.WayIn.SELF)
          ? new Fact.Application(intake.position(), Fact.WayIn.FAMILY)
          : new Fact.Application(intake.position(), Fact.WayIn.SELF);
    }
    return null;
  }

  private List<Fact> facts(Requirement asked, Fact.Outcome outcome) {
    if (asked instanceof Requirement.Age) {
      return List.of(new Fact.Birth(born()));
    } else if (asked instanceof Requirement.CircumstanceHolds circumstance) {
      return List.of(new Fact.Circumstance(circumstance.anyOf().first()));
    } else if (asked instanceof Requirement.Registration registration) {
      return List.of(new Fact.PreventiveRegistration(registration.anyOf().first()));
    } else if (asked instanceof Requirement.Intake intake) {
      return List.of(new Fact.Application(intake.position(), intake.anyOf().last()));
    } else if (asked instanceof Requirement.AffiliationFits fits) {
      return fits.anyOf().isEmpty()
          ? List.of()
          : List.of(new Fact.Affiliation(fits.anyOf().first()));
    } else if (asked instanceof Requirement.Clearance clearance) {
      return clearance.kinds().stream()
          .<Fact>map(kind -> new Fact.ClearanceCertificate(kind, day.minusDays(70), outcome))
          .toList();
    } else if (asked instanceof Requirement.Documents documents) {
      return documents.kinds().stream().<Fact>map(Fact.DocumentHandedIn::new).toList();
    } else if (asked instanceof Requirement.InterviewPassed interview) {
      return List.of(
          new Fact.Interview(
              interview.by(),
              interview.mode() == null ? Fact.Mode.IN_PERSON : interview.mode(),
              outcome));
    } else if (asked instanceof Requirement.TrainingDone training) {
      return List.of(
          new Fact.Training(
              training.purpose(),
              null,
              training.minutes(),
              training.mode() == null ? Fact.Mode.IN_PERSON : training.mode(),
              training.by() == null ? SOMEBODY : training.by()));
    } else if (asked instanceof Requirement.CoursePassed course) {
      return List.of(
          new Fact.Training(
              Fact.TrainingKind.INITIAL, course.course(), 300, Fact.Mode.IN_PERSON, SOMEBODY));
    } else if (asked instanceof Requirement.ConsentGiven consent) {
      return List.of(new Fact.Consent(consent.by(), null, consent.with(), consent.purpose()));
    }
    return further(asked, outcome);
  }

  private List<Fact> further(Requirement asked, Fact.Outcome outcome) {
    if (asked instanceof Requirement.DecisionOf decision) {
      return List.of(new Fact.AuthorityDecision(decision.authority(), decision.matter(), outcome));
    } else if (asked instanceof Requirement.ProfilePrepared profile) {
      return List.of(new Fact.BackgroundProfile(profile.by()));
    } else if (asked instanceof Requirement.FamilyMet met) {
      return List.of(new Fact.FamilyMeeting(met.with()));
    } else if (asked instanceof Requirement.StandardMet standard) {
      return List.of(new Fact.SelectionAssessment(standard.standard(), outcome));
    } else if (asked instanceof Requirement.InRegister register) {
      return List.of(new Fact.RegisterEntry(register.register()));
    } else if (asked instanceof Requirement.TraitKnown trait) {
      return List.of(
          new Fact.Trait(
              Attribute.of(trait.attribute()),
              trait.anyOf().isEmpty() ? "somewhere" : trait.anyOf().first()));
    } else if (asked instanceof Requirement.CommitmentMade commitment) {
      return List.of(new Fact.Commitment(commitment.time()));
    } else if (asked instanceof Requirement.ReferencesGood references) {
      List<Fact> checked = new ArrayList<>();
      for (int i = 0; i < references.count(); i++) {
        checked.add(new Fact.ReferenceChecked(outcome));
      }
      return checked;
    } else if (asked instanceof Requirement.HoldsPosition holds) {
      return List.of(new Fact.PositionHeld(holds.position(), null));
    } else if (asked instanceof Requirement.HasMembers members) {
      List<Fact> belonging = new ArrayList<>();
      for (int i = 0; i < members.atLeast(); i++) {
        belonging.add(
            new Fact.Member(
                ParticipantId.of("member-" + members.id() + "-" + i), members.position()));
      }
      return belonging;
    } else if (asked instanceof Requirement.AttestationGiven attestation) {
      return List.of(new Fact.Attestation(attestation.code(), attestation.by()));
    }
    return List.of();
  }

  private LocalDate born() {
    for (Requirement each : party.requirements()) {
      if (each instanceof Requirement.Age age) {
        Integer least = age.atLeast();
        Integer below = age.below();
        return below == null
            ? day.minusYears(least == null ? 30 : least + 12)
            : day.minusYears(below - 4L);
      }
    }
    return day.minusYears(30);
  }
}
