package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.FactEntry;

/**
 * In whose dossier somebody may write, and whose facts one may correct or take back. What protects
 * a child from somebody is worth nothing if that one can take it away.
 *
 * <p>Here begins every question of who may do what with a fact or a person. What one is: {@link
 * Offices}, {@link ActorStanding}, {@link Guardianship}. Whose somebody is: {@link LookingAfter}.
 * What follows, kind by kind: {@link ChildRights}, {@link OrganisationRights}, {@link
 * AttestingRights}, {@link TakingAwayRights}; for incidents {@link IncidentReading}, for running
 * mentorships {@link RestingRights}. The README of this module has the whole as a table, and a test
 * that asks the library for each cell of it.
 */
final class FactRights {
  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final LookingAfter after;
  private final FactsOnRecord facts;

  FactRights(Workplace workplace, Actor by) {
    this.workplace = workplace;
    this.by = by;
    this.standing = new ActorStanding(workplace, by);
    this.after = new LookingAfter(workplace, by, standing);
    this.facts = new FactsOnRecord(workplace);
  }

  /**
   * Why a fact is not recorded in somebody's dossier: parties tell only of themselves, guardians of
   * their child. Whose consent is given or withdrawn by whom is asked by {@link #toConsent}.
   */
  Optional<Finding> toRecord(ParticipantId about, Fact fact) {
    return !OwnRecords.isParty(by.capacity())
            || fact instanceof Fact.Consent
            || fact instanceof Fact.ConsentWithdrawal
            || isFor(about)
            || standing.guardianship().brings(about, fact)
        ? Optional.empty()
        : Optional.of(refusal("command.not-own-dossier", fact.kind()));
  }

  /**
   * Why a consent is neither given nor taken back. Parties give and take back their own, guardians
   * that of their child's guardian; who is on record also whatever else was consented to for the
   * child.
   */
  Optional<Finding> toConsent(ParticipantId about, Fact.Consent consent) {
    if (!OwnRecords.isParty(by.capacity())) {
      return Optional.empty();
    }
    Guardianship guardianship = standing.guardianship();
    ParticipantId giver = consent.giver();
    boolean mine;
    if (OwnRecords.isGuardian(by.capacity())) {
      mine =
          guardianship.consentsFor(about)
              && (consent.by() == ConsentGiver.GUARDIAN || guardianship.isOnRecord(about));
    } else if (consent.by() == ConsentGiver.GUARDIAN) {
      mine = giver != null && standing.is(giver) && guardianship.isOnRecord(about);
    } else {
      boolean oneself = consent.by() == ConsentGiver.SELF || consent.by() == ConsentGiver.CHILD;
      mine =
          standing.isKnown(ParticipantId.of(by.id()))
              && standing.is(giver == null || oneself ? about : giver);
    }
    return mine
        ? Optional.empty()
        : Optional.of(Workplace.refusal("command.consent-of-another", consent.kind()));
  }

  /**
   * Why a consent is not withdrawn. That only keeps harm away, so that a guardian on record
   * withdraws it also when it is kept from the child, one by word also in a group what it gave
   * itself, and who has come of age what a guardian gave.
   */
  Optional<Finding> toWithdraw(ParticipantId about, FactId id, Fact.Consent consent) {
    Guardianship guardianship = standing.guardianship();
    boolean oneself =
        OwnRecords.isParty(by.capacity()) && standing.is(about) && guardianship.isOfAge(about);
    return oneself || guardianship.protects(about) || guardianship.takesBackOwn(about, id, consent)
        ? Optional.empty()
        : toConsent(about, consent);
  }

  /**
   * Why a consent does not name somebody as the guardian who gave it: on its day nobody is on
   * record as that. A guardian gives its own, and tells of no other one's.
   */
  Optional<Finding> toName(ParticipantId about, Fact fact, LocalDate on) {
    if (!(fact instanceof Fact.Consent consent)
        || consent.by() != ConsentGiver.GUARDIAN
        || consent.giver() == null
        || standing.same(consent.giver(), about)) {
      return Optional.empty();
    }
    Guardianship guardianship = standing.guardianship();
    if (!guardianship.isOnRecord(about, consent.giver(), on)) {
      return Optional.of(
          Workplace.refusal("command.names-guardian", fact.kind())
              .with("participant", Parties.named(consent.giver()))
              .with("day", Parameter.day(on)));
    }
    return OwnRecords.isParty(by.capacity()) && !guardianship.is(about, consent.giver())
        ? Optional.of(Workplace.refusal("command.consent-of-another", fact.kind()))
        : Optional.empty();
  }

  /**
   * Why somebody does not tell what gives itself or others a say over children.
   *
   * @param corrects what it takes the place of; null if nothing
   */
  Optional<Finding> overChild(ParticipantId about, Fact fact, @Nullable FactId corrects) {
    return standing.isOrganisation(about)
        ? new OrganisationRights(workplace, by, standing).refusal(about, fact)
        : new ChildRights(workplace, by, standing, after).refusal(about, fact, corrects);
  }

  /** Why somebody does not attest what a person may be admitted for. */
  Optional<Finding> toAttest(ParticipantId about, Fact fact) {
    return new AttestingRights(workplace, by, standing, after).refusal(about, fact);
  }

  /** Why two registrations are not merged. */
  Optional<Finding> toMerge(ParticipantId kept, ParticipantId duplicate) {
    return new TakingAwayRights(workplace, by, standing, after).toMerge(kept, duplicate);
  }

  /**
   * Why somebody's data is not erased.
   *
   * @param mentorships all that there were
   */
  Optional<Finding> toErase(SortedSet<ParticipantId> registrations, List<Particulars> mentorships) {
    return new TakingAwayRights(workplace, by, standing, after).toErase(registrations, mentorships);
  }

  /** Whether it is the actor itself, or the child that it speaks for. */
  boolean isFor(ParticipantId about) {
    return standing.is(about) || standing.guardianship().speaksFor(about);
  }

  /** Why a fact is neither corrected nor taken back. */
  Optional<Finding> toTakeBack(ParticipantId about, FactId wrong) {
    FactEntry.Recorded recorded = facts.recorded(about, wrong).orElse(null);
    if (recorded == null) {
      return Optional.empty();
    }
    Fact fact = recorded.fact();
    boolean mine =
        OwnRecords.isParty(by.capacity())
            ? isAuthor(recorded.by()) && toRecord(about, fact).isEmpty()
            : !standing.hasPart(about)
                && (fact instanceof Fact.Guardian
                    ? after.standsOver(about)
                    : isOver(about, recorded.by()));
    boolean barred = fact instanceof Fact.Exclusion exclusion && standing.is(exclusion.other());
    boolean ofOwnOrganisation =
        FactsOnRecord.isMunicipality(fact)
            && standing.isOrganisation(about)
            && !after.isOperator()
            && standing.same(ParticipantId.of(by.organisation()), about);
    return mine && !barred && !ofOwnOrganisation
        ? Optional.empty()
        : Optional.of(refusal("command.fact-not-yours", fact.kind()).on(List.of(wrong)));
  }

  private Finding refusal(String code, String requirement) {
    return Workplace.refusal(code, requirement).with("capacity", Parameter.code(by.capacity()));
  }

  private boolean isAuthor(Actor author) {
    return OwnRecords.isParty(author.capacity())
        && (author.id().equals(by.id()) || standing.is(ParticipantId.of(author.id())));
  }

  /** Whether the actor stands in an office over what another one recorded of somebody. */
  boolean isOver(ParticipantId about, Actor author) {
    if (by.organisation().equals(author.organisation()) && !OwnRecords.isParty(author.capacity())) {
      return true;
    }
    boolean colleague =
        by.capacity().equals(Offices.COMMISSION) && author.capacity().equals(Offices.COMMISSION);
    if (!Offices.isOverRecords(by.capacity()) && !colleague) {
      return false;
    }
    if (standing.isOrganisation(about)) {
      return after.isOverOrganisation(about);
    }
    SortedSet<ParticipantId> homes = after.nowOrLast(about);
    ParticipantId organisation = ParticipantId.of(author.organisation());
    if (!OwnRecords.isParty(author.capacity())
        && (Offices.isStaffOfCentres(author.capacity()) || standing.isCentre(organisation))) {
      homes.add(organisation);
    }
    if (homes.isEmpty()) {
      // What the operator has told of whom nobody looks after is not for whoever comes next.
      return author.capacity().equals(Offices.OPERATOR)
          ? after.isBroughtInOrOfItsTown(about)
          : after.isNear(about);
    }
    return !after.areOthers(homes) && !after.isOfOtherMunicipality(about, after.nowOrLast(about));
  }

  /** Whether the actor acts for a centre, and somebody is another one's, now, last or at first. */
  boolean isOfAnotherCentre(ParticipantId about) {
    return after.isOfAnotherCentre(about);
  }
}
