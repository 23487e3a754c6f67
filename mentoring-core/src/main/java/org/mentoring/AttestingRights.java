package org.mentoring;

import java.util.List;
import java.util.Optional;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.KnownFact;

/**
 * Who attests what somebody may be admitted for. What bars, anybody tells; what outdoes it, who
 * stands over the person, or the office that the fact names as the one that did it, if it is no
 * commission of another town; of whom others look after or brought in, nothing that admits.
 */
final class AttestingRights {
  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final LookingAfter after;

  AttestingRights(Workplace workplace, Actor by, ActorStanding standing, LookingAfter after) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
    this.after = after;
  }

  /** Why somebody does not attest it. */
  Optional<Finding> refusal(ParticipantId about, Fact fact) {
    boolean may =
        OwnRecords.isParty(by.capacity())
            || !standing.isOneOrMore(about)
            || !OwnRecords.admits(fact)
            || (!standing.hasPart(about) && isToAttest(about, fact));
    return may
        ? Optional.empty()
        : Optional.of(
            Workplace.refusal("command.not-near-to-attest", fact.kind())
                .with("capacity", Parameter.code(by.capacity())));
  }

  private boolean isToAttest(ParticipantId about, Fact fact) {
    return after.standsOver(about)
        || (!isOfOthers(about, fact) && (!isBarred(about, fact) || mayOutdo(about, fact)));
  }

  /** What an outside organisation did itself, it tells also of whom a centre brought in. */
  private boolean isOfOthers(ParticipantId about, Fact fact) {
    boolean own =
        !Offices.isStaffOfCentres(by.capacity())
            || by.capacity().equals(Offices.OUTSIDE)
            || fact instanceof Fact.Attestation;
    return (own && OwnRecords.names(fact, by.capacity()))
        ? after.areOthers(after.nowOrLast(about))
        : after.isOfAnotherCentre(about);
  }

  private boolean isBarred(ParticipantId about, Fact fact) {
    return OwnRecords.isBarred(barringByOthers(about), fact);
  }

  /** What a commission decided itself, it may decide anew. */
  private List<Fact> barringByOthers(ParticipantId about) {
    return workplace.mentoring().dossier(about, workplace.today(), workplace.now()).facts().stream()
        .filter(known -> !by.capacity().equals(Offices.COMMISSION) || !isItsOwn(about, known))
        .map(KnownFact::fact)
        .toList();
  }

  private boolean isItsOwn(ParticipantId about, KnownFact known) {
    return new FactsOnRecord(workplace)
        .recorded(about, known.id())
        .map(FactEntry.Recorded::by)
        .filter(author -> author.organisation().equals(by.organisation()))
        .filter(author -> author.capacity().equals(by.capacity()))
        .isPresent();
  }

  private boolean mayOutdo(ParticipantId about, Fact fact) {
    boolean named =
        OwnRecords.names(fact, by.capacity())
            && !Offices.isOverRecords(by.capacity())
            && !Offices.isStaffOfCentres(by.capacity());
    return named
        && !(by.capacity().equals(Offices.COMMISSION) && after.isOfOtherCentreOrTown(about));
  }
}
