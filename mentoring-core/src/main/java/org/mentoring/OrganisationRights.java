package org.mentoring;

import java.util.Optional;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;

/**
 * Who tells of an organisation what would give it, or somebody else, a say over children, or take
 * one away. The regional operator tells all of it.
 */
final class OrganisationRights {
  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final ParticipantId own;

  OrganisationRights(Workplace workplace, Actor by, ActorStanding standing) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
    this.own = ParticipantId.of(by.organisation());
  }

  /** Why somebody does not tell of an organisation what has to do with whose children it has. */
  Optional<Finding> refusal(ParticipantId about, Fact fact) {
    return by.capacity().equals(Offices.OPERATOR) || mayTell(about, fact)
        ? Optional.empty()
        : Optional.of(
            Workplace.refusal("command.not-over-organisation", fact.kind())
                .with("capacity", Parameter.code(by.capacity())));
  }

  private boolean mayTell(ParticipantId about, Fact fact) {
    boolean party = OwnRecords.isParty(by.capacity());
    boolean itself = standing.same(own, about);
    if (fact instanceof Fact.AttachedTo attached && attached.as().equals(Attachments.CENTRE)) {
      return !party && mayAttach(about, attached.organisation());
    } else if (fact instanceof Fact.Agreement agreement && standing.isForModels(agreement)) {
      return !party && (itself || isAgreementWithOwn(about, agreement));
    } else if (ActorStanding.isOfCentre(fact)) {
      // A party tells it of itself alone, as of everything.
      return party || itself;
    } else if (FactsOnRecord.isMunicipality(fact)) {
      return !party && itself && !hasMunicipality(about);
    }
    return true;
  }

  /** What belongs to a centre its own staff tells; one centre belongs to no other. */
  private boolean mayAttach(ParticipantId about, ParticipantId centre) {
    return standing.same(own, centre)
        && !standing.isCentre(about)
        && !standing.wantsToBeCentre(about)
        && (Offices.isOverRecords(by.capacity()) || Offices.isStaffOfCentres(by.capacity()));
  }

  /** A centre's own people stand in for nobody, so that they may tell with whom it has agreed. */
  private boolean isAgreementWithOwn(ParticipantId about, Fact.Agreement agreement) {
    return standing.same(own, agreement.with())
        && standing.isCentre(own)
        && !standing.isCentre(about);
  }

  /** Of its town an organisation tells once: what it moves to is told by others. */
  private boolean hasMunicipality(ParticipantId about) {
    return !new FactsOnRecord(workplace).municipalities(about).isEmpty();
  }
}
