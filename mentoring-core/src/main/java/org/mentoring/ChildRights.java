package org.mentoring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.FactEntry;

/**
 * Who tells of a person what gives others a say over it, moves it elsewhere or makes it of age:
 * those who stand over it, kind by kind. Parties tell once where they live and when they were born,
 * and mend what they told.
 */
final class ChildRights {
  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final LookingAfter after;
  private final boolean party;

  ChildRights(Workplace workplace, Actor by, ActorStanding standing, LookingAfter after) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
    this.after = after;
    this.party = OwnRecords.isParty(by.capacity());
  }

  /**
   * Why somebody does not tell it.
   *
   * @param corrects what it takes the place of; null if nothing
   */
  Optional<Finding> refusal(ParticipantId about, Fact fact, @Nullable FactId corrects) {
    if (fact instanceof Fact.Guardian guardian
        && !party
        && standing.isOneOrMore(about)
        && (isInPart(about) || standing.is(guardian.guardian()))) {
      return Optional.of(refusal("command.own-record-in-office", fact));
    }
    return mayTell(about, fact, corrects != null)
        ? Optional.empty()
        : Optional.of(refusal("command.not-over-child", fact));
  }

  private boolean mayTell(ParticipantId about, Fact fact, boolean corrects) {
    if (fact instanceof Fact.AttachedTo attached && attached.as().equals(Attachments.CENTRE)) {
      return !party
          && !isInPart(about)
          && (after.standsOver(about) || (after.isTakenInByNoOther(about) && after.isNear(about)));
    } else if (FactsOnRecord.isMunicipality(fact)) {
      boolean first = corrects || !hasMunicipality(about);
      return isToldBy(about, first, first && after.isNear(about));
    } else if (fact instanceof Fact.Birth) {
      boolean first = corrects || !hasBirth(about);
      return isToldBy(about, first, first && mayTellBirth(about));
    } else if (party || !standing.isOneOrMore(about)) {
      return true;
    } else if (fact instanceof Fact.Guardian) {
      return after.standsOver(about);
    } else if (fact instanceof Fact.Consent consent) {
      return mayConsent(about, consent);
    } else if (fact instanceof Fact.ConsentWithdrawal withdrawal) {
      return mayWithdraw(about, withdrawal);
    }
    return true;
  }

  /** By a party, by those who stand over the person, or by an office while nobody else has. */
  private boolean isToldBy(ParticipantId about, boolean asParty, boolean inOffice) {
    return party ? asParty : !isInPart(about) && (after.standsOver(about) || inOffice);
  }

  /** Whoever is or was in a mentorship with somebody does not move it in an office either. */
  private boolean isInPart(ParticipantId about) {
    return !party && !standing.is(about) && standing.isOneOrMore(about) && standing.hasPart(about);
  }

  /**
   * To whom a consent is given, it may put it on record: an outside organisation also of a child
   * that a centre has brought in, for it is asked before the two agree.
   */
  private boolean mayConsent(ParticipantId about, Fact.Consent consent) {
    return !isOfChild(about, consent) || (!isInPart(about) && isToConsent(about, consent));
  }

  private boolean isToConsent(ParticipantId about, Fact.Consent consent) {
    return after.standsOver(about)
        || (consent.with().equals(by.capacity())
            && (Offices.isOverRecords(by.capacity())
                ? after.isNear(about)
                : !after.isOfOtherCentreOrTown(about)));
  }

  private boolean mayWithdraw(ParticipantId about, Fact.ConsentWithdrawal withdrawal) {
    FactEntry.Recorded given =
        new FactsOnRecord(workplace).recorded(about, withdrawal.consent()).orElse(null);
    return given == null
        || !(given.fact() instanceof Fact.Consent consent)
        || (!isInPart(about) && by.organisation().equals(given.by().organisation()))
        || mayConsent(about, consent);
  }

  /** Whether a consent protects a child; of whom no birth is on record, it may be one. */
  private boolean isOfChild(ParticipantId about, Fact.Consent consent) {
    return consent.by() == ConsentGiver.GUARDIAN
        || consent.by() == ConsentGiver.CHILD
        || (consent.by() == ConsentGiver.SELF && !dossier(about).ofAge());
  }

  /**
   * A commission refers children of whom a centre has told where they live; one of which nobody has
   * told, as where the host registers no organisations, only whom no centre looks after and whose
   * town nobody has told.
   */
  private boolean mayTellBirth(ParticipantId about) {
    return after.isKnownToNoOther(about)
        || (by.capacity().equals(Offices.COMMISSION)
            && !after.isOfOtherCentreOrTown(about)
            && (after.hasRemit() || after.nowOrLast(about).isEmpty()));
  }

  private boolean hasBirth(ParticipantId about) {
    return standing.isKnown(about) && dossier(about).birthDate().isPresent();
  }

  private boolean hasMunicipality(ParticipantId about) {
    return !new FactsOnRecord(workplace).municipalities(about).isEmpty();
  }

  private Dossier dossier(ParticipantId about) {
    return workplace.mentoring().dossier(about, workplace.today(), workplace.now());
  }

  private Finding refusal(String code, Fact fact) {
    return Workplace.refusal(code, fact.kind()).with("capacity", Parameter.code(by.capacity()));
  }
}
